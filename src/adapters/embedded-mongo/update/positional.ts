import { fail } from '../errors.js';
import { isDoc, type Doc, isList } from '../bson/values.js';
import { boundPaths, compileFilter } from '../query/match.js';
import { changeAt, valueAt } from './places.js';

type ElementTest = (element: unknown) => boolean;

/** What positional parts of a path stand for in one document. */
export interface Positions {
  /** The filter that found the document, for `$`; undefined in an upsert that inserts. */
  readonly filter: Doc | undefined;
  readonly arrayFilters: ReadonlyMap<string, ElementTest>;
}

/** Compiles arrayFilters by identifier; each may name just one. */
export function compileArrayFilters(filters: unknown, paths: readonly string[]): Map<string, ElementTest> {
  const tests = new Map<string, ElementTest>();
  if (filters === undefined) return tests;
  if (!isList(filters)) return fail(14, 'arrayFilters must be an array');
  for (const filter of filters) {
    if (!isDoc(filter)) return fail(14, 'each array filter must be an object');
    const { test, paths: names } = compileFilter(filter);
    const ids = new Set(names?.map((n) => n.split('.', 1)[0] as string));
    const [id] = ids;
    if (ids.size !== 1 || id === undefined)
      return fail(9, 'Error parsing array filter :: caused by :: expected a single top-level field name');
    if (tests.has(id)) return fail(9, `Found multiple array filters with the same top-level field name ${id}`);
    if (!paths.some((p) => p.includes(`$[${id}]`))) return fail(9, `The array filter for identifier '${id}' was not used in the update`);
    tests.set(id, (element) => test({ [id]: element }));
  }
  return tests;
}

/** The concrete paths that a path with `$`, `$[]` or `$[id]` stands for in a document. */
export function expandPath(doc: Doc, parts: readonly string[], positions: Positions): string[][] {
  const at = parts.findIndex((p) => p.startsWith('$'));
  if (at < 0) return [[...parts]];
  const before = parts.slice(0, at);
  const part = parts[at] as string;
  const array = valueAt(doc, before);
  const chosen = part === '$' ? [findPosition(doc, before, positions.filter)] : chooseElements(array, part, parts, positions);
  return chosen.flatMap((i) => expandPath(doc, [...before, String(i), ...parts.slice(at + 1)], positions));
}

function chooseElements(array: unknown, part: string, parts: readonly string[], { arrayFilters }: Positions): number[] {
  const id = part.slice(2, -1);
  const path = parts.join('.');
  const test = id === '' ? () => true : arrayFilters.get(id);
  if (!test) return fail(2, `No array filter found for identifier '${id}' in path '${path}'`);
  if (array === undefined)
    return fail(
      2,
      `The path '${parts.slice(0, parts.indexOf(part)).join('.')}' must exist in the document in order to apply array updates.`,
    );
  if (!isList(array))
    return fail(2, `Cannot apply array updates to non-array element ${parts[parts.indexOf(part) - 1]}: ${JSON.stringify(array)}`);
  return array.flatMap((element, i) => (test(element) ? [i] : []));
}

const NO_MATCH = 'The positional operator did not find the match needed from the query.';

/** The first element that, alone in the array, still lets the document match: for `$`. */
export function findPosition(doc: Doc, path: readonly string[], filter: Doc | undefined): number {
  const array = valueAt(doc, path);
  const name = path.join('.');
  const conditions = filter ? boundPaths(filter).filter(([p]) => p === name || p.startsWith(`${name}.`)) : [];
  if (!filter || !isList(array) || conditions.length === 0) return fail(2, NO_MATCH);
  const whole = compileFilter(filter).test;
  const tests = [whole, ...conditions.reverse().map((c) => compileFilter(Object.fromEntries([c])).test)];
  for (const test of tests) {
    const found = array.findIndex((element) => test(withOnly(doc, path, element)));
    if (found >= 0) return found;
  }
  return fail(2, NO_MATCH);
}

function withOnly(doc: Doc, path: readonly string[], element: unknown): Doc {
  const copy: Doc = { ...doc };
  for (let i = 1; i < path.length; i++) changeAt(copy, path.slice(0, i), (v) => (isList(v) ? [...v] : { ...(v as Doc) }));
  changeAt(copy, path, () => [element]);
  return copy;
}
