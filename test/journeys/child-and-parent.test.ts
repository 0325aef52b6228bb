import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { someoneAsks, toTheChecklist, type Asked } from '../support/requesters.js';

const ABLE = { able: 'ABLE', assessment: 'Tom, her worker, spoke with her on 20 Nov' };
const BEST = { bestInterests: 'IN', bestInterestsWhy: 'needed for a school place' };
const CHECKED = 'CONSENT,STAFF_NAMES,ADDRESS,CODES,COMPLETE,UNALTERED,SUPPLEMENT,COVER,PLAIN,UNSAID';

describe('A mother asks for her daughter of twelve, who understands what is asked', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks({ requesterName: 'Mo Mother', behalf: 'CHILD', subjectName: 'Dee Daughter' });
    await asked.town.dev.takes(asked.ref, 'who-is-asking', { requester: 'PARENT', relation: 'mother', ageBand: 'FROM_12' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-07 §1.2.3 from twelve on a child is presumed able; what was found out decides', async () => {
    const { town, ref } = asked;
    expect(await town.dev.asksFor(ref)).toContain('Say whether the child understands what is asked.');
    await town.dev.does('Assess the child…');
    const form = JSON.stringify(town.dev.seesLast());
    expect(form).toContain('"value":"ABLE"');
    const bare = await asked.says(town.dev, 'assess-the-child', { ...ABLE });
    expect(bare).toContain('The child understands, so say whether the parent may be answered at all.');
    expect(await asked.says(town.dev, 'assess-the-child', { ...ABLE, childBasis: 'AUTHORISED' })).toContain('Say what shows it.');
    await town.dev.takes(ref, 'assess-the-child', { ...ABLE, childBasis: 'DIRECT' });
    expect((await asked.state()).facts).toMatchObject({ able: 'ABLE', childBasis: 'DIRECT' });
    expect(await town.dev.asksFor(ref)).toContain('The child, directly');
  });

  it('REP-08 §1.2.3 the reply is locked to the child: it cannot be sent to the mother', async () => {
    const { town, ref } = asked;
    await toTheChecklist(asked);
    await town.ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    await town.dev.takes(ref, 'approve');
    await town.ola.takes(ref, 'check-before-sending', { checks: CHECKED });
    expect(town.ola.buttons()).not.toContain('Type the address…');
    const wrong = await asked.says(town.ola, 'confirm-who-gets-it', { addressee: 'PARENT' });
    expect(wrong).toContain('The child understands and is answered directly');
    await town.ola.takes(ref, 'confirm-who-gets-it', { addressee: 'CHILD' });
    expect(town.ola.buttons()).toContain('Type the address…');
    await town.ola.does('Letters');
    await town.ola.presses('letter', { r: (await asked.bot.rightsdesk.desk.requests.byRef(ref))!.id, l: 'covering-letter' });
    expect(town.ola.reads()).toContain('Dear Dee Daughter');
    expect(town.ola.reads()).not.toContain('Mo Mother');
  });
});

describe('A father asks for a son of six; the parents are apart', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks({ requesterName: 'Fay Father', behalf: 'CHILD', subjectName: 'Sonny Son' });
    await asked.town.dev.takes(asked.ref, 'who-is-asking', { requester: 'PARENT', relation: 'father', ageBand: 'UNDER_12' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-09 CLK-02 §1.2.3(4) proof of parental responsibility is asked for, the clock waits, and nothing goes on without it', async () => {
    const { town, ref } = asked;
    await town.dev.takes(ref, 'assess-the-child', { able: 'NOT_ABLE', assessment: 'six years old' });
    await town.dev.takes(ref, 'ask-for-what-is-missing', { items: 'parental' });
    expect(await asked.clockSays()).toMatchObject({ start: null });
    await asked.advance('2026-11-26');
    await town.rosa.takes(ref, 'record-what-arrived', { items: 'parental', arrivedOn: '2026-11-25', document: 'PR_BIRTH' });
    expect(await asked.clockSays()).toMatchObject({ start: '2026-11-25' });
    const without = await asked.says(town.dev, 'check-parental-responsibility', { parentalSeen: 'false', parentalProof: 'says so' });
    expect(without).toContain('Without proof it does not go on.');
    await town.dev.takes(ref, 'check-parental-responsibility', { parentalSeen: 'true', parentalProof: 'full birth certificate' });
    expect(await town.dev.asksFor(ref)).toContain('Parental responsibility, seen Thu 26 Nov 2026');
  });

  it('REP-10 REP-11 §1.2.3(4) nothing is submitted before the child’s interests are weighed, with the risk where there is one', async () => {
    const { town, ref } = asked;
    await toTheChecklist(asked);
    expect(town.ola.buttons()).not.toContain('Submit for approval…');
    expect(await town.ola.asksFor(ref)).toContain('Weigh whether the parent acts in the child’s best interests.');
    const bare = await asked.says(town.ola, 'weigh-best-interests', { ...BEST, careful: 'CUSTODY' });
    expect(bare).toContain('Say what the risk is');
    await town.ola.takes(ref, 'weigh-best-interests', { ...BEST, careful: 'CUSTODY', riskNote: 'mother’s new address taken out' });
    const card = await town.ola.asksFor(ref);
    expect(card).toContain('Risk: mother’s new address taken out');
    expect(card).toContain('A risk is noted on this case.');
  });

  it('REP-10 T13 §1.2.3(4) the DIAO signs that gate with the reply, and the parent gets it', async () => {
    const { town, ref } = asked;
    await town.ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    expect(await town.dev.asksFor(ref)).toContain('the child’s best interests');
    await town.dev.takes(ref, 'approve');
    expect((await asked.state()).facts['gates']).toEqual(expect.arrayContaining(['G-PR', 'G-RELEASE']));
    await town.ola.takes(ref, 'check-before-sending', { checks: CHECKED });
    expect(await asked.says(town.ola, 'confirm-who-gets-it', { addressee: 'CHILD' })).toContain(
      'It was decided that the parent is answered.',
    );
    await town.ola.takes(ref, 'confirm-who-gets-it', { addressee: 'PARENT' });
    expect(JSON.stringify(await asked.state())).not.toContain('new address');
  });
});

describe('A child of eleven asks for her own file', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks({ requesterName: 'Kit Kid' });
    await asked.town.dev.takes(asked.ref, 'who-is-asking', { requester: 'CHILD', ageBand: 'UNDER_12' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-07 REP-08 §1.2.3(3) under twelve only proposes that she does not understand; an assessment that she does goes on', async () => {
    const { town, ref } = asked;
    await town.dev.says(`case ${ref}`);
    await town.dev.does('Assess the child…');
    expect(JSON.stringify(town.dev.seesLast())).toContain('"value":"NOT_ABLE"');
    await town.dev.takes(ref, 'assess-the-child', { able: 'NOT_ABLE', assessment: 'not asked yet' });
    expect(await town.dev.asksFor(ref)).toContain('Say who is asking');
    await town.dev.takes(ref, 'who-is-asking', { requester: 'PARENT', relation: 'mother', ageBand: 'UNDER_12', careSigns: 'NONE' });
    await town.dev.takes(ref, 'who-is-asking', { requester: 'CHILD', ageBand: 'UNDER_12' });
    await town.dev.takes(ref, 'assess-the-child', ABLE);
    await town.dev.takes(ref, 'confirm-identity', { evidence: 'ID_OTHER' });
    expect(town.dev.buttons()).toContain('Confirm that it is valid…');
  });
});
