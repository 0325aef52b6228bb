import { joinElements } from '../bson/fields.js';
import { serialize, type Doc } from '../bson/values.js';
import { RawBatch } from '../commands/cursors.js';

const elementHead = (type: number, name: string): Buffer => Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`)]);

const elements = (doc: Doc): Buffer => serialize(doc).subarray(4, -1);

function batchElement(name: string, { docs }: RawBatch): Buffer {
  const items = docs.flatMap((doc, i) => [elementHead(3, String(i)), doc]);
  return Buffer.concat([elementHead(4, name), joinElements(items)]);
}

/** A reply as BSON. A cursor's batch is copied in as it was stored, so reading a document never parses it whole. */
export function serializeReply(reply: Doc): Buffer {
  const { cursor, ...rest } = reply;
  const batch = Object.entries((cursor ?? {}) as Doc).find(([, v]) => v instanceof RawBatch) as [string, RawBatch] | undefined;
  if (!batch) return serialize(reply);
  const { [batch[0]]: _, ...head } = cursor as Doc;
  const body = joinElements([elements(head), batchElement(...batch)]);
  return joinElements([elementHead(3, 'cursor'), body, elements(rest)]);
}
