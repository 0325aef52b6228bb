import { serialize, type Doc } from '../bson/values.js';
import { RawBatch } from '../commands/cursors.js';

const END = Buffer.alloc(1);

const elementHead = (type: number, name: string): Buffer => Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1');

/** A document around ready elements, as pieces that are copied only once, into the message. */
function wrap(elements: Buffer[]): Buffer[] {
  const size = Buffer.allocUnsafe(4);
  size.writeInt32LE(elements.reduce((n, e) => n + e.length, 5));
  return [size, ...elements, END];
}

const elements = (doc: Doc): Buffer => serialize(doc).subarray(4, -1);

/** A reply as BSON, in pieces. A cursor's batch goes in as it was stored, so reading a document never parses it whole. */
export function serializeReply(reply: Doc): Buffer[] {
  const { cursor, ...rest } = reply;
  const batch = Object.entries((cursor ?? {}) as Doc).find(([, v]) => v instanceof RawBatch) as [string, RawBatch] | undefined;
  if (!batch) return [serialize(reply)];
  const [name, { docs }] = batch;
  const { [name]: _, ...head } = cursor as Doc;
  const items = wrap(docs.flatMap((doc, i) => [elementHead(3, String(i)), doc]));
  const body = wrap([elements(head), elementHead(4, name), ...items]);
  return wrap([elementHead(3, 'cursor'), ...body, elements(rest)]);
}
