import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import { desk } from '../support/route-letters.js';
import { bringTo, report, settle, type Stage, type Town } from '../support/town.js';

describe('data that is asked for in a way of its own', () => {
  let bot: Bot;
  let town: Town;
  let dora: Clerk;
  let at: ReturnType<typeof desk>;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    dora = await bot.person({ id: 'dora', name: 'Dora Dpo' }, [{ role: 'DPO' }]);
    at = desk(bot);
  }, 60_000);
  afterAll(() => bot.stop());

  /** Reported, put on the route by the call centre, brought to the stage. */
  const on = async (route: string, stage: Stage, words = 'Everything you hold on me about my housing'): Promise<string> => {
    const ref = await report(town.sam, { words });
    await town.rosa.takes(ref, 'screen-for-a-route', { routes: route });
    await bringTo(stage, town, ref);
    return ref;
  };
  const submits = (ref: string) => at.refusal(town.ola, ref, 'submit-for-approval');

  it('RTE-10 RTE-12 LTR-05 §2.7.1(d) footage is looked for only when date, place, time and a description are known', async () => {
    const { ola, dev } = town;
    const ref = await on('CCTV', 'assigned', 'The CCTV footage of me in the car park');
    expect(await at.refusal(ola, ref, 'ask-for-a-search')).toContain('Fill in the CCTV form first.');
    const form = await at.letter(dev, ref, 'cctv-form');
    for (const said of ['The date', 'The time, as near as you can', 'The place', 'your clothes', 'Anything else'])
      expect(form).toContain(said);
    const described = { footageOn: '2026-11-20', footageTime: 'about 2 pm', footagePlace: 'Sample Street', looks: 'red coat' };
    const { card } = await ola.takes(ref, 'fill-in-the-cctv-form', described);
    expect(wordsIn(card)).toContain('Fri 20 Nov 2026, about 2 pm; Sample Street; red coat');
    expect(JSON.stringify((await at.found(ref)).state)).not.toContain('red coat');
    expect(Object.values((await at.found(ref)).state.items['holds'] ?? {})).toEqual([
      expect.objectContaining({ system: 'CCTV', recordedOn: '2026-11-20' }),
    ]);
    await ola.takes(ref, 'ask-for-a-search', { system: 'CCTV', owner: ola.id, terms: 'red coat' });
    expect((await at.found(ref)).state.stage).toBe('SEARCHING');
  }, 90_000);

  it('RTE-20 RTE-14 RTE-21 §2.7.1(e) a recorded call: recording or transcript, and the reply says what becomes of it', async () => {
    const { ola } = town;
    const ref = await on('CALLS', 'decided', 'The recording of my call');
    expect(await submits(ref)).toContain('the recording or a transcript');
    await ola.takes(ref, 'choose-recording-or-transcript', { callOn: '2026-11-02', callForm: 'TRANSCRIPT' });
    await bringTo('approval', { ...town, rosa: idle(town.rosa), dev: idle(town.dev), ola: only(town.ola, 'submit-for-approval') }, ref);
    await town.dev.takes(ref, 'approve');
    expect(await at.refusal(ola, ref, 'record-as-sent')).toContain('the recording was or will be deleted');
    await ola.takes(ref, 'say-what-is-deleted', { deletionSaid: 'WILL' });
    expect(await at.facts(ref)).toMatchObject({ deletionSaid: 'WILL', holdUntil: '2027-01-23', callForm: 'TRANSCRIPT' });
    expect(await ola.asksFor(ref)).toContain('It will be deleted when the time for a review is over');
  }, 90_000);

  it('RTE-23 LTR-04 OP-37 §2.7.1(f) unstructured paper is searched once it is described, and IG may be asked about the limits', async () => {
    const { ola, ines, dev } = town;
    const ref = await on('UNSTRUCTURED', 'assigned');
    expect(await at.refusal(ola, ref, 'ask-for-a-search')).toContain('only when the requester has described it');
    const asked = { items: 'clarity', question: 'Which meeting was it?', offered: 'HOU', holdsMuch: 'true' };
    await dev.takes(ref, 'ask-for-what-is-missing', asked);
    expect(await at.letter(dev, ref, 'asking-for-what-is-missing')).toContain('tell us the day, and what it was about');
    expect(wordsIn((await dev.says(`why ${ref}`)).at(-1)?.card)).toContain('Clock paused');
    await dev.takes(ref, 'record-what-arrived', { items: 'clarity', answer: 'the panel of 3 May' });
    await ola.takes(ref, 'describe-the-paper', { paperDescription: 'minutes of the panel', paperFrom: '2019-05-03', paperLimits: 'true' });
    await bot.quiet();
    expect(ines.reads()).toContain('Advise on the legal limits.');
    await ola.takes(ref, 'ask-for-a-search', { system: 'UNSTRUCT', owner: ola.id, terms: 'minutes' });
    expect((await at.found(ref)).state.stage).toBe('SEARCHING');
  }, 90_000);

  it('RTE-24 RTE-25 G-BACKUP §2.7.1(c) a back-up is restored when the council would do so for itself, which the DPO decides', async () => {
    const { ola } = town;
    const ref = await on('BACKUP', 'decided');
    expect(await submits(ref)).toContain('how the back-up differs from live data');
    await ola.takes(ref, 'compare-the-backup', { backupDifference: 'NOT_LIVE', backupWhat: 'mails of 2020' });
    await bot.quiet();
    expect(dora.reads()).toContain('The decision is yours.');
    expect(await submits(ref)).toContain('has not decided whether the back-up is restored');
    await dora.takes(ref, 'decide-on-the-backup', { backup: 'NOT', backupWhy: 'We never would.' });
    await ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    expect(await at.facts(ref)).toMatchObject({ backup: 'NOT', backupDifference: 'NOT_LIVE' });
  }, 90_000);

  it('RTE-26 LTR-20 §2.7.1(g) one application is enough for a record shared with the NHS Trust', async () => {
    const { ola } = town;
    const ref = await on('JOINT_HEALTH', 'decided');
    expect(await submits(ref)).toContain('The NHS Trust has not been asked.');
    await ola.takes(ref, 'ask-the-trust', { trustContact: 'Records team, Sample Trust', trustBy: '2026-12-07' });
    const words = await at.letter(ola, ref, 'to-the-trust');
    for (const said of ['Records team, Sample Trust', 'One request is enough', '7 December 2026']) expect(words).toContain(said);
    expect(await submits(ref)).toContain('The NHS Trust has not replied.');
    await ola.takes(ref, 'record-the-trusts-reply', { trustReply: 'Two letters, sent today.' });
    await ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    expect((await at.found(ref)).state.stage).toBe('APPROVAL');
  }, 90_000);

  it('RTE-60 §3.13 the file of a care leaver: no exemption, but the impact is weighed and support offered', async () => {
    const { ola } = town;
    const ref = await on('LEAVING_CARE', 'decided', 'My care records');
    expect(await submits(ref)).toContain('how the file may affect this person and their family');
    await ola.takes(ref, 'weigh-the-impact', { impact: 'letters of a brother', supports: 'WORKER,COUNSELLING' });
    expect(await at.facts(ref)).toMatchObject({ impactOn: '2026-11-23', supports: ['WORKER', 'COUNSELLING'] });
    await ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    expect((await at.found(ref)).state.stage).toBe('APPROVAL');
  }, 90_000);

  it('RTE-30 RTE-31 LTR-21 §1.2.6 a viewing is offered, never imposed; who declines it gets a copy', async () => {
    const { ola } = town;
    const ref = await on('VIEWING', 'decided');
    expect(await submits(ref)).toContain('The viewing has not been offered yet.');
    await ola.takes(ref, 'offer-a-viewing', { workerOffered: 'true', counsellingOffered: 'true' });
    const words = await at.letter(ola, ref, 'viewing');
    for (const said of ['You do not have to.', 'a social worker can be with you', 'an interpreter', 'a counsellor'])
      expect(words).toContain(said);
    await ola.takes(ref, 'arrange-the-viewing', { viewing: 'DECLINED' });
    const viewed = await ola.takes(ref, 'submit-for-approval', { result: 'VIEWED' });
    expect(wordsIn(viewed.card)).toContain('They have not agreed to see the file');
    await ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    expect((await at.found(ref)).state.stage).toBe('APPROVAL');
  }, 90_000);

  it('RTE-32 RTE-33 RTE-34 §1.2.6 an agreed viewing has its interpreter, its place and a file that was checked first; outcome VIEWED', async () => {
    const { ola } = town;
    const ref = await on('VIEWING', 'decided');
    await ola.takes(ref, 'offer-a-viewing', { workerOffered: 'true', counsellingOffered: 'true' });
    const agreed = { viewing: 'AGREED', viewingOn: '2026-12-01', viewingPlace: 'Sample House', worker: 'Wyn Worker' };
    const short = await ola.takes(ref, 'arrange-the-viewing', agreed);
    expect(wordsIn(short.card)).toContain('Say whether an interpreter is needed.');
    expect(wordsIn(short.card)).toContain('Both are seen to before anybody is invited.');
    const seen = { interpreter: 'APPROVED', needs: 'BUILDING,SUITABLE', counsellingTaken: 'true' };
    await ola.takes(ref, 'arrange-the-viewing', { ...agreed, ...seen });
    expect(await submits(ref)).toContain('The file was not checked for what is exempt.');
    await ola.takes(ref, 'check-the-file-first', { checkedBy: 'Ola Officer', covered: 'a name on page 3' });
    await ola.takes(ref, 'submit-for-approval', { result: 'VIEWED' });
    expect(await at.facts(ref)).toMatchObject({ result: 'VIEWED', interpreter: 'APPROVED', counsellingTaken: true });
  }, 90_000);
});

const idle = (who: Clerk): Clerk => ({ ...who, takes: () => Promise.resolve({} as never) });
/** Takes this step and no other. */
const only = (who: Clerk, wanted: string): Clerk => ({ ...who, takes: (ref, step, ...rest) => (step === wanted ? who.takes(ref, step, ...rest) : Promise.resolve({} as never)) }); // prettier-ignore
