import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, startDatabase, type Bot, type OwnDatabase } from '../support/bot.js';
import { findAll, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';

/** Twelve cases of Housing on a Monday: seven of last week, three overdue, one held, and one nobody has given to anybody. */
describe('What managers see on Monday, and whenever they ask', () => {
  let database: OwnDatabase;
  let bot: Bot;
  let town: Town;
  let ian: Clerk;
  const refs: Record<string, string> = {};

  beforeAll(async () => {
    database = await startDatabase();
    bot = await startBot('2026-11-18T10:00', { MONGODB_URI: database.uri });
    town = await settle(bot);
    ian = await bot.person({ id: 'ian', name: 'Ian Iao' }, [{ role: 'IAO', directorate: 'HOU' }]);
    const make = async (name: string, answers: Record<string, unknown>, stage?: Parameters<typeof bringTo>[0]) => {
      refs[name] = await report(town.rosa, { heardOn: '2026-11-17', ...answers });
      if (stage) await bringTo(stage, town, refs[name]);
    };
    for (let i = 0; i < 6; i += 1) await make(`new ${i}`, { channel: i < 5 ? 'PHONE' : 'EMAIL' }, 'allocated');
    await make('erasure', { right: 'ERASE', channel: 'POST', scanReference: 'SCAN-1' }, 'accepted');
    for (let i = 0; i < 3; i += 1)
      await make(`late ${i}`, { heardOn: `2026-10-1${i}`, channel: 'PHONE' }, i === 0 ? 'searching' : 'allocated');
    await make('held', { heardOn: '2026-11-10' }, 'accepted');
    await town.dev.takes(refs['held']!, 'ask-for-what-is-missing', { items: 'identity', sentOn: '2026-11-17' });
    await make('unallocated', {});
    await town.sam.says('advance 2026-11-23');
    await bot.quiet();
  }, 120_000);
  afterAll(async () => {
    await bot.stop();
    await database.ends();
  });

  const posted = (posts: { summary?: string; card?: unknown }[], what: string) => posts.find(({ summary }) => summary === `Weekly report: ${what}`)?.card; // prettier-ignore
  const charts = (card: unknown) => findAll(card, (n) => n['type'] === 'Chart.HorizontalBar.Stacked');
  const tableOf = (card: unknown): string[][] => {
    const [table] = findAll(card, (n) => n['type'] === 'Table');
    return findAll(table, (n) => n['type'] === 'TableRow').map((row) => findAll(row, (n) => n['type'] === 'TextBlock').map((n) => String(n['text']))); // prettier-ignore
  };

  it('MON-02 MON-06 LTR-41 §4 received: the council’s card counts by directorate, right and channel, with a chart and the same figures in a table', () => {
    const card = posted(town.ines.posts(), 'received, the whole council');
    // Those received before the week were recorded in it: they are counted, and it is said.
    expect(tableOf(card)).toEqual([
      ['Directorate', 'New', 'Spoken', 'Late', 'Held'],
      ['Housing', '11', '9', '4', '1'],
      ['Not allocated yet', '1', '1', '1', '0'],
    ]);
    expect(JSON.stringify(charts(card)[0])).toContain('Housing');
    const bars = (charts(card)[0]?.['data'] as { title: string; data: { value: number }[] }[]).map((bar) => [bar.title, ...bar.data.map((part) => Number(part.value))]); // prettier-ignore
    expect(bars).toEqual([
      ['Housing', 7, 4],
      ['Not allocated yet', 1],
    ]);
    expect(wordsIn(card)).toContain('By right: access 11 · erasure 1');
    expect(wordsIn(card)).toContain('4 received before that week and recorded only since are counted here.');
  });

  it('MON-03 LTR-41 MON-07 §4 outstanding: open, due soon, overdue and waiting, and the worst first with what the register says of each', () => {
    const card = posted(town.ines.posts(), 'outstanding, the whole council');
    expect(tableOf(card)[1]).toEqual(['Housing', '11', '0', '3', '1']);
    const words = wordsIn(card);
    const order = ['late 0', 'late 1', 'late 2'].map((name) => words.indexOf(refs[name] ?? ''));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(words).toContain('access · Housing · Housing Strategy and Performance · searching · received 10 Oct · due 10 Nov · next: ');
    expect(words).toContain('13 days over');
    expect(words).toContain('The worst 8');
  });

  it('MON-03 §4 a case officer gets the cases they lead, and IG hears which directorates nobody is told for', () => {
    const card = posted(town.ola.posts(), 'outstanding, your cases');
    expect(tableOf(card)).toEqual([
      ['Stage', 'Open', 'Soon', 'Late', 'Wait'],
      ['Searching', '1', '0', '1', '0'],
    ]);
    expect(posted(town.ola.posts(), 'received, your cases')).toBeUndefined();
    const council = wordsIn(posted(town.ines.posts(), 'outstanding, the whole council'));
    expect(council).toContain("No channel and no IAO is told for Children's Services, Finance and Investment");
    expect(council).not.toMatch(/is told for [^.]*Housing/);
  });

  it('MON-09 §4 the channel gets its own figures: small rows folded, references and dates, no name and no button', () => {
    const card = posted(town.housing.posts(), 'received, Housing');
    expect(tableOf(card)).toEqual([
      ['Cases', 'New', 'Spoken', 'Late', 'Held'],
      ['All', '11', '9', '4', '1'],
    ]);
    const outstanding = posted(town.housing.posts(), 'outstanding, Housing');
    expect(wordsIn(outstanding)).toContain(refs['late 0']);
    for (const each of [card, outstanding]) {
      expect(findAll(each, (n) => n['type'] === 'Action.Execute' || n['type'] === 'Action.Submit')).toEqual([]);
      expect(JSON.stringify(each)).not.toMatch(new RegExp(`${CALLER}|Ola|Dev|Rosa|erasure 1`));
    }
  });

  it('MON-03 §4 the outstanding list is filtered by words, by buttons and by a form, page by page', async () => {
    const listed = (clerk: Clerk): string[] => clerk.reads().match(/DR-\d{4}-\d{4}/g) ?? [];
    await town.dev.says('outstanding');
    expect(listed(town.dev)).toEqual([refs['late 0'], refs['late 1'], refs['late 2'], ...listed(town.dev).slice(3)]);
    expect(listed(town.dev)).toHaveLength(8);
    await town.dev.does('More');
    expect(listed(town.dev)).toHaveLength(3);
    expect(listed(town.dev).at(-1)).toBe(refs['held']);
    await town.dev.does('Back');
    await town.dev.does('Overdue');
    expect(listed(town.dev)).toHaveLength(3);
    await town.dev.does('Held or paused');
    expect(listed(town.dev)).toEqual([refs['held']]);
    expect(town.dev.reads()).toContain('held for identity');
    await town.dev.does('Filter…');
    await town.dev.does('Show', { directorate: 'HOU', stage: 'SEARCHING', press: 'all' });
    expect(listed(town.dev)).toEqual([refs['late 0']]);
    await town.dev.says('outstanding late logged housing');
    expect(listed(town.dev)).toEqual([refs['late 1'], refs['late 2']]);
    await town.dev.says('outstanding zebra');
    expect(town.dev.reads()).toContain('I know no zebra to look for.');
    await town.dev.says('outstanding overdue');
    await town.dev.presses('open', findAll(town.dev.seesLast(), (n) => n['verb'] === 'open')[0]?.['data'] as Record<string, unknown>);
    expect(town.dev.reads()).toContain(CALLER);
  });

  it('MON-03 SEC-14 §4 an IAO is told of the own area by reference and opens nothing; other areas and staff are told nothing', async () => {
    await ian.says('outstanding');
    expect(ian.reads()).toContain(refs['late 0']);
    expect(ian.buttons()).not.toContain('Open');
    await ian.says('outstanding finance');
    expect(ian.reads()).toContain('You are told of your own directorate only.');
    await town.rosa.says('outstanding');
    expect(town.rosa.reads()).toContain('Outstanding');
    await town.sam.says('outstanding');
    expect(town.sam.reads()).toContain('You cannot use');
    for (const verb of ['outstanding', 'outstanding-filter', 'caseload', 'register-file']) {
      await town.sam.presses(verb, {});
      expect(wordsIn(town.sam.seesLast())).toContain('Lists and figures are for those who work cases');
    }
    await town.dev.says('outstanding', { channel: town.housing.id });
    expect(wordsIn(town.housing.sees().at(-1))).toContain('Not in a channel');
  });

  it('MON-01 §4 counts are live: a case answered changes them at once', async () => {
    await town.ines.says('counts');
    expect(town.ines.reads()).toMatch(/12\nOpen\n/);
    expect(town.ines.reads()).toMatch(/Answered in 12 weeks\nnone/);
    await town.rosa.takes(refs['unallocated']!, 'reported-in-error', { reason: 'Asked for a bin.' });
    await town.ines.says('counts');
    expect(town.ines.reads()).toMatch(/11\nOpen\n/);
    await town.ola.says('counts');
    expect(town.ola.reads()).toContain('Cases you lead');
    expect(town.ola.reads()).toMatch(/1\nOpen\n/);
  });

  it('MON-01 §4 the caseload names officers, never requesters', async () => {
    await town.dev.says('caseload');
    expect(tableOf(town.dev.seesLast())).toEqual([
      ['Officer', 'Open', 'Soon', 'Late', 'Wait'],
      ['No officer yet', '10', '0', '2', '1'],
      ['Ola Officer', '1', '0', '1', '0'],
    ]);
    expect(JSON.stringify(town.dev.seesLast())).not.toContain(CALLER);
  });

  it('MON-05 §1.3 the digest tells what waits for the DIAO and what falls due, in one message', () => {
    const digests = town.dev.posts().filter(({ summary }) => summary?.startsWith('Your area'));
    expect(digests).toHaveLength(1);
    const words = wordsIn(digests[0]?.card);
    expect(words).toContain('Your area on Mon 23 Nov 2026');
    expect(words).toContain(refs['late 1']);
    expect(words).not.toContain(CALLER);
  });

  it('MON-07 §4 the register is a spreadsheet behind a link that works once: one row a case, no name', async () => {
    await town.dev.says('register');
    const url = /http[^"]+\/letters\/[^"]+/.exec(JSON.stringify(town.dev.seesLast()))?.[0] ?? '';
    expect(await (await fetch(url)).text()).toContain('Spreadsheet (CSV)');
    const file = await fetch(url, { method: 'POST' });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="register-2026-11-23.csv"');
    const lines = (await file.text()).replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]?.split(',').slice(0, 13)).toEqual(['Reference', 'Right', 'Directorate', 'DIAO post', 'Stage', 'Received', 'Clock started', 'Due', 'Days left', 'Held or paused', 'Why', 'Extended to', 'Next step owner']); // prettier-ignore
    expect(lines).toHaveLength(12);
    expect(lines.find((line) => line.startsWith(refs['held'] ?? ''))).toContain(',2026-11-10,,,,held,held for identity,,');
    expect(lines.join('\n')).not.toMatch(new RegExp(`${CALLER}|Ola|020 7946`));
    expect((await fetch(url, { method: 'POST' })).status).toBe(410);
    await town.ola.says('register');
    expect(town.ola.reads()).toContain('The spreadsheet is for those who answer for an area.');
  });
});
