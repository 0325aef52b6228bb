import mongoose from 'mongoose';
import type { MachineTime, Outbox, OutboxMessage, OutboxStatus, QueuedMessage, Settled } from '../../usecases/ports.js';
import { laneOf } from '../../domain/recipient.js';
import { isDuplicateKey } from './duplicate-key.js';
import { modelOn } from './model-on.js';

/** The ledger is kept 13 months, counted in whole days. */
const KEPT_MS = 397 * 24 * 3600 * 1000;

interface Row extends Omit<OutboxMessage, 'key'> {
  _id: string;
  status: OutboxStatus;
  lane: string;
  /** The lane while the message waits or is being sent, else null: so the index of what waits holds nothing else. */
  waiting: string | null;
  /** The lane while the message is parked for want of an address. */
  held: string | null;
  /** On a line of a digest: `open:<person>` while it waits, then the key of the digest that has it. */
  line?: string;
  /** Order in the queue: milliseconds when it was put, with room for a thousand in each. */
  place: number;
  attempts: number;
  nextAt: Date;
  messageId?: string;
  conversationId?: string;
  reason?: string;
  expireAt: Date;
}

const schema = new mongoose.Schema<Row>(
  {
    _id: { type: String, required: true },
    template: { type: String, required: true },
    to: { type: mongoose.Schema.Types.Mixed, required: true },
    requestId: String,
    args: { type: mongoose.Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
    asHolder: { type: mongoose.Schema.Types.Mixed },
    digest: String,
    line: String,
    status: { type: String, required: true },
    lane: { type: String, required: true },
    waiting: { type: String, default: null },
    held: { type: String, default: null },
    place: { type: Number, required: true },
    attempts: { type: Number, required: true },
    nextAt: { type: Date, required: true },
    messageId: String,
    conversationId: String,
    reason: String,
    expireAt: { type: Date, required: true },
  },
  { collection: 'outbox', versionKey: false, minimize: false },
)
  .index({ waiting: 1, place: 1 })
  .index({ held: 1 })
  .index({ line: 1 }, { sparse: true })
  .index({ expireAt: 1 }, { expireAfterSeconds: 0 });

/** Queue and ledger in one collection; every read is by key or along an index. */
export function mongoOutbox(connection: mongoose.Connection, machine: MachineTime): Outbox {
  const rows = modelOn<Row>(connection, 'OutboxMessage', schema);
  let lastPlace = 0;
  const fresh = (message: OutboxMessage, status: 'queued' | 'superseded' | 'gathered'): Omit<Row, '_id'> => {
    const now = machine();
    lastPlace = Math.max(lastPlace + 1, now.getTime() * 1000);
    const { key: _key, ...rest } = message;
    const lane = laneOf(message.to);
    const waiting = status === 'queued' ? lane : null;
    const expireAt = new Date(now.getTime() + KEPT_MS);
    const line = status === 'gathered' && 'person' in message.to ? { line: openLine(message.to.person) } : {};
    return { ...rest, ...line, status, lane, waiting, held: null, place: lastPlace, attempts: 0, nextAt: now, expireAt };
  };
  const put = async (messages: OutboxMessage[], status: 'queued' | 'superseded' | 'gathered'): Promise<void> => {
    if (messages.length === 0) return;
    const inserts = messages.map((message) => ({
      updateOne: { filter: { _id: message.key }, update: { $setOnInsert: fresh(message, status) }, upsert: true },
    }));
    // Two bots may insert one key in the same moment; the second time round it is simply there.
    await rows.bulkWrite(inserts).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      return rows.bulkWrite(inserts);
    });
  };
  return {
    put: (messages, status = 'queued') => put(messages, status),
    gather: (lines) => put(lines, 'gathered'),
    adopt: async (person, digest) => {
      await rows.updateMany({ line: openLine(person) }, { $set: { line: digest } });
      return (await rows.find({ line: digest }).lean<Row[]>()).map(toMessage);
    },
    told: async (digest) => {
      await rows.updateMany({ line: digest, status: 'gathered' }, { $set: { status: 'sent' } });
    },
    byKey: async (key) => read(await rows.findById(key).lean<Row>()),
    known: async (keys) => new Set((await rows.find({ _id: { $in: keys } }, { _id: 1 }).lean<Row[]>()).map(({ _id }) => _id)),
    supersede: async (keys) => {
      const notOut: OutboxStatus[] = ['queued', 'unknown', 'parked', 'gathered'];
      const filter = { _id: { $in: keys }, status: { $in: notOut } };
      await rows.updateMany(filter, { $set: { status: 'superseded', waiting: null, held: null }, $unset: { line: 1 } });
    },
    heads: () => readHeads(rows),
    head: async (lane) => read(await rows.findOne({ waiting: lane }).sort({ waiting: 1, place: 1 }).lean<Row>()),
    claim: async (key, now, until) => {
      const filter = { _id: key, waiting: { $ne: null }, nextAt: { $lte: now } };
      const { modifiedCount } = await rows.updateOne(filter, { $set: { status: 'sending', nextAt: until }, $inc: { attempts: 1 } });
      return modifiedCount === 1;
    },
    settle: async (key, outcome) => {
      const set = { ...outcome, ...(isOver(outcome) && { waiting: null }) };
      await rows.updateOne({ _id: key }, { $set: set, ...(outcome.reason === undefined && { $unset: { reason: 1 } }) });
    },
    hold: async (lane, reason) => {
      await rows.updateMany({ waiting: lane }, { $set: { status: 'parked', waiting: null, held: lane, reason } });
    },
    heldLanes: () => readHeldLanes(rows),
    release: async (lane) => {
      const again = { status: 'queued', waiting: lane, held: null, attempts: 0, nextAt: machine() };
      await rows.updateMany({ held: lane }, { $set: again });
    },
  };
}

const openLine = (person: string): string => `open:${person}`;

function isOver(outcome: Settled): boolean {
  return outcome.status !== 'queued' && outcome.status !== 'unknown';
}

/** Jumps from lane to lane along the index, so the cost follows the lanes that wait, not the messages in them. */
async function readHeads(rows: mongoose.Model<Row>): Promise<QueuedMessage[]> {
  const heads: Row[] = [];
  for (let last = ''; ;) {
    const head = await rows
      .findOne({ waiting: { $gt: last } })
      .sort({ waiting: 1, place: 1 })
      .lean<Row>();
    if (head?.waiting == null) break;
    heads.push(head);
    last = head.waiting;
  }
  return heads.sort((a, b) => a.place - b.place).map(toMessage);
}

async function readHeldLanes(rows: mongoose.Model<Row>): Promise<string[]> {
  const lanes: string[] = [];
  for (let last = ''; ;) {
    const next = await rows
      .findOne({ held: { $gt: last } }, { held: 1 })
      .sort({ held: 1 })
      .lean<Row>();
    if (next?.held == null) return lanes;
    lanes.push(next.held);
    last = next.held;
  }
}

function read(row: Row | null): QueuedMessage | null {
  return row === null ? null : toMessage(row);
}

function toMessage(row: Row): QueuedMessage {
  const {
    _id: key,
    waiting: _waiting,
    held: _held,
    place: _place,
    expireAt: _expireAt,
    line: _line,
    conversationId: _conversation,
    ...rest
  } = row;
  return { key, ...rest };
}
