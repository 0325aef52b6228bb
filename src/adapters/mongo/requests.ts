import { Schema, type Connection, type QueryFilter } from 'mongoose';
import { AT_MOST_MS } from './connect.js';
import { isDuplicateKey } from './duplicate-key.js';
import type { StepTaken, SubjectRequest } from '../../domain/subject-request.js';
import type { Intent, NewRequest, RequestIndex, RequestPage, RequestStore, StepCommit } from '../../usecases/ports.js';
import { modelOn } from './model-on.js';
import { stateChanges } from './state-changes.js';

/** A request on disk: codes, dates and ids only. `unsealed` marks it for the next block of the audit trail. */
export interface RequestDocument {
  _id: string;
  ref: string;
  schemaVersion: number;
  version: number;
  state: SubjectRequest['state'];
  steps: StepTaken[];
  macs: string[];
  mac: string;
  intents: Intent[];
  index: RequestIndex;
  tokens: string[];
  intakeKey: string;
  at: Date;
  unsealed?: boolean;
  promising?: boolean;
}
export const SCHEMA_VERSION = 1;

const requestSchema = new Schema<RequestDocument>(
  {
    _id: String,
    ref: String,
    schemaVersion: Number,
    version: Number,
    state: Schema.Types.Mixed,
    steps: [Schema.Types.Mixed],
    macs: [String],
    mac: String,
    intents: [Schema.Types.Mixed],
    index: Schema.Types.Mixed,
    tokens: [String],
    intakeKey: String,
    at: Date,
    unsealed: Boolean,
    promising: Boolean,
  },
  { collection: 'requests', versionKey: false, minimize: false, strict: true },
);
requestSchema.index({ ref: 1 }, { unique: true });
requestSchema.index({ intakeKey: 1 }, { unique: true });
requestSchema.index({ 'index.waitingFor': 1, 'index.urgency': 1, ref: 1 });
requestSchema.index({ 'index.workers': 1, 'index.urgency': 1, ref: 1 });
requestSchema.index({ 'index.reporter': 1, ref: -1 });
requestSchema.index({ tokens: 1 });
// Sweeps: each index holds only what is due, so the cost follows what is due and not what is stored.
requestSchema.index({ 'index.nextNoticeAt': 1 }, { partialFilterExpression: { 'index.nextNoticeAt': { $type: 'date' } } });
requestSchema.index({ 'index.logBy': 1 }, { partialFilterExpression: { 'index.logBy': { $type: 'date' } } });
requestSchema.index({ 'index.loggedLateOn': -1 }, { partialFilterExpression: { 'index.loggedLateOn': { $type: 'string' } } });
requestSchema.index({ promising: 1 }, { partialFilterExpression: { promising: true } });
requestSchema.index({ unsealed: 1 }, { sparse: true });
requestSchema.index({ 'index.movable': 1 }, { sparse: true });
requestSchema.index({ 'index.identityWords': 1 }, { sparse: true });

// Reports: by the week that counts a case; worst first, in all and by directorate; what was answered since a day.
requestSchema.index({ 'index.week': 1 });
requestSchema.index({ 'index.urgency': 1, ref: 1 });
requestSchema.index({ 'index.directorate': 1, 'index.urgency': 1, ref: 1 });
requestSchema.index({ 'index.directorate': 1, 'index.ended': -1 }, { partialFilterExpression: { 'index.ended': { $type: 'string' } } });
requestSchema.index({ 'index.ended': 1, 'index.inTime': 1 }, { partialFilterExpression: { 'index.ended': { $type: 'string' } } });

export const requestsModel = (connection: Connection) => modelOn<RequestDocument>(connection, 'Request', requestSchema);

const HEAD = { ref: 1, version: 1, state: 1, mac: 1 } as const;
type Head = Pick<RequestDocument, '_id' | 'ref' | 'version' | 'state' | 'mac'>;
const headOf = ({ _id, ref, version, state, mac }: Head): SubjectRequest => ({ id: _id, ref, version, state, mac });

/** The register on MongoDB. One document, one atomic write; presses read a projection without the history. */
export function mongoRequests(connection: Connection): RequestStore {
  const requests = requestsModel(connection);
  // A press waits for these two: they go past mongoose's queries, which would change nothing about a filter of strings.
  const plain = requests.collection;
  const one = async (filter: Record<string, string>): Promise<SubjectRequest | null> => {
    const found = await plain.findOne(filter, { projection: HEAD, maxTimeMS: AT_MOST_MS });
    return found && headOf(found as unknown as Head);
  };
  const page = async (
    filter: QueryFilter<RequestDocument>,
    sort: Record<string, 1 | -1>,
    { skip, limit }: { skip: number; limit: number },
  ): Promise<RequestPage> => {
    const rows = await requests
      .find(filter, HEAD)
      .sort(sort)
      .skip(skip)
      .limit(limit + 1)
      .lean<Head[]>();
    return { rows: rows.slice(0, limit).map(headOf), more: rows.length > limit };
  };

  return {
    byId: (id) => one({ _id: id }),
    byIds: async (ids) => (await requests.find({ _id: { $in: ids } }, HEAD).lean<Head[]>()).map(headOf),
    byRef: (ref) => one({ ref }),
    byIntakeKey: (intakeKey) => one({ intakeKey }),
    insert: async (request) => {
      try {
        await requests.insertMany([documentOf(request)], { lean: true });
        return { request: headOf(documentOf(request)), repeated: false };
      } catch (error) {
        const already = isDuplicateKey(error) ? await one({ intakeKey: request.intakeKey }) : null;
        if (!already) throw error;
        return { request: already, repeated: true };
      }
    },
    commit: async (change) => {
      const filter = { _id: change.id, version: change.expectedVersion };
      // The state is the one just written: reading it back would only cost.
      const options = { projection: { ref: 1, version: 1, mac: 1 }, returnDocument: 'after', maxTimeMS: AT_MOST_MS } as const;
      const after = await plain.findOneAndUpdate(filter as never, updateOf(change) as never, options);
      return after && headOf({ ...(after as unknown as Head), state: change.state });
    },
    stepByKey: async (id, key) => {
      const found = await requests.findOne({ _id: id }, { steps: { $elemMatch: { key } } }).lean<Pick<RequestDocument, 'steps'>>();
      return found?.steps?.[0] ?? null;
    },
    history: async (id) => {
      const found = await requests.findOne({ _id: id }, { steps: 1, macs: 1 }).lean<Pick<RequestDocument, 'steps' | 'macs'>>();
      return (found?.steps ?? []).map((step, i) => ({ step, mac: found?.macs[i] ?? '' }));
    },
    waitingFor: (marks, at) => page({ 'index.waitingFor': { $in: marks } }, { 'index.urgency': 1, ref: 1 }, at),
    reportedBy: (person, at) => page({ 'index.reporter': person }, { ref: -1 }, at),
    byTokens: (tokens, limit) => page({ tokens: { $all: tokens } }, { ref: -1 }, { skip: 0, limit }),
    noticesDue: async (before, limit) => {
      const found = await requests
        .find({ 'index.nextNoticeAt': { $type: 'date', $lte: before } }, HEAD)
        .sort({ 'index.nextNoticeAt': 1 })
        .limit(limit)
        .lean<Head[]>();
      return found.map(headOf);
    },
    earliestNotice: async () => {
      const found = await requests
        .findOne({ 'index.nextNoticeAt': { $type: 'date' } }, { 'index.nextNoticeAt': 1 })
        .sort({ 'index.nextNoticeAt': 1 })
        .lean<Pick<RequestDocument, 'index'>>();
      return found?.index.nextNoticeAt ?? null;
    },
    recordNotice: async (id, expectedVersion, nextNoticeAt, intents) => {
      const done = await requests.updateOne(
        { _id: id, version: expectedVersion },
        { $set: { 'index.nextNoticeAt': nextNoticeAt, ...promising(intents) }, $push: { intents: { $each: intents } } },
      );
      return done.matchedCount === 1;
    },
    withIntents: async (limit) => {
      const found = await requests
        .find({ promising: true }, { intents: 1 })
        .limit(limit)
        .lean<Pick<RequestDocument, '_id' | 'intents'>[]>();
      return found.map(({ _id, intents }) => ({ id: _id, intents }));
    },
    clearIntents: async (id, keys) => {
      await requests.updateOne({ _id: id }, { $pull: { intents: { key: { $in: keys } } } });
      await requests.updateOne({ _id: id, intents: { $size: 0 } }, { $unset: { promising: 1 } });
    },
  };
}

const promising = (intents: Intent[]) => (intents.length > 0 ? { promising: true } : {});

function documentOf(request: NewRequest): RequestDocument {
  const { id, at, ...rest } = request;
  return { _id: id, schemaVersion: SCHEMA_VERSION, ...rest, at, unsealed: true, ...promising(request.intents) };
}

function updateOf(change: StepCommit) {
  const changed = stateChanges(change.before, change.state);
  return {
    $set: { ...changed.set, mac: change.mac, index: change.index, unsealed: true, ...promising(change.intents) },
    ...(Object.keys(changed.unset).length > 0 && { $unset: changed.unset }),
    $inc: { version: 1 },
    $push: { steps: change.step, macs: change.mac, intents: { $each: change.intents } },
    $addToSet: { tokens: { $each: change.tokens } },
  };
}
