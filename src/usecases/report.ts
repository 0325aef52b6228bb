import { decide } from '../domain/decide.js';
import type { AnswerFault } from '../domain/read-answers.js';
import { isRefusal, refuse, type Refusal } from '../domain/refusals.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { askedByDoor } from '../procedure/doors.js';
import type { Desk } from './desk.js';
import { openCase } from './open-case.js';
import type { KnownPerson } from './ports.js';
import { viewOf } from './view-of.js';

export const REPORT = 'report-a-request';
export type Typed = Record<string, string>;

export type ReviewAnswer =
  { was: 'ready'; draft: string; typed: Typed } | { was: 'at-fault'; draft: string; typed: Typed; faults: AnswerFault[] };

/** Checks what was typed and keeps it, encrypted, for the review step; the key of the draft is also the intake key of the request to be. */
export async function reviewReport(
  desk: Desk,
  person: KnownPerson,
  draft: string,
  raw: Record<string, unknown>,
): Promise<ReviewAnswer | Refusal> {
  const typed = asTyped(raw);
  const decided = decide(procedure, viewOf(desk, null, person), { step: REPORT, raw: typed });
  if (isRefusal(decided)) return decided;
  if ('faults' in decided) return { was: 'at-fault', draft, typed, faults: [...newlyAsked(typed), ...decided.faults] };
  // What nobody has been asked yet is asked once; it may stay without an answer.
  if (newlyAsked(typed).length > 0) return { was: 'at-fault', draft, typed, faults: newlyAsked(typed) };
  const recorded = await desk.requests.byIntakeKey(draft);
  if (!recorded && (await desk.drafts.save(draft, person.id, typed))) return { was: 'ready', draft, typed };
  // A key used up: under it a second report would vanish into the first, so the words get a key of their own.
  const fresh = desk.ids.id();
  if (recorded?.state.facts['reporter'] === person.id)
    return { was: 'at-fault', draft: fresh, typed, faults: [{ field: '', sentence: recordedAlready(recorded.ref) }] };
  await desk.drafts.save(fresh, person.id, typed);
  return { was: 'ready', draft: fresh, typed };
}

const recordedAlready = (ref: string): string =>
  `The report on this card is recorded already as ${ref}. If this is another request, look it over again and record it.`;

/** Questions that only this door asks and that the form did not have yet, said as one. */
function newlyAsked(typed: Typed): AnswerFault[] {
  const asks = procedure.steps.find((s) => s.id === REPORT)?.asks ?? {};
  const fresh = Object.entries(asks).filter(([name, field]) => field.asked?.(typed) === true && typed[name] === undefined);
  return fresh.length === 0 ? [] : [{ field: '', sentence: askedByDoor(typed['channel'], fresh.length) }];
}

/** What the form asked for and nothing else, as it was typed. */
export function asTyped(raw: Record<string, unknown>): Typed {
  const asks = procedure.steps.find((s) => s.id === REPORT)?.asks ?? {};
  const typed = Object.keys(asks).filter((name) => ['string', 'number', 'boolean'].includes(typeof raw[name]));
  return Object.fromEntries(typed.map((name) => [name, String(raw[name])]));
}

type Recorded = { was: 'recorded'; request: SubjectRequest; repeated: boolean };
export type RecordAnswer = Recorded | { was: 'at-fault'; draft: string; typed: Typed; faults: AnswerFault[] };

/** What may be changed before it is recorded: the draft as it was typed; or the request it has become, or why there is nothing. */
export async function editReport(
  desk: Desk,
  person: KnownPerson,
  draft: string,
): Promise<{ typed: Typed } | { request: SubjectRequest } | Refusal> {
  const typed = await desk.drafts.read(draft, person.id);
  if (typed) return { typed };
  const recorded = await alreadyRecorded(desk, person, draft);
  return isRefusal(recorded) ? recorded : { request: recorded.request };
}

/** Records the reviewed report as a request. Pressed again, it answers the same reference (INT-06). */
export async function recordReport(desk: Desk, person: KnownPerson, draft: string): Promise<RecordAnswer | Refusal> {
  const typed = await desk.drafts.read(draft, person.id);
  if (!typed) return alreadyRecorded(desk, person, draft);
  const decided = decide(procedure, viewOf(desk, null, person), { step: REPORT, raw: typed });
  if (isRefusal(decided)) return decided;
  if ('faults' in decided) return { was: 'at-fault', draft, typed, faults: decided.faults };
  const recorded = await openCase(desk, person, draft, decided);
  if ('fault' in recorded) return { was: 'at-fault', draft, typed, faults: [{ field: 'heardOn', sentence: recorded.fault }] };
  await desk.drafts.remove(draft);
  return { was: 'recorded', ...recorded };
}

async function alreadyRecorded(desk: Desk, person: KnownPerson, draft: string): Promise<Recorded | Refusal> {
  const request = await desk.requests.byIntakeKey(draft);
  if (request && request.state.facts['reporter'] === person.id) return { was: 'recorded', request, repeated: true };
  return refuse('nothing-to-do', 'This report was cancelled, or is older than 24 hours and has been deleted. Type report to start again.', {
    clause: '2.2',
  });
}
