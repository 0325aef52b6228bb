import { compare } from '../bson/compare.js';
import { invert, keyOf } from '../bson/keys.js';
import { isDoc, RANK, toNumber, type Doc, isList } from '../bson/values.js';
import { fail, refuse } from '../errors.js';
import { leavesOf } from './paths.js';
import type { Sort } from './plan.js';

/** Reads a sort document such as {dueAt: 1, _id: -1}; {$natural: 1} and {} are no order. */
export function parseSort(sort: unknown): Sort {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) return fail(14, 'Expected sort to be an object');
  return Object.entries(sort).flatMap(([path, value]) => {
    if (path === '$natural') return toNumber(value) === 1 ? [] : refuse('a descending $natural sort');
    if (isDoc(value) && '$meta' in value) return refuse('$meta in a sort');
    const direction = toNumber(value, NaN);
    if (direction !== 1 && direction !== -1) return fail(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (path === '') return fail(15998, 'FieldPath field names may not be empty strings');
    return [[path, direction] as const];
  });
}

const EMPTY_ARRAY = Buffer.from([RANK.emptyArray]);

/** Of an array the smallest element counts when ascending and the largest when descending. */
function fieldKey(doc: Doc, path: string, direction: 1 | -1): Buffer {
  let best: unknown;
  let found = false;
  for (const leaf of leavesOf(doc, path)) {
    const values: unknown[] = isList(leaf) ? leaf : [leaf];
    if (values.length === 0 && !found) return direction === 1 ? EMPTY_ARRAY : invert(EMPTY_ARRAY);
    for (const value of values) {
      if (!found || compare(value, best) * direction < 0) best = value;
      found = true;
    }
  }
  const key = keyOf(best);
  return direction === 1 ? key : invert(key);
}

/** One key per document; comparing keys bytewise is comparing documents by the sort. */
export const sortKeyOf = (doc: Doc, sort: Sort): Buffer => Buffer.concat(sort.map(([path, direction]) => fieldKey(doc, path, direction)));
