import type { Decided } from '../domain/decide.js';
import { apply, replay } from '../domain/replay.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { commitNew, headerOf, keepDetails, withClock, type StepDraft } from './commit-step.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';

/** Writes the first step of a case, or answers why its dates cannot be true. Under a key that is used up it answers the case that has it. */
export async function openCase(
  desk: Desk,
  person: KnownPerson,
  key: string,
  decided: Decided,
): Promise<{ request: SubjectRequest; repeated: boolean } | { fault: string }> {
  const requestId = desk.ids.id();
  const draft: StepDraft = { ...decided, requestId, n: 1, person, key };
  const clocked = withClock(desk, headerOf(desk, draft, null), apply(replay([]), headerOf(desk, draft, null)));
  if ('fault' in clocked) return clocked;
  const details = await keepDetails(desk, draft);
  const header = { ...headerOf(desk, draft, details?.id ?? null), ...(clocked.clock && { clock: clocked.clock }) };
  const state = replay([header]);
  const ref = await nextReference(desk);
  return commitNew(desk, { ...draft, ref, intakeKey: key }, { header, state, hash: details?.hash ?? null });
}

/** What would stand in the way of `openCase`, without writing anything; null when nothing does. */
export function faultOfOpening(desk: Desk, person: KnownPerson, key: string, decided: Decided): string | null {
  const header = headerOf(desk, { ...decided, requestId: '', n: 1, person, key }, null);
  const clocked = withClock(desk, header, apply(replay([]), header));
  return 'fault' in clocked ? clocked.fault : null;
}

/** `DR-2026-0148`: the year it was reported and a number of that year; gaps allowed, never reused. */
async function nextReference(desk: Desk): Promise<string> {
  const year = desk.clock.today().slice(0, 4);
  const number = await desk.counters.next(`DR-${year}`);
  return `DR-${year}-${String(number).padStart(4, '0')}`;
}
