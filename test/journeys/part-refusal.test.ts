import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendNotices } from '../../src/usecases/send-notices.js';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';

const NEIGHBOUR = 'Nell Neighbour';
const DIAGNOSIS = 'the diagnosis of 2019';
const factors = {
  confidence: 'true',
  capable: 'true',
  refused: 'true',
  refusedWhy: 'fear',
  consentSteps: 'wrote on 1 Nov: she said no, out of fear',
};

describe('A part refusal with a health professional who answers late', () => {
  let bot: Bot;
  let town: Town;
  let omar: Clerk;
  let ref: string;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    omar = await bot.person({ id: 'omar', name: 'Omar Owner' }, [{ role: 'OFFICER', directorate: 'HOU' }]);
    ref = await report(town.sam, {
      words: 'Everything about my flat and my complaint',
      address: '1 Sample Street',
      dateOfBirth: '1980-02-03',
    });
    await bringTo('assigned', town, ref);
    await bot.quiet();
  }, 60_000);
  afterAll(() => bot.stop());
  const advances = async (to: string) => {
    await town.sam.says(`advance ${to}`);
    await bot.quiet();
  };
  const state = async () => (await bot.rightsdesk.desk.requests.byRef(ref))!.state;

  it('SRC-01 SRC-02 LTR-14 §2.7 one form asks for the searches that the request points at; the owner sees the task and not the case', async () => {
    await town.ola.says(`case ${ref}`);
    await town.ola.does('Ask for a search…');
    await town.ola.does('Ask for a search', { owner: 'omar', terms: 'Jo Example, 1 Sample Street', where: 'the repairs folders' });
    expect(Object.values((await state()).items['tasks'] ?? {}).map((t) => t['system'])).toEqual(['HOUSING', 'ANITE', 'CRM', 'CASEWORK']);
    await bot.quiet();
    const task = omar.reads();
    for (const needed of [CALLER, 'Sun 3 Feb 1980', '1 Sample Street', 'the repairs folders', 'Mon 30 Nov 2026'])
      expect(task).toContain(needed);
    expect(task).toContain('That is a crime.');
    expect(task).toContain('An answer is needed also when nothing is held');
    for (const notTheirs of ['020 7946 0000', 'Everything about my flat', 'Dev Diao', 'History']) expect(task).not.toContain(notTheirs);
  });

  it('SRC-14 §2.7 the board holds the case until the last is found, nothing, withdrawn', async () => {
    const { ola } = town;
    await omar.takes(ref, 'answer-a-search', { answer: 'FOUND', pages: '200', minutes: '60' }, 't1');
    await omar.takes(ref, 'answer-a-search', { answer: 'FOUND', pages: '14', minutes: '10' }, 't2');
    const nil = {
      answer: 'NOTHING',
      minutes: '5',
      nilReason: 'NEVER',
      termsUsed: 'Jo Example',
      datesSearched: 'all',
      placesSearched: 'CRM',
    };
    await omar.takes(ref, 'answer-a-search', nil, 't3');
    await omar.takes(ref, 'answer-a-search', { answer: 'NOT_OURS', minutes: '2', whoMight: 'complaints unit' }, 't4');
    await bot.quiet();
    expect(ola.reads()).toContain('A search was answered as not theirs. Pass it on or withdraw it.');
    expect(ola.reads()).toContain('3 of 4 answered, 214 pages');
    await ola.takes(ref, 'pass-a-search-on', { owner: 'ola', passedWhy: 'the complaints unit says it is with us' }, 't4');
    await bot.quiet();
    expect(await omar.asksFor(ref)).toContain('There is no request with that reference that is open to you.');
  });

  it('SRC-14 §2.7 an open search is chased on its day, every two working days after, and the DIAO from the fourth', async () => {
    const { ola, dev } = town;
    const told = (who: Clerk, words: string) =>
      who
        .sees()
        .map(wordsIn)
        .filter((card) => card.includes(words) && card.includes(ref)).length;
    const chase = 'A search you were asked for is waiting for your answer.';
    for (const [day, times] of [
      ['2026-11-30', 1],
      ['2026-12-01', 1],
      ['2026-12-02', 2],
      ['2026-12-04', 3],
    ] as const) {
      await advances(day);
      expect(`${day} ${told(ola, chase)}`).toBe(`${day} ${times}`);
    }
    expect(told(dev, 'A search is late. Its owner has been asked several times.')).toBe(1);
    expect(await sendNotices(bot.rightsdesk.desk)).toBe(0);
    await ola.takes(ref, 'answer-a-search', { answer: 'FOUND', pages: '3', minutes: '5' }, 't4');
    await advances('2026-12-07');
    expect(told(ola, chase)).toBe(3);
  });

  it('ASS-01 ASS-02 EXM-03 §2.8 each record is decided by itself, and the board says how far it is', async () => {
    const { ola } = town;
    await ola.takes(ref, 'add-records', { description: 'letters about the rent', count: '9', recordPages: '2' });
    await ola.takes(ref, 'add-records', { description: 'report by the GP', kind: 'REPORT', recordPages: '6' });
    await ola.takes(ref, 'add-records', { description: `complaint by ${NEIGHBOUR}`, about: 'OTHER', recordPages: '3' });
    const { card } = await ola.takes(ref, 'give-several', { fromRecord: '1', toRecord: '9' });
    expect(wordsIn(card)).toContain('11 records: 9 given, 2 undecided');
    expect(wordsIn(card)).toContain('report by the GP');
    const doctor = {
      decision: 'WITHHOLD',
      exemption: 'EX-HEALTH',
      harmTo: 'PERSON',
      cite: 'true',
      fromPage: '2',
      toPage: '3',
      what: DIAGNOSIS,
      why: 'self-harm is likely',
    };
    const refused = await ola.takes(ref, 'redact-or-withhold', doctor, 'r10');
    expect(wordsIn(refused.card)).toContain('Nothing is kept back under this before they are asked. Say who.');
    await ola.takes(ref, 'redact-or-withhold', { ...doctor, consultee: 'Dr Sample, by letter' }, 'r10');
    const name = { limb: 'REMOVABLE', fromPage: '1', method: 'BLOCKED', what: `name of ${NEIGHBOUR}`, why: 'fear of retaliation' };
    await ola.takes(ref, 'weigh-the-third-party', { ...factors, ...name }, 'r11');
    expect(await ola.asksFor(ref)).toContain('11 records: 9 given, 1 redacted, 1 withheld');
    const register = JSON.stringify(await state());
    for (const word of [NEIGHBOUR, DIAGNOSIS, 'Dr Sample', 'the rent']) expect(register).not.toContain(word);
  });

  it('EX-HEALTH EXM-05 §3.5 the reply waits for the professional, who is asked again and answers late', async () => {
    const { ola } = town;
    await expect(ola.takes(ref, 'submit-for-approval')).rejects.toThrow('has no button for submit-for-approval');
    const stopped = await ola.presses('form', { ...(await ola.prepares(ref, 'add-a-note')).data, s: 'submit-for-approval' });
    expect(wordsIn(stopped.card)).toContain('Somebody whose view the reply waits for has not answered.');
    await advances('2026-12-14');
    expect(ola.sees().map(wordsIn).join()).toContain('Somebody who was asked for a view has not answered.');
    await ola.takes(
      ref,
      'record-the-view',
      { opinion: 'PART', answeredBy: 'Dr Sample', answeredOn: '2026-12-14', viewWords: 'page 2 only' },
      'c1',
    );
    await ola.asksFor(ref);
    expect(ola.buttons()).toContain('Submit for approval…');
  });

  it('DSP-11 EXM-07 §2.12 the approver reads the numbers, opens a record, and signs', async () => {
    const { ola, dev } = town;
    const { card } = await ola.takes(ref, 'submit-for-approval');
    expect(wordsIn(card)).toContain('Given in part; the rest withheld or redacted');
    await bot.quiet();
    expect(dev.reads()).toContain('11 records: 9 given, 1 redacted, 1 withheld');
    expect(dev.reads()).toContain('the search is complete; what is done with somebody else’s data; each exemption; sending the reply');
    await dev.does('Records');
    expect(
      dev
        .reads()
        .match(/Record \d+ ·/g)
        ?.slice(0, 3),
    ).toEqual(['Record 10 ·', 'Record 11 ·', 'Record 1 ·']);
    const entry = await dev.presses('entry', { ...dev.readies('Open').data, i: 'r10' });
    expect(wordsIn(entry.card)).toContain(DIAGNOSIS);
    expect(wordsIn(entry.card)).toContain('Serious harm to the body or mind');
    expect(wordsIn(entry.card)).toContain('pages 2 to 3');
    await dev.takes(ref, 'approve');
    expect((await state()).facts).toMatchObject({ result: 'GRANTED_PART', gates: ['G-SEARCH', 'G-TP', 'G-EXEMPT', 'G-RELEASE'] });
  });
});
