import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { someoneAsks, toTheChecklist, type Asked } from '../support/requesters.js';

const THREE = { wardCovers: 'true', actsFor: 'true', neededFor: 'true', complaint: 'damp in the flat' };
const CHECKED = 'CONSENT,STAFF_NAMES,ADDRESS,CODES,COMPLETE,UNALTERED,SUPPLEMENT,COVER,PLAIN,UNSAID';
const door = (memberRole: string) => ({
  requesterName: 'Max Member',
  channel: 'MEMBER',
  memberName: 'Max Member',
  memberRole,
  memberPurpose: 'a complaint about damp',
  behalf: 'OTHER',
  subjectName: 'Jo Example',
});

describe('A councillor asks for a constituent', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks(door('WARD'));
    await asked.town.dev.takes(asked.ref, 'who-is-asking', { requester: 'MEMBER_WARD', relation: 'ward councillor' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-16 OP-25 App. 1 authority is assumed only when all three answers are yes', async () => {
    const { dev } = asked.town;
    const no = await asked.says(dev, 'assume-the-members-authority', { ...THREE, wardCovers: 'false', sensitiveBasis: 'NOT_SENSITIVE' });
    expect(no).toContain('Without this, nothing may be assumed. Ask for a letter of authority.');
    expect((await asked.state()).facts['wardOn']).toBeUndefined();
  });

  it('REP-17 App. 1 what is particularly sensitive wants signed consent, or a reason why they would expect it', async () => {
    const { dev } = asked.town;
    const bare = await asked.says(dev, 'assume-the-members-authority', { ...THREE, sensitiveBasis: 'EXPECTED' });
    expect(bare).toContain('Say why they would expect it.');
    const answers = { ...THREE, sensitiveBasis: 'EXPECTED', sensitiveWhy: 'she asked him to look into her health needs' };
    expect(await asked.says(dev, 'assume-the-members-authority', answers)).toContain('Three answers, Mon 23 Nov 2026: damp in the flat');
    expect((await asked.state()).facts['sensitiveBasis']).toBe('EXPECTED');
  });

  it('REP-18 REP-20 LTR-30 App. 1 the notice goes with the data: only to help this person, and how it is kept safe', async () => {
    const { town, ref } = asked;
    await toTheChecklist(asked);
    await town.ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    await town.dev.takes(ref, 'approve');
    await town.ola.takes(ref, 'check-before-sending', { checks: CHECKED });
    await town.ola.takes(ref, 'type-the-address', { destination: 'Town Hall' });
    await town.dev.takes(ref, 'type-the-address-again', { destinationAgain: 'Town Hall' });
    expect(await town.ola.asksFor(ref)).toContain('State for what the member may use it');
    expect(town.ola.buttons()).not.toContain('Record as sent…');
    const terms = { memberPurposes: 'to answer the complaint about damp', leaves: 'true' };
    expect(await asked.says(town.ola, 'state-the-members-terms', terms)).toContain('Say how it is kept safe.');
    await town.ola.takes(ref, 'state-the-members-terms', { ...terms, securitySteps: 'a locked case, read by nobody else' });
    expect(town.ola.buttons()).toContain('Record as sent…');
    await town.ola.presses('letter', { r: (await asked.bot.rightsdesk.desk.requests.byRef(ref))!.id, l: 'member-notice' });
    const notice = town.ola.reads();
    for (const said of ['to answer the complaint about damp', 'only to help this person', 'a locked case', 'We keep a record'])
      expect(notice).toContain(said);
  });
});

describe('A councillor asks as a member of the council', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks(door('COUNCIL'));
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-19 REP-15 App. 1 what the duty needs and no more, and never access to a system', async () => {
    const { town, ref } = asked;
    expect(await town.dev.asksFor(ref)).toContain('An elected member, for their council duties, it seems');
    await town.dev.takes(ref, 'who-is-asking', { requester: 'MEMBER_COUNCIL' });
    const need = { duty: 'sits on the housing panel', scope: 'dates of the repairs' };
    expect(await asked.says(town.dev, 'record-the-need-to-know', { ...need, systemAccess: 'true' })).toContain(
      'No member gets general access',
    );
    expect(await asked.says(town.dev, 'record-the-need-to-know', need)).toContain('sits on the housing panel: dates of the repairs');
  });
});

describe('A councillor asks for a campaign', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks(door('POLITICAL'));
    await asked.town.dev.takes(asked.ref, 'who-is-asking', { requester: 'MEMBER_PARTY' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-21 REP-22 App. 1 nothing is given for a political purpose but by consent or one of two exceptions', async () => {
    const { town, ref } = asked;
    expect(await town.dev.asksFor(ref)).toContain('Nothing is given for a political purpose without the consent');
    const none = await asked.says(town.dev, 'weigh-political-use', { politicalException: 'NONE', linkable: 'false', exceptionWhy: 'none' });
    expect(none).toContain('Then it may not be given for a political purpose.');
    await town.dev.takes(ref, 'confirm-identity', { evidence: 'ID_OTHER' });
    expect(town.dev.buttons()).not.toContain('Confirm that it is valid…');
  });

  it('REP-23 App. 1 numbers that can be linked back to somebody are not anonymous', async () => {
    const { dev } = asked.town;
    const answers = { politicalException: 'AGGREGATE', exceptionWhy: 'tax bands by street' };
    const linkable = await asked.says(dev, 'weigh-political-use', { ...answers, linkable: 'true' });
    expect(linkable).toContain('Numbers that can be linked back to somebody are not anonymous.');
    await dev.takes(asked.ref, 'weigh-political-use', { ...answers, linkable: 'false' });
    expect((await asked.state()).facts['politicalException']).toBe('AGGREGATE');
  });
});
