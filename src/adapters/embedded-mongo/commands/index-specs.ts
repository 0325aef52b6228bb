import { boxOf, isDoc, toNumber, typeNameOf, type Doc } from '../bson/values.js';
import { fail, refuse } from '../errors.js';
import { compileFilter } from '../query/match.js';
import type { Collection, IndexSpec } from '../store/catalog.js';
import { checkOptions, sameDoc } from './context.js';

export type NewIndex = Omit<IndexSpec, 'id' | 'multikey' | 'cut'>;

const KNOWN = ['key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds', 'background', 'v', 'ns'];
/** A partial index may only hold what a positive condition says, so that the planner can tell when it is complete. */
const PARTIAL_OPERATORS = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']);

function readKey(key: unknown): Record<string, 1 | -1> {
  if (!isDoc(key) || Object.keys(key).length === 0) return fail(67, 'Index keys cannot be empty.');
  const entries = Object.entries(key).map(([path, v]) => {
    if (typeof v === 'string') return refuse(`an index of type '${v}'`);
    if (path.includes('$**')) return refuse('a wildcard index');
    if (path === '' || path.split('.').includes('')) return fail(67, `Index keys cannot contain an empty field.`);
    const n = toNumber(v, 0);
    return n === 0
      ? fail(67, `Values in the index key pattern must be numbers other than 0, not ${typeNameOf(v)}`)
      : ([path, n > 0 ? 1 : -1] as const);
  });
  return Object.fromEntries(entries);
}

function checkPartial(expression: Doc): void {
  for (const [path, condition] of Object.entries(expression)) {
    if (path === '$and') {
      (condition as Doc[]).forEach(checkPartial);
      continue;
    }
    if (path.startsWith('$')) refuse(`${path} in a partialFilterExpression`);
    if (!isDoc(condition) || boxOf(condition)) continue;
    const odd = Object.entries(condition).find(
      ([op, v]) => op.startsWith('$') && (!PARTIAL_OPERATORS.has(op) || (op === '$exists' && v === false)),
    );
    if (odd) fail(67, `unsupported expression in partial index: ${path}: ${odd[0]}`);
  }
  compileFilter(expression);
}

/** Reads one index of createIndexes; an option this database does not have is refused by name. */
export function readIndex(bytes: Doc): NewIndex {
  checkOptions('createIndexes', bytes, KNOWN);
  const key = readKey(bytes.key);
  const { name, unique, sparse, partialFilterExpression: partial, expireAfterSeconds } = bytes;
  if (typeof name !== 'string' || name === '') return fail(9, `The 'name' field is a required property of an index specification`);
  if (partial !== undefined) checkPartial(isDoc(partial) ? partial : fail(14, 'partialFilterExpression must be an object'));
  if (sparse && partial !== undefined) fail(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  if (expireAfterSeconds !== undefined && Object.keys(key).length > 1)
    fail(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  return {
    name,
    key,
    ...(unique ? { unique: true } : {}),
    ...(sparse ? { sparse: true } : {}),
    ...(partial === undefined ? {} : { partialFilterExpression: partial as Doc }),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds: toNumber(expireAfterSeconds) }),
  };
}

const OPTIONS = ['unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'] as const;

const sameKey = (a: Doc, b: Doc): boolean => sameDoc(a, b);

/** Whether the index is there already; a clash of name or of options is an error (86, 85). */
export function existsAlready(collection: Collection, wanted: NewIndex): boolean {
  if (sameKey(wanted.key, { _id: 1 })) return true;
  for (const { spec } of collection.indexes) {
    const alike = OPTIONS.every((o) => sameDoc(spec[o], wanted[o]));
    if (spec.name === wanted.name) {
      if (sameKey(spec.key, wanted.key) && alike) return true;
      if (!sameKey(spec.key, wanted.key)) {
        fail(
          86,
          `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(wanted)}, existing index: ${JSON.stringify(describeIndex(spec))}`,
        );
      }
      fail(
        85,
        `An equivalent index already exists with the same name but different options. Requested index: ${JSON.stringify(wanted)}, existing index: ${JSON.stringify(describeIndex(spec))}`,
      );
    }
    if (sameKey(spec.key, wanted.key) && sameDoc(spec.partialFilterExpression, wanted.partialFilterExpression)) {
      fail(85, `Index already exists with a different name: ${spec.name}`);
    }
  }
  return false;
}

/** An index as listIndexes shows it. */
export const describeIndex = ({ id: _, multikey: _m, cut: _c, key, name, ...options }: IndexSpec): Doc => ({ v: 2, key, name, ...options });
