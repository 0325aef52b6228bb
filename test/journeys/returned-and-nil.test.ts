import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn } from '../support/clerk.js';
import { bringTo, report, settle, type Town } from '../support/town.js';
import { ofExemption } from '../support/exemption-answers.js';

describe('Replies that come back, and replies that hold nothing', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());
  const recordsOf = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))!.state.items['records'] ?? {};

  it('DSP-11 EXM-01 §2.12 a reply returned with a question on one record: that record is decided again, and only then it is submitted', async () => {
    const { ola, dev } = town;
    const ref = await report(town.sam);
    await bringTo('assessing', town, ref);
    await ola.takes(ref, 'add-records', { description: 'letters', count: '2', giveNow: 'true' });
    await ola.takes(ref, 'add-records', { description: 'reference by a landlord', kind: 'REFERENCE', recordPages: '2' });
    const reference = {
      ...ofExemption['EX-REF'],
      cite: 'true',
      decision: 'WITHHOLD',
      exemption: 'EX-REF',
      fromPage: '1',
      what: 'what he says of her',
      why: 'given in confidence',
    };
    await ola.takes(ref, 'redact-or-withhold', reference, 'r3');
    await ola.takes(ref, 'submit-for-approval');
    await bot.quiet();
    expect(dev.reads()).toContain('3 records: 2 given, 1 withheld');

    const board = await dev.takes(ref, 'question-a-record', { questionedWhy: 'He agreed last year: look again.' }, 'r3');
    expect(wordsIn(board.card)).toContain('Records');
    await dev.asksFor(ref);
    expect(dev.buttons()).toContain('Return…');
    expect(dev.buttons()).not.toContain('Approve');
    const { card } = await dev.takes(ref, 'return-to-the-officer', { reasons: 'One record to look at again.' });
    expect(wordsIn(card)).toContain('You returned the reply');
    await bot.quiet();
    expect(ola.reads()).toContain('The reply was returned to you with reasons.');
    expect(ola.reads()).toContain('3 records: 2 given, 1 undecided');
    const entry = await ola.presses('entry', { ...(await ola.prepares(ref, 'add-a-note')).data, c: 'records', i: 'r3' });
    expect(wordsIn(entry.card)).toContain('He agreed last year: look again.');
    expect(wordsIn(entry.card)).toContain('returned: to be decided again');
    expect(wordsIn(entry.card)).toContain('given in confidence');

    expect(ola.buttons()).not.toContain('Submit for approval…');
    await ola.takes(ref, 'give-a-record', {}, 'r3');
    expect(await recordsOf(ref)).toMatchObject({ r3: { decision: 'GIVE', returnedOn: '2026-11-23' } });
    await ola.takes(ref, 'submit-for-approval');
    await dev.takes(ref, 'approve');
    expect(await ola.asksFor(ref)).toContain('All given');
  }, 60_000);

  it('SRC-14 ENT-05 §2.4.1 a nil reply: every search held nothing, so it goes to the approver without records', async () => {
    const { ola, dev } = town;
    const ref = await report(town.sam);
    await bringTo('searching', town, ref);
    await ola.takes(ref, 'ask-for-a-search', { system: 'CRM', owner: 'ola', terms: 'Jo Example' });
    const nothing = {
      answer: 'NOTHING',
      minutes: '10',
      nilReason: 'NEVER',
      termsUsed: 'Jo Example',
      datesSearched: 'all',
      placesSearched: 'all',
    };
    await ola.takes(ref, 'answer-a-search', nothing, 't1');
    const { card } = await ola.takes(ref, 'answer-a-search', { ...nothing, nilReason: 'DESTROYED' }, 't2');
    expect(wordsIn(card)).toContain('nothing held: this person does not appear here');
    expect(wordsIn(card)).toContain('nothing held: destroyed when its time was over');
    const wrong = await ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    expect(wordsIn(wrong.card)).toContain('This does not agree with the searches and the schedule.');
    await ola.takes(ref, 'submit-for-approval');
    await bot.quiet();
    expect(dev.reads()).toContain('Nothing held, confirmed');
    await dev.takes(ref, 'approve');
    expect((await bot.rightsdesk.desk.requests.byRef(ref))?.state.facts).toMatchObject({
      result: 'NOT_HELD',
      gates: ['G-SEARCH', 'G-RELEASE'],
    });
  }, 60_000);

  it('EX-CRIME EXM-06 G-SILENT §3.12 silence waits for Information Governance, who is told and sees why', async () => {
    const { ola, ines } = town;
    const ref = await report(town.sam);
    await bringTo('assessing', town, ref);
    await ola.takes(ref, 'add-records', { description: 'note of an informant', kind: 'NOTE' });
    const crime = {
      decision: 'WITHHOLD',
      ...ofExemption['EX-CRIME'],
      exemption: 'EX-CRIME',
      fromPage: '1',
      what: 'who told us',
      why: 'trial in May',
      consultee: 'PC Example',
    };
    const named = { ...crime, ...ofExemption['EX-REF'], exemption: 'EX-REF', cite: 'false', silenceWhy: 'it would warn' };
    expect(wordsIn((await ola.takes(ref, 'redact-or-withhold', named, 'r1')).card)).toContain(
      'This exemption is always named to the requester.',
    );
    await ola.takes(ref, 'redact-or-withhold', { ...crime, cite: 'false', silenceWhy: 'it would warn them' }, 'r1');
    await bot.quiet();
    expect(ines.reads()).toContain('An exemption is not to be named to the requester. Approve that or not.');
    const { data } = await ines.prepares(ref, 'approve-silence', { silent: 'APPROVED' }, 'r1');
    const entry = await ines.presses('entry', { ...data, c: 'records', i: 'r1' });
    expect(wordsIn(entry.card)).toContain('it would warn them');
    await ines.takes(ref, 'approve-silence', { silent: 'APPROVED' }, 'r1');
    await bot.quiet();
    expect(ola.reads()).toContain('Information Governance has decided whether the exemption is named.');
    await ola.takes(ref, 'record-the-view', { opinion: 'KEEP', answeredBy: 'PC Example', viewWords: 'trial in May' }, 'c1');
    expect(wordsIn((await ola.takes(ref, 'submit-for-approval')).card)).toContain('Nothing given: all of it is exempt');
  }, 60_000);
});
