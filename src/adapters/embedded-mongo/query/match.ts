import { fail, refuse } from '../errors.js';
import { isEqual } from '../bson/compare.js';
import { boxOf, isDoc, isNil, isTruthy, type Doc, isList } from '../bson/values.js';
import { evaluate, type Variables } from '../aggregate/expressions.js';
import { leavesOf } from './paths.js';
import { isOperatorDoc, leafTest, regexOf, type LeafTest } from './leaf-tests.js';

export type Predicate = (doc: Doc) => boolean;

export interface Filter {
  readonly test: Predicate;
  /** Paths the filter reads; null when only the whole document will do ($expr). */
  readonly paths: readonly string[] | null;
}

interface Build {
  readonly paths: Set<string>;
  readonly vars: Variables;
  whole: boolean;
}

/**
 * Compiles a MongoDB filter. `vars` are the values of `let`, for $expr.
 * Throws code 2 for a malformed filter and 115 for operators not supported, always before any document is looked at.
 */
export function compileFilter(filter: Doc, vars: Variables = {}): Filter {
  const build: Build = { paths: new Set(), vars, whole: false };
  const test = compileDoc(filter, build);
  return { test, paths: build.whole ? null : [...build.paths] };
}

function compileDoc(filter: unknown, build: Build): Predicate {
  if (!isDoc(filter)) return fail(2, 'a filter must be an object');
  const tests = Object.entries(filter).map(([name, value]) =>
    name.startsWith('$') ? compileTop(name, value, build) : compilePath(name, value, build),
  );
  const [only] = tests;
  return tests.length === 1 && only ? only : (doc) => tests.every((t) => t(doc));
}

function compileTop(name: string, value: unknown, build: Build): Predicate {
  if (name === '$comment') return () => true;
  if (name === '$expr') return compileExpr(value, build);
  if (name === '$and' || name === '$or' || name === '$nor') {
    if (!isList(value)) return fail(2, `${name} must be an array`);
    if (value.length === 0) return fail(2, '$and/$or/$nor must be a nonempty array');
    const parts = value.map((v) => (isDoc(v) ? compileDoc(v, build) : fail(2, '$or/$and/$nor entries need to be full objects')));
    if (name === '$and') return (doc) => parts.every((p) => p(doc));
    return name === '$or' ? (doc) => parts.some((p) => p(doc)) : (doc) => !parts.some((p) => p(doc));
  }
  const known = ['$where', '$text', '$jsonSchema', '$sampleRate', '$alwaysTrue', '$alwaysFalse'];
  if (known.includes(name)) return refuse(`${name} in a filter`);
  return fail(
    2,
    `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  );
}

function compileExpr(value: unknown, build: Build): Predicate {
  build.whole = true;
  evaluateCheck(value);
  return (doc) => isTruthy(evaluate(value, { root: doc, current: doc, vars: build.vars }));
}

/** Finds an unsupported expression operator even if no document gets as far as it. */
function evaluateCheck(value: unknown): void {
  evaluate.check(value);
}

function compilePath(path: string, condition: unknown, build: Build): Predicate {
  build.paths.add(path);
  const parts = path.split('.');
  const test = compileCondition(condition);
  return (doc) => test(doc, parts);
}

type PathTest = (doc: unknown, parts: readonly string[]) => boolean;

function compileCondition(condition: unknown): PathTest {
  if (boxOf(condition) === 'BSONRegExp') return anyLeaf(leafTest('$regex', condition, {}, elemMatchTest));
  if (!isOperatorDoc(condition)) return equalTo(condition);
  const tests = Object.entries(condition).map(([op, value]) => compileOperator(op, value, condition));
  return (doc, parts) => tests.every((t) => t(doc, parts));
}

function compileOperator(op: string, value: unknown, all: Doc): PathTest {
  if (op === '$eq') return equalTo(value);
  if (op === '$ne') return negate(equalTo(value));
  if (op === '$in') return isIn(value);
  if (op === '$nin') return negate(isIn(value));
  if (op === '$all') return hasAll(value);
  if (op === '$exists') {
    const wanted = isTruthy(value);
    return (doc, parts) => some(leavesOf(doc, parts), (leaf) => leaf !== undefined) === wanted;
  }
  if (op === '$not') {
    if (boxOf(value) !== 'BSONRegExp' && !isOperatorDoc(value)) return fail(2, '$not needs a regex or a document');
    return negate(compileCondition(value));
  }
  return anyLeaf(leafTest(op, value, all, elemMatchTest));
}

/** The condition of an $elemMatch as a test of one array element. */
export function elemMatchTest(condition: Doc): (element: unknown) => boolean {
  const names = Object.keys(condition);
  const onValue = names.length > 0 && names.every((n) => n.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(n));
  if (onValue) {
    const test = compileCondition(condition);
    return (element) => test(element, []);
  }
  const { test } = compileFilter(condition);
  return (element) => (isDoc(element) || isList(element)) && test(element as Doc);
}

/** A condition (operators or a regex) as a test of one array element, for $pull. */
export function elementTest(condition: unknown): (element: unknown) => boolean {
  if (isDoc(condition) && isOperatorDoc(condition)) return elemMatchTest(condition);
  const test = compileCondition(condition);
  return (element) => test(element, []);
}

function some(leaves: Iterable<unknown>, test: (leaf: unknown) => boolean): boolean {
  for (const leaf of leaves) if (test(leaf)) return true;
  return false;
}

/** A test holds for a path if it holds for a value there or, unless it looks at arrays itself, for an element of an array there. */
function anyLeaf({ test, wholeArrayOnly }: LeafTest): PathTest {
  return (doc, parts) => some(leavesOf(doc, parts), (leaf) => test(leaf) || (!wholeArrayOnly && isList(leaf) && leaf.some(test)));
}

const negate =
  (test: PathTest): PathTest =>
  (doc, parts) =>
    !test(doc, parts);

const equalTo = (value: unknown): PathTest =>
  anyLeaf({ test: isNil(value) ? isNil : (leaf) => leaf !== undefined && isEqual(leaf, value) });

function isIn(values: unknown): PathTest {
  if (!isList(values)) return fail(2, '$in needs an array');
  if (values.some(isOperatorDoc)) return fail(2, 'cannot nest $ under $in');
  const tests = values.map((v) => (boxOf(v) === 'BSONRegExp' ? anyLeaf({ test: regexOf(v, undefined) }) : equalTo(v)));
  return (doc, parts) => tests.some((t) => t(doc, parts));
}

function hasAll(values: unknown): PathTest {
  if (!isList(values)) return fail(2, '$all needs an array');
  const tests = values.map((v) => (isOperatorDoc(v) && !('$elemMatch' in v) ? fail(2, 'no $ expressions in $all') : compileCondition(v)));
  return (doc, parts) => tests.length > 0 && tests.every((t) => t(doc, parts));
}

/** Every [path, condition] of a filter, inside $and and $or too, in order. */
export function boundPaths(filter: Doc): [path: string, condition: unknown][] {
  return Object.entries(filter).flatMap(([name, value]): [string, unknown][] => {
    if (!name.startsWith('$')) return [[name, value]];
    return (name === '$and' || name === '$or') && isList(value) ? value.flatMap((part) => boundPaths(part as Doc)) : [];
  });
}
