import { fail } from '../errors.js';
import { boxOf, isDoc, isNil, typeNameOf, type Doc, isList } from '../bson/values.js';
import { offsetAt, toLocal } from './zoned.js';

const DAY = 86_400_000;

function dateOf(op: string, v: unknown): Date {
  if (v instanceof Date) return v;
  if (boxOf(v) === 'ObjectId') return (v as { getTimestamp(): Date }).getTimestamp();
  return fail(16006, `can't convert from BSON type ${typeNameOf(v)} to Date in ${op}`);
}

const isoDay = (d: Date): number => d.getUTCDay() || 7;
const dayNumber = (d: Date): number => Math.floor(d.getTime() / DAY);
const startOfYear = (year: number): Date => new Date(new Date(0).setUTCFullYear(year, 0, 1));
const dayOfYear = (d: Date): number => dayNumber(d) - dayNumber(startOfYear(d.getUTCFullYear())) + 1;
/** The Thursday of the ISO week, whose year is the ISO year. */
const thursday = (d: Date): Date => new Date((dayNumber(d) + 4 - isoDay(d)) * DAY);
const isoWeek = (d: Date): number => Math.floor((dayOfYear(thursday(d)) - 1) / 7) + 1;

const PARTS: Record<string, (d: Date) => number> = {
  $year: (d) => d.getUTCFullYear(),
  $month: (d) => d.getUTCMonth() + 1,
  $dayOfMonth: (d) => d.getUTCDate(),
  $dayOfYear: dayOfYear,
  $dayOfWeek: (d) => d.getUTCDay() + 1,
  $isoDayOfWeek: isoDay,
  $isoWeek: isoWeek,
  $isoWeekYear: (d) => thursday(d).getUTCFullYear(),
  $week: (d) => Math.floor((dayOfYear(d) + 6 - d.getUTCDay()) / 7),
  $hour: (d) => d.getUTCHours(),
  $minute: (d) => d.getUTCMinutes(),
  $second: (d) => d.getUTCSeconds(),
  $millisecond: (d) => d.getUTCMilliseconds(),
};

function partOf(op: string, arg: unknown): unknown {
  const named = isDoc(arg) && !boxOf(arg) ? arg : { date: arg };
  if (isNil(named.date) || ('timezone' in named && isNil(named.timezone))) return null;
  return PARTS[op]?.(toLocal(dateOf(op, named.date), named.timezone as string | undefined));
}

const FORMATS: Record<string, [part: string, digits: number]> = {
  ...{ Y: ['$year', 4], m: ['$month', 2], d: ['$dayOfMonth', 2], j: ['$dayOfYear', 3], H: ['$hour', 2], M: ['$minute', 2] },
  ...{ S: ['$second', 2], L: ['$millisecond', 3], u: ['$isoDayOfWeek', 1], w: ['$dayOfWeek', 1], G: ['$isoWeekYear', 4] },
  ...{ V: ['$isoWeek', 2], U: ['$week', 2] },
};

function dateToString(arg: Doc): unknown {
  const { date, format, timezone, onNull = null } = arg;
  if (isNil(date)) return onNull;
  if ('timezone' in arg && isNil(timezone)) return null;
  const instant = dateOf('$dateToString', date);
  const zone = timezone as string | undefined;
  const local = toLocal(instant, zone);
  const minutes = Math.round(offsetAt(instant.getTime(), zone) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const pad = (n: number, digits: number): string => String(Math.abs(n)).padStart(digits, '0');
  const text = (format as string | undefined) ?? (zone === undefined || zone === 'UTC' ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L');
  return text.replace(/%(.?)/gs, (_, code: string) => {
    if (code === '%') return '%';
    if (code === 'z') return `${sign}${pad(Math.trunc(minutes / 60), 2)}${pad(minutes % 60, 2)}`;
    if (code === 'Z') return `${sign}${pad(minutes, 3)}`;
    const [part, digits] = FORMATS[code] ?? fail(18536, `Invalid format character '%${code}' in format string`);
    return pad(PARTS[part]?.(local) ?? 0, digits);
  });
}

const needsDoc = (op: string, arg: unknown): Doc => (isDoc(arg) ? arg : fail(18629, `${op} only supports an object as its argument`));

type OneArgument = (arg: unknown) => unknown;

/** Date operators, given their one evaluated argument. Time zones follow the system's tables, summer time included. */
export const DATE_OPERATORS: Record<string, OneArgument | undefined> = {
  ...Object.fromEntries(Object.keys(PARTS).map((op) => [op, (arg: unknown) => partOf(op, isList(arg) ? arg[0] : arg)])),
  $dateToString: (arg) => dateToString(needsDoc('$dateToString', arg)),
};
