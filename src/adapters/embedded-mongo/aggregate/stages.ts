import { boxOf, isDoc, isNil, toNumber, typeNameOf, type Doc, isList } from '../bson/values.js';
import { fail, refuse } from '../errors.js';
import { compileFilter } from '../query/match.js';
import { allOf, eachOf, PAUSE, steady, type Pause } from '../query/pause.js';
import { compileProjection, setField } from '../query/project.js';
import { resolveField } from '../query/paths.js';
import { parseSort, sortKeyOf } from '../query/sort.js';
import { evaluate, type Variables } from './expressions.js';
import { compileGroup } from './group.js';

type Docs = Iterable<Doc | Pause>;
export type Stage = (docs: Docs) => Docs;

/** What stages that read other collections need; absent in a pipeline update. */
export interface StageContext {
  readonly vars: Variables;
  readonly lookup?: (spec: Doc, context: StageContext) => Stage;
}

type Compile = (arg: unknown, context: StageContext) => Stage;

const mapping =
  (fn: (doc: Doc) => Doc): Stage =>
  (docs) =>
    eachOf<Doc, Doc>(docs, (doc) => [fn(doc)]);

const docArgument = (name: string, arg: unknown): Doc => (isDoc(arg) ? arg : fail(40272, `${name} specification must be an object`));

const match: Compile = (arg, { vars }) => {
  const { test } = compileFilter(isDoc(arg) ? arg : fail(15959, 'the match filter must be an expression in an object'), vars);
  return (docs) => eachOf<Doc, Doc>(docs, (doc) => (test(doc) ? [doc] : []));
};

const addFields: Compile = (arg, { vars }) => {
  const entries = flatten(docArgument('$addFields', arg));
  entries.forEach(([, e]) => evaluate.check(e));
  return mapping((doc) =>
    entries.reduce((out, [path, e]) => setField(out, path, evaluate(e, { root: doc, current: doc, vars })) as Doc, doc),
  );
};

/** {a: {b: 1}} sets a.b and leaves the rest of a; an operator document is a value. */
function flatten(spec: Doc, prefix: string[] = []): [path: string[], expr: unknown][] {
  return Object.entries(spec).flatMap(([name, value]): [string[], unknown][] => {
    if (name === '' || name.startsWith('$')) return fail(16410, `FieldPath field names may not start with '$' or be empty: '${name}'`);
    const path = [...prefix, ...name.split('.')];
    const nested = isDoc(value) && !boxOf(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
    return nested ? flatten(value, path) : [[path, value]];
  });
}

const unset: Compile = (arg) => {
  const names = (isList(arg) ? arg : [arg]) as string[];
  if (names.length === 0 || names.some((n) => typeof n !== 'string'))
    return fail(31120, '$unset specification must be a string or an array of strings');
  return mapping(compileProjection(Object.fromEntries(names.map((n) => [n, 0]))).apply);
};

const project: Compile = (arg, { vars }) => {
  const spec = docArgument('$project', arg);
  if (Object.keys(spec).length === 0)
    return fail(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  return mapping(compileProjection(spec, { vars }).apply);
};

function whole(name: string, arg: unknown, least: number): number {
  const n = toNumber(arg, NaN);
  return Number.isInteger(n) && n >= least
    ? n
    : fail(15958, `invalid argument to ${name} stage: Expected a ${least ? 'positive' : 'non-negative'} number in: ${name}`);
}

const limit: Compile = (arg) => {
  const most = whole('$limit', arg, 1);
  return function* (docs) {
    let n = 0;
    for (const doc of docs) {
      yield doc;
      if (doc !== PAUSE && ++n >= most) return;
    }
  };
};

const skip: Compile = (arg) => {
  const count = whole('$skip', arg, 0);
  return (docs) => {
    let n = 0;
    return eachOf<Doc, Doc>(docs, (doc) => (n++ >= count ? [doc] : []));
  };
};

const sort: Compile = (arg) => {
  const order = parseSort(isDoc(arg) && Object.keys(arg).length > 0 ? arg : fail(15976, '$sort stage must have at least one sort key'));
  return (docs) => {
    const rows: { doc: Doc; key: Buffer }[] = [];
    const finish = (): Doc[] => rows.sort((a, b) => Buffer.compare(a.key, b.key)).map((r) => r.doc);
    return allOf<Doc, Doc>(docs, (doc) => rows.push({ doc, key: sortKeyOf(doc, order) }), finish);
  };
};

const count: Compile = (arg) => {
  if (typeof arg !== 'string' || arg === '' || arg.startsWith('$') || arg.includes('.'))
    return fail(40156, 'the count field must be a non-empty string without $ or .');
  return (docs) => {
    let n = 0;
    return allOf<Doc, Doc>(
      docs,
      () => n++,
      () => (n > 0 ? [{ [arg]: n }] : []),
    );
  };
};

const replaceRoot =
  (pick: (arg: unknown) => unknown): Compile =>
  (arg, { vars }) => {
    const expr = pick(arg);
    evaluate.check(expr);
    return mapping((doc) => {
      const root = evaluate(expr, { root: doc, current: doc, vars });
      return isDoc(root) && !boxOf(root)
        ? root
        : fail(40228, `'replacement document' must evaluate to an object, but resulting value was of type ${typeNameOf(root)}`);
    });
  };

const unwind: Compile = (arg) => {
  const spec = isDoc(arg) ? arg : { path: arg };
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: preserve } = spec;
  if (typeof path !== 'string' || !path.startsWith('$'))
    return fail(28818, `path option to $unwind stage should be prefixed with a '$': ${String(path)}`);
  const parts = path.slice(1).split('.');
  const put = (doc: Doc, value: unknown, at: number | null): Doc => {
    const out = setField(doc, parts, value) as Doc;
    return typeof index === 'string' ? (setField(out, index.split('.'), at) as Doc) : out;
  };
  return (docs) =>
    eachOf<Doc, Doc>(docs, (doc) => {
      const value = resolveField(doc, parts);
      if (isList(value) && value.length > 0) return value.map((v, i) => put(doc, v, i));
      if (!isNil(value) && !isList(value)) return [put(doc, value, null)];
      return preserve ? [put(doc, isList(value) ? undefined : value, null)] : [];
    });
};

export const STAGES: Record<string, Compile | undefined> = {
  ...{ $match: match, $addFields: addFields, $set: addFields, $unset: unset, $project: project, $limit: limit, $skip: skip },
  ...{ $sort: sort, $count: count, $unwind: unwind },
  $group: (arg, { vars }) => compileGroup(docArgument('$group', arg), vars),
  $replaceRoot: replaceRoot((arg) => docArgument('$replaceRoot', arg).newRoot),
  $replaceWith: replaceRoot((arg) => arg),
  $lookup: (arg, context) => (context.lookup ? context.lookup(docArgument('$lookup', arg), context) : refuse('$lookup here')),
};

/** Compiles a whole pipeline; a stage that is not supported is refused before any document is read. */
export function compilePipeline(pipeline: Doc[], context: StageContext): Stage {
  if (!isList(pipeline)) return fail(14, "'pipeline' option must be specified as an array");
  const stages = pipeline.map((stage) => {
    const [name, ...more] = isDoc(stage) ? Object.keys(stage) : fail(14, 'Each element of the pipeline array must be an object');
    if (name === undefined || more.length > 0) return fail(40323, 'A pipeline stage specification object must contain exactly one field.');
    const compile = STAGES[name];
    return compile ? compile(stage[name], context) : refuse(`the aggregation stage ${name}`);
  });
  return (docs) => stages.reduce((input, stage) => stage(input), docs);
}

const UPDATE_STAGES = ['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith'];

/** Applies a pipeline update to one document. */
export function runPipelineOn(doc: Doc, pipeline: Doc[], vars: Variables): Doc {
  const odd = pipeline.map((s) => Object.keys(s)[0]).find((name) => !UPDATE_STAGES.includes(name ?? ''));
  if (odd !== undefined) fail(72, `${odd} is not allowed to be used within an update`);
  return [...steady(compilePipeline(pipeline, { vars })([doc]))][0] ?? doc;
}
