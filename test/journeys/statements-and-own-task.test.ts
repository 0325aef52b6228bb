import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDocx } from '../letters/text-of.js';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, findAll, wordsIn } from '../support/clerk.js';
import { bringTo, CALLER, heard, report, settle, type Town } from '../support/town.js';

describe('What goes along with a reply, and what stays with a searcher', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());
  const idOf = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '';

  it('DSP-07 LTR-25 §2.11 a statement stands on the case for whoever approves, among the letters, and as a page to fetch', async () => {
    const { ola, dev, sam } = town;
    const ref = await report(sam);
    await bringTo('decided', town, ref);
    const says = 'Your date of birth was not right';
    const { card } = await ola.takes(ref, 'add-a-statement', { statement: 'WRONG', says, righted: 'AMENDED' });
    expect(wordsIn(card)).not.toContain('needs a change');
    await ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    expect(await dev.asksFor(ref)).toContain('something was wrong');
    const letters = wordsIn((await ola.presses('letters', { r: await idOf(ref) })).card);
    expect(letters).toContain('Something was wrong');
    const page = (await ola.presses('letter', { r: await idOf(ref), l: 'note-on-what-was-wrong' })).card;
    const url = String(findAll(page, (n) => n['type'] === 'Action.OpenUrl')[0]?.['url']);
    const { words } = readDocx(new Uint8Array(await (await fetch(url, { method: 'POST' })).arrayBuffer()));
    for (const said of [ref, says, 'A corrected copy is with this page']) expect(words).toContain(said);
    const wide = JSON.stringify([...town.housing.posts(), ...dev.posts().map(({ summary }) => summary)]);
    expect(wide).not.toContain(says);
  }, 60_000);

  it('ASG-03 SRC-14 SEC-14 §2.3.3 after a hand-over the former officer still answers the search that is theirs, and sees no more than that', async () => {
    const { ola, sam } = town;
    const omar = await bot.person({ id: 'omar', name: 'Omar Officer' }, [{ role: 'OFFICER', directorate: 'HOU' }]);
    const ref = await report(sam);
    await bringTo('searching', town, ref);
    await ola.takes(ref, 'hand-over', { officer: 'omar', handoverNote: 'Search for the tenancy is with me.' });
    await bot.quiet();
    const seen = await ola.asksFor(ref);
    for (const needed of [CALLER, 'all tenancies']) expect(seen).toContain(needed);
    for (const more of [heard.words, heard.contact, 'Search for the tenancy is with me', 'Omar']) expect(seen).not.toContain(more);
    expect(actionsOf(ola.seesLast()).map((a) => (a['data'] as { s?: string }).s)).not.toContain('hand-over');
    await ola.takes(ref, 'answer-a-search', { answer: 'FOUND', pages: '3', minutes: '5' }, 't1');
    const { state } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
    expect(state?.items['tasks']?.['t1']).toMatchObject({ owner: ola.id, answer: 'FOUND' });
    expect(state?.facts['caseOfficer']).toBe('omar');
    expect(await omar.asksFor(ref)).toContain('found, 3 pages');
  }, 60_000);
});
