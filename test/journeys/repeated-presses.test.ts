import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, answersIn, wordsIn } from '../support/clerk.js';
import { bringTo, heard, report, REST, settle, type Town } from '../support/town.js';

describe('Presses that come twice, late, or at the same moment', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());
  const historyOf = async (ref: string) => {
    const { requests } = bot.rightsdesk.desk;
    return (await requests.history((await requests.byRef(ref))?.id ?? '')).map((h) => h.step.id);
  };

  it('INT-06 a report recorded twice, with the same and with a new activity id and both at once, has one reference', async () => {
    const { sam } = town;
    const reviews = [1, 2].map(() => sam.presses('review-report', { d: 'draft-1', ...REST, ...heard }));
    for (const { card } of await Promise.all(reviews)) expect(wordsIn(card)).toContain('Is this right?');
    const press = () => sam.presses('record-report', { d: 'draft-1' });
    const both = await Promise.all([press(), press()]);
    const same = await sam.presses('record-report', { d: 'draft-1' }, { activityId: 'f:same' });
    const sameAgain = await sam.presses('record-report', { d: 'draft-1' }, { activityId: 'f:same' });
    const refs = [...both, same, sameAgain].map(({ card }) => /DR-2026-\d{4}/.exec(wordsIn(card))?.[0]);
    expect(new Set(refs).size).toBe(1);
    await sam.says('my requests');
    expect(actionsOf(sam.seesLast()).filter((a) => a['verb'] === 'open')).toHaveLength(1);
  });

  it('INT-06 what stands on an old card after the report was recorded can neither undo it nor swallow a second report', async () => {
    const { sam } = town;
    await sam.presses('review-report', { d: 'draft-2', ...REST, ...heard });
    const recorded = wordsIn((await sam.presses('record-report', { d: 'draft-2' })).card);
    const ref = /DR-2026-\d{4}/.exec(recorded)?.[0] ?? '';
    expect(wordsIn((await sam.presses('cancel-report', { d: 'draft-2' })).card)).toContain(ref);
    expect(wordsIn((await sam.presses('edit-report', { d: 'draft-2' })).card)).toContain(ref);
    const again = await sam.presses('review-report', { d: 'draft-2', ...REST, ...heard, requesterName: 'Al Another' });
    expect(wordsIn(again.card)).toContain(`${ref}`);
    expect(answersIn(again.card)).toMatchObject({ requesterName: 'Al Another' });
    const button = actionsOf(again.card).find((a) => a['verb'] === 'review-report');
    const review = await sam.presses('review-report', { ...(button?.['data'] as object), ...answersIn(again.card) });
    const record = actionsOf(review.card).find((a) => a['verb'] === 'record-report');
    const second = await sam.presses('record-report', record?.['data'] as Record<string, unknown>);
    expect(wordsIn(second.card)).toMatch(/DR-2026-\d{4}/);
    expect(wordsIn(second.card)).not.toContain(ref);
  });

  it('ASG-01 ASG-04 a step pressed again gives the same answer and stands once in the history, also when both arrive together', async () => {
    const { sam, rosa, dev } = town;
    const ref = await report(sam);
    const allocate = await rosa.prepares(ref, 'log-and-allocate', { post: 'HOU-3' });
    const both = await Promise.all([rosa.sends(allocate), rosa.sends(allocate)]);
    const later = await rosa.sends(allocate, { activityId: 'f:again' });
    for (const { card } of [...both, later]) expect(wordsIn(card)).toContain('You logged it and allocated it.');
    expect(wordsIn(later.card)).toContain('It was recorded once.');
    await dev.takes(ref, 'accept');
    expect(wordsIn((await rosa.sends(allocate)).card)).toContain('It was recorded once.');
    expect(await historyOf(ref)).toEqual(['report-a-request', 'log-and-allocate', 'accept']);
    await bot.quiet();
    expect(town.housing.sees().filter((card) => wordsIn(card).includes(ref))).toHaveLength(1);
  });

  it('ASG-04 Open pressed in the channel and delivered twice sends the case once', async () => {
    const { dev, sam, housing } = town;
    const ref = await report(sam);
    await bringTo('allocated', town, ref);
    await bot.quiet();
    const card = housing.sees().find((posted) => wordsIn(posted).includes(ref));
    const open = actionsOf(card).find((a) => a['verb'] === 'open')?.['data'] as Record<string, unknown>;
    const before = dev.posts().length;
    for (let i = 0; i < 2; i += 1) await dev.presses('open', open, { channel: housing.id, activityId: 'f:open' });
    await bot.quiet();
    expect(dev.posts()).toHaveLength(before + 1);
  });

  it('DSP-09 somebody else acted first: the form comes back with the words and says who did what', async () => {
    const { sam, rosa, dev } = town;
    const ref = await report(sam);
    await bringTo('allocated', town, ref);
    const note = await rosa.prepares(ref, 'add-a-note', { note: 'The caller **rang** again & asked for "all".' });
    await dev.takes(ref, 'accept');
    const { card } = await rosa.sends(note);
    expect(wordsIn(card)).toContain('Dev Diao accepted the request for the directorate on Mon 23 Nov, 10:00');
    expect(answersIn(card)).toMatchObject({ note: 'The caller **rang** again & asked for "all".' });
    const again = actionsOf(card).find((a) => a['verb'] === 'add-a-note')?.['data'] as object;
    const taken = await rosa.presses('add-a-note', { ...again, ...answersIn(card) });
    expect(wordsIn(taken.card)).toContain('You added a note.');
    expect(await historyOf(ref)).toEqual(['report-a-request', 'log-and-allocate', 'accept', 'add-a-note']);
  });

  it('ASG-04 two colleagues press at the same moment: one step is taken, the other is told who took it', async () => {
    const { sam } = town;
    const dan = await bot.person({ id: 'dan', name: 'Dan Diao' }, [{ role: 'DIAO', directorate: 'HOU' }]);
    const ref = await report(sam);
    await bringTo('allocated', town, ref);
    const [one, two] = await Promise.all([town.dev.prepares(ref, 'accept'), dan.prepares(ref, 'accept')]);
    const cards = await Promise.all([town.dev.sends(one), dan.sends(two)]);
    const words = cards.map(({ card }) => wordsIn(card)).sort((a) => (a.includes('You accepted') ? -1 : 1));
    expect(words[0]).toContain('You accepted the request');
    expect(words[1]).toMatch(/(Dev|Dan) Diao accepted the request for the directorate/);
    expect(words[1]).not.toContain('Nothing you typed is lost');
    expect(await historyOf(ref)).toEqual(['report-a-request', 'log-and-allocate', 'accept']);
  });

  it('CLK-12 a correction pressed twice stands once, and one overtaken comes back with its words', async () => {
    const { sam, rosa, dev } = town;
    const ref = await report(sam);
    await bringTo('allocated', town, ref);
    const correct = async (answers: object) => {
      const { card } = await rosa.presses('correct-form', { ...(await rosa.prepares(ref, 'add-a-note')).data, n: 1 });
      const data = actionsOf(card).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object;
      return { ...data, ...answersIn(card), ...answers };
    };
    const first = await correct({ heardOn: '2026-11-20', correctionReason: 'wrong day' });
    const both = await Promise.all([rosa.presses('correct-an-earlier-step', first), rosa.presses('correct-an-earlier-step', first)]);
    for (const { card } of both) expect(wordsIn(card)).toContain('You corrected an earlier step.');
    const second = await report(sam);
    await bringTo('allocated', town, second);
    const { card: form } = await rosa.presses('correct-form', { ...(await rosa.prepares(second, 'add-a-note')).data, n: 1 });
    const late = { ...(actionsOf(form).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object), ...answersIn(form) };
    await dev.takes(second, 'accept');
    const back = await rosa.presses('correct-an-earlier-step', { ...late, words: 'Repairs only', correctionReason: 'misheard' });
    expect(wordsIn(back.card)).toContain('Dev Diao accepted the request');
    expect(answersIn(back.card)).toMatchObject({ words: 'Repairs only', correctionReason: 'misheard' });
    const again = actionsOf(back.card).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object;
    await rosa.presses('correct-an-earlier-step', { ...again, ...answersIn(back.card) });
    expect(await historyOf(second)).toEqual(['report-a-request', 'log-and-allocate', 'accept', 'correct-an-earlier-step']);
  });

  it('an old client presses by a message without words and gets its answer as a new card', async () => {
    const { sam, rosa } = town;
    const ref = await report(sam);
    const allocate = await rosa.prepares(ref, 'log-and-allocate', { post: 'HOU-3' });
    const posts = await rosa.submits(allocate.verb, allocate.data);
    expect(posts.some((post) => wordsIn(post.card).includes('You logged it and allocated it.'))).toBe(true);
    expect(await historyOf(ref)).toEqual(['report-a-request', 'log-and-allocate']);
  });
});
