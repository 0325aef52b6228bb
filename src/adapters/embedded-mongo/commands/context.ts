import { isEqual } from '../bson/compare.js';
import { isDoc, isNil, isTruthy, toNumber, typeNameOf, type Doc } from '../bson/values.js';
import { evaluate, type Variables } from '../aggregate/expressions.js';
import { CommandError, fail, refuse } from '../errors.js';
import type { Request } from '../server/message.js';
import type { Collection } from '../store/catalog.js';
import type { GroupCommit } from '../store/group-commit.js';
import type { Store } from '../store/store.js';
import type { Writer } from '../store/writer.js';
import type { Cursors } from './cursors.js';

export interface Engine {
  readonly store: Store;
  readonly writer: Writer;
  readonly commits: GroupCommit;
  readonly cursors: Cursors;
  readonly startedAt: Date;
}

export interface Context {
  readonly request: Request;
  readonly body: Doc;
  readonly db: string;
  readonly engine: Engine;
  readonly connectionId: number;
}

export interface Command {
  readonly run: (context: Context) => Doc | Promise<Doc>;
  /** Fields it understands beyond its own name and the common ones; any other is refused, never ignored. */
  readonly fields: readonly string[];
}

/** Fields any command may carry that change nothing about its answer here. */
const COMMON = [
  ...['$db', 'lsid', '$clusterTime', '$readPreference', 'comment', 'maxTimeMS', 'readConcern', 'writeConcern'],
  ...['apiVersion', 'apiStrict', 'apiDeprecationErrors', 'mayBypassWriteBlocking', 'databaseVersion', 'shardVersion'],
];

/** Known to MongoDB but not to this database: refused by name when they ask for something. */
const asksNothing = (name: string, v: unknown): boolean =>
  isNil(v) || v === false || (isDoc(v) && Object.keys(v).length === 0) || (name === 'collation' && isDoc(v) && v.locale === 'simple');

export function checkFields(name: string, command: Command, body: Doc): void {
  if ('txnNumber' in body || 'startTransaction' in body || 'autocommit' in body) {
    fail(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
  const concern = body.writeConcern;
  if (isDoc(concern) && typeof concern.w === 'number' && concern.w > 1) fail(2, `cannot use 'w' > 1 when a host is not replicated`);
  const level = isDoc(body.readConcern) ? body.readConcern.level : undefined;
  if (level === 'snapshot' || level === 'linearizable') refuse(`readConcern level ${level}`);
  for (const field of Object.keys(body).slice(1)) {
    if (COMMON.includes(field) || command.fields.includes(field) || asksNothing(field, body[field])) continue;
    refuse(`the option '${field}' of ${name}`);
  }
}

/** Options of one statement inside a list (updates, deletes, indexes). */
export function checkOptions(what: string, doc: Doc, known: readonly string[]): void {
  for (const field of Object.keys(doc))
    if (!known.includes(field) && !asksNothing(field, doc[field])) refuse(`the option '${field}' of ${what}`);
}

/** The namespace a command is about; its first field is the collection's name. */
export function nsOf({ request, body, db }: Context): string {
  const name = body[request.name];
  if (typeof name !== 'string') return fail(73, `collection name has invalid type ${typeNameOf(name)}`);
  if (name === '' || name.includes('\0') || name.includes('$') || name.startsWith('.'))
    fail(73, `Invalid namespace specified '${db}.${name}'`);
  return `${db}.${name}`;
}

export const findCollection = (context: Context): Collection | undefined => context.engine.store.catalog.find(nsOf(context));

/** The variables of `let`, each evaluated once. */
export function readLet(value: unknown): Variables {
  if (!isDoc(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([k, e]) => [k, evaluate(e, { root: {}, current: {}, vars: {} })]));
}

export const filterOf = (v: unknown): Doc =>
  isNil(v) ? {} : isDoc(v) ? v : fail(14, `Expected a filter to be an object, not ${typeNameOf(v)}`);

/** A count option that may not be negative. */
export function countOf(name: string, v: unknown): number {
  const n = toNumber(v, 0);
  return n >= 0 ? n : fail(51024, `BSON field '${name}' value must be >= 0, actual value '${n}'`);
}

const DISK = /ENOSPC|EFBIG|EDQUOT|EIO|EROFS|No space left|MDB_MAP_FULL|too large|read-only|Input\/output/i;

/** Runs a write that is synced when this answers; if it throws nothing is kept. A full or read-only disk is reported as such (14031). */
export async function transact<T>({ commits }: Engine, write: () => T): Promise<T> {
  try {
    return await commits.run(write);
  } catch (e) {
    if (!(e instanceof CommandError) && DISK.test(String((e as Error).message))) {
      throw new CommandError(14031, `The database folder cannot be written to, nothing of this command was kept: ${(e as Error).message}`);
    }
    throw e;
  }
}

export const sameDoc = (a: unknown, b: unknown): boolean => isEqual(a ?? null, b ?? null);
export const flag = (v: unknown, otherwise = false): boolean => (isNil(v) ? otherwise : isTruthy(v));
