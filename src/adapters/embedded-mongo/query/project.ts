import { evaluate, type Variables } from '../aggregate/expressions.js';
import { boxOf, isDoc, isTruthy, toNumber, typeNameOf, type Doc, isList } from '../bson/values.js';
import { fail, refuse } from '../errors.js';
import { resolveField } from './paths.js';
import { elemMatchTest } from './match.js';

/** A projection as a tree of names: kept, dropped, or computed by a function of the document. */
type Node = Map<string, Node | 'plain' | Compute>;
type Compute = (doc: Doc) => unknown;

export interface Projection {
  readonly apply: (doc: Doc) => Doc;
  /** Paths an inclusion reads, null if it needs the whole document. */
  readonly paths: readonly string[] | null;
  /** Whether those paths are just top-level fields to be kept as they are, so that no value need be parsed. */
  readonly wholeFields: boolean;
}

export interface ProjectOptions {
  readonly vars?: Variables;
  /** Only find has $slice, $elemMatch and the positional `$`. */
  readonly find?: boolean;
  /** Finds the array position that the filter matched, for `'a.$': 1`. */
  readonly position?: (doc: Doc, path: readonly string[]) => number;
}

interface Parsed {
  readonly keep: string[];
  readonly drop: string[];
  readonly computed: [path: string, compute: Compute][];
  /** $slice and $elemMatch: they change a field after the rest is done. */
  readonly reshape: [path: string, change: (value: unknown, doc: Doc) => unknown][];
  id: boolean | undefined;
}

const isFlag = (v: unknown): boolean =>
  typeof v === 'boolean' || typeof v === 'number' || ['Int32', 'Double', 'Long'].includes(boxOf(v) ?? '');

function readEntry(into: Parsed, path: string, value: unknown, options: ProjectOptions): void {
  if (path === '' || path.split('.').includes('')) fail(40352, 'FieldPath cannot be constructed with an empty component');
  if (options.find && path.endsWith('.$')) return readPositional(into, path.slice(0, -2), options);
  if (path.startsWith('$')) fail(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField: ${path}`);
  if (path === '_id' && isFlag(value)) into.id = isTruthy(value);
  else if (isFlag(value)) (isTruthy(value) ? into.keep : into.drop).push(path);
  else if (!isDoc(value) || boxOf(value)) compute(into, path, value, options);
  else readDocument(into, path, value, options);
}

function readDocument(into: Parsed, path: string, value: Doc, options: ProjectOptions): void {
  const op = Object.keys(value)[0];
  if (op === undefined) fail(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
  if (op === '$meta') return refuse('$meta in a projection');
  if (options.find && op === '$slice' && !(isList(value.$slice) && value.$slice.length === 3)) {
    into.reshape.push([path, slicer(value.$slice)]);
  } else if (options.find && op === '$elemMatch') {
    const test = elemMatchTest(isDoc(value.$elemMatch) ? value.$elemMatch : fail(31274, '$elemMatch must be an object'));
    into.keep.push(path);
    into.reshape.push([path, (v) => (isList(v) && v.some(test) ? [v.find(test)] : undefined)]);
  } else if (op?.startsWith('$')) compute(into, path, value, options);
  else for (const [name, v] of Object.entries(value)) readEntry(into, `${path}.${name}`, v, options);
}

function readPositional(into: Parsed, path: string, { position }: ProjectOptions): void {
  into.keep.push(path);
  const parts = path.split('.');
  into.reshape.push([path, (v, doc) => (isList(v) && position ? v.slice(position(doc, parts)).slice(0, 1) : v)]);
}

function compute(into: Parsed, path: string, expr: unknown, { vars = {} }: ProjectOptions): void {
  evaluate.check(expr);
  into.computed.push([path, (doc) => evaluate(expr, { root: doc, current: doc, vars })]);
}

function slicer(arg: unknown): (value: unknown) => unknown {
  const [from, count] = isList(arg) ? arg.map((n) => toNumber(n)) : [toNumber(arg, NaN), undefined];
  if (from === undefined || Number.isNaN(from))
    return fail(28724, `First argument to $slice must be an array, but is of type: ${typeNameOf(arg)}`);
  if (count !== undefined && count <= 0) return fail(28729, 'Third argument to $slice must be positive');
  return (value) => {
    if (!isList(value)) return value;
    if (count === undefined) return from < 0 ? value.slice(from) : value.slice(0, from);
    const start = from < 0 ? Math.max(0, value.length + from) : from;
    return value.slice(start, start + count);
  };
}

function toTree(paths: [path: string, leaf: 'plain' | Compute][]): Node {
  const root: Node = new Map();
  for (const [path, leaf] of paths) {
    const parts = path.split('.');
    let node = root;
    for (const part of parts.slice(0, -1)) {
      const next = node.get(part) ?? new Map<string, Node>();
      if (!(next instanceof Map)) return fail(31249, `Path collision at ${path}`);
      node.set(part, next);
      node = next;
    }
    const last = parts.at(-1) as string;
    if (node.has(last)) return fail(31250, `Path collision at ${path}`);
    node.set(last, leaf);
  }
  return root;
}

function keepOnly(value: unknown, node: Node): unknown {
  if (isList(value)) return value.map((v) => keepOnly(v, node)).filter((v) => v !== undefined);
  if (!isDoc(value) || boxOf(value)) return undefined;
  const out: Doc = {};
  for (const [name, v] of Object.entries(value)) {
    const sub = node.get(name);
    const kept = sub instanceof Map ? keepOnly(v, sub) : sub === 'plain' ? v : undefined;
    if (kept !== undefined) out[name] = kept;
  }
  return out;
}

function dropFrom(value: unknown, node: Node): unknown {
  if (isList(value)) return value.map((v) => dropFrom(v, node));
  if (!isDoc(value) || boxOf(value)) return value;
  const out: Doc = {};
  for (const [name, v] of Object.entries(value)) {
    const sub = node.get(name);
    if (sub !== 'plain') out[name] = sub instanceof Map ? dropFrom(v, sub) : v;
  }
  return out;
}

/** Sets a computed path: through arrays element by element, over scalars, and away again if the value is missing. */
export function setField(target: unknown, parts: readonly string[], value: unknown): unknown {
  const [name, ...rest] = parts;
  if (name === undefined) return value;
  if (isList(target)) return target.map((t) => setField(t, parts, value));
  const out: Doc = isDoc(target) && !boxOf(target) ? { ...target } : {};
  const next = setField(out[name], rest, value);
  if (next === undefined) delete out[name];
  else out[name] = next;
  return out;
}

/** Reads a projection. Throws when inclusion and exclusion are mixed (31253, 31254), paths collide, or an operator is not supported. */
export function compileProjection(spec: Doc, options: ProjectOptions = {}): Projection {
  const p: Parsed = { keep: [], drop: [], computed: [], reshape: [], id: undefined };
  for (const [path, value] of Object.entries(spec)) readEntry(p, path, value, options);
  const includes = p.keep.length > 0 || p.computed.length > 0 || (p.id === true && p.drop.length === 0 && p.reshape.length === 0);
  if (includes && p.drop[0] !== undefined) fail(31254, `Cannot do exclusion on field ${p.drop[0]} in inclusion projection`);
  const idEntry: [string, 'plain'][] = (p.id !== false) === includes ? [['_id', 'plain']] : [];
  const hasOwnId = [...p.keep, ...p.computed.map(([c]) => c)].some((path) => path === '_id' || path.startsWith('_id.'));
  const reshaped = p.reshape.map(([path]) => path).filter((path) => !p.keep.includes(path));
  const names = includes ? [...p.keep, ...reshaped] : p.drop;
  const tree = toTree([...(hasOwnId ? [] : idEntry), ...names.map((n): [string, 'plain'] => [n, 'plain'])]);
  toTree([...names.map((n): [string, 'plain'] => [n, 'plain']), ...p.computed]);
  const apply = (doc: Doc): Doc => {
    let out = (includes ? keepOnly(doc, tree) : dropFrom(doc, tree)) as Doc;
    for (const [path, make] of p.computed) out = setField(out, path.split('.'), make(doc)) as Doc;
    for (const [path, change] of p.reshape) {
      const value = resolveField(out, path.split('.'));
      if (value !== undefined) out = setField(out, path.split('.'), change(value, doc)) as Doc;
    }
    return out;
  };
  const plainOnly = includes && p.computed.length === 0 && p.reshape.length === 0;
  const wholeFields = plainOnly && p.id !== false && p.keep.every((path) => !path.includes('.'));
  return { apply, paths: plainOnly ? [...p.keep, '_id'] : null, wholeFields };
}
