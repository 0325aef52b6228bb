import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeChain, makeSeals } from '../../src/adapters/crypto/chain.js';
import { makeFieldCipher } from '../../src/adapters/crypto/field-cipher.js';
import { mongoAuditBlocks } from '../../src/adapters/mongo/audit-blocks.js';
import { mongoAuditTrail } from '../../src/adapters/mongo/audit-trail.js';
import { connectMongo } from '../../src/adapters/mongo/connect.js';
import { machineTime } from '../../src/adapters/system-time.js';
import { sealAudit } from '../../src/usecases/seal-audit.js';
import { verifyAudit } from '../../src/usecases/verify-audit.js';
import { startBot, startDatabase, type Bot, type OwnDatabase } from '../support/bot.js';
import { actionsOf, answersIn } from '../support/clerk.js';
import { bringTo, report, settle, type Town } from '../support/town.js';

/** Words that stand nowhere else, so that a single one found in clear gives the place away. */
const secret = {
  requesterName: 'Zebedee Quillfeather',
  contact: 'zq@quillmail.example',
  words: 'everything about my xylophone licence',
  address: '77 Marmalade Mews, SE99 9ZZ',
  dateOfBirth: '1951-03-04',
  places: 'the Gallifrey office',
  help: 'a Volapuk interpreter',
};
/** And what is typed on the way (see bringTo). */
const typedLater = { note: 'snorkel remark', terms: 'all tenancies', proof: 'message 4711', basis: 'tenant since 2014' };
const NEEDLES = [...Object.values({ ...secret, ...typedLater }), 'Quillfeather', 'Zebedee', 'Marmalade', 'quillmail', '1951'];
const COLLEAGUES = ['Rosa Reception', 'Dev Diao', 'Ola Officer'];

describe('After a whole journey', () => {
  let bot: Bot;
  let database: OwnDatabase;
  let town: Town;
  let ref: string;
  let client: MongoClient;
  let db: Db;
  let connection: Connection;
  beforeAll(async () => {
    database = await startDatabase();
    bot = await startBot('2026-11-23T10:00', { MONGODB_URI: database.uri });
    town = await settle(bot);
    ref = await report(town.sam, secret);
    await town.rosa.takes(ref, 'add-a-note', { note: typedLater.note });
    await bringTo('sent', town, ref);
    await correctTheName();
    await town.rosa.says(`search ${secret.requesterName}`);
    await town.dev.opens(town.housing);
    const { id, version } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
    await town.sam.presses('approve', { r: id, v: version, k: 'x' });
    await town.sam.presses('review-report', { ...(await draft()), ...secret });
    await bot.quiet();
    client = await MongoClient.connect(database.uri);
    db = client.db();
    connection = await connectMongo(database.uri);
  }, 90_000);
  afterAll(async () => {
    await connection.close();
    await client.close();
    await bot.stop();
    await database.ends();
  });
  const draft = async () => {
    const { card } = await town.sam.presses('report');
    const button = actionsOf(card).find((a) => a['verb'] === 'review-report')?.['data'] as object;
    return { ...button, ...answersIn(card) };
  };
  const correctTheName = async () => {
    const { id, version } = (await bot.rightsdesk.desk.requests.byRef(ref)) ?? {};
    const { card } = await town.rosa.presses('correct-form', { r: id, v: version, k: 'k', n: 1 });
    const button = actionsOf(card).find((a) => a['verb'] === 'correct-an-earlier-step')?.['data'] as object;
    const answers = { requesterName: 'Zebedee Quillfeather-Smythe', correctionReason: typedLater.note };
    await town.rosa.presses('correct-an-earlier-step', { ...button, ...answersIn(card), ...answers });
  };
  const seal = () => sealAudit({ blocks: mongoAuditBlocks(connection), seals: makeSeals(bot.config.keys.audit), machine: machineTime });
  const verify = () =>
    verifyAudit({
      trail: mongoAuditTrail(connection, makeFieldCipher(bot.config.keys.field)),
      chain: makeChain(bot.config.keys.audit),
      seals: makeSeals(bot.config.keys.audit),
    });

  it('SEC-14 INT-18 no collection holds a personal detail, a word of anybody or a colleague’s name in clear', async () => {
    const collections = await db.listCollections().toArray();
    expect(collections.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['requests', 'details', 'drafts', 'outbox', 'audit', 'people']),
    );
    for (const { name } of collections) {
      const text = JSON.stringify(await db.collection(name).find().toArray());
      for (const needle of [...NEEDLES, ...COLLEAGUES])
        expect(`${name}: ${text.includes(needle) ? needle : 'clean'}`).toBe(`${name}: clean`);
    }
  });

  it('SEC-14 nor do the files of the database and of the bot', () => {
    for (const folder of [database.dataDir, bot.dataDir])
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        for (const needle of [...NEEDLES, ...COLLEAGUES])
          expect(`${entry.name}: ${bytes.includes(needle) ? needle : 'clean'}`).toBe(`${entry.name}: clean`);
      }
  });

  it('INT-18 MON-09 no channel post, banner or notification text names the person or tells the story', () => {
    const channel = JSON.stringify(bot.teams.channel(town.housing.id).posts());
    for (const needle of [...NEEDLES, ...COLLEAGUES]) expect(channel).not.toContain(needle);
    expect(channel).toContain(ref);
    for (const who of [town.rosa, town.dev, town.ola, town.sam, town.ines])
      for (const { summary = '', text = '', history } of who.posts())
        for (const needle of [...NEEDLES, ...COLLEAGUES]) {
          const fallback = history.map((a) =>
            JSON.stringify(
              (a['attachments'] as { content?: { fallbackText?: string; speak?: string } }[])?.map(({ content }) => [
                content?.fallbackText,
                content?.speak,
              ]),
            ),
          );
          expect(`${summary} ${text} ${fallback.join()}`).not.toContain(needle);
        }
  });

  it('SEC-05 the trail is whole, sealed and unsealed, and replaying each history gives the stored state', async () => {
    expect(await verify()).toMatchObject({ broken: null });
    await seal();
    const verdict = await verify();
    expect(verdict).toMatchObject({ broken: null, counts: { requests: 1 } });
    expect(verdict.counts.steps).toBeGreaterThan(10);
    expect(verdict.counts.events).toBeGreaterThan(5);
    expect(verdict.newest?.n).toBeGreaterThan(0);
  });

  it('SEC-05 SEC-14 refusals, searches, views and grants are in the log, in codes', async () => {
    const events = await db.collection('audit').find().toArray();
    const kinds = new Set(events.map(({ what }) => String(what)));
    for (const what of ['refused', 'searched', 'viewed', 'sent', 'channel-bound', 'role-granted']) expect([...kinds]).toContain(what);
  });

  it.each([
    ['who took a step', { 'steps.3.by': 'somebody' }, /Step 4 of DR-2026-0001 was changed/],
    ['when it was taken', { 'steps.0.at': '2026-11-01T09:00:00.000Z' }, /Step 1 of DR-2026-0001 was changed/],
    ['the due date beside it', { 'steps.1.clock.due': '2027-12-24' }, /Step 2 of DR-2026-0001 was changed/],
    ['the state alone', { 'state.facts.result': 'NOT_HELD' }, /is not what its history gives/],
  ])('SEC-05 %s changed in the database is found', async (_what, change, told) => {
    const requests = db.collection('requests');
    const before = await requests.findOne({ ref });
    await requests.updateOne({ ref }, { $set: change });
    expect((await verify()).broken).toMatch(told);
    await requests.replaceOne({ ref }, before ?? {});
    expect((await verify()).broken).toBeNull();
  });

  it('SEC-05 an encrypted word swapped for another of the same person is found', async () => {
    const details = db.collection<{ _id: string; fields: { f: string; v: string }[] }>('details');
    const doc = await details.findOne({ fields: { $elemMatch: { f: 'words' } } });
    const changed = (doc?.fields ?? []).map((field) => ({ ...field, v: doc?.fields[0]?.v ?? '' }));
    await details.updateOne({ _id: doc?._id ?? '' }, { $set: { fields: changed } });
    expect((await verify()).broken).toMatch(/The details of step \d+ of DR-2026-0001 are not what was recorded/);
    await details.updateOne({ _id: doc?._id ?? '' }, { $set: { fields: doc?.fields ?? [] } });
  });
});
