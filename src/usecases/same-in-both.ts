import { decide } from '../domain/decide.js';
import { apply } from '../domain/replay.js';
import type { Procedure, Tell } from '../domain/step.js';
import type { Facts, SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { igTeam } from '../procedure/roles.js';
import { commitStep, headerOf, withClock, type StepDraft } from './commit-step.js';
import type { Desk } from './desk.js';
import { CHECK_BOTH } from './relay.js';
import { viewOf } from './view-of.js';

/** Promised by either write of a joining: somebody looks whether the two cases still say the same of each other. */
export const checkBoth = (other: string): Tell => ({ template: CHECK_BOTH, to: { role: igTeam.code }, args: { other } });

/** Steps of nobody's press. */
export const OWN_HAND = 'rightsdesk';
const OURSELVES = { id: OWN_HAND, name: '', grants: [], mri: '', tenant: '', chat: null, unreachable: false };

/**
 * Whether two cases say the same of each other (INT-16): the one closed as a duplicate names the other, and is named there. Each is one
 * write, so the process may have ended between the two. With `mend` the case that stays follows the other: it takes the duplicate in, or
 * lets it go. True when both agree now; a lost race is false, and is looked at again.
 */
export async function settleBoth(desk: Desk, id: string, other: string, mend: boolean): Promise<boolean> {
  const [one, two] = await Promise.all([desk.requests.byId(id), desk.requests.byRef(other)]);
  if (!one || !two) return true;
  for (const [stays, goes] of [[one, two] as const, [two, one] as const]) {
    const named = stays.state.items['linked']?.[goes.ref];
    const joined = goes.state.facts['mergedInto'] === stays.ref;
    if ((named?.['gone'] === false) === joined) continue;
    if (!mend || !(await follow(desk, stays, goes, joined ? 'take-in-a-duplicate' : 'let-a-duplicate-go'))) return false;
  }
  return true;
}

/** Taken by nobody in person, so whoever pressed need not hold the role any more, and the case may stand anywhere. */
async function follow(desk: Desk, stays: SubjectRequest, goes: SubjectRequest, step: string): Promise<boolean> {
  const everybody = procedure.roles.filter((role) => role.scope === 'anyone');
  const free: Procedure = { ...procedure, steps: procedure.steps.map((row) => ({ ...row, by: everybody, at: 'any', needs: [] })) };
  const raw = { other: goes.ref, ...knownOf(goes, stays.state.items['linked']?.[goes.ref]) };
  const decided = decide(free, viewOf(desk, stays.state, OURSELVES), { step, raw });
  if ('refused' in decided || 'faults' in decided) throw new Error(`${step} could not be made good`);
  const n = stays.version + 1;
  const draft: StepDraft = { ...decided, requestId: stays.id, n, person: OURSELVES, key: `${stays.id}:${n}:both` };
  const clocked = withClock(desk, headerOf(desk, draft, null), apply(stays.state, headerOf(desk, draft, null)));
  if ('fault' in clocked) throw new Error(`${step} could not be made good`);
  const after = await commitStep(desk, stays, draft, { header: clocked, state: apply(stays.state, clocked), hash: null });
  if (after) await desk.audit.record({ what: 'joining-made-good', by: OWN_HAND, requestId: stays.id, codes: { step, other: goes.ref } });
  return after !== null;
}

/** What was told of the duplicate when it was first taken in; of one that never was, only that it is another request. */
const knownOf = (goes: SubjectRequest, named: Facts | undefined): Record<string, string> => ({
  sameRequest: named?.['same'] === true ? 'SAME' : 'AGAIN',
  receivedOn: String(named?.['receivedOn'] ?? goes.state.timeline.received),
  receivedAt: String(named?.['receivedAt'] ?? '00:00'),
});
