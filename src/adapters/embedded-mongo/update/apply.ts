import { ObjectId } from 'bson';
import { runPipelineOn } from '../aggregate/stages.js';
import { isEqual } from '../bson/compare.js';
import { boxOf, clone, isDoc, isList, parseExact, serialize, typeNameOf, type Doc } from '../bson/values.js';
import { fail } from '../errors.js';
import { boundPaths } from '../query/match.js';
import { isOperatorDoc } from '../query/leaf-tests.js';
import { operatorOf } from './array-operators.js';
import type { ApplyContext } from './field-operators.js';
import { isOperatorUpdate, parseModifiers, type Modifier } from './modifiers.js';
import { patchBytes, placesOf } from './patch.js';
import { changeAt, LEAVE, REMOVE, valueAt } from './places.js';
import { compileArrayFilters, expandPath } from './positional.js';

/** An update made ready once and applied to each document it finds. */
export interface Updater {
  readonly kind: 'operators' | 'replacement' | 'pipeline';
  /** The updated document; `filter` is what found it. */
  apply(stored: Buffer, filter: Doc, now: Date): Buffer;
  /** The document to insert, made of what the filter says of it. */
  make(seed: Doc, now: Date): Doc;
}

export interface UpdateSpec {
  readonly update: unknown;
  readonly arrayFilters?: unknown;
  readonly multi?: boolean;
  readonly vars?: Readonly<Record<string, unknown>>;
}

/** Reads and checks an update: operators, a whole replacement, or a pipeline. */
export function makeUpdater({ update, arrayFilters, multi, vars }: UpdateSpec): Updater {
  if (isList(update)) return onParsed('pipeline', (doc) => runPipelineOn(doc, update as Doc[], vars ?? {}));
  if (!isDoc(update)) return fail(9, `Update argument must be either an object or an array, not ${typeNameOf(update)}`);
  if (!isOperatorUpdate(update)) return makeReplacement(update, multi, arrayFilters);
  const modifiers = parseModifiers(update);
  const parsed = onParsed('operators', changer(modifiers, arrayFilters));
  const places = placesOf(modifiers);
  if (!places) return parsed;
  return { ...parsed, apply: (stored, filter, now) => patchBytes(stored, places, now) ?? parsed.apply(stored, filter, now) };
}

type Change = (doc: Doc, filter: Doc | undefined, now: Date) => Doc;

/** An update that needs the parsed document. The _id stays what it was. */
function onParsed(kind: Updater['kind'], change: Change): Updater {
  const make = (doc: Doc, now: Date, filter?: Doc): Doc => {
    const { _id } = doc;
    return keepId(_id, change(doc, filter, now));
  };
  return { kind, make, apply: (stored, filter, now) => serialize(make(parseExact(stored), now, filter)) };
}

/** Applies modifiers to a parsed document, which it changes. `filter` is undefined for a document that is being made. */
export function changer(modifiers: readonly Modifier[], arrayFilters: unknown): Change {
  const filters = compileArrayFilters(
    arrayFilters,
    modifiers.map((m) => m.path),
  );
  return (doc, filter, now) => {
    const { _id } = doc;
    const context = { now, isInsert: filter === undefined, id: () => _id };
    // Positions are those of the document as it was found, whatever the modifiers before do to it.
    const targets = modifiers.map((m) => ({ m, paths: expandPath(doc, m.parts, { filter, arrayFilters: filters }) }));
    for (const { m, paths } of targets) applyModifier(doc, m, context, paths);
    return doc;
  };
}

function makeReplacement(update: Doc, multi: boolean | undefined, arrayFilters: unknown): Updater {
  if (multi) fail(9, 'multi update is not supported for replacement-style update');
  if (arrayFilters !== undefined) fail(9, 'arrayFilters may not be specified for replacement-style updates');
  const dollar = Object.keys(update).find((k) => k.startsWith('$'));
  if (dollar)
    fail(
      52,
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  return onParsed('replacement', () => update);
}

/** The _id stays what it was, and first; anything else is refused (66). */
function keepId(id: unknown, after: Doc): Doc {
  if (id === undefined) return after;
  const { _id = id, ...rest } = after;
  if (!isEqual(id, _id)) fail(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  return { _id: id, ...rest };
}

function applyModifier(doc: Doc, modifier: Modifier, context: ApplyContext, paths: string[][]): void {
  if (modifier.op === '$rename') return rename(doc, modifier);
  if (modifier.op === '$setOnInsert' && !context.isInsert) return;
  if (modifier.op === '$unset' && modifier.path === '_id')
    fail(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  for (const parts of paths) changeAt(doc, parts, (old) => operatorOf(modifier)(old, modifier, context));
}

function rename(doc: Doc, { path, parts, value }: Modifier): void {
  if (typeof value !== 'string') return fail(2, `The 'to' field for $rename must be a string: ${path}: ${JSON.stringify(value)}`);
  const to = value.split('.');
  if ([...parts, ...to].some((p) => p.startsWith('$'))) fail(2, `The source and target field for $rename may not be dynamic: ${path}`);
  for (const ends of [parts, to]) {
    for (let i = 1; i <= ends.length; i++)
      if (isList(valueAt(doc, ends.slice(0, i - 1))))
        fail(2, `The source and target field for $rename cannot be an array element: ${path}`);
  }
  const old = valueAt(doc, parts);
  if (old === undefined) return;
  changeAt(doc, parts, () => REMOVE);
  changeAt(doc, to, () => (old === undefined ? LEAVE : old));
}

/** The document an upsert begins with: what the filter says a field is equal to. */
export function seedOf(filter: Doc, kind: Updater['kind']): Doc {
  const seed: Doc = {};
  for (const [path, condition] of equalities(filter)) {
    if (kind === 'replacement' && path !== '_id') continue;
    if (valueAt(seed, path.split('.')) !== undefined) fail(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    changeAt(seed, path.split('.'), () => clone(condition));
  }
  return seed;
}

function equalities(filter: Doc): [string, unknown][] {
  const { $or, ...rest } = filter;
  const single = isList($or) && $or.length === 1 ? boundPaths($or[0] as Doc) : [];
  return [...boundPaths(withoutOr(rest)), ...single].flatMap(([path, c]): [string, unknown][] => {
    if (boxOf(c) === 'BSONRegExp') return [];
    if (!isOperatorDoc(c)) return [[path, c]];
    if ('$eq' in c) return [[path, c.$eq]];
    const only = (c.$in ?? c.$all) as unknown[] | undefined;
    return isList(only) && only.length === 1 && !isOperatorDoc(only[0]) ? [[path, only[0]]] : [];
  });
}

function withoutOr(filter: Doc): Doc {
  const { $or: _, ...rest } = filter;
  return isList(rest.$and) ? { ...rest, $and: rest.$and.map((part) => withoutOr(part as Doc)) } : rest;
}

/** A new document for an upsert, with its _id first. */
export function makeUpsert(filter: Doc, updater: Updater, now: Date): Doc {
  const seed = seedOf(filter, updater.kind);
  const { _id = new ObjectId(), ...rest } = updater.make(seed, now);
  return { _id, ...rest };
}
