import type { BSONRegExp } from 'bson';
import { fail, refuse } from '../errors.js';
import { holds, isEqual } from '../bson/compare.js';
import { boxOf, isDoc, isNil, isNumber, RANK, rankOf, toNumber, typeNameOf, unbox, type Doc, isList } from '../bson/values.js';

export interface LeafTest {
  readonly test: (leaf: unknown) => boolean;
  /** True for operators about the array itself ($size, $elemMatch), which are not tried on its elements. */
  readonly wholeArrayOnly?: boolean;
}

/** Whether a condition is made of operators ({$gt: 1}) and not a document to be equal to. */
export function isOperatorDoc(v: unknown): v is Doc {
  if (!isDoc(v)) return false;
  const first = Object.keys(v)[0];
  return first !== undefined && first.startsWith('$') && !['$ref', '$id', '$db'].includes(first);
}

const REFUSED = new Set([
  ...['$bitsAllSet', '$bitsAllClear', '$bitsAnySet', '$bitsAnyClear'],
  ...['$geoWithin', '$geoIntersects', '$near', '$nearSphere', '$within'],
]);

/** A test for one value. `siblings` is the whole condition (for $options); `onElement` compiles $elemMatch. */
export function leafTest(op: string, value: unknown, siblings: Doc, onElement: (c: Doc) => (e: unknown) => boolean): LeafTest {
  switch (op) {
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return compareTest(op, value);
    case '$regex':
      return { test: regexOf(value, siblings.$options) };
    case '$options':
      return '$regex' in siblings ? { test: () => true, wholeArrayOnly: true } : fail(2, '$options needs a $regex');
    case '$type':
      return { test: typeTest(value) };
    case '$mod':
      return { test: modTest(value) };
    case '$size':
      return sizeTest(value);
    case '$elemMatch': {
      const test = onElement(isDoc(value) ? value : fail(2, '$elemMatch needs an Object'));
      return { test: (leaf) => isList(leaf) && leaf.some(test), wholeArrayOnly: true };
    }
    default:
      return REFUSED.has(op) ? refuse(`${op} in a filter`) : fail(2, `unknown operator: ${op}`);
  }
}

function compareTest(op: '$gt' | '$gte' | '$lt' | '$lte', bound: unknown): LeafTest {
  if (boxOf(bound) === 'BSONRegExp') return fail(2, `Can't have RegEx as arg to predicate over field`);
  const orEqual = op.endsWith('e');
  if (isNil(bound)) return { test: (leaf) => orEqual && isNil(leaf) };
  return { test: (leaf) => leaf !== undefined && holds(op, leaf, bound) };
}

/** A predicate for strings (and the equal regex value) from a BSON regex or a pattern with $options. */
export function regexOf(value: unknown, options: unknown): (leaf: unknown) => boolean {
  const boxed = boxOf(value) === 'BSONRegExp' ? (value as BSONRegExp) : undefined;
  if (!boxed && typeof value !== 'string') return fail(2, '$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') return fail(2, '$options has to be a string');
  const pattern = boxed ? boxed.pattern : (value as string);
  const flags = options ?? boxed?.options ?? '';
  if (/[^imsux]/.test(flags)) return fail(51108, ` invalid flag in regex options: ${flags}`);
  if (flags.includes('x')) return refuse('the regex option x');
  const regex = makeRegex(pattern, flags.replace('u', ''));
  return (leaf) => (typeof leaf === 'string' ? regex.test(leaf) : boxOf(leaf) === 'BSONRegExp' && !!boxed && isEqual(leaf, boxed));
}

function makeRegex(pattern: string, flags: string): RegExp {
  // PCRE spells some things that JavaScript does not: a leading (?i) becomes a flag, the rest is refused rather than misread.
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  const body = inline ? pattern.slice(inline[0].length) : pattern;
  if (/\(\?[a-zA-Z>#|]|\(\?P|\\[AzZGQKRhHXC]|\[\[:|[*+?}]\+/.test(body)) return refuse(`the PCRE syntax in /${pattern}/`);
  try {
    return new RegExp(body, [...new Set(`${flags}${inline?.[1] ?? ''}u`)].join(''));
  } catch {
    return makeLooseRegex(body, flags + (inline?.[1] ?? ''));
  }
}

/** Unicode mode forbids needless escapes such as `\-`, which PCRE allows. */
function makeLooseRegex(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, [...new Set(flags)].join(''));
  } catch (e) {
    return fail(51091, `Regular expression is invalid: ${(e as Error).message}`);
  }
}

const TYPE_CODES: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};

/** Whether any $type in a filter tells number widths apart, so that documents must be parsed without losing them. */
export const needsWidths = (filter: unknown): boolean =>
  isDoc(filter) || isList(filter) ? Object.entries(filter).some(([k, v]) => k === '$type' || needsWidths(v)) : false;

function typeTest(value: unknown): (leaf: unknown) => boolean {
  const names = (isList(value) ? value : [value]).map((v: unknown) => {
    const name = typeof v === 'string' ? v : TYPE_CODES[toNumber(v, NaN)];
    if (name === undefined || (name !== 'number' && !Object.values(TYPE_CODES).includes(name)))
      return fail(2, `Unknown type name alias: ${String(v)}`);
    return name;
  });
  return (leaf) => leaf !== undefined && (names.includes(typeNameOf(leaf)) || (names.includes('number') && isNumber(leaf)));
}

function modTest(value: unknown): (leaf: unknown) => boolean {
  if (!isList(value)) return fail(2, 'malformed mod, needs to be an array');
  if (value.length !== 2) return fail(2, `malformed mod, ${value.length < 2 ? 'not enough' : 'too many'} elements`);
  const [divisor, remainder] = value.map((v) => Math.trunc(toNumber(v, NaN))) as [number, number];
  if (Number.isNaN(divisor) || Number.isNaN(remainder)) return fail(2, 'malformed mod, divisor not a number');
  if (divisor === 0) return fail(2, 'divisor cannot be 0');
  return (leaf) => {
    const n = unbox(leaf);
    return typeof n === 'number' && Number.isFinite(n) && Math.trunc(n) % divisor === remainder;
  };
}

function sizeTest(value: unknown): LeafTest {
  const size = unbox(value);
  if (rankOf(size) !== RANK.number || !Number.isInteger(size)) return fail(2, `Failed to parse $size. Expected an integer`);
  if ((size as number) < 0) return fail(2, 'Failed to parse $size. Expected a non-negative number');
  return { test: (leaf) => isList(leaf) && leaf.length === size, wholeArrayOnly: true };
}
