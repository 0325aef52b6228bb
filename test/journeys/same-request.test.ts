import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replay } from '../../src/domain/replay.js';
import { possibleRepeats } from '../../src/usecases/possible-repeats.js';
import { startBot, type Bot } from '../support/bot.js';
import { actionsOf, answersIn, wordsIn } from '../support/clerk.js';
import { bind, bringTo, report, settle, type Town } from '../support/town.js';

const CHILDREN = '19:children@thread.tacv2';
const why = 'Same date of birth and same voice.';

describe('One request that stands in the register twice', () => {
  let bot: Bot;
  let town: Town;
  let people = 0;
  beforeAll(async () => {
    bot = await startBot();
    town = await settle(bot);
    await bot.person({ id: 'chi', name: 'Chi Children' }, [{ role: 'DIAO', directorate: 'CHILD' }]);
    await bind(bot, town.ines, CHILDREN, 'CHILD');
  }, 60_000);
  afterAll(() => bot.stop());
  const found = async (ref: string) => {
    const request = await bot.rightsdesk.desk.requests.byRef(ref);
    if (!request) throw new Error(`no ${ref}`);
    return request;
  };
  /** Somebody no other test speaks of. */
  const somebody = () => {
    people += 1;
    const letter = String.fromCharCode(96 + people);
    return {
      requesterName: `Uma Repeat${letter}`,
      contact: `01632 96${String(people).padStart(4, '0')}`,
      dateOfBirth: `19${60 + people}-05-06`,
    };
  };
  /** Reported on the 23rd, and again as heard on the 19th. */
  const twice = async (stage: 'allocated' | 'assigned' = 'assigned') => {
    const who = somebody();
    const stays = await report(town.sam, { ...who, words: 'Everything about my rent' });
    await bringTo(stage, town, stays);
    const goes = await report(town.sam, { ...who, heardOn: '2026-11-19', words: 'Also the letters about my lift' });
    return { stays, goes };
  };

  it('INT-16 §2.3.2 the case closes as the same, the earlier receipt counts, and words and notes are shown where it goes on', async () => {
    const { rosa, sam, ola } = town;
    const { stays, goes } = await twice();
    expect((await found(stays)).state.timeline.received).toBe('2026-11-23');
    await sam.takes(goes, 'add-a-note', { note: 'He has no phone on Mondays.' });
    await rosa.takes(stays, 'add-a-note', { note: 'Asked for large print.' });
    const { card } = await rosa.takes(goes, 'same-as', { stays: stays.toLowerCase(), sameRequest: 'SAME', whySame: why });
    expect(wordsIn(card)).toContain('The same as another case, which goes on');
    expect((await found(goes)).state).toMatchObject({ stage: 'CLOSED', facts: { outcome: 'MERGED', mergedInto: stays } });
    expect((await found(stays)).state.timeline).toMatchObject({ received: '2026-11-19' });
    expect((await found(stays)).state.timeline.receivedAt).toBe('2026-11-19T09:40:00.000Z');
    const words = await ola.asksFor(stays);
    for (const part of [`${goes}, the same request`, 'Mon 21 Dec 2026']) expect(words).toContain(part);
    const notes = wordsIn((await ola.presses('notes', { r: (await found(stays)).id })).card);
    for (const part of ['Also the letters about my lift', 'He has no phone on Mondays.', 'Asked for large print.', 'Thu 19 Nov 2026'])
      expect(notes).toContain(part);
    expect(await sam.asksFor(goes)).toContain(`Please use the reference ${stays} from now on.`);
    await bot.quiet();
    expect(wordsIn(bot.connector.cards(ola.chatId))).toContain('Another case was joined to this one');
  }, 40_000);

  it('INT-16 §2.6.1 asked again is another request: the day of the case that stays counts', async () => {
    const { stays, goes } = await twice('allocated');
    await town.rosa.takes(goes, 'same-as', { stays, sameRequest: 'AGAIN', whySame: why });
    expect((await found(stays)).state.timeline.received).toBe('2026-11-23');
    expect(await town.rosa.asksFor(stays)).toContain(`${goes}, asked again`);
  }, 40_000);

  it('INT-16 DSP-12 opening it again undoes it: the link goes, the day of receipt is its own again, and the history gives the same state', async () => {
    const { rosa } = town;
    const { stays, goes } = await twice();
    await rosa.takes(goes, 'same-as', { stays, sameRequest: 'SAME', whySame: why });
    await rosa.takes(goes, 'reopen', { reopenReason: 'Two people of one name.' });
    const [first, second] = [await found(stays), await found(goes)];
    for (const { id, state } of [first, second])
      expect(replay((await bot.rightsdesk.desk.requests.history(id)).map((h) => h.step))).toEqual(state);
    expect(first.state.timeline.received).toBe('2026-11-23');
    expect(second.state.facts['mergedInto']).toBeUndefined();
    expect(second.state.stage).toBe('REPORTED');
    expect(await rosa.asksFor(stays)).not.toContain(goes);
    const history = wordsIn((await rosa.presses('history', { r: first.id })).card);
    expect(history).toContain('took in a case that is the same');
    expect(history).toContain('let go of a case that had been joined to it');
    expect(history).toContain('Due date moved from Mon 21 Dec 2026 to Wed 23 Dec 2026');
  }, 40_000);

  it('INT-16 SEC-14 no case is closed as the same as one that the person may not see, as itself, or as one that is closed', async () => {
    const { rosa, dev } = town;
    const who = somebody();
    const elsewhere = await report(town.sam, who);
    await rosa.takes(elsewhere, 'log-and-allocate', { post: 'CHILD-3' });
    const { stays, goes } = await twice('allocated');
    await bringTo('allocated', town, goes);
    const tries = async (ref: string) =>
      wordsIn((await dev.takes(goes, 'same-as', { stays: ref, sameRequest: 'SAME', whySame: why })).card);
    for (const ref of [elsewhere, goes, 'DR-2026-9999'])
      expect(await tries(ref)).toContain('There is no other case with that reference that is open to you.');
    expect(await tries('the other one')).toContain('Give a reference such as DR-2026-0148.');
    await rosa.takes(stays, 'withdraw', { withdrawal: 'By phone.' });
    expect(await tries(stays)).toContain(`${stays}: The request stands at “Closed”.`);
    expect((await found(goes)).state.stage).toBe('LOGGED');
    expect((await found(elsewhere)).state.items['linked']).toBeUndefined();
  }, 40_000);

  it('INT-16 a press cannot ask for the other half alone, and the whole press twice joins once', async () => {
    const { rosa } = town;
    const { stays, goes } = await twice('allocated');
    const alone = await rosa.presses('take-in-a-duplicate', {
      ...{ r: (await found(stays)).id, v: (await found(stays)).version, k: 'forged' },
      ...{ other: goes, sameRequest: 'SAME', receivedOn: '2020-01-01', receivedAt: '10:00' },
    });
    expect(wordsIn(alone.card)).toContain('This is done from the other case.');
    const ready = await rosa.prepares(goes, 'same-as', { stays, sameRequest: 'SAME', whySame: why });
    const before = (await found(stays)).version;
    await Promise.all([rosa.sends(ready), rosa.sends(ready)]);
    await rosa.sends(ready);
    expect((await found(stays)).version).toBe(before + 1);
    expect((await found(goes)).state.facts['mergedInto']).toBe(stays);
  }, 40_000);

  it('INT-16 the words “same as” and a reference open the form on the case that was opened last', async () => {
    const { rosa } = town;
    const { stays, goes } = await twice('allocated');
    await rosa.asksFor(goes);
    const [post] = await rosa.says(`same as ${stays}`);
    expect(answersIn(post?.card)).toMatchObject({ stays });
    expect(wordsIn(post?.card)).toContain('the month counts from the first time we heard it');
    const newcomer = await bot.person({ id: 'nell', name: 'Nell New' }, [{ role: 'CC' }]);
    expect(wordsIn((await newcomer.says(`same as ${stays}`))[0]?.card)).toContain('Which case is the same?');
  }, 40_000);

  it('INT-16 before logging and on the receipt a possible repeat is named by reference, only to those who may see it', async () => {
    const { rosa, sam } = town;
    const who = somebody();
    const first = await report(sam, { ...who, address: '4 Repeat Road, EX4 4QQ' });
    const born = await report(sam, { ...who, contact: 'by letter', requesterName: `${who.requesterName.split(' ').reverse().join(' ')}` });
    const form = await rosa.prepares(born, 'log-and-allocate');
    const card = (await rosa.presses('form', { ...form.data, s: 'log-and-allocate' }, { on: form.on ?? '' })).card;
    expect(wordsIn(card)).toContain(`Possible repeat: ${first}.`);
    expect(actionsOf(card).map((a) => a['title'])).toContain(`Open ${first}`);
    expect(wordsIn(card)).not.toContain('Uma');

    await rosa.presses('review-report', { d: 'again', ...REPORTED, ...who, requesterName: 'U. Otherwise', dateOfBirth: '' });
    const receipt = wordsIn((await rosa.presses('record-report', { d: 'again' })).card);
    expect(receipt).toContain('Possible repeat');
    expect(receipt).toContain(first);
    await sam.presses('review-report', { d: 'sams', ...REPORTED, ...who });
    expect(wordsIn((await sam.presses('record-report', { d: 'sams' })).card)).not.toContain('Possible repeat');

    const place = await report(sam, { requesterName: who.requesterName, contact: 'none', address: 'Flat 2, EX4 4QQ' });
    const other = await rosa.prepares(place, 'log-and-allocate');
    expect(wordsIn((await rosa.presses('form', { ...other.data, s: 'log-and-allocate' })).card)).toContain(first);
    const { desk } = bot.rightsdesk;
    const repeatsFor = async (id: string, ref: string) => {
      const person = await desk.people.byId(id);
      return person && (await possibleRepeats(desk, person, await found(ref))).map((r) => r.ref);
    };
    await rosa.takes(first, 'log-and-allocate', { post: 'CHILD-3' });
    await rosa.takes(place, 'log-and-allocate', { post: 'HOU-3' });
    expect(await repeatsFor('rosa', place)).toContain(first);
    expect(await repeatsFor('dev', place)).toEqual([]);
    await rosa.takes(first, 'reported-in-error', { reason: 'Made up.' });
    expect(await repeatsFor('rosa', place)).not.toContain(first);
  }, 40_000);
});

const REPORTED = {
  ...{ words: 'Everything', right: 'ACCESS', channel: 'PHONE', heardOn: '2026-11-23', heardAt: '09:00' },
  ...{ identityAtCounter: 'NOT_YET', behalf: 'SELF', formatWish: 'NO_WISH' },
};
