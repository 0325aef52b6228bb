import { ObjectId } from 'bson';
import { runPipelineOn } from '../aggregate/stages.js';
import { isEqual } from '../bson/compare.js';
import { clone, isDoc, typeNameOf, type Doc, isList } from '../bson/values.js';
import { fail } from '../errors.js';
import { boundPaths } from '../query/match.js';
import { isOperatorDoc } from '../query/leaf-tests.js';
import { boxOf } from '../bson/values.js';
import { ARRAY_OPERATORS } from './array-operators.js';
import { FIELD_OPERATORS, type ApplyContext } from './field-operators.js';
import { isOperatorUpdate, parseModifiers, type Modifier } from './modifiers.js';
import { changeAt, LEAVE, REMOVE, valueAt } from './places.js';
import { compileArrayFilters, expandPath } from './positional.js';

/** An update made ready once and applied to each document it finds. */
export interface Updater {
  readonly kind: 'operators' | 'replacement' | 'pipeline';
  /** The updated copy; `filter` is what found the document, or undefined when it is being inserted. */
  apply(doc: Doc, filter: Doc | undefined, now: Date): Doc;
}

export interface UpdateSpec {
  readonly update: unknown;
  readonly arrayFilters?: unknown;
  readonly multi?: boolean;
  readonly vars?: Readonly<Record<string, unknown>>;
}

/** Reads and checks an update: operators, a whole replacement, or a pipeline. */
export function makeUpdater({ update, arrayFilters, multi, vars }: UpdateSpec): Updater {
  if (isList(update)) return { kind: 'pipeline', apply: (doc) => keepId(doc, runPipelineOn(doc, update as Doc[], vars ?? {})) };
  if (!isDoc(update)) return fail(9, `Update argument must be either an object or an array, not ${typeNameOf(update)}`);
  if (!isOperatorUpdate(update)) return makeReplacement(update, multi, arrayFilters);
  const modifiers = parseModifiers(update);
  const filters = compileArrayFilters(
    arrayFilters,
    modifiers.map((m) => m.path),
  );
  return {
    kind: 'operators',
    apply: (doc, filter, now) => {
      const out = clone(doc);
      const context = { now, isInsert: filter === undefined, id: doc._id };
      // Positions are those of the document as it was found, whatever the modifiers before do to it.
      const targets = modifiers.map((m) => ({ m, paths: expandPath(doc, m.parts, { filter, arrayFilters: filters }) }));
      for (const { m, paths } of targets) applyModifier(out, m, context, paths);
      return keepId(doc, out);
    },
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
  return { kind: 'replacement', apply: (doc) => keepId(doc, '_id' in update ? update : { _id: doc._id, ...update }) };
}

/** The _id stays what it was, and first; anything else is refused (66). */
function keepId(before: Doc, after: Doc): Doc {
  if (before._id === undefined) return after;
  if (!('_id' in after)) return { _id: before._id, ...after };
  if (!isEqual(before._id, after._id)) {
    fail(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  const { _id: _, ...rest } = after;
  return { _id: before._id, ...rest };
}

function applyModifier(doc: Doc, modifier: Modifier, context: ApplyContext, paths: string[][]): void {
  if (modifier.op === '$rename') return rename(doc, modifier);
  if (modifier.op === '$setOnInsert' && !context.isInsert) return;
  if (modifier.op === '$unset' && modifier.path === '_id')
    fail(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  const operator = FIELD_OPERATORS[modifier.op] ?? ARRAY_OPERATORS[modifier.op];
  if (!operator) fail(9, `Unknown modifier: ${modifier.op}`);
  else for (const parts of paths) changeAt(doc, parts, (old) => operator(old, modifier, context));
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
  const made = updater.apply(seed, undefined, now);
  const { _id = new ObjectId(), ...rest } = made;
  return { _id, ...rest };
}
