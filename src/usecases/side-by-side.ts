import { formatDay } from '../domain/local-date.js';
import type { Button } from '../domain/shown.js';
import type { Step } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { outcomeTitle } from '../procedure/closing.js';
import type { Desk } from './desk.js';
import { earlierAlike } from './possible-repeats.js';
import type { KnownPerson } from './ports.js';
import { readKnown } from './show/known-facts.js';

/** As long as the fields that they open with. */
const MOST_WORDS = 600;

/** Whether a form sets an earlier request beside this one. */
export const setsSideBySide = (step: Step): boolean => step.asks?.['earlierScope'] !== undefined;

/**
 * VAL-15, VAL-16: what the newest earlier request of the same person asked for, when, and what came of it, beside what this one asks for. Only
 * of cases whose whole this person may see; looking is logged. Nothing is decided by it: a person says whether it is the same.
 */
export async function sideBySide(
  desk: Desk,
  person: KnownPerson,
  request: SubjectRequest,
): Promise<{ recalled: Record<string, string>; actions: Button[] }> {
  const [own, earlier] = await Promise.all([scopeOf(desk, request), earlierAlike(desk, person, request)]);
  const before = earlier.find((r) => r.ref < request.ref);
  if (!before) return { recalled: { laterScope: own }, actions: [] };
  const [scope] = await Promise.all([scopeOf(desk, before), desk.audit.record({ what: 'viewed', by: person.id, requestId: before.id })]);
  return {
    recalled: { earlier: sayEarlier(before), earlierScope: scope, laterScope: own },
    actions: [{ title: `Open ${before.ref}`, verb: 'open', data: { r: before.id }, leaves: true }],
  };
}

async function scopeOf(desk: Desk, { state }: Pick<SubjectRequest, 'state'>): Promise<string> {
  const known = await readKnown(desk, state, ['words', 'places']);
  return [known.detail('words'), known.detail('places')].filter(Boolean).join('\n').slice(0, MOST_WORDS);
}

/** `DR-2026-0148, received Thu 1 Oct 2026, answered Mon 2 Nov 2026: All given`. */
function sayEarlier({ ref, state }: Pick<SubjectRequest, 'ref' | 'state'>): string {
  const { sentOn, outcome } = state.facts;
  const end = typeof sentOn === 'string' ? `answered ${formatDay(sentOn)}` : 'not answered';
  return [`${ref}, received ${formatDay(state.timeline.received)}, ${end}`, outcomeTitle(outcome)].filter(Boolean).join(': ');
}
