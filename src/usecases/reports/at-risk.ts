import { addDays, londonDay } from '../../domain/local-date.js';
import { spareDays, usualTimesOf, type Course, type UsualTimes } from '../../domain/reports/risk.js';
import { isWaiting, type ReportedCase } from '../../domain/reports/reported-case.js';
import { PUT_OFF, putOffId } from '../../domain/timers.js';
import { usualTimes } from '../../procedure/limits.js';
import { cameBy, soonDays } from '../../procedure/reports.js';
import type { Desk } from '../desk.js';
import type { KnownPerson, RegisterRow } from '../ports.js';
import { readCase } from './read-case.js';

/** Cases looked at for one digest; the nearest dates come first, so what is left out presses less. */
const LOOKED_AT = 60;

export interface AtRisk {
  id: string;
  one: ReportedCase;
  /** Days to spare if the rest takes as long as it usually does there. */
  spare: number;
  /** Days the rest usually takes; null while too few cases of the directorate have closed. */
  usual: number | null;
}

/**
 * Open cases of these directorates, and those this person works on, that are overdue, due soon, or will be late if the rest takes as long as
 * usual; the least time to spare first. A handful of queries, each along an index, however much is stored.
 */
export async function casesAtRisk(desk: Desk, person: KnownPerson, areas: readonly string[]): Promise<{ rows: AtRisk[]; more: boolean }> {
  const today = desk.clock.today();
  const own = await desk.register.workedBy(person.id, LOOKED_AT);
  const codes = [...new Set([...areas, ...own.flatMap(({ index }) => index.directorate ?? [])])];
  const usual = Object.fromEntries(await Promise.all(codes.map(async (code) => [code, await usualIn(desk, code)] as const)));
  const before = addDays(today, soonDays + 1 + longest(areas.map((code) => usual[code] ?? {})));
  const area =
    areas.length === 0 ? [] : (await desk.register.open({ directorates: areas, from: '', before }, { skip: 0, limit: LOOKED_AT })).rows;
  const rows = [...new Map([...own, ...area].map((row) => [row.id, row])).values()];
  const risks = rows
    .filter((row) => (!row.index.restricted || own.includes(row)) && !isPutOff(row, person.id, today))
    .flatMap((row) => riskOf(desk, row, usual));
  return {
    rows: risks.sort((a, b) => a.spare - b.spare || a.one.ref.localeCompare(b.one.ref)),
    more: own.length + area.length >= LOOKED_AT,
  };
}

/** Whoever put the reminder off is not reminded by the list beside it either. */
const isPutOff = ({ state }: RegisterRow, person: string, today: string): boolean =>
  String(state.items?.[PUT_OFF]?.[putOffId('respond', person)]?.['until'] ?? '') > today;

function riskOf(desk: Desk, row: RegisterRow, all: Record<string, UsualTimes>): AtRisk[] {
  const one = readCase(desk, row);
  const usual = all[row.index.directorate ?? '']?.[one.stage] ?? null;
  const spare = spareDays(one, usual === null ? {} : { [one.stage]: usual });
  if (spare === null || one.left === null || isWaiting(one)) return [];
  return one.left <= soonDays || spare < 0 ? [{ id: row.id, one, spare, usual }] : [];
}

/** What the newest answered cases of a directorate tell: one read of a few dozen rows along an index. */
async function usualIn(desk: Desk, directorate: string): Promise<UsualTimes> {
  const answered = await desk.register.lastAnswered(directorate, usualTimes.newest);
  return usualTimesOf(answered.flatMap(courseOf), usualTimes.least);
}

function courseOf({ index, state }: RegisterRow): Course[] {
  if (index.ended === null) return [];
  const stages = Object.entries(cameBy).flatMap(([stage, step]) => {
    const taken = state.took[step];
    return taken ? [[stage, londonDay(new Date(taken.on))] as const] : [];
  });
  return [{ stages: Object.fromEntries(stages), answered: index.ended }];
}

const longest = (all: UsualTimes[]): number => Math.max(0, ...all.flatMap((usual) => Object.values(usual)));
