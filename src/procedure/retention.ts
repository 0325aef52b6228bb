import type { FieldContext, Option } from '../domain/fields.js';
import { addDays, addMonths, type LocalDate } from '../domain/local-date.js';
import type { Retention } from '../domain/retention.js';
import { limits } from './limits.js';

/**
 * T12 CALL_RETENTION, CCTV_RETENTION: on which day what deletes itself is gone. Worked out from the day it was made, never typed.
 * Here: what deletes itself, and who is asked to keep it when nobody is named.
 */
export const perishables = [
  { system: 'CCTV', keeper: 'FOOTAGE', what: 'footage' },
  { system: 'CALLS', keeper: 'CALLS', what: 'a recorded call' },
  { system: 'EMAIL', keeper: 'MAIL', what: 'a mailbox' },
] as const;
export const retentionRow = { rows: ['RTE-22', 'SRC-12'], clause: '2.7.1(e)' };
export const perishable = (system: unknown) => perishables.find((p) => p.system === system);

/** Kept for this many days when the council's own settings do not say. */
const fallback: Retention = { cameras: [], leaversMailDays: 30 };
const anyCamera = { code: 'ANY', title: 'Another camera, or not known', days: 28 };

/** The cameras to choose from; the last is for when nobody knows which it was. */
export const cameraChoices = ({ retention = fallback }: Pick<FieldContext, 'retention'>): Option[] => [
  ...retention.cameras.map((c) => ({ value: c.code, title: `${c.title} (${c.days} days)` })),
  { value: anyCamera.code, title: anyCamera.title },
];

/** How many days it is kept as the settings stand now; of an unknown camera the shortest of all, so that nothing is lost. None for a call. */
export function daysKept(system: string, camera: string | undefined, retention: Retention = fallback): number | undefined {
  if (system === 'EMAIL') return retention.leaversMailDays;
  if (system !== 'CCTV') return undefined;
  return retention.cameras.find((c) => c.code === camera)?.days ?? Math.min(anyCamera.days, ...retention.cameras.map((c) => c.days));
}

/** The day on which it deletes itself; none while nobody knows when it was made. */
export function deletesOn(hold: Readonly<Record<string, unknown>>): LocalDate | undefined {
  const { system, recordedOn, keepsDays } = hold;
  if (typeof recordedOn !== 'string') return undefined;
  if (system === 'CALLS') return addMonths(recordedOn, limits.callRetention.n);
  return typeof keepsDays === 'number' ? addDays(recordedOn, keepsDays) : undefined;
}
