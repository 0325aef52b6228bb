import { fieldsOf, parseFields, type Fields } from '../bson/fields.js';
import { boxOf, isDoc, type Doc, isList } from '../bson/values.js';
import { fail, refuse } from '../errors.js';
import { findHits, countHits, type Hit, type Query } from '../query/find.js';
import { eachOf, steady, type Pause } from '../query/pause.js';
import { compileFilter } from '../query/match.js';
import { distinctValues, resolveField } from '../query/paths.js';
import { parseSort } from '../query/sort.js';
import { toNumber } from '../bson/values.js';
import type { Store } from '../store/store.js';
import { evaluate, type Variables } from './expressions.js';
import { compilePipeline, type Stage, type StageContext } from './stages.js';
import { setField } from '../query/project.js';

/** Takes the leading $match, $sort, $skip and $limit (in that order) out of a pipeline, to be answered by the planner. */
function splitQuery(pipeline: Doc[]): { query: Query; rest: Doc[] } {
  const rest = [...pipeline];
  const filters: Doc[] = [];
  while (isDoc(rest[0]?.$match)) filters.push(rest.shift()?.$match as Doc);
  const take = (name: string): unknown =>
    rest[0] && Object.keys(rest[0]).length === 1 && name in rest[0] ? rest.shift()?.[name] : undefined;
  const sort = take('$sort');
  const skip = take('$skip');
  const limit = take('$limit');
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  const query = { filter, sort: parseSort(sort), skip: toNumber(skip), limit: toNumber(limit) };
  return { query, rest };
}

function collectFields(expr: unknown, into: Set<string>): boolean {
  if (typeof expr === 'string') {
    if (expr.startsWith('$$ROOT') || expr.startsWith('$$CURRENT')) return false;
    if (expr.startsWith('$') && !expr.startsWith('$$')) into.add(expr.slice(1));
    return true;
  }
  if (isList(expr)) return expr.every((e) => collectFields(e, into));
  if (!isDoc(expr) || boxOf(expr)) return true;
  if ('$getField' in expr) return false;
  return Object.values(expr).every((e) => collectFields(e, into));
}

/** The fields a pipeline reads, up to the stage that makes documents of its own; null if all of them. */
export function fieldsNeeded(pipeline: Doc[]): Fields {
  const names = new Set<string>(['_id']);
  for (const stage of pipeline) {
    const [name] = Object.keys(stage);
    const arg = stage[name as string];
    if (name === '$count') return fieldsOf(names);
    if (name === '$group') return collectFields(arg, names) ? fieldsOf(names) : null;
    if (name === '$match') {
      const { paths } = compileFilter(arg as Doc);
      if (!paths) return null;
      paths.forEach((p) => names.add(p));
    } else if (name === '$unwind' || name === '$addFields' || name === '$set') {
      if (!collectFields(arg, names)) return null;
      if (name !== '$unwind') Object.keys(arg as Doc).forEach((p) => names.add(p));
    } else if (name !== '$skip' && name !== '$limit') return null;
  }
  return null;
}

const isCountAll = (pipeline: Doc[]): boolean => {
  const group = pipeline[0]?.$group;
  return (
    pipeline.length === 1 &&
    isDoc(group) &&
    Object.keys(group).length === 2 &&
    (group._id === 1 || group._id === null) &&
    isDoc(group.n) &&
    group.n.$sum === 1
  );
};

/** Runs a pipeline over a collection (or over nothing, if it does not exist) and gives its documents one by one. */
export function runPipeline(store: Store, ns: string, pipeline: Doc[], vars: Variables = {}, hint?: unknown): Iterable<Doc | Pause> {
  const db = ns.slice(0, ns.indexOf('.'));
  const context: StageContext = { vars, lookup: (spec, c) => lookup(store, db, spec, c) };
  compilePipeline(pipeline, context);
  const collection = store.catalog.find(ns);
  const { query, rest } = splitQuery(pipeline);
  const run = compilePipeline(rest, context);
  if (!collection) return run([]);
  const full = { ...query, vars, ...(hint !== undefined && { hint }) };
  if (isCountAll(rest)) return countStage(countHits(store, collection, full), rest);
  const fields = fieldsNeeded(rest);
  return run(eachOf<Hit, Doc>(findHits(store, collection, full), (hit) => [parseFields(hit.bytes, fields)]));
}

const countStage = (counts: Iterable<number | Pause>, [stage]: Doc[]): Iterable<Doc | Pause> =>
  eachOf<number, Doc>(counts, (n) => (n > 0 ? [{ _id: (stage?.$group as Doc)._id, n }] : []));

const LOOKUP_FIELDS = ['from', 'localField', 'foreignField', 'as', 'let', 'pipeline'];

/** $lookup by equality, by index if there is one, with or without a pipeline. */
function lookup(store: Store, db: string, spec: Doc, context: StageContext): Stage {
  const odd = Object.keys(spec).find((k) => !LOOKUP_FIELDS.includes(k));
  if (odd) return fail(9, `unknown argument to $lookup: ${odd}`);
  const { from, localField, foreignField, as, let: vars = {}, pipeline = [] } = spec;
  if (typeof from !== 'string') return refuse('$lookup from anything but a collection of the same database');
  if (typeof as !== 'string') return fail(9, `must specify 'as' field for a $lookup`);
  if ((localField === undefined) !== (foreignField === undefined))
    return fail(9, '$lookup requires both or neither of localField and foreignField');
  const names = Object.fromEntries(Object.keys(vars as Doc).map((k) => [k, null]));
  compilePipeline(pipeline as Doc[], { ...context, vars: { ...context.vars, ...names } });
  return (docs) =>
    eachOf<Doc, Doc>(docs, (doc) => {
      const bound = Object.entries(vars as Doc).map(([k, e]) => [k, evaluate(e, { root: doc, current: doc, vars: context.vars })]);
      const filter = localField === undefined ? [] : [{ $match: foreignFilter(doc, localField as string, foreignField as string) }];
      const scope = { ...context.vars, ...(Object.fromEntries(bound) as Variables) };
      const found = [...steady(runPipeline(store, `${db}.${from}`, [...filter, ...(pipeline as Doc[])], scope))];
      return [setField(doc, as.split('.'), found) as Doc];
    });
}

function foreignFilter(doc: Doc, localField: string, foreignField: string): Doc {
  const value = resolveField(doc, localField.split('.'));
  const values = isList(value) ? distinctValues(doc, localField) : [value ?? null];
  const equals = values.map((v) => ({ [foreignField]: { $eq: v } }));
  if (equals.length === 0) return { _id: { $in: [] } };
  return values.every((v) => boxOf(v) !== 'BSONRegExp') ? { [foreignField]: { $in: values } } : { $or: equals };
}
