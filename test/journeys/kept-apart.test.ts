import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hiddenWords } from '../../src/procedure/special-routes/adoption.js';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import { desk } from '../support/route-letters.js';
import { bind, bringTo, report, settle, type Town } from '../support/town.js';

const CHILDREN = '19:children@thread.tacv2';
const says = (text: string): string[] => hiddenWords.beginnings.filter((word) => new RegExp(`(^|[^a-z])${word}`, 'i').test(text));

describe('cases that only those named on them see', () => {
  let bot: Bot;
  let town: Town;
  let at: ReturnType<typeof desk>;
  let cara: Clerk;
  let chris: Clerk;
  let chloe: Clerk;
  let otto: Clerk;
  let hanna: Clerk;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    at = desk(bot);
    cara = await bot.person({ id: 'cara', name: 'Cara Ccu' }, [{ role: 'CCU' }]);
    chris = await bot.person({ id: 'chris', name: 'Chris Children' }, [{ role: 'DIAO', directorate: 'CHILD' }]);
    chloe = await bot.person({ id: 'chloe', name: 'Chloe Children' }, [{ role: 'DIAO', directorate: 'CHILD' }]);
    otto = await bot.person({ id: 'otto', name: 'Otto Officer' }, [{ role: 'OFFICER', directorate: 'CHILD' }]);
    hanna = await bot.person({ id: 'hanna', name: 'Hanna Historic' }, [{ role: 'HIST' }]);
    await bind(bot, town.ines, CHILDREN, 'CHILD');
  }, 60_000);
  afterAll(() => bot.stop());

  const childrens = async (stage: Parameters<typeof bringTo>[0], words: string): Promise<string> => {
    const ref = await report(town.sam, { words });
    if (((await at.facts(ref))['suggestedRoutes'] as string[]).length > 0)
      await town.rosa.takes(ref, 'screen-for-a-route', { routes: 'LEAVING_CARE' });
    await town.rosa.takes(ref, 'log-and-allocate', { post: 'CHILD-2' });
    const rest = { rosa: none, dev: chris, ola: otto };
    await bringTo(stage, rest, ref);
    return ref;
  };
  const opens = async (who: Clerk, ref: string): Promise<boolean> =>
    !(await who.asksFor(ref)).includes('There is no request with that reference');

  it('RTE-40 LTR-19 OP-40 §3.14 goes to the Historic SARs team at once; the month runs on and nobody else sees it', async () => {
    const { rosa, sam, ines, dev } = town;
    const ref = await report(sam, { words: 'I was abused in care and want my file' });
    expect(await opens(hanna, ref)).toBe(false);
    await rosa.takes(ref, 'screen-for-a-route', { routes: 'HISTORIC_ABUSE' });
    const due = (await at.pressed(ines, 'why', ref)).match(/\w{3} \d+ \w{3} 20\d\d/)?.[0];
    const handover = await at.letter(rosa, ref, 'handover');
    for (const said of ['Historic SARs', 'Jo Example', '020 7946 0000', 'goes on']) expect(handover).toContain(said);
    expect(await at.letter(rosa, ref, 'who-deals-with-it')).toContain('A team that does nothing else');
    await rosa.takes(ref, 'hand-to-the-team', { takenBy: 'Hanna Historic' });
    await bot.quiet();
    expect(hanna.reads()).toContain('The month goes on.');
    expect(await at.pressed(ines, 'why', ref)).toContain(due);
    expect(await Promise.all([rosa, cara, dev, chris].map((who) => opens(who, ref)))).toEqual([false, false, false, false]);
    expect(await Promise.all([hanna, ines].map((who) => opens(who, ref)))).toEqual([true, true]);
    const mine = wordsIn((await sam.says('my requests')).at(-1)?.card);
    expect(mine).toContain(ref);
    expect(mine).not.toMatch(/Legal|Record the answer|[Hh]istoric/);
    await hanna.takes(ref, 'record-their-answer');
    expect(await at.facts(ref)).toMatchObject({ outcome: 'HIST_HANDED', sentOn: '2026-11-23', late: false });
  }, 90_000);

  it('RTE-51 RTE-52 LTR-18 §3.7 branch A: asked for by name and nothing else, it is refused and the right way explained', async () => {
    const { rosa, sam } = town;
    const ref = await report(sam, { words: 'My adoption file' });
    await rosa.takes(ref, 'screen-for-a-route', { routes: 'ADOPTION_A' });
    await rosa.takes(ref, 'log-and-allocate', { post: 'CHILD-2' });
    expect(await opens(rosa, ref)).toBe(false);
    await chris.takes(ref, 'accept');
    expect(await opens(chloe, ref)).toBe(false);
    const words = await at.letter(chris, ref, 'another-procedure');
    for (const said of ['cannot give you adoption records', 'Adoption Records Team', 'Adoption Contact Register', 'ask a court'])
      expect(words).toContain(said);
    await chris.takes(ref, 'point-to-the-other-way', { method: 'SPECIAL_DELIVERY', proof: 'AB 1' });
    expect(await at.facts(ref)).toMatchObject({ result: 'OTHER_REGIME', sealed: 'A', restricted: true });
  }, 90_000);

  it('RTE-53 RTE-50 RTE-56 §3.7 branch B: the acknowledgement refuses that part with its route, and the rest is dealt with', async () => {
    const { rosa, sam } = town;
    const ref = await report(sam, { words: 'My adoption file and my school records' });
    await rosa.takes(ref, 'screen-for-a-route');
    expect((await at.facts(ref))['routes']).toEqual(['ADOPTION_B']);
    await rosa.takes(ref, 'log-and-allocate', { post: 'CHILD-2' });
    await chris.takes(ref, 'accept');
    const words = await at.letter(chris, ref, 'acknowledgement');
    for (const said of ['The part we cannot do this way', 'still deal with the rest', 'Adoption Records Team'])
      expect(words).toContain(said);
    await bringTo('decided', { rosa: none, dev: after(chris, 'accept'), ola: otto }, ref);
    await otto.takes(ref, 'add-records', { description: 'file of 1990', recordPages: '9' });
    await otto.takes(ref, 'other-rules-apply', { why: 'adoption panel papers' }, 'r2');
    expect(await at.refusal(otto, ref, 'decide-again', 'r2')).toContain('it cannot be given');
    expect((await at.found(ref)).state.items['records']?.['r2']).toMatchObject({ decision: 'WITHHOLD', code: 'EX-ADOPT', cite: true });
  }, 90_000);

  it('RTE-54 RTE-55 SEC-11 §3.7 branch C: the rest is given, and no word of it reaches requester, channel or a colleague', async () => {
    const { rosa, sam, ines, dev } = town;
    const ref = await childrens('decided', 'All my care records');
    expect(await opens(rosa, ref)).toBe(true);
    await otto.takes(ref, 'weigh-the-impact', { impact: 'none known', supports: 'NONE_WANTED' });
    await otto.takes(ref, 'add-records', { description: 'papers of a panel', recordPages: '9' });
    expect(wordsIn((await otto.says(`case ${ref}`)).at(-1)?.card)).not.toMatch(/adopt/i);
    await otto.takes(ref, 'other-rules-apply', { why: 'they are adoption papers' }, 'r2');
    expect(await Promise.all([rosa, cara, chloe, dev].map((who) => opens(who, ref)))).toEqual([false, false, false, false]);
    expect(await Promise.all([otto, chris, ines].map((who) => opens(who, ref)))).toEqual([true, true, true]);
    await ines.takes(ref, 'look-at-the-reply', { branch: 'C', branchWhy: 'the scope reaches them' });
    expect((await at.found(ref)).state.items['records']?.['r2']).toMatchObject({ silence: 'APPROVED', cite: false });
    await otto.takes(ref, 'submit-for-approval', { result: 'GRANTED_PART' });
    expect(await at.refusal(chris, ref, 'approve')).toContain('Information Governance looks at every reply from Children’s Services');
    await ines.takes(ref, 'look-at-the-reply', { branch: 'C', branchWhy: 'as before' });
    await chris.takes(ref, 'approve');
    for (const id of ['covering-letter', 'list-of-documents', 'how-we-use-your-information', 'acknowledgement'])
      expect([id, says(await at.letter(otto, ref, id))]).toEqual([id, []]);
    await bot.quiet();
    const outside = [sam, rosa, cara, chloe, dev].map((who) => who.reads()).concat(JSON.stringify(bot.teams.channel(CHILDREN).sees()));
    expect(outside.map(says)).toEqual(outside.map(() => []));
    for (const typed of ['my work', 'my requests', `search ${ref}`, `case ${ref}`, `why ${ref}`])
      for (const who of [sam, rosa, chloe]) expect([typed, says(wordsIn((await who.says(typed)).at(-1)?.card))]).toEqual([typed, []]);
    const { state, steps } = {
      state: (await at.found(ref)).state,
      steps: await bot.rightsdesk.desk.requests.history((await at.found(ref)).id),
    };
    expect(JSON.stringify([state.facts, steps.map(({ step }) => [step.id, step.answers])])).not.toMatch(/adoption|branch/i);
  }, 120_000);

  it('SEC-11 §3.7 the check is the same on a reply in which there is nothing to find, and on no other directorate’s', async () => {
    const { rosa, ines, dev, ola } = town;
    const ref = await childrens('approval', 'My school admission');
    expect(await at.refusal(chris, ref, 'approve')).toContain('Information Governance looks at every reply from Children’s Services');
    await ines.takes(ref, 'look-at-the-reply', { branch: 'NONE', branchWhy: 'school only' });
    expect(await opens(rosa, ref)).toBe(true);
    expect(wordsIn((await ola.says(`history ${ref}`)).at(-1)?.card)).not.toMatch(/adopt/i);
    const history = await at.pressed(chris, 'history', ref);
    expect(history).toContain('made the check of a Children’s Services reply');
    expect(says(history)).toEqual([]);
    await chris.takes(ref, 'approve');
    const housing = await report(town.sam);
    await bringTo('approved', { rosa, dev, ola }, housing);
    expect((await at.found(housing)).state.stage).toBe('READY_TO_SEND');
  }, 120_000);

  it('SEC-14 MON-09 §1.3 an employee who asks that few see it: named people only, each look logged, and “other” in reports', async () => {
    const { rosa, sam, ines, dev } = town;
    const ref = await report(sam, { words: 'my grievance file' });
    await rosa.takes(ref, 'screen-for-a-route', { routes: 'EMPLOYEE_RECORDS,EMPLOYEE_CONFIDENTIAL' });
    await bringTo('searching', town, ref);
    const dina = await bot.person({ id: 'dina', name: 'Dina Diao' }, [{ role: 'DIAO', directorate: 'HOU' }]);
    expect(await opens(dina, ref)).toBe(false);
    expect(await opens(rosa, ref)).toBe(false);
    expect(wordsIn((await rosa.says('search Jo Example')).at(-1)?.card)).not.toContain(ref);
    await ines.takes(ref, 'let-a-colleague-see-it', { approver: 'dina', needWhy: 'approves it' });
    await bot.quiet();
    expect(dina.reads()).toContain('You are named on a restricted case.');
    expect(await opens(dina, ref)).toBe(true);
    const undo = await dev.takes(ref, 'screen-for-a-route', { routes: 'EMPLOYEE_RECORDS', routeNote: 'They do not mind.' });
    expect(wordsIn(undo.card)).toContain('Only Information Governance opens a restricted case to others again.');
    await ines.takes(ref, 'screen-for-a-route', { routes: 'EMPLOYEE_RECORDS', routeNote: 'They do not mind any more.' });
    expect(await opens(rosa, ref)).toBe(true);
  }, 90_000);
});

const none: Clerk = { takes: () => Promise.resolve({}) } as never;
/** Leaves out a step that was taken already. */
const after = (who: Clerk, taken: string): Clerk => ({ ...who, takes: (ref, step, ...rest) => (step === taken ? Promise.resolve({} as never) : who.takes(ref, step, ...rest)) }); // prettier-ignore
