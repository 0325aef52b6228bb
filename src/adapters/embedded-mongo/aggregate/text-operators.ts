import { fail } from '../errors.js';
import { boxOf, isDoc, isNil, toNumber, typeNameOf, unbox } from '../bson/values.js';
import { regexOf } from '../query/leaf-tests.js';

type Strict = (args: unknown[]) => unknown;

function textOf(op: string, v: unknown): string {
  if (typeof v === 'string') return v;
  if (isNil(v)) return '';
  return v instanceof Date
    ? v.toISOString()
    : typeof v === 'number'
      ? String(v)
      : fail(16007, `can't convert from BSON type ${typeNameOf(v)} to String in ${op}`);
}

const trimmed =
  (op: string, left: boolean, right: boolean): Strict =>
  ([arg]) => {
    const named = isDoc(arg) ? arg : fail(50696, `${op} only supports an object as an argument`);
    const { input, chars } = named;
    if (isNil(input) || ('chars' in named && isNil(chars))) return null;
    if (typeof input !== 'string') return fail(50699, `${op} requires its input to be a string, got ${typeNameOf(input)}`);
    const drop = new Set(
      typeof chars === 'string' ? chars : '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
    );
    const points = [...input];
    while (left && points.length > 0 && drop.has(points[0] as string)) points.shift();
    while (right && points.length > 0 && drop.has(points.at(-1) as string)) points.pop();
    return points.join('');
  };

const split: Strict = ([text, separator]) => {
  if (isNil(text) || isNil(separator)) return null;
  if (typeof text !== 'string' || typeof separator !== 'string')
    return fail(40085, '$split requires an expression that evaluates to a string');
  return separator === '' ? fail(40087, '$split requires a non-empty separator') : text.split(separator);
};

const substr: Strict = ([text, from, count]) => {
  const [start, length] = [toNumber(from), toNumber(count)];
  if (start < 0) return fail(34452, '$substrCP: the starting index must be non-negative integer.');
  return [...textOf('$substrCP', text)].slice(start, length < 0 ? undefined : start + length).join('');
};

const regexMatch: Strict = ([arg]) => {
  const { input, regex, options } = isDoc(arg) ? arg : fail(51103, '$regexMatch expects an object of named arguments');
  return isNil(input) || isNil(regex) ? false : regexOf(regex, options)(input);
};

const replace =
  (all: boolean): Strict =>
  ([arg]) => {
    const { input, find, replacement } = isDoc(arg) ? arg : fail(51751, '$replaceOne requires an object as an argument');
    if (isNil(input) || isNil(find) || isNil(replacement)) return null;
    for (const v of [input, find, replacement])
      if (typeof v !== 'string') fail(51746, `$replaceOne requires strings, found: ${typeNameOf(v)}`);
    const [text, what, by] = [input as string, find as string, replacement as string];
    return all ? text.replaceAll(what, () => by) : text.replace(what, () => by);
  };

const rounded =
  (op: string, fn: (n: number) => number): Strict =>
  ([value, places]) => {
    if (isNil(value)) return null;
    const n = unbox(value);
    if (typeof n !== 'number') return boxOf(n) === 'Long' ? n : fail(51081, `${op} only supports numeric types, not ${typeNameOf(n)}`);
    const shift = isNil(places) ? 0 : toNumber(places);
    // Shifting by text keeps 1.005 from becoming 1.00499999 before it is rounded.
    return shift === 0 || !Number.isFinite(n) ? fn(n) : shiftBy(fn(shiftBy(n, shift)), -shift);
  };

const shiftBy = (n: number, places: number): number => {
  const [digits, exponent = '0'] = String(n).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

/** MongoDB rounds halves to the even neighbour. */
function roundHalfEven(n: number): number {
  const down = Math.floor(n);
  if (n - down !== 0.5) return Math.round(n);
  return down % 2 === 0 ? down : down + 1;
}

/** Text and rounding operators, given their evaluated arguments. */
export const TEXT_OPERATORS: Record<string, Strict | undefined> = {
  $toLower: ([v]) => textOf('$toLower', v).toLowerCase(),
  $toUpper: ([v]) => textOf('$toUpper', v).toUpperCase(),
  $trim: trimmed('$trim', true, true),
  $ltrim: trimmed('$ltrim', true, false),
  $rtrim: trimmed('$rtrim', false, true),
  $split: split,
  $substrCP: substr,
  $strLenCP: ([v]) =>
    typeof v === 'string' ? [...v].length : fail(34471, `$strLenCP requires a string argument, found: ${typeNameOf(v)}`),
  $regexMatch: regexMatch,
  $replaceOne: replace(false),
  $replaceAll: replace(true),
  $abs: rounded('$abs', Math.abs),
  $ceil: rounded('$ceil', Math.ceil),
  $floor: rounded('$floor', Math.floor),
  $trunc: rounded('$trunc', Math.trunc),
  $round: rounded('$round', roundHalfEven),
};
