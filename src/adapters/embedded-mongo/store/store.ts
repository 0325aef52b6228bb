import { afterPrefix, cutKey, keyOf } from '../bson/keys.js';
import type { Hit } from '../query/find.js';
import { PAUSE, type Pause } from '../query/pause.js';
import type { Interval } from '../query/bounds.js';
import { Catalog, type Collection } from './catalog.js';
import type { Environment } from './environment.js';
import { capOf } from './index-entries.js';

/** Entries read in one go. Between chunks other commands may run, as between MongoDB's yields. */
const CHUNK = 128;

export interface Cost {
  docsExamined: number;
  keysExamined: number;
}

/** Reading: documents by key, by index and in order, with a count of what was looked at. */
export class Store {
  readonly catalog: Catalog;
  readonly cost: Cost = { docsExamined: 0, keysExamined: 0 };

  constructor(readonly env: Environment) {
    this.catalog = new Catalog(env);
  }

  /** The place of a document: its collection, then its _id in order. */
  dataKey(collection: Collection, id: unknown): Buffer {
    return Buffer.concat([collection.prefix, cutKey(keyOf(id), capOf(1))]);
  }

  read(key: Buffer): Buffer | undefined {
    return this.env.data.get(key);
  }

  *byIds(collection: Collection, ids: unknown[]): Generator<Hit> {
    for (const key of ids.map((id) => this.dataKey(collection, id)).sort((a, b) => a.compare(b))) {
      this.cost.keysExamined++;
      const hit = this.#fetch(key);
      if (hit) yield hit;
    }
  }

  *scan(collection: Collection, interval: Interval = wholeOf(collection.prefix), reverse = false): Generator<Hit | Pause> {
    for (const { key, value } of walk(this.env.data, interval, reverse)) {
      if (++this.cost.docsExamined % CHUNK === 0) yield PAUSE;
      yield { key, bytes: value };
    }
  }

  *byIndex(collection: Collection, intervals: Interval[], reverse: boolean): Generator<Hit | Pause> {
    for (const interval of reverse ? [...intervals].reverse() : intervals) {
      for (const { value } of walk(this.env.index, interval, reverse)) {
        if (++this.cost.keysExamined % CHUNK === 0) yield PAUSE;
        const hit = this.#fetch(Buffer.concat([collection.prefix, value]));
        if (hit) yield hit;
      }
    }
  }

  #fetch(key: Buffer): Hit | undefined {
    const bytes = this.read(key);
    if (bytes) this.cost.docsExamined++;
    return bytes && { key, bytes };
  }

  countAll(collection: Collection): number {
    return this.countKeys(wholeOf(collection.prefix));
  }

  countKeys({ start, end }: Interval): number {
    return this.env.data.getKeysCount({ start, ...(end && { end }) });
  }
}

export const wholeOf = (prefix: Buffer): Interval => ({ start: prefix, end: afterPrefix(prefix) });

const ZERO = Buffer.from([0]);

/**
 * Entries of an interval in order. Each chunk is a range of its own that starts after the last key seen, so the walk holds no
 * transaction open, may be left for minutes (a cursor) and meets writes made meanwhile.
 */
export function* walk(db: Environment['data'], { start, end }: Interval, reverse = false): Generator<{ key: Buffer; value: Buffer }> {
  let from: Buffer | undefined = reverse ? end : start;
  for (let limit = 8; ; limit = CHUNK) {
    // Backwards, lmdb's own end would leave out a key equal to `start`, so the walk is ended here instead.
    const range = reverse ? { reverse, exclusiveStart: true } : end && { end };
    const chunk = [...db.getRange({ ...range, ...(from && { start: from }), limit })];
    for (const entry of chunk) {
      if (Buffer.compare(entry.key, start) < 0) return;
      yield entry;
    }
    const last = chunk.at(-1);
    if (!last || chunk.length < limit) return;
    from = reverse ? last.key : Buffer.concat([last.key, ZERO]);
  }
}
