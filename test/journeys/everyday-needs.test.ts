import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startBot, startDatabase, type Bot, type OwnDatabase } from '../support/bot.js';
import { actionsOf, wordsIn } from '../support/clerk.js';
import { bind, bringTo, heard, report, settle, type Town } from '../support/town.js';

const CHILDREN = '19:children@thread.tacv2';

describe('Everyday needs of a case', () => {
  let bot: Bot;
  let database: OwnDatabase;
  let town: Town;
  beforeAll(async () => {
    database = await startDatabase();
    bot = await startBot('2026-11-23T10:00', { MONGODB_URI: database.uri });
    town = await settle(bot);
    await bot.person({ id: 'omar', name: 'Omar Officer' }, [{ role: 'OFFICER', directorate: 'HOU' }]);
    await bot.person({ id: 'chi', name: 'Chi Children' }, [{ role: 'DIAO', directorate: 'CHILD' }]);
    await bind(bot, town.ines, CHILDREN, 'CHILD');
  }, 60_000);
  afterAll(async () => {
    await bot.stop();
    await database.ends();
  });
  const raw = async (): Promise<string> => {
    const client = await MongoClient.connect(database.uri);
    const all = await client.db().collections();
    const text = JSON.stringify(await Promise.all(all.map((c) => c.find({}).toArray())));
    await client.close();
    return text;
  };
  const idOf = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '';

  const until = async (done: () => boolean): Promise<void> => {
    for (let i = 0; i < 300 && !done(); i += 1) await new Promise((wake) => setTimeout(wake, 100));
    expect(done()).toBe(true);
  };

  it('INT-06 §2.2 contact details change: the form recalls what is known, before and since are kept, the new words find the case', async () => {
    const { rosa, ola, sam } = town;
    const ref = await report(sam, { dateOfBirth: '1980-02-29', address: '1 Example Road, EX1 1AA' });
    await bringTo('assigned', town, ref);
    const change = await ola.prepares(ref, 'change-contact-details', { toldBy: 'She rang from the number we hold.' });
    expect(change.data).toMatchObject({ requesterName: 'Jo Example', contact: heard.contact, address: '1 Example Road, EX1 1AA' });
    expect(wordsIn((await ola.sends(change)).card)).toContain('This is what we have already. Nothing has changed.');
    const { card } = await ola.takes(ref, 'change-contact-details', {
      requesterName: 'Jo Newname-Example',
      address: '7 Moved Street, EX9 9ZZ',
      toldBy: 'She rang from the number we hold.',
    });
    for (const words of ['Jo Newname-Example', '7 Moved Street', heard.contact, 'what stood before is kept'])
      expect(wordsIn(card)).toContain(words);
    expect(wordsIn(card)).not.toContain('1 Example Road');
    const before = wordsIn((await rosa.presses('contact-history', { r: await idOf(ref) })).card);
    for (const words of ['Jo Example', 'Jo Newname-Example', '1 Example Road, EX1 1AA', '7 Moved Street, EX9 9ZZ', 'Ola Officer'])
      expect(before).toContain(words);
    expect(before).not.toContain(heard.contact);
    for (const words of ['Newname', 'EX9 9ZZ', 'Newname 29/02/1980', 'EX1 1AA'])
      expect(wordsIn((await rosa.says(`search ${words}`))[0]?.card)).toContain(ref);
    expect(wordsIn((await sam.presses('contact-history', { r: await idOf(ref) })).card)).toContain('There is no request');
  }, 40_000);

  it('INT-06 SEC-14 the reporter changes them without reading what others wrote', async () => {
    const { ola, sam } = town;
    const ref = await report(sam);
    await bringTo('assigned', town, ref);
    await ola.takes(ref, 'change-contact-details', { contact: 'jo@elsewhere.example', toldBy: 'By e-mail.' });
    const change = await sam.prepares(ref, 'change-contact-details', { contact: '01632 960 777', toldBy: 'She came back.' });
    expect(change.data).toMatchObject({ requesterName: '', contact: '01632 960 777' });
    expect(wordsIn((await sam.sends(change)).card)).not.toContain('jo@elsewhere.example');
    expect(await ola.asksFor(ref)).toContain('01632 960 777');
    const nothing = await sam.takes(ref, 'change-contact-details', { toldBy: 'Nobody.' });
    expect(wordsIn(nothing.card)).toContain('Give the name, the contact or the address.');
  }, 40_000);

  it('ASG-02 §1.3 the reference of another system is set, replaced and found', async () => {
    const { rosa, sam } = town;
    const ref = await report(sam);
    await rosa.takes(ref, 'set-other-reference', { otherReference: 'ICW/20417-A' });
    expect(await rosa.asksFor(ref)).toContain('ICW/20417-A');
    await rosa.takes(ref, 'set-other-reference', { otherReference: 'ICW/55555-B' });
    expect(await rosa.asksFor(ref)).not.toContain('ICW/20417-A');
    expect(wordsIn((await rosa.says('search ICW/55555-B'))[0]?.card)).toContain(ref);
  }, 40_000);

  it('ASG-03 §2.3.3 the officer hands the case over: the new one gets it, the DIAO is told, the old card is put away', async () => {
    const { ola, dev, sam } = town;
    const omar = await bot.person({ id: 'omar', name: 'Omar Officer' });
    const ref = await report(sam);
    await bringTo('assigned', town, ref);
    await bot.quiet();
    expect(ola.reads()).toContain('Jo Example');
    const same = await ola.takes(ref, 'hand-over', { officer: 'ola', handoverNote: 'x' });
    expect(wordsIn(same.card)).toContain('They have the case already.');
    const { card } = await ola.takes(ref, 'hand-over', { officer: 'omar', handoverNote: 'Nothing searched yet; she prefers the phone.' });
    expect(wordsIn(card)).toContain('The case is no longer with you.');
    await bot.quiet();
    expect(omar.reads()).toContain('You are the case officer.');
    expect(omar.reads()).toContain('Nothing searched yet; she prefers the phone.');
    expect(dev.reads()).toContain('The case officer handed this case to a colleague.');
    await until(() => !JSON.stringify(bot.connector.cards(ola.chatId).filter((c) => wordsIn(c).includes(ref))).includes('Jo Example'));
    expect(wordsIn(bot.connector.cards(ola.chatId))).toContain('This card has been put away.');
    expect(await ola.asksFor(ref)).toContain('There is no request with that reference');
    await dev.takes(ref, 'hand-over', { officer: 'ola', handoverNote: 'Omar is away.' });
    await bot.quiet();
    expect(ola.reads()).toContain('Omar is away.');
  }, 60_000);

  it('ASG-14 §2.3.4 the complaints unit gives an accepted case to another post, which gets it to accept; the clock goes on', async () => {
    const { sam, ola } = town;
    const cara = await bot.person({ id: 'cara', name: 'Cara Complaints' }, [{ role: 'CCU' }]);
    const chi = await bot.person({ id: 'chi', name: 'Chi Children' });
    const ref = await report(sam);
    await bringTo('assigned', town, ref);
    const same = await cara.takes(ref, 'reallocate', { newPost: 'HOU-3', reallocationReason: 'x' });
    expect(wordsIn(same.card)).toContain('This post has it already.');
    await cara.takes(ref, 'reallocate', { newPost: 'CHILD-3', reallocationReason: 'It is about her school.' });
    await bot.quiet();
    const posted = wordsIn(bot.teams.channel(CHILDREN).sees().at(-1));
    expect(posted).toContain(ref);
    expect(posted).not.toContain('school');
    const words = wordsIn((await chi.takes(ref, 'accept')).card);
    for (const part of ['It is about her school.', 'Wed 23 Dec 2026']) expect(words).toContain(part);
    expect(await ola.asksFor(ref)).toContain('There is no request with that reference');
  }, 40_000);

  it('INT-06 §2.2.4 the caller at the counter gets a slip that names nobody, by a link that works once', async () => {
    const { sam } = town;
    const ref = await report(sam);
    const page = await sam.presses('slip', { r: await idOf(ref) });
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(page.card))?.[1] ?? '';
    expect(await (await fetch(url)).text()).toContain('Slip for the caller');
    const file = await fetch(url, { method: 'POST' });
    expect(file.headers.get('content-disposition')).toContain(`${ref}-slip.docx`);
    expect((await fetch(url, { method: 'POST' })).status).toBe(410);
    const chi = await bot.person({ id: 'chi', name: 'Chi Children' });
    expect(wordsIn((await chi.presses('slip', { r: await idOf(ref) })).card)).toContain('There is no request');
  }, 40_000);

  it('DSP-09 §2.12.2 record REF words keeps them as they were said, once, for those who may write notes', async () => {
    const { sam, rosa } = town;
    const ref = await report(sam);
    const said = 'She will come in on Monday,\nwith her passport.';
    const [post] = await sam.says(`record ${ref} ${said}`, { activityId: 'f:said' });
    expect(wordsIn(post?.card)).toContain('Recorded as a note');
    expect(wordsIn(post?.card)).toContain('may have to be shown to the person it is about');
    await sam.says(`record ${ref} ${said}`, { activityId: 'f:said' });
    const notes = wordsIn((await rosa.presses('notes', { r: await idOf(ref) })).card);
    expect(notes.match(/with her passport/g)).toHaveLength(1);
    expect(notes).toContain('Mon 23 Nov 2026, Sam Staff');
    const chi = await bot.person({ id: 'chi', name: 'Chi Children' });
    expect(wordsIn((await chi.says(`record ${ref} I was here`))[0]?.card)).toContain('There is no request with that reference');
    expect(wordsIn((await sam.says('record'))[0]?.card)).toContain('What was said, and on which case?');
  }, 40_000);

  it('DSP-09 a sentence after a case was opened is offered as a note, and recorded once or put away', async () => {
    const { sam, rosa } = town;
    const newcomer = await bot.person({ id: 'neu', name: 'Neu Newcomer' });
    expect(wordsIn((await newcomer.says('the caller rang again today'))[0]?.card)).not.toContain('Record this');
    const ref = await report(sam);
    await rosa.asksFor(ref);
    const [post] = await rosa.says('The caller rang and wants large print');
    expect(wordsIn(post?.card)).toContain(`Record this on ${ref}?`);
    const press = actionsOf(post?.card).find((a) => a['verb'] === 'record-words')?.['data'] as Record<string, unknown>;
    expect(JSON.stringify(press)).not.toContain('print');
    expect(wordsIn((await rosa.presses('record-words', press)).card)).toContain('Recorded as a note');
    expect(wordsIn((await rosa.presses('record-words', press)).card)).toContain('Nothing was recorded');
    expect(await rosa.asksFor(ref)).toContain('wants large print');
    const [second] = await rosa.says('This one I did not mean');
    const other = actionsOf(second?.card).find((a) => a['verb'] === 'record-words')?.['data'] as Record<string, unknown>;
    expect(wordsIn((await sam.presses('record-words', other)).card)).toContain('Nothing was recorded');
    await rosa.presses('discard-words', { d: other['d'] });
    expect(wordsIn((await rosa.presses('record-words', other)).card)).toContain('Nothing was recorded');
    expect(wordsIn((await rosa.says('repotr'))[0]?.card)).toContain('Did you mean “report”?');
    const channel = await rosa.says('something said where others read', { channel: CHILDREN });
    expect(wordsIn(channel[0]?.card)).not.toContain('Record this');
  }, 40_000);

  it('INT-18 SEC-14 none of these words stands in the database in clear', async () => {
    const all = await raw();
    const words = [
      'Newname',
      'Moved Street',
      'elsewhere.example',
      'ICW/',
      'passport',
      'prefers the phone',
      'about her school',
      'large print',
      'did not mean',
    ];
    expect(words.filter((w) => all.toLowerCase().includes(w.toLowerCase()))).toEqual([]);
    expect(all).toContain('contactChangedOn');
  });
});
