import { describe, expect, it } from '@jest/globals';
import { missingFor } from '../../src/procedure/evidence.js';
import { requesters } from '../../src/procedure/requester-kinds.js';
import { isNamed, mayAsk, onWhoseBehalf, requesterOf, standingFacts } from '../../src/procedure/requesters.js';
import { dev, report, Road, rosa, sam } from './road.js';

const accepted = (answers: object) =>
  new Road()
    .takes(sam, 'report-a-request', { ...report, ...answers })
    .takes(rosa, 'log-and-allocate', { post: 'HOU-1', right: 'ACCESS' })
    .takes(dev, 'accept');
const other = { behalf: 'OTHER', subjectName: 'Jo Example' };

describe('who may ask', () => {
  it('REP-01 REP-15 REP-31 §1.2.2 anybody living may, and the three roles of a member are three', () => {
    const members = requesters.filter((r) => r.code.startsWith('MEMBER'));
    expect(members.map((r) => r.standing)).toEqual(['WARD', 'COUNCIL', 'PARTY']);
    expect(requesters.filter((r) => r.forAnother !== true).map((r) => r.code)).toEqual(['SELF', 'EMPLOYEE', 'CHILD']);
    expect(new Set(requesters.map((r) => r.code)).size).toBe(requesters.length);
  });

  it('INT-19 INT-10 §1.2.1 the counter asks in four everyday words, and nobody for a reason', () => {
    expect(onWhoseBehalf.map((b) => [b.value, requesterOf({ behalf: b.value }).code])).toEqual([
      ['SELF', 'SELF'],
      ['CHILD', 'PARENT'],
      ['OTHER', 'AGENT'],
      ['DEAD', 'ESTATE'],
    ]);
  });

  it.each([
    [{ behalf: 'SELF', channel: 'WORK_MAIL' }, 'EMPLOYEE'],
    [{ behalf: 'OTHER', channel: 'WORK_MAIL' }, 'AGENT'],
    [{ behalf: 'SELF', channel: 'AGENT' }, 'AGENT'],
    [{ behalf: 'OTHER', channel: 'MEMBER', memberRole: 'WARD' }, 'MEMBER_WARD'],
    [{ behalf: 'SELF', channel: 'MEMBER', memberRole: 'COUNCIL' }, 'MEMBER_COUNCIL'],
    [{ behalf: 'OTHER', channel: 'MEMBER', memberRole: 'POLITICAL' }, 'MEMBER_PARTY'],
    [{ behalf: 'DEAD', channel: 'MEMBER', memberRole: 'WARD' }, 'ESTATE'],
    [{}, 'SELF'],
  ])('REP-01 REP-24 what the report says of %j lets one presume %s', (facts: Record<string, string>, code: string) => {
    expect(requesterOf(facts).code).toBe(code);
  });

  it('REP-02 REP-24 whoever asks for another is named by the DIAO before anything is settled', () => {
    for (const { code, forAnother } of requesters.filter((r) => r.forAnother)) {
      expect([code, mayAsk({ requester: code }), forAnother]).toEqual([code, false, true]);
    }
    expect([isNamed({ behalf: 'OTHER' }), isNamed({ behalf: 'SELF' }), mayAsk({ behalf: 'SELF' })]).toEqual([false, true, true]);
  });

  it('REP-02 REP-09 REP-14 §2.6.1 asks of each only the paper that this requester has to have', () => {
    const asked = (requester: string) =>
      missingFor({ facts: { requester } })
        .map((i) => i.value)
        .filter((i) => !['identity', 'address', 'clarity'].includes(i));
    expect(Object.fromEntries(requesters.map((r) => [r.code, asked(r.code)]))).toMatchObject({
      SELF: [],
      CHILD: [],
      PARENT: ['parental'],
      AGENT: ['authority'],
      ATTORNEY: ['attorney'],
      COURT: ['attorney'],
      MEMBER_COUNCIL: [],
      ESTATE: [],
    });
  });

  it('REP-02 §1.2.3 whoever asks anew shows anew: nothing that was checked of another counts', () => {
    const road = accepted(other).takes(dev, 'who-is-asking', { requester: 'AGENT', careSigns: 'NONE' });
    road.takes(dev, 'check-the-authority', {
      letter: 'SIGNED,DATED,NAMED',
      letterDated: '2026-09-30',
      ids: 'SUBJECT,AGENT',
      satisfiedBy: 'phoned them',
    });
    expect(mayAsk(road.state?.facts ?? {})).toBe(true);
    road.takes(dev, 'who-is-asking', { requester: 'RELATIVE', relation: 'wife', careSigns: 'NONE' });
    expect(mayAsk(road.state?.facts ?? {})).toBe(false);
    expect(Object.keys(road.state?.facts ?? {}).filter((name) => name in standingFacts)).toEqual([]);
    road.takes(dev, 'who-is-asking', { requester: 'SELF' });
    expect(mayAsk(road.state?.facts ?? {})).toBe(true);
  });

  it('REP-14 CLK-02 §2.6.1 another paper for another requester: the old wait ends, and the new one starts when it is asked for', () => {
    const road = accepted(other).takes(dev, 'who-is-asking', { requester: 'AGENT', careSigns: 'NONE' });
    road.takes(dev, 'ask-for-what-is-missing', { items: 'identity,authority', sentOn: '2026-10-01' });
    road.on('2026-10-12').takes(dev, 'who-is-asking', { requester: 'ATTORNEY', careSigns: 'NONE' });
    expect(road.state).toMatchObject({ stage: 'AWAITING_REQUESTER', facts: { awaiting: ['identity'] } });
    road.takes(rosa, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-09' });
    expect(road.view(dev).deadline).toMatchObject({ start: '2026-10-09' });
    road.takes(dev, 'ask-for-what-is-missing', { items: 'attorney', sentOn: '2026-10-12' });
    expect(road.view(dev).deadline).toMatchObject({ start: null });
    road.on('2026-10-20').takes(rosa, 'record-what-arrived', { items: 'attorney', arrivedOn: '2026-10-19' });
    expect(road.view(dev).deadline).toMatchObject({ start: '2026-10-19', due: '2026-11-19' });
  });
});
