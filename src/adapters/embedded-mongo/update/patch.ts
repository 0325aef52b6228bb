import { countElements, elementsOf, joinElements, parseFields, type Element } from '../bson/fields.js';
import { parseExact, serialize } from '../bson/values.js';
import { isIndexName } from '../query/paths.js';
import { operatorOf, pushed } from './array-operators.js';
import type { ApplyContext } from './field-operators.js';
import type { Modifier } from './modifiers.js';
import { LEAVE, REMOVE } from './places.js';

/** The places an update touches, by name; a leaf is what is done there. */
export type Places = Map<string, Places | Modifier>;

const DOCUMENT = 3;
const ARRAY = 4;
const NOTHING = Buffer.alloc(0);

/**
 * The modifiers as places, or undefined when they cannot be applied to bytes: positions in arrays are found in a parsed document,
 * $rename moves a value, and the _id has rules of its own.
 */
export function placesOf(modifiers: readonly Modifier[]): Places | undefined {
  const root: Places = new Map();
  for (const modifier of modifiers) {
    const { op, parts } = modifier;
    if (op === '$rename' || parts[0] === '_id' || parts.some((p) => p.startsWith('$') || isIndexName(p))) return undefined;
    let at = root;
    for (const part of parts.slice(0, -1)) {
      const below = (at.get(part) as Places | undefined) ?? new Map<string, Places | Modifier>();
      at.set(part, below);
      at = below;
    }
    at.set(parts.at(-1) as string, modifier);
  }
  return root;
}

/**
 * Applies modifiers to a document as it is stored: what they do not touch is copied and never parsed, and a $push only adds at the end.
 * Answers undefined when a path leads through something that is no document; changing the parsed document then says what is wrong.
 */
export function patchBytes(bytes: Buffer, places: Places, now: Date): Buffer | undefined {
  const id = (): unknown => parseFields(bytes, [Buffer.from('_id\0')], true)._id;
  return patch(bytes, places, { now, isInsert: false, id });
}

function patch(bytes: Buffer, places: Places, context: ApplyContext): Buffer | undefined {
  const absent = new Map(places);
  const parts: Buffer[] = [];
  let copied = 4;
  for (const element of elementsOf(bytes)) {
    const place = absent.get(element.name);
    if (!place) continue;
    absent.delete(element.name);
    const next = changed(bytes, element, place, context);
    if (next === undefined) return undefined;
    parts.push(bytes.subarray(copied, element.from), next);
    copied = element.end;
  }
  parts.push(bytes.subarray(copied, -1), ...[...absent].map(([name, place]) => added(name, place, context)));
  return joinElements(parts);
}

function changed(bytes: Buffer, { type, name, from, value, end }: Element, place: Places | Modifier, context: ApplyContext) {
  const inside = bytes.subarray(value, end);
  if (place instanceof Map) {
    const below = type === DOCUMENT ? patch(inside, place, context) : undefined;
    return below && Buffer.concat([bytes.subarray(from, value), below]);
  }
  if (place.op === '$set') return encode(name, place.value);
  const items = type === ARRAY ? pushed(place) : undefined;
  if (items) return Buffer.concat([bytes.subarray(from, value), extend(inside, items)]);
  const whole = bytes.subarray(from, end);
  const next = operatorOf(place)(parseExact(joinElements([whole]))[name], place, context);
  return next === LEAVE ? whole : next === REMOVE ? NOTHING : encode(name, next);
}

function extend(array: Buffer, items: readonly unknown[]): Buffer {
  if (items.length === 0) return array;
  const count = countElements(array);
  return joinElements([array.subarray(4, -1), ...items.map((item, i) => encode(String(count + i), item))]);
}

/** A place that was missing, with the documents on the way to it. */
function added(name: string, place: Places | Modifier, context: ApplyContext): Buffer {
  if (place instanceof Map) {
    const below = [...place].map(([n, p]) => added(n, p, context)).filter((part) => part.length > 0);
    return below.length === 0 ? NOTHING : Buffer.concat([Buffer.from(`\x03${name}\0`), joinElements(below)]);
  }
  const made = operatorOf(place)(undefined, place, context);
  return made === LEAVE || made === REMOVE ? NOTHING : encode(name, made);
}

const encode = (name: string, value: unknown): Buffer => serialize({ [name]: value }).subarray(4, -1);
