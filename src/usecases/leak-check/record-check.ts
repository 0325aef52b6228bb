import { decide } from '../../domain/decide.js';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.js';
import { apply } from '../../domain/replay.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { commitStep, headerOf, keepDetails, withClock, type StepDraft } from '../commit-step.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { viewOf } from '../view-of.js';

const STEP = 'record-the-leak-check';
const TRIES = 3;

/** Records what the check found, on the case as it stands at that moment. Null when it is recorded. */
export async function recordCheck(
  desk: Desk,
  person: KnownPerson,
  requestId: string,
  answers: Record<string, string>,
): Promise<Refusal | null> {
  for (let i = 0; i < TRIES; i += 1) {
    const request = await desk.requests.byId(requestId);
    if (!request) break;
    const tried = await recordOn(desk, person, request, answers);
    if (tried !== 'again') return tried;
  }
  return refuse('needs-something-first', 'The case is being changed just now. Send the document again in a moment.', { clause: '2.12.1' });
}

async function recordOn(
  desk: Desk,
  person: KnownPerson,
  request: SubjectRequest,
  raw: Record<string, string>,
): Promise<Refusal | null | 'again'> {
  const decided = decide(procedure, viewOf(desk, request.state, person), { step: STEP, raw });
  if (isRefusal(decided)) return decided;
  if ('faults' in decided)
    throw new Error(`the check gave answers that its step does not take: ${decided.faults.map((f) => f.field).join(', ')}`);
  const draft: StepDraft = { ...decided, requestId: request.id, n: request.version + 1, person, key: desk.ids.key() };
  const clocked = withClock(desk, headerOf(desk, draft, null), apply(request.state, headerOf(desk, draft, null)));
  if ('fault' in clocked) return refuse('needs-something-first', clocked.fault, { clause: '2.12.1' });
  const details = await keepDetails(desk, draft);
  const header = { ...headerOf(desk, draft, details?.id ?? null), ...(clocked.clock && { clock: clocked.clock }) };
  const after = await commitStep(desk, request, draft, { header, state: apply(request.state, header), hash: details?.hash ?? null });
  return after ? null : 'again';
}
