import { fail } from '../errors.js';
import { isIndexName } from '../query/paths.js';
import { isDoc, type Doc, isList } from '../bson/values.js';

type Container = Doc | unknown[];

/** Told to `change` to take a field away, or to leave everything as it is. */
export const REMOVE = Symbol('remove');
export const LEAVE = Symbol('leave');

const MOST_PADDING = 1_500_000;

const show = (name: string, value: unknown): string => `{${name}: ${JSON.stringify(value)}}`;

function child(parent: Container, name: string): unknown {
  if (isList(parent)) return isIndexName(name) ? parent[Number(name)] : undefined;
  return Object.hasOwn(parent, name) ? parent[name] : undefined;
}

function assign(parent: Container, name: string, value: unknown, parentName: string): void {
  if (!isList(parent)) {
    parent[name] = value;
    return;
  }
  if (!isIndexName(name)) fail(28, `Cannot create field '${name}' in element ${show(parentName, parent)}`);
  const at = Number(name);
  if (at > parent.length + MOST_PADDING) fail(2, `Cannot insert element at ${at}: too far past the end of the array`);
  while (parent.length < at) parent.push(null);
  parent[at] = value;
}

/** The value at a concrete path (no positional parts); undefined if missing. */
export function valueAt(doc: Doc, parts: readonly string[]): unknown {
  let value: unknown = doc;
  for (const part of parts) value = isDoc(value) || isList(value) ? child(value, part) : undefined;
  return value;
}

/**
 * Replaces the value at a concrete path by what `change` makes of it, creating documents on the way when a value is set.
 * Throws 28 if the path runs through something that can hold no field.
 */
export function changeAt(doc: Doc, parts: readonly string[], change: (value: unknown) => unknown): void {
  const next = change(valueAt(doc, parts));
  if (next === LEAVE) return;
  const last = parts.at(-1) as string;
  if (next === REMOVE) {
    const parent = valueAt(doc, parts.slice(0, -1));
    if (isList(parent) && isIndexName(last) && Number(last) < parent.length) parent[Number(last)] = null;
    else if (isDoc(parent)) delete parent[last];
    return;
  }
  let parent: Container = doc;
  parts.slice(0, -1).forEach((name, i) => {
    let value = child(parent, name);
    if (value === undefined) assign(parent, name, (value = {}), parts[i - 1] ?? '');
    if (!isDoc(value) && !isList(value)) fail(28, `Cannot create field '${parts[i + 1]}' in element ${show(name, value)}`);
    parent = value;
  });
  assign(parent, last, next, parts.at(-2) ?? '');
}
