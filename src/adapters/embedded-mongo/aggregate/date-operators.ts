import { fail, refuse } from '../errors.js';
import { boxOf, isDoc, isNil, toNumber, typeNameOf, type Doc, isList } from '../bson/values.js';
import { fromLocal, offsetAt, toLocal } from './zoned.js';

const DAY = 86_400_000;
const UNIT_MS: Record<string, number> = { week: 7 * DAY, day: DAY, hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 };
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

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

function addMonths(d: Date, months: number): Date {
  const out = new Date(d);
  out.setUTCDate(1);
  out.setUTCMonth(out.getUTCMonth() + months);
  const last = new Date(Date.UTC(out.getUTCFullYear(), out.getUTCMonth() + 1, 0)).getUTCDate();
  out.setUTCDate(Math.min(d.getUTCDate(), last));
  return out;
}

const MONTHS: Record<string, number> = { year: 12, quarter: 3, month: 1 };

function dateAdd(op: string, arg: Doc, sign: 1 | -1): unknown {
  const { startDate, unit, amount, timezone } = arg;
  if ([startDate, unit, amount].some(isNil) || ('timezone' in arg && isNil(timezone))) return null;
  const start = dateOf(op, startDate);
  const count = sign * toNumber(amount);
  const name = unit as string;
  const zone = timezone as string | undefined;
  const months = MONTHS[name];
  if (months) return fromLocal(addMonths(toLocal(start, zone), months * count), zone);
  const ms = UNIT_MS[name] ?? fail(9, `unknown time unit value: ${name}`);
  // Days and weeks keep the wall clock over a change of summer time; hours and less are elapsed time.
  if (ms >= DAY) return fromLocal(new Date(toLocal(start, zone).getTime() + count * ms), zone);
  return new Date(start.getTime() + count * ms);
}

function weekStart(startOfWeek: unknown): number {
  return Math.max(
    0,
    DAYS.indexOf(
      String((startOfWeek as string | undefined) ?? 'sunday')
        .slice(0, 3)
        .toLowerCase(),
    ),
  );
}

/** Whole units between 1970 and a wall clock time: both truncation and difference count these. */
function unitsSince(local: Date, unit: string, startOfWeek: unknown): number {
  const months = MONTHS[unit];
  if (months) return Math.floor((local.getUTCFullYear() * 12 + local.getUTCMonth()) / months);
  if (unit === 'week') return Math.floor((dayNumber(local) + 4 - weekStart(startOfWeek)) / 7);
  return Math.floor(local.getTime() / (UNIT_MS[unit] ?? fail(9, `unknown time unit value: ${unit}`)));
}

function dateDiff(arg: Doc): unknown {
  const { startDate, endDate, unit, timezone, startOfWeek } = arg;
  if ([startDate, endDate, unit].some(isNil) || ('timezone' in arg && isNil(timezone))) return null;
  const small = (UNIT_MS[unit as string] ?? DAY) < DAY;
  const zone = small ? undefined : (timezone as string | undefined);
  const count = (v: unknown): number => unitsSince(toLocal(dateOf('$dateDiff', v), zone), unit as string, startOfWeek);
  return count(endDate) - count(startDate);
}

function dateTrunc(arg: Doc): unknown {
  const { date, unit, timezone, startOfWeek, binSize = 1 } = arg;
  if ([date, unit, binSize].some(isNil) || ('timezone' in arg && isNil(timezone))) return null;
  if (binSize !== 1) return refuse('binSize of $dateTrunc');
  const name = unit as string;
  const zone = timezone as string | undefined;
  const instant = dateOf('$dateTrunc', date);
  const units = unitsSince(toLocal(instant, zone), name, startOfWeek);
  const months = MONTHS[name];
  if (months) return fromLocal(new Date(startOfYear(0).setUTCMonth(units * months)), zone);
  const ms = UNIT_MS[name] as number;
  if (ms < DAY) return new Date(units * ms - offsetAt(instant.getTime(), zone));
  return fromLocal(new Date(name === 'week' ? (units * 7 - 4 + weekStart(startOfWeek)) * DAY : units * ms), zone);
}

function toDate(v: unknown): unknown {
  if (isNil(v)) return null;
  if (typeof v === 'number') return new Date(Math.trunc(v));
  if (typeof v !== 'string') return dateOf('$toDate', v);
  const ms = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(v) ? Date.parse(/T[\d:.]+$/.test(v) ? `${v}Z` : v) : NaN;
  return Number.isNaN(ms) ? fail(241, `Error parsing date string '${v}'`) : new Date(ms);
}

const needsDoc = (op: string, arg: unknown): Doc => (isDoc(arg) ? arg : fail(18629, `${op} only supports an object as its argument`));

type OneArgument = (arg: unknown) => unknown;

/** Date operators, given their one evaluated argument. Time zones follow the system's tables, summer time included. */
export const DATE_OPERATORS: Record<string, OneArgument | undefined> = {
  ...Object.fromEntries(Object.keys(PARTS).map((op) => [op, (arg: unknown) => partOf(op, isList(arg) ? arg[0] : arg)])),
  $dateToString: (arg) => dateToString(needsDoc('$dateToString', arg)),
  $dateAdd: (arg) => dateAdd('$dateAdd', needsDoc('$dateAdd', arg), 1),
  $dateSubtract: (arg) => dateAdd('$dateSubtract', needsDoc('$dateSubtract', arg), -1),
  $dateDiff: (arg) => dateDiff(needsDoc('$dateDiff', arg)),
  $dateTrunc: (arg) => dateTrunc(needsDoc('$dateTrunc', arg)),
  $toDate: toDate,
};
