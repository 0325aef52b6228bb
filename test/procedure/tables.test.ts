import { describe, expect, it } from '@jest/globals';
import { deliveries, outcomeChoices, outcomes, outcomeTitle } from '../../src/procedure/closing.js';
import { limits, overdueCopies, responseReminderDays } from '../../src/procedure/limits.js';
import { noticeHour, noticeRow, responseNotices } from '../../src/procedure/notices.js';
import { directorateOf, directorates, postChoices, suggestPost } from '../../src/procedure/owners.js';
import { rightChoices, rights, rightTitle } from '../../src/procedure/rights.js';
import { grantRules, roles } from '../../src/procedure/roles.js';
import { script, spellOut } from '../../src/procedure/script.js';
import { stageLine, stages } from '../../src/procedure/stages.js';
import { systems } from '../../src/procedure/records.js';

const twice = (all: readonly string[]): string[] => all.filter((each, at) => all.indexOf(each) !== at);

describe('the tables of the procedure', () => {
  it('GEN-01 INT-13 §2.4.1 have eight rights, access first, each in words a caller would use', () => {
    expect(rights.map((r) => r.code)).toEqual(['ACCESS', 'RECTIFY', 'ERASE', 'RESTRICT', 'OBJECT', 'PORT', 'WITHDRAW', 'ADM']);
    expect(rightChoices[0]).toEqual({ value: 'ACCESS', title: 'A copy of what is held about them (access)' });
    expect(rightTitle('ERASE')).toBe('Right to erasure');
  });

  it('ASG-01 ASG-17 §2.3.3 find the post that a caller’s words point to, the longest word first', () => {
    expect(suggestPost('Everything about my RENT arrears')).toBe('HOU-1');
    expect(suggestPost('my housing benefit')).toBe('RES-2');
    expect(suggestPost('my housing')).toBe('HOU-3');
    expect(suggestPost('something else')).toBeUndefined();
    expect(directorates).toHaveLength(8);
    expect(twice(postChoices.map((p) => p.value))).toEqual([]);
    expect(postChoices.filter((p) => !directorates.some((d) => d.code === directorateOf(p.value)))).toEqual([]);
  });

  it('INT-05 INT-06 TRN-01 §2.2.4 have words to read out that ask for no writing and give the reference letter by letter', () => {
    expect(spellOut('DR-2026-0148')).toBe('D R, 2026, 0 1 4 8');
    expect(script.recorded('D R, 2026, 0 1 4 8')).toContain('Your reference is D R, 2026, 0 1 4 8.');
    expect(script.recorded('x')).toContain('You do not have to put it in writing');
  });

  it('SEC-01 SEC-02 F-Q11 let IG grant a role until its next review in six months', () => {
    expect([grantRules.by.code, grantRules.reviewMonths, limits.accessReview.n]).toEqual(['IG', 6, 6]);
    expect(roles.filter((r) => r.grantable && (r.scope === 'case' || r.scope === 'item' || r.scope === 'anyone'))).toEqual([]);
  });

  it('CLK-14 CLK-09 §1.3 remind at 14, 7, 3 and 1 days, on the day and each working day after, the channel from 7 on', () => {
    expect(responseReminderDays).toEqual([14, 7, 3, 1]);
    expect(responseNotices.map((n) => n.code)).toEqual(['due-7', 'due-3', 'due-1', 'due-today', 'overdue']);
    expect([noticeHour, noticeRow.clause, overdueCopies]).toEqual(['09:00', '1.3', { IAO: 1, DPO: 5 }]);
  });

  it('INT-12 INT-17 §2.3.2 hold each limit once, with its number', () => {
    const inWords = Object.fromEntries(Object.values(limits).map((l) => [l.id, `${l.n} ${l.unit}`]));
    expect(inWords).toMatchObject({
      log: '48 hours',
      'ask-for-missing': '7 days',
      'acknowledge-request': '2 working days',
      respond: '1 months',
    });
    expect(twice(Object.values(limits).map((l) => l.id))).toEqual([]);
  });

  it('ASG-06 ASG-07 §1.3 give a directorate 1 working day to say it is not theirs and 5 to raise a concern', () => {
    expect([limits.notOurs.n, limits.flag.n]).toEqual([1, 5]);
  });

  it('CLK-03 CLK-04 §2.6.5 ask within 7 days, remind after 20 and wait 30', () => {
    expect([limits.askForMissing.n, limits.noReplyReminder.n, limits.noReply.n]).toEqual([7, 20, 30]);
  });

  it('CLK-05 CLK-06 CLK-15 §1.2 extend by at most two months, told within the first', () => {
    expect([limits.respond.n, limits.extension.n, limits.extensionNotice.n, limits.refusalNotice.n]).toEqual([1, 2, 1, 1]);
  });

  it('REV-05 REV-06 REV-01 App. 4 acknowledge a review in 2 working days and decide it in 20', () => {
    expect([limits.reviewAcknowledgement.n, limits.reviewDecision.n, limits.reviewWindow.n]).toEqual([2, 20, 2]);
  });

  it('DSP-12 DSP-02 §2.12 have outcomes and secure ways of sending, and let nobody choose an outcome that a step gives', () => {
    const given = ['WITHDRAWN', 'REPORTED_IN_ERROR'];
    expect(outcomes.filter((o) => given.includes(o.code)).map((o) => o.choosable)).toEqual([false, false]);
    expect(outcomeChoices.map((o) => o.value)).toEqual(expect.arrayContaining(['GRANTED_FULL', 'GRANTED_PART', 'NOT_HELD']));
    expect(outcomeTitle('GRANTED_FULL')).toBe('All given');
    expect(deliveries.map((d) => d.value)).toContain('SPECIAL_DELIVERY');
  });

  it('have stages in order on the line of the card, each with words for the caller', () => {
    expect(stages.map((s) => s.order)).toEqual([...stages.map((s) => s.order)].sort((a, b) => a - b));
    expect(new Set(stages.map((s) => s.order)).size).toBe(stageLine.length);
    expect(stages.filter((s) => !s.tellCaller.endsWith('.'))).toEqual([]);
  });

  it('name no system, right, post or stage twice', () => {
    expect(twice([...systems, ...rights, ...stages, ...directorates].map((each) => each.code))).toEqual([]);
  });
});
