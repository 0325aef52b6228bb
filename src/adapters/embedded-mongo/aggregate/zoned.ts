import { fail } from '../errors.js';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const ready = formatters.get(zone);
  if (ready) return ready;
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  try {
    const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', era: 'short', ...numeric });
    formatters.set(zone, made);
    return made;
  } catch {
    return fail(40485, `unrecognized time zone identifier: "${zone}"`);
  }
}

/** Offsets already worked out, by zone and quarter of an hour: no zone changes its clock at any other moment. */
const known = new Map<string, number>();
const QUARTER = 900_000;

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. `zone` is an Olson name, 'UTC' or '+hh:mm'. */
export function offsetAt(instant: number, zone: string | undefined): number {
  if (zone === undefined || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const fixed = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
  const slot = `${zone} ${Math.floor(instant / QUARTER)}`;
  const seen = known.get(slot);
  if (seen !== undefined) return seen;
  if (known.size > 20_000) known.clear();
  const offset = workOut(instant, zone);
  known.set(slot, offset);
  return offset;
}

function workOut(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(instant)
      .map((p) => [p.type, p.value]),
  );
  const at = (name: string): number => Number(parts[name]);
  const year = parts.era === 'BC' ? 1 - at('year') : at('year');
  const local = new Date(0);
  local.setUTCFullYear(year, at('month') - 1, at('day'));
  local.setUTCHours(at('hour'), at('minute'), at('second'));
  return local.getTime() - Math.floor(instant / 1000) * 1000;
}

/** The zone's wall clock as a Date whose UTC parts are to be read. */
export const toLocal = (date: Date, zone: string | undefined): Date => new Date(date.getTime() + offsetAt(date.getTime(), zone));
