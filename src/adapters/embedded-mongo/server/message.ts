import { elementsOf, joinElements } from '../bson/fields.js';
import { parse, parseExact, type Doc } from '../bson/values.js';
import { fail } from '../errors.js';
import { serializeReply } from './reply.js';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM = 1;
const MORE_TO_COME = 2;

/** One command as it came in. Documents of long lists stay unparsed until someone wants them. */
export class Request {
  readonly #sequences: Map<string, Buffer[]>;
  readonly body: Doc;
  #exact: Doc | undefined;

  constructor(
    readonly id: number,
    readonly opCode: number,
    readonly bytes: Buffer,
    sequences: Map<string, Buffer[]>,
    readonly wantsReply: boolean,
  ) {
    this.#sequences = sequences;
    this.body = parse(withoutWrites(bytes));
  }

  /** The command's own name: the first field of its body. */
  get name(): string {
    return Object.keys(this.body)[0] ?? '';
  }

  /** The body with number widths kept, for values that will be stored. */
  get exact(): Doc {
    return (this.#exact ??= parseExact(this.bytes));
  }

  /** The documents of a list (documents, updates, deletes) as raw BSON, whether sent in the body or as a sequence. */
  list(name: string): Buffer[] {
    const sent = this.#sequences.get(name);
    if (sent) return sent;
    for (const e of elementsOf(this.bytes)) {
      if (e.name !== name || e.type !== 4) continue;
      const array = this.bytes.subarray(e.value, e.end);
      return [...elementsOf(array)].map((item) => array.subarray(item.value, item.end));
    }
    return [];
  }
}

const APART: Record<string, string> = { insert: 'documents', update: 'updates', delete: 'deletes', findAndModify: 'update' };

/** The body of a write without what it writes, which is read on its own. */
function withoutWrites(bytes: Buffer): Buffer {
  const apart = APART[bytes.toString('latin1', 5, bytes.indexOf(0, 5))];
  if (apart === undefined) return bytes;
  const kept = [...elementsOf(bytes)].filter(({ name }) => name !== apart);
  return joinElements(kept.map((e) => bytes.subarray(e.from, e.end)));
}

function readDocuments(bytes: Buffer, from: number, end: number): Buffer[] {
  const docs: Buffer[] = [];
  for (let at = from; at < end;) {
    const size = bytes.readInt32LE(at);
    if (size < 5 || at + size > end) fail(22, 'invalid BSON: a document runs past its section');
    docs.push(bytes.subarray(at, at + size));
    at += size;
  }
  return docs;
}

function readMsg(id: number, bytes: Buffer): Request {
  const flags = bytes.readUInt32LE(16);
  const end = bytes.length - (flags & CHECKSUM ? 4 : 0);
  const sequences = new Map<string, Buffer[]>();
  let body: Buffer | undefined;
  for (let at = 20; at < end;) {
    const kind = bytes[at++];
    const size = bytes.readInt32LE(at);
    if (kind === 0) body = bytes.subarray(at, at + size);
    else {
      const nameEnd = bytes.indexOf(0, at + 4);
      sequences.set(bytes.toString('utf8', at + 4, nameEnd), readDocuments(bytes, nameEnd + 1, at + size));
    }
    at += size;
  }
  return new Request(id, OP_MSG, body ?? fail(40587, 'OP_MSG without a body'), sequences, !(flags & MORE_TO_COME));
}

/** Reads one whole wire message: OP_MSG, or the OP_QUERY with which drivers say hello. */
export function readRequest(bytes: Buffer): Request {
  const id = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  if (opCode === OP_MSG) return readMsg(id, bytes);
  if (opCode !== OP_QUERY) return fail(59, `wire protocol opcode ${opCode} is not supported by the embedded database`);
  const nameEnd = bytes.indexOf(0, 20);
  const at = nameEnd + 9;
  return new Request(id, OP_QUERY, bytes.subarray(at, at + bytes.readInt32LE(at)), new Map(), true);
}

let nextId = 1;

/** A reply in the form its request had. */
export function writeReply(request: { id: number; opCode: number }, reply: Doc): Buffer {
  const body = serializeReply(reply);
  const isQuery = request.opCode === OP_QUERY;
  const head = Buffer.alloc(isQuery ? 36 : 21);
  head.writeInt32LE(
    body.reduce((n, piece) => n + piece.length, head.length),
    0,
  );
  head.writeInt32LE(nextId++ & 0x7fffffff, 4);
  head.writeInt32LE(request.id, 8);
  head.writeInt32LE(isQuery ? OP_REPLY : OP_MSG, 12);
  if (isQuery) head.writeInt32LE(1, 32);
  return Buffer.concat([head, ...body]);
}
