import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringTo, report } from '../support/town.js';
import { someoneAsks, type Asked } from '../support/requesters.js';

describe('A colleague who is a tenant too asks from her work mail', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks({ requesterName: 'Emma Employee', channel: 'WORK_MAIL', writtenFrom: 'emma@council.example' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-31 VAL-08 §2.4.3 her work address is proof enough, how she is known is said, and the card tells what to look for', async () => {
    const { town, ref } = asked;
    const card = await town.dev.asksFor(ref);
    for (const said of [
      'Staff: asked from a work address',
      'Colleagues’ mail is searched too',
      'A tenant or customer as well? Search both.',
    ])
      expect(card).toContain(said);
    await town.dev.does('Confirm identity…');
    expect(JSON.stringify(town.dev.seesLast())).toContain('"value":"ID_WORKMAIL"');
    await town.dev.does('Confirm identity', { basis: 'wrote from her council address; tenant since 2014' });
    expect((await asked.state()).facts).toMatchObject({ identity: 'ID_WORKMAIL' });
  });
});

describe('An agent turns out to ask for himself, and a tenant turns out to ask for his mother', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks({ behalf: 'OTHER', subjectName: 'Jo Example' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-02 CLK-02 §2.6.1 the clock no longer waits for an authority that nobody has to show', async () => {
    const { town, ref } = asked;
    await town.dev.takes(ref, 'who-is-asking', { requester: 'AGENT' });
    await town.dev.takes(ref, 'ask-for-what-is-missing', { items: 'authority' });
    expect(await asked.clockSays()).toMatchObject({ start: null });
    await asked.advance('2026-11-30');
    await town.dev.takes(ref, 'who-is-asking', { requester: 'SELF' });
    expect(await asked.clockSays()).toMatchObject({ start: '2026-11-23', due: '2026-12-23' });
    expect(await asked.state()).toMatchObject({ stage: 'VALIDATING', facts: { awaiting: [] } });
    expect(await town.dev.asksFor(ref)).not.toContain('no reply came');
  });

  it('REP-02 CLK-02 §1.2.3 found out while searching: the authority is waited for, and then the search goes on where it was', async () => {
    const { town } = asked;
    const ref = await report(town.sam, { heardOn: '2026-11-27' });
    await bringTo('searching', town, ref);
    await town.dev.takes(ref, 'who-is-asking', { requester: 'RELATIVE', relation: 'son', careSigns: 'NONE' });
    await town.dev.takes(ref, 'ask-for-what-is-missing', { items: 'authority' });
    const state = async () => (await asked.bot.rightsdesk.desk.requests.byRef(ref))!.state;
    expect(await state()).toMatchObject({ stage: 'AWAITING_REQUESTER', facts: { resumeAt: 'SEARCHING' } });
    await asked.advance('2026-12-03');
    await town.rosa.takes(ref, 'record-what-arrived', { items: 'authority', arrivedOn: '2026-12-02' });
    expect((await state()).stage).toBe('SEARCHING');
    expect((await state()).facts['resumeAt']).toBeUndefined();
    await town.ola.takes(ref, 'answer-a-search', { answer: 'FOUND', pages: '3', minutes: '5' }, 't1');
    await town.ola.takes(ref, 'add-records', { description: 'letters', recordPages: '3', giveNow: 'true' });
    expect(town.ola.buttons()).not.toContain('Submit for approval…');
    const good = { letter: 'SIGNED,DATED,NAMED', letterDated: '2026-12-01', ids: 'SUBJECT,AGENT', satisfiedBy: 'she phoned us' };
    await town.dev.takes(ref, 'check-the-authority', good);
    await town.ola.says(`case ${ref}`);
    expect(town.ola.buttons()).toContain('Submit for approval…');
  });
});
