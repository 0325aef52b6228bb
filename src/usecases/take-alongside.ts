import { sightOf } from '../domain/access.js';
import { decide } from '../domain/decide.js';
import { isRefusal } from '../domain/refusals.js';
import { apply } from '../domain/replay.js';
import type { Effects } from '../domain/step.js';
import type { RequestState, SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { commitStep, headerOf, keepDetails, withClock, type StepDraft } from './commit-step.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { checkBoth } from './same-in-both.js';
import { viewOf } from './view-of.js';

/** A lost race on the other case is tried again; more often than this somebody is racing for a living. */
const TRIES = 3;
const NOT_OPEN = 'There is no other case with that reference that is open to you.';

/**
 * The step on another case that goes with this one, by the same person, taken before this one: if the second write is lost, the press
 * again finds it taken and goes on. Null when it stands; else a sentence that says why it cannot be.
 */
export async function takeAlongside(
  desk: Desk,
  press: { person: KnownPerson; key: string },
  from: Pick<SubjectRequest, 'id' | 'ref'>,
  also: NonNullable<Effects['also']>,
): Promise<string | null> {
  for (let i = 0; i < TRIES; i += 1) {
    const other = await desk.requests.byRef(also.ref);
    if (!other || other.id === from.id || sightOf(procedure, press.person, other.state, desk.clock.today()) !== 'whole')
      return notOpen(desk, press, also.step, other);
    const tried = await takeOn(desk, press, other, { ...also, answers: { ...also.answers, other: from.ref } });
    if (tried) return tried.no;
  }
  return `${also.ref} is being changed just now. Press again in a moment.`;
}

/** Trying references to see what comes back is logged like any other refusal (SEC-12). */
async function notOpen(desk: Desk, press: { person: KnownPerson }, step: string, other: SubjectRequest | null): Promise<string> {
  const about = other ? { requestId: other.id } : {};
  await desk.audit.record({ what: 'refused', by: press.person.id, ...about, codes: { step, code: 'not-visible' } });
  return NOT_OPEN;
}

/** Null when somebody else wrote first. */
async function takeOn(
  desk: Desk,
  press: { person: KnownPerson; key: string },
  other: SubjectRequest,
  also: NonNullable<Effects['also']>,
): Promise<{ no: string | null } | null> {
  const decided = decide(procedure, viewOf(desk, other.state, press.person), { step: also.step, raw: also.answers });
  if (isRefusal(decided)) return { no: `${also.ref}: ${decided.sentence}` };
  if ('faults' in decided) return { no: decided.faults[0]?.sentence ?? NOT_OPEN };
  const effects = { ...decided.effects, tell: [...(decided.effects.tell ?? []), checkBoth(also.answers['other'] ?? '')] };
  const draft: StepDraft = { ...decided, effects, requestId: other.id, n: other.version + 1, person: press.person, key: `${press.key}+` };
  const trial = apply(other.state, headerOf(desk, draft, null));
  if (isSame(other.state, trial)) return { no: null };
  const clocked = withClock(desk, headerOf(desk, draft, null), trial);
  if ('fault' in clocked) return { no: `${also.ref}: ${clocked.fault}` };
  const details = await keepDetails(desk, draft);
  const header = { ...headerOf(desk, draft, details?.id ?? null), ...(clocked.clock && { clock: clocked.clock }) };
  const after = await commitStep(desk, other, draft, { header, state: apply(other.state, header), hash: details?.hash ?? null });
  return after && { no: null };
}

/** Nothing would change: the first half of an earlier press did it already. */
function isSame(before: RequestState, after: RequestState): boolean {
  const what = ({ stage, facts, items, timeline }: RequestState) => JSON.stringify([stage, facts, items, timeline]);
  return what(before) === what(after);
}
