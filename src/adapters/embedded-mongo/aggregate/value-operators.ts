import { fail } from '../errors.js';
import { combine } from '../bson/arithmetic.js';
import { compare } from '../bson/compare.js';
import { boxOf, isDoc, isNil, isNumber, isTruthy, typeNameOf, unbox, type Doc, isList } from '../bson/values.js';
import { addUp, average } from './accumulators.js';

type Strict = (args: unknown[], wasList: boolean) => unknown;

/** An operator on a fixed number of arguments that gives null as soon as one is null or missing. */
const nullable =
  (op: string, counts: number[], fn: (...args: unknown[]) => unknown): Strict =>
  (args) => {
    if (!counts.includes(args.length))
      fail(16020, `Expression ${op} takes exactly ${counts.join(' or ')} arguments. ${args.length} were passed in.`);
    return args.some(isNil) ? null : fn(...args);
  };

const compared = (op: string, fn: (order: number) => unknown): Strict => {
  return (args) => {
    if (args.length !== 2) fail(16020, `Expression ${op} takes exactly 2 arguments. ${args.length} were passed in.`);
    // In an expression missing sorts just below null, which filters do not tell apart.
    const [a, b] = args;
    return fn(isNil(a) && isNil(b) ? Number(a === null) - Number(b === null) : compare(a, b));
  };
};

function arrayOf(op: string, v: unknown): unknown[] {
  return isList(v) ? v : fail(17124, `The argument to ${op} must be an array, but was of type: ${typeNameOf(v)}`);
}

function numeric(op: string, v: unknown): number {
  if (!isNumber(v) || boxOf(unbox(v)) === 'Decimal128')
    fail(14, `${op} only supports numeric types (decimals excepted), not ${typeNameOf(v)}`);
  return Number(unbox(v));
}

const add: Strict = (args) => {
  if (args.some(isNil)) return null;
  const dates = args.filter((a) => a instanceof Date);
  if (dates.length > 1) fail(16612, 'only one date allowed in an $add expression');
  const rest = args.filter((a) => !(a instanceof Date));
  for (const a of rest) if (!isNumber(a)) fail(14, `$add only supports numeric or date types, not ${typeNameOf(a)}`);
  const sum = rest.reduce((total, n) => combine('add', total, n), 0);
  return dates[0] ? new Date(dates[0].getTime() + Math.round(Number(sum))) : sum;
};

const subtract = nullable('$subtract', [2], (a, b) => {
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof Date) return new Date(a.getTime() - Math.round(numeric('$subtract', b)));
  numeric('$subtract', a);
  numeric('$subtract', b);
  return combine('add', a, combine('multiply', b, -1));
});

const multiply: Strict = (args) =>
  args.some(isNil) ? null : args.reduce((total, n) => (numeric('$multiply', n), combine('multiply', total, n)), 1);

function divide(a: unknown, b: unknown): number {
  const [x, y] = [numeric('$divide', a), numeric('$divide', b)];
  return y === 0 ? fail(2, "can't $divide by zero") : x / y;
}

const arrayElemAt = nullable('$arrayElemAt', [2], (list, at) => arrayOf('$arrayElemAt', list).at(numeric('$arrayElemAt', at)));

const concat: Strict = (args) => {
  for (const a of args) if (!isNil(a) && typeof a !== 'string') fail(16702, `$concat only supports strings, not ${typeNameOf(a)}`);
  return args.some(isNil) ? null : args.join('');
};

const isInArray: Strict = ([value, list]) => {
  if (!isList(list)) return fail(40081, `$in requires an array as a second argument, found: ${typeNameOf(list)}`);
  return list.some((v) => compare(v, value) === 0);
};

const mergeObjects: Strict = (args, wasList) => {
  const docs = (!wasList && isList(args[0]) ? args[0] : args).filter((a) => !isNil(a)) as unknown[];
  for (const d of docs) if (!isDoc(d)) fail(40400, `$mergeObjects requires object inputs, but input is of type ${typeNameOf(d)}`);
  return Object.assign({}, ...docs) as Doc;
};

/** `$max: '$list'` looks inside one list; `$max: ['$a', '$b']` compares its arguments. */
const pick =
  (sign: 1 | -1): Strict =>
  (args) => {
    const pool = args.length === 1 && isList(args[0]) ? args[0] : args;
    return (
      pool
        .filter((v) => !isNil(v))
        .reduce((best: unknown, v) => (best === undefined || compare(v, best) * sign > 0 ? v : best), undefined) ?? null
    );
  };

const spread = (args: unknown[]): unknown[] => (args.length === 1 && isList(args[0]) ? args[0] : args);

/** Operators whose arguments are all evaluated first; comparison, arithmetic and equality follow BSON. */
export const VALUE_OPERATORS: Record<string, Strict | undefined> = {
  $eq: compared('$eq', (o) => o === 0),
  $ne: compared('$ne', (o) => o !== 0),
  $gt: compared('$gt', (o) => o > 0),
  $gte: compared('$gte', (o) => o >= 0),
  $lt: compared('$lt', (o) => o < 0),
  $lte: compared('$lte', (o) => o <= 0),
  $cmp: compared('$cmp', (o) => Math.sign(o)),
  $not: (args) => !isTruthy(args[0]),
  $in: isInArray,
  $add: add,
  $subtract: subtract,
  $multiply: multiply,
  $divide: nullable('$divide', [2], divide),
  $sum: (args) => addUp(spread(args)),
  $avg: (args) => average(spread(args)),
  $max: pick(1),
  $min: pick(-1),
  $size: (args) => arrayOf('$size', args[0]).length,
  $isArray: (args) => isList(args[0]),
  $isNumber: (args) => isNumber(args[0]),
  $type: (args) => typeNameOf(args[0]),
  $arrayElemAt: arrayElemAt,
  $first: nullable('$first', [1], (list) => arrayOf('$first', list)[0]),
  $last: nullable('$last', [1], (list) => arrayOf('$last', list).at(-1)),
  $concat: concat,
  $concatArrays: (args) => (args.some(isNil) ? null : args.flatMap((a) => arrayOf('$concatArrays', a))),
  $mergeObjects: mergeObjects,
};
