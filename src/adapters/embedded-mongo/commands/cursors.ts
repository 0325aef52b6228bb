import { Long } from 'bson';
import { serialize, type Doc } from '../bson/values.js';
import { fail } from '../errors.js';
import { PAUSE, type Pause } from '../query/pause.js';

/** Documents of a reply as BSON; written into it without being parsed again (server/reply.ts). */
export class RawBatch {
  constructor(readonly docs: readonly Buffer[]) {}
}

const FIRST_BATCH = 101;
const MOST_BYTES = 16 * 1024 * 1024;
const IDLE_MS = 10 * 60_000;
/** How long a read may hold the thread before other commands get a turn. */
const SLICE_MS = 10;

type Stream = Iterator<Doc | Buffer | Pause>;

interface Open {
  readonly ns: string;
  readonly stream: Stream;
  /** A document read but too large for the last reply. */
  next: Buffer | undefined;
  usedAt: number;
}

interface Batch {
  readonly docs: Buffer[];
  readonly done: boolean;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Reads a stream to its end, letting other commands run in between. */
export async function drain<T>(stream: Iterable<T | Pause>, take: (item: T) => void): Promise<void> {
  let since = Date.now();
  for (const item of stream) {
    if (item !== PAUSE) take(item);
    else if (Date.now() - since > SLICE_MS) {
      await breathe();
      since = Date.now();
    }
  }
}

/** Open cursors. A stream left idle for ten minutes, or whose collection or indexes change, is closed. */
export class Cursors {
  readonly #open = new Map<string, Open>();
  #nextId = BigInt(Date.now()) << 20n;

  /** The first reply to find and aggregate. */
  async start(ns: string, items: Iterable<Doc | Buffer | Pause>, options: { batchSize?: number; single?: boolean }): Promise<Doc> {
    const cursor: Open = { ns, stream: items[Symbol.iterator](), next: undefined, usedAt: Date.now() };
    const batch = await this.#fill(cursor, options.batchSize ?? FIRST_BATCH);
    const id = batch.done || options.single ? 0n : ++this.#nextId;
    if (id > 0n) this.#open.set(id.toString(), cursor);
    return { cursor: { id: Long.fromBigInt(id), ns, firstBatch: new RawBatch(batch.docs) }, ok: 1 };
  }

  async more(id: string, ns: string, batchSize: number): Promise<Doc> {
    const cursor = this.#open.get(id);
    if (!cursor) return fail(43, `cursor id ${id} not found`);
    if (cursor.ns !== ns)
      return fail(13, `Requested getMore on namespace '${ns}', but cursor belongs to a different namespace ${cursor.ns}`);
    const batch = await this.#fill(cursor, batchSize || Infinity);
    if (batch.done) this.#open.delete(id);
    return { cursor: { id: Long.fromString(batch.done ? '0' : id), ns, nextBatch: new RawBatch(batch.docs) }, ok: 1 };
  }

  kill(id: string): boolean {
    return this.#open.delete(id);
  }

  /** Closes the cursors of a collection or database whose data goes away. */
  killOn(matches: (ns: string) => boolean): void {
    for (const [id, { ns }] of this.#open) if (matches(ns)) this.#open.delete(id);
  }

  closeIdle(): void {
    for (const [id, { usedAt }] of this.#open) if (Date.now() - usedAt > IDLE_MS) this.#open.delete(id);
  }

  async #fill(cursor: Open, count: number): Promise<Batch> {
    const docs: Buffer[] = [];
    let bytes = 0;
    let since = Date.now();
    while (docs.length < count) {
      const item = cursor.next ?? cursor.stream.next();
      cursor.next = undefined;
      if ('done' in item && item.done) return { docs, done: true };
      const value = Buffer.isBuffer(item) ? item : item.value;
      if (value === PAUSE) {
        if (Date.now() - since > SLICE_MS) {
          await breathe();
          since = Date.now();
        }
        continue;
      }
      const doc = Buffer.isBuffer(value) ? value : serialize(value);
      if (docs.length > 0 && bytes + doc.length > MOST_BYTES) {
        cursor.next = doc;
        break;
      }
      bytes += doc.length;
      docs.push(doc);
    }
    cursor.usedAt = Date.now();
    return { docs, done: false };
  }
}
