import { isDoc, type Doc, isList } from '../bson/values.js';

export const isIndexName = (name: string): boolean => /^(0|[1-9]\d*)$/.test(name);

const own = (doc: Doc, name: string): unknown => (Object.hasOwn(doc, name) ? doc[name] : undefined);

function* walk(value: unknown, parts: readonly string[], from: number): Generator<unknown> {
  if (from === parts.length) {
    yield value;
    return;
  }
  const name = parts[from] as string;
  if (isList(value)) {
    const numeric = isIndexName(name);
    if (numeric && Number(name) < value.length) yield* walk(value[Number(name)], parts, from + 1);
    for (const item of value) if (isDoc(item) && (!numeric || Object.hasOwn(item, name))) yield* walk(item, parts, from);
    return;
  }
  yield* isDoc(value) ? walk(own(value, name), parts, from + 1) : walk(undefined, parts, parts.length);
}

/**
 * Every value a filter path meets: arrays on the way are entered element by element (or by position), a missing field gives undefined.
 * An array at the end is given as it is. An array on the way that holds no document gives nothing at all, as in MongoDB.
 */
export function leavesOf(doc: unknown, path: string | readonly string[]): Generator<unknown> {
  return walk(doc, typeof path === 'string' ? path.split('.') : path, 0);
}

/** An aggregation path ('$a.b' without the dollar): arrays are mapped over, positions mean nothing. */
export function resolveField(value: unknown, parts: readonly string[], from = 0): unknown {
  if (from === parts.length) return value;
  if (isList(value)) return value.map((item) => resolveField(item, parts, from)).filter((item) => item !== undefined);
  return isDoc(value) ? resolveField(own(value, parts[from] as string), parts, from + 1) : undefined;
}

/** Values of a path for `distinct`: array elements one by one. */
export function distinctValues(doc: Doc, path: string): unknown[] {
  return [...leavesOf(doc, path)].flatMap((leaf): unknown[] => (isList(leaf) ? leaf : [leaf])).filter((v) => v !== undefined);
}
