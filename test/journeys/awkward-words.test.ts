import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { answersIn, findAll, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, heard, report, REST, settle, type Town } from '../support/town.js';

/** Words such as people paste, or somebody with bad intent types. */
const awkward = [
  '**bold** _slanted_ [click here](https://evil.example/steal) # heading',
  '<at>Dev Diao</at> <script>alert(1)</script> &lt;b&gt; & "quotes" \\back\\slash',
  '${facts.secret} ${$root} {{DATE(2026-01-01)}} $(when) {0}',
  '\u202Eesrever\u202C zero\u200Bwidth \u0000null \u0007bell',
  'one line\r\nand another\n- a list\n1. numbered',
  'Ærøskøbing, 東京, emoji 🏠, e\u0301 (two code points)',
].join('\n');

describe('Whatever people type', () => {
  let bot: Bot;
  let town: Town;
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
  }, 60_000);
  afterAll(() => bot.stop());

  const looksOver = (who: Clerk, answers: object, d = 'draft-a') => who.presses('review-report', { d, ...REST, ...heard, ...answers });
  /** The fields that the form marks as at fault, by the line that counts them. */
  const atFault = (card: unknown) => /(\d+) answers? needs? a change\n(.*)/.exec(wordsIn(card))?.slice(1) ?? [];

  it.each([
    ['missing', { requesterName: '' }, 'Who is asking?'],
    ['blank', { words: '   \n ' }, 'What did they ask for, in their own words?'],
    ['6,000 characters', { words: 'x'.repeat(6000) }, 'What did they ask for, in their own words?'],
    ['6,000 characters in one line', { requesterName: 'Jo '.repeat(2000) }, 'Who is asking?'],
    ['not offered', { right: 'EVERYTHING' }, 'Which right is it?'],
    ['no date', { heardOn: 'yesterday' }, 'On which day did you hear it?'],
    ['a date that does not exist', { heardOn: '2026-02-30' }, 'On which day did you hear it?'],
    ['tomorrow', { heardOn: '2026-11-24' }, 'On which day did you hear it?'],
    ['later today', { heardAt: '10:01' }, 'At what time?'],
    ['no time', { heardAt: '25:00' }, 'At what time?'],
    ['born tomorrow', { dateOfBirth: '2026-11-24' }, 'Date of birth'],
    ['somebody else’s data without saying whose', { behalf: 'OTHER' }, 'If somebody else’s: whose, and what are they to each other?'],
    ['not yes or no', { encouraged: 'perhaps' }, 'I said that they may also put it in writing. They do not have to.'],
  ])('INT-19 a report with %s comes back with every word kept and the field named', async (_what, answers, label) => {
    const { card } = await looksOver(town.sam, answers);
    expect(atFault(card)).toEqual(['1', label]);
    const typed = { ...heard, ...answers };
    const textual = Object.fromEntries(Object.entries(typed).filter(([name]) => !['right', 'encouraged'].includes(name)));
    expect(answersIn(card)).toMatchObject(textual);
    await town.sam.says('my requests');
    expect(town.sam.reads()).toContain('You have reported no request yet.');
  });

  it('INT-19 several faults are named together, and a put-right form goes on', async () => {
    const { card } = await looksOver(town.sam, { requesterName: '', contact: '', heardOn: '2027-01-01' });
    expect(atFault(card)).toEqual(['3', 'Who is asking? · How can we reach them? · On which day did you hear it?']);
    const again = await looksOver(town.sam, { ...answersIn(card), requesterName: 'Jo Example', contact: 'none', heardOn: '2026-11-23' });
    expect(wordsIn(again.card)).toContain('Is this right?');
  });

  it('INT-19 INT-06 Markdown, mentions, placeholders and control characters stay words: no link, no mention, no computed text', async () => {
    const { sam, rosa } = town;
    const faulty = await looksOver(sam, { words: awkward, requesterName: '**Jo** [Example](https://evil.example)', contact: '' });
    expect(answersIn(faulty.card)['words']).toContain('${facts.secret}');
    expect(answersIn(faulty.card)['words']).toContain('**bold**');
    const ref = await report(sam, { words: awkward, requesterName: '**Jo** [Example](https://evil.example)' });
    await rosa.says(`case ${ref}`);
    const card = rosa.seesLast();
    const json = JSON.stringify(card);
    expect(wordsIn(card)).toContain('${facts.secret}');
    expect(wordsIn(card)).not.toMatch(/[^\\]\]\(https:\/\/evil/);
    expect(json).not.toContain('**bold**');
    expect(json).not.toContain('<at>Dev Diao</at>');
    expect(json).not.toContain('"mentioned"');
    expect(wordsIn(card)).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u200b]/);
    expect(wordsIn(card)).toContain('東京');
    expect(findAll(card, (n) => n['type'] === 'Action.OpenUrl')).toEqual([]);
    for (const post of rosa.posts()) expect(`${post.summary ?? ''} ${post.text ?? ''}`).not.toMatch(/evil|Example/);
  });

  it('CLK-02 DSP-02 the form of a step keeps the words too: dates before the request, in the future, or before the letter', async () => {
    const { sam, dev, ola } = town;
    const ref = await report(sam, { heardOn: '2026-11-20', heardAt: '09:00' });
    await bringTo('accepted', town, ref);
    const label = 'Letter sent on';
    for (const sentOn of ['2026-11-19', '2026-11-24', '19 November', ''])
      expect(atFault((await dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity', sentOn })).card)).toEqual(['1', label]);
    await dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity,address', sentOn: '2026-11-21' });
    const early = await dev.takes(ref, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-11-20' });
    expect(atFault(early.card)).toEqual(['1', 'Arrived on']);
    expect(wordsIn(early.card)).toContain('before the letter that asked for it was sent');
    expect(answersIn(early.card)).toMatchObject({ items: 'identity', arrivedOn: '2026-11-20' });

    const other = await report(sam);
    await bringTo('ready', town, other);
    const tooLong = 'tracking '.repeat(700);
    const { card } = await ola.takes(other, 'record-as-sent', { method: 'BY_OWL', proof: tooLong, sentOn: '2026-11-22' });
    expect(atFault(card)[1]).toContain('Sent on · How did it leave? · Proof of sending');
    expect(answersIn(card)).toMatchObject({ proof: tooLong });
    expect(wordsIn(await back(ola, other))).toContain('Record as sent');
  });

  it('INT-19 numbers are whole and in bounds, and a note of 4,000 characters fits on the card', async () => {
    const { sam, ola, rosa } = town;
    const ref = await report(sam);
    await bringTo('searching', town, ref);
    for (const minutes of ['-1', '1.5', 'many', '99999999', '1e3x'])
      expect(atFault((await ola.takes(ref, 'answer-a-search', { answer: 'FOUND', minutes }, 't1')).card)).toEqual(['1', 'Minutes spent']);
    const { card, status } = await rosa.takes(ref, 'add-a-note', { note: 'Word '.repeat(799) });
    expect(status).toBe(200);
    expect(wordsIn(card)).toContain('You added a note.');
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(25 * 1024);
  });

  const back = async (who: Clerk, ref: string) => {
    await who.says(`case ${ref}`);
    return who.seesLast();
  };
});
