import { boxOf, toNumber, type Doc, isList } from '../bson/values.js';
import { fieldsOf, parseFields, selectFields } from '../bson/fields.js';
import { textKeyOf } from '../bson/keys.js';
import { runPipeline } from '../aggregate/run.js';
import { fail, refuse } from '../errors.js';
import { countHits, findHits, type Hit, type Query } from '../query/find.js';
import { compileFilter } from '../query/match.js';
import { distinctValues } from '../query/paths.js';
import { eachOf, type Pause } from '../query/pause.js';
import { compileProjection } from '../query/project.js';
import { parseSort } from '../query/sort.js';
import { findPosition } from '../update/positional.js';
import { countOf, filterOf, findCollection, flag, nsOf, readLet, type Command, type Context } from './context.js';
import { drain } from './cursors.js';

/** The query of find, count and distinct. A negative limit means one batch only. */
export function queryOf(body: Doc, filterName: string): Query {
  return {
    filter: filterOf(body[filterName]),
    sort: parseSort(body.sort),
    skip: countOf('skip', body.skip),
    limit: Math.abs(toNumber(body.limit)),
    vars: readLet(body.let),
    ...(body.hint !== undefined && { hint: body.hint }),
  };
}

function projector(body: Doc, query: Query): (hit: Hit) => Doc | Buffer {
  const spec = filterOf(body.projection);
  if (Object.keys(spec).length === 0) return (hit) => hit.bytes;
  const position = (doc: Doc, path: readonly string[]): number => findPosition(doc, path, query.filter);
  const { apply, paths, wholeFields } = compileProjection(spec, { find: true, position, vars: query.vars ?? {} });
  const fields = paths && fieldsOf(paths);
  if (fields && wholeFields) return (hit) => selectFields(hit.bytes, fields);
  return (hit) => apply(parseFields(hit.bytes, fields, true));
}

async function find(context: Context): Promise<Doc> {
  const { body, engine } = context;
  const query = queryOf(body, 'filter');
  compileFilter(query.filter, query.vars);
  const shape = projector(body, query);
  const collection = findCollection(context);
  const hits: Iterable<Hit | Pause> = collection ? findHits(engine.store, collection, query) : [];
  const batchSize = body.batchSize === undefined ? {} : { batchSize: countOf('batchSize', body.batchSize) };
  const single = flag(body.singleBatch) || toNumber(body.limit) < 0;
  return engine.cursors.start(
    nsOf(context),
    eachOf<Hit, Doc | Buffer>(hits, (hit) => [shape(hit)]),
    { ...batchSize, single },
  );
}

async function aggregate(context: Context): Promise<Doc> {
  const { body, engine } = context;
  const pipeline = isList(body.pipeline) ? (body.pipeline as Doc[]) : fail(14, `'pipeline' option must be specified as an array`);
  const first = Object.keys(pipeline[0] ?? {})[0];
  if (first === '$changeStream') fail(40573, 'The $changeStream stage is only supported on replica sets');
  if (body.aggregate === 1) return refuse(`an aggregation without a collection (${first ?? 'empty'})`);
  if (body.cursor === undefined && !flag(body.explain))
    fail(9, `The 'cursor' option is required, except for aggregate with the explain argument`);
  const docs = runPipeline(engine.store, nsOf(context), pipeline, readLet(body.let), body.hint);
  const size = (body.cursor as Doc | undefined)?.batchSize;
  return engine.cursors.start(nsOf(context), docs, size === undefined ? {} : { batchSize: countOf('batchSize', size) });
}

async function count(context: Context): Promise<Doc> {
  const query = queryOf(context.body, 'query');
  compileFilter(query.filter, query.vars);
  const collection = findCollection(context);
  let n = 0;
  if (collection) await drain(countHits(context.engine.store, collection, query), (total) => (n = total));
  return { n, ok: 1 };
}

async function distinct(context: Context): Promise<Doc> {
  const { body, engine } = context;
  const path = typeof body.key === 'string' ? body.key : fail(14, `BSON field 'distinct.key' is the wrong type`);
  const query = queryOf(body, 'query');
  compileFilter(query.filter, query.vars);
  const collection = findCollection(context);
  const values = new Map<string, unknown>();
  const fields = fieldsOf([path]);
  const take = (hit: Hit): void =>
    distinctValues(parseFields(hit.bytes, fields), path).forEach((v) => values.set(textKeyOf(v), values.get(textKeyOf(v)) ?? v));
  if (collection) await drain(findHits(engine.store, collection, query), take);
  return { values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, v]) => v), ok: 1 };
}

const idText = (v: unknown): string => (boxOf(v) === 'Long' ? (v as { toString(): string }).toString() : String(v));

async function getMore({ body, db, engine }: Context): Promise<Doc> {
  return engine.cursors.more(idText(body.getMore), `${db}.${String(body.collection)}`, countOf('batchSize', body.batchSize));
}

function killCursors({ body, engine }: Context): Doc {
  const ids = body.cursors as unknown[];
  const killed = ids.filter((id) => engine.cursors.kill(idText(id)));
  return { cursorsKilled: killed, cursorsNotFound: ids.filter((id) => !killed.includes(id)), cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

const FIND = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'let',
  'noCursorTimeout',
  'allowPartialResults',
  'allowDiskUse',
];

export const READ_COMMANDS: Record<string, Command> = {
  find: { run: find, fields: FIND },
  aggregate: { run: aggregate, fields: ['pipeline', 'cursor', 'hint', 'let', 'allowDiskUse', 'bypassDocumentValidation'] },
  count: { run: count, fields: ['query', 'limit', 'skip', 'hint', 'fields'] },
  distinct: { run: distinct, fields: ['key', 'query', 'hint'] },
  getMore: { run: getMore, fields: ['collection', 'batchSize'] },
  killCursors: { run: killCursors, fields: ['cursors'] },
};
