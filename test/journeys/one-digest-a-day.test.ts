import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendNotices } from '../../src/usecases/send-notices.js';
import { sendDigests } from '../../src/usecases/reports/send-digests.js';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';

describe('What one person is told in a day, on the rehearsal clock', () => {
  let bot: Bot;
  let town: Town;
  let cara: Clerk;
  let fia: Clerk;
  let ian: Clerk;
  const refs: string[] = [];
  beforeAll(async () => {
    bot = await startBot('2026-11-23T10:00');
    town = await settle(bot);
    cara = await bot.person({ id: 'cara', name: 'Cara Ccu' }, [{ role: 'CCU' }]);
    fia = await bot.person({ id: 'fia', name: 'Fia Foic' }, [{ role: 'FOIC' }]);
    ian = await bot.person({ id: 'ian', name: 'Ian Iao' }, [{ role: 'IAO', directorate: 'HOU' }]);
    for (let i = 0; i < 5; i += 1) {
      const ref = await report(town.sam, { heardOn: '2026-11-02' });
      await bringTo('accepted', town, ref);
      refs.push(ref);
    }
    await bot.quiet();
  }, 120_000);
  afterAll(() => bot.stop());

  const advances = async (to: string) => {
    await town.sam.says(`advance ${to}`);
    await bot.quiet();
  };
  /** The digests somebody has had so far. */
  const digests = (who: Clerk) => who.posts().filter(({ summary }) => /^Your (area|cases) today/.test(summary ?? ''));
  const lastDigest = (who: Clerk): string => wordsIn(digests(who).at(-1)?.card);
  /** Of a digest, what was told: not what merely waits or is at risk. */
  const told = (who: Clerk): string => (lastDigest(who).split('Reminders')[1] ?? '').split(/Waiting for you|Overdue, due within/)[0] ?? '';

  /** The words after a reference, up to the next. */
  const lineOf = (who: Clerk, ref: string): string => (told(who).split(ref)[1] ?? '').split('DR-2026')[0] ?? '';

  it('CLK-14 ASG-05 §1.3 five answers that fall due are one message with five lines and five buttons', async () => {
    const before = digests(town.dev).length;
    await advances('2026-11-25');
    expect(digests(town.dev)).toHaveLength(before + 1);
    for (const ref of refs) expect(told(town.dev)).toContain(ref);
    const opens = actionsOf(digests(town.dev).at(-1)?.card).filter((a) => a['verb'] === 'open');
    expect(new Set(opens.map((a) => JSON.stringify(a['data']))).size).toBe(5);
    expect(JSON.stringify(digests(town.dev).at(-1))).not.toContain(CALLER);
  });

  it('CLK-14 §1.3 looked at again on the same day, by whichever job, nothing goes out twice', async () => {
    const before = town.dev.posts().length;
    const { desk } = bot.rightsdesk;
    await Promise.all([sendNotices(desk), sendDigests(desk), sendNotices(desk), sendDigests(desk)]);
    await bot.quiet();
    expect(town.dev.posts()).toHaveLength(before);
  });

  it('ASG-05 §1.3 a reminder that is put off is left out until its day; past the due date it may not wait', async () => {
    const [ref = ''] = refs;
    await town.dev.says(`put off ${ref}`);
    const no = await town.dev.takes(ref, 'put-off-a-reminder', { reminder: 'respond', until: '2026-12-03', putOffWhy: 'x' });
    expect(wordsIn(no.card)).toContain('It may not wait past Wed 2 Dec 2026');
    await town.dev.takes(ref, 'put-off-a-reminder', { reminder: 'respond', until: '2026-12-01', putOffWhy: 'The officer is on it.' });
    await advances('2026-11-30');
    // Other notices of that day still tell of the case.
    expect(lineOf(town.dev, ref)).not.toContain('The answer falls due.');
    for (const other of refs.slice(1)) expect(lineOf(town.dev, other)).toContain('The answer falls due.');
    await advances('2026-12-01');
    expect(lineOf(town.dev, ref)).toContain('The answer falls due.');
  });

  it('CLK-14 §1.3 a notice whose reason is gone by the time it is sent is not sent', async () => {
    const [, ref = ''] = refs;
    bot.connector.always('a:dev', { status: 503 });
    await town.sam.says('advance 2026-12-02');
    await town.rosa.takes(ref, 'withdraw', { withdrawal: 'By phone.' });
    bot.connector.heal('a:dev');
    await bot.quiet();
    expect(told(town.dev)).not.toContain(ref);
  });

  it('CLK-14 §1.3 an IAO is told of what is overdue, by reference, and can open nothing', async () => {
    await advances('2026-12-03');
    expect(digests(ian)).toHaveLength(1);
    for (const ref of refs.filter((_, i) => i !== 1)) expect(told(ian)).toContain(ref);
    expect(ian.buttons()).not.toContain('Put off a reminder');
    expect(told(ian)).toContain('The answer is overdue.');
    expect(actionsOf(digests(ian).at(-1)?.card).filter((a) => a['verb'] === 'open')).toEqual([]);
  });

  it('ASG-07 §1.3 the FOI Coordinator is told of a concern, without a name or the words', async () => {
    const [ref = ''] = refs;
    await town.dev.takes(ref, 'tell-release-is-a-concern', { concernWhy: `${CALLER} is known to the press.` });
    await bot.quiet();
    expect(fia.reads()).toContain('Its release is a concern');
    expect(fia.reads()).toContain(ref);
    expect(fia.reads()).not.toContain(CALLER);
    expect(cara.reads()).toContain('The DIAO says that its release is a concern.');
  });

  it('INT-12 §2.3.2 what is not logged is chased, recorded at its hour of the night, and stands on the list of breaches', async () => {
    // Thursday evening: the 48 hours end on Saturday evening, when nobody is there.
    await advances('2026-12-04');
    const ref = await report(town.sam, { heardOn: '2026-12-03', heardAt: '21:15' });
    const id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '';
    await town.sam.says('advance');
    await bot.quiet();
    expect(lastDigest(town.rosa)).toContain('Not logged yet. The 48 hours end Sat 5 Dec, 21:15.');
    await advances('2026-12-07');
    expect(lastDigest(town.rosa)).toContain('Not logged in time. The 48 hours ended Sat 5 Dec, 21:15.');
    expect((await bot.rightsdesk.desk.outbox.byKey(`log-breach:${id}:2026-12-05`))?.at.toISOString()).toBe('2026-12-05T21:15:00.000Z');
    await town.rosa.says('breaches');
    expect(town.rosa.reads()).toContain(ref);
    await town.rosa.takes(ref, 'log-and-allocate', { post: 'HOU-3' });
    await cara.says('breaches');
    expect(cara.reads()).toContain('None. Everything reported is logged.');
    expect(cara.reads()).toContain('logged Mon 7 Dec 2026');
    await town.dev.says('breaches');
    expect(town.dev.reads()).toContain('This list is for the call centre');
  });

  it('SEC-02 §F-Q7 a role that ends in two weeks is told to Information Governance, once', async () => {
    await bot.person({ id: 'tess', name: 'Tess Temp' }, [{ role: 'OFFICER', directorate: 'HOU', until: '2026-12-22' }]);
    await advances('2026-12-08');
    expect(lastDigest(town.ines)).toContain('Tess Temp');
    const before = digests(town.ines).filter(({ card }) => wordsIn(card).includes('Tess Temp')).length;
    await advances('2026-12-09');
    expect(digests(town.ines).filter(({ card }) => wordsIn(card).includes('Tess Temp'))).toHaveLength(before);
  });
});
