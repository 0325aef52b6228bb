import { Schema, type Connection } from 'mongoose';
import type { Cover, Grant } from '../../domain/person.js';
import type { ChatAddress, FieldCipher, KnownPerson, People } from '../../usecases/ports.js';
import { AT_MOST_MS } from './connect.js';
import { modelOn } from './model-on.js';
import { keepNames } from './names-kept.js';

interface PersonDocument {
  _id: string;
  mri: string;
  tenant: string;
  /** Encrypted: a colleague's name is personal data too. */
  name: string;
  chat?: ChatAddress;
  unreachable?: boolean;
  seenAt?: Date;
  grants: (Grant & { by: string; need: string })[];
  covers?: Cover[];
  /** Counts the grants made, so that two at once do not lose one. */
  granted?: number;
}

const personSchema = new Schema<PersonDocument>(
  {
    _id: String,
    mri: String,
    tenant: String,
    name: String,
    chat: Schema.Types.Mixed,
    unreachable: Boolean,
    seenAt: Date,
    grants: [Schema.Types.Mixed],
    granted: Number,
    covers: { type: [Schema.Types.Mixed], default: undefined },
  },
  { collection: 'people', versionKey: false },
);
personSchema.index({ 'grants.role': 1, 'grants.directorate': 1 });
personSchema.index({ 'chat.conversationId': 1 });
personSchema.index({ 'grants.until': 1 });
personSchema.index({ 'covers.for': 1 }, { sparse: true });
personSchema.index({ 'covers.until': 1 }, { sparse: true });

const GRANT_ATTEMPTS = 5;

/** Who is known to the bot. Names are encrypted; roles are granted here and nowhere else. */
export function mongoPeople(connection: Connection, cipher: FieldCipher, machineTime: () => Date): People {
  const people = modelOn<PersonDocument>(connection, 'Person', personSchema);
  const place = (id: string) => ({ owner: id, field: 'name', kind: 'name' as const });
  const known = (found: PersonDocument): KnownPerson => ({
    id: found._id,
    mri: found.mri ?? '',
    tenant: found.tenant ?? '',
    name: found.name ? cipher.open(place(found._id), found.name) : 'a colleague',
    grants: found.grants ?? [],
    chat: found.chat ?? null,
    unreachable: found.unreachable ?? false,
    ...(found.covers && { covers: found.covers }),
  });
  const byIds = async (ids: string[]) => (await people.find({ _id: { $in: ids } }).lean<PersonDocument[]>()).map(known);

  return {
    byIds,
    namesOf: keepNames(byIds, machineTime),
    byId: async (id) => {
      const found = await people.findById(id).lean<PersonDocument>();
      return found && known(found);
    },
    seen: async ({ id, mri, tenant, name: said, chat }) => {
      // Every turn begins with this read: past mongoose's queries, which would add nothing to it.
      const before = (await people.collection.findOne({ _id: id as never }, { maxTimeMS: AT_MOST_MS })) as PersonDocument | null;
      // An install event may come without a name; the one we know stays.
      const name = said === '' && before ? known(before).name : said;
      if (before && sameAs(before, known(before), { mri, tenant, name, chat })) return known(before);
      const set = { mri, tenant, name: cipher.seal(place(id), name), seenAt: machineTime(), ...(chat && { chat, unreachable: false }) };
      const after = await people
        .findOneAndUpdate({ _id: id }, { $set: set, $setOnInsert: { grants: [] } }, { upsert: true, returnDocument: 'after' })
        .lean<PersonDocument>();
      return known(after);
    },
    holding: async (role, directorate, today) => {
      const filter = { grants: { $elemMatch: { role, until: { $gte: today }, ...(directorate !== null && { directorate }) } } };
      return (await people.find({ 'grants.role': role, ...filter }).lean<PersonDocument[]>()).map(known);
    },
    rolesEnded: async (from, before) => {
      const found = await people.find({ 'grants.until': { $gte: from, $lt: before } }, { grants: 1 }).lean<PersonDocument[]>();
      const ended = found.flatMap(({ _id, grants }) =>
        grants.map(({ role, directorate, until }) => ({ person: _id, role, until, ...(directorate !== undefined && { directorate }) })),
      );
      return ended.filter(({ until }) => until >= from && until < before);
    },
    grant: async (id, grant) => {
      for (let attempt = 0; attempt < GRANT_ATTEMPTS; attempt += 1) {
        const before = await people.findById(id, { grants: 1, granted: 1 }).lean<PersonDocument>();
        const others = (before?.grants ?? []).filter(
          (g) => g.role !== grant.role || g.directorate !== grant.directorate || g.post !== grant.post,
        );
        const change = { $set: { grants: [...others, grant] }, $inc: { granted: 1 } };
        const done = before
          ? await people.updateOne({ _id: id, granted: before.granted ?? { $exists: false } }, change)
          : await people.updateOne({ _id: id }, change, { upsert: true });
        if (done.matchedCount + done.upsertedCount > 0) return;
      }
      throw new Error('a grant lost every race');
    },
    cover: async (cover, by) => {
      if (by !== null) await people.updateOne({ _id: by }, { $pull: { covers: { for: cover.for } } });
      if (by !== null) await people.updateOne({ _id: by }, { $push: { covers: cover } });
      await people.updateMany(
        { 'covers.for': cover.for, ...(by !== null && { _id: { $ne: by } }) },
        { $pull: { covers: { for: cover.for } } },
      );
    },
    coveredBy: async (ids, today) => {
      const found = await people.find({ 'covers.for': { $in: ids } }, { covers: 1 }).lean<PersonDocument[]>();
      const held = found.flatMap(({ _id, covers = [] }) => covers.map((c) => ({ ...c, by: _id })));
      return held.filter((c) => ids.includes(c.for) && c.until >= today);
    },
    coversEnded: async (from, before) => {
      const found = await people.find({ 'covers.until': { $gte: from, $lt: before } }, { covers: 1 }).lean<PersonDocument[]>();
      const ended = found.flatMap(({ _id, covers = [] }) => covers.map((c) => ({ person: _id, role: `COVER-${c.for}`, until: c.until })));
      return ended.filter(({ until }) => until >= from && until < before);
    },
    markUnreachable: async (conversationId) => {
      await people.updateMany({ 'chat.conversationId': conversationId }, { $set: { unreachable: true } });
    },
  };
}

/** Nothing to write when the turn tells nothing new: most turns cost one read. */
function sameAs(
  before: PersonDocument,
  now: KnownPerson,
  turn: { mri: string; tenant: string; name: string; chat: ChatAddress | undefined },
): boolean {
  const sameChat =
    !turn.chat ||
    (now.chat?.conversationId === turn.chat.conversationId && now.chat.serviceUrl === turn.chat.serviceUrl && !now.unreachable);
  return sameChat && before.mri === turn.mri && before.tenant === turn.tenant && now.name === turn.name;
}
