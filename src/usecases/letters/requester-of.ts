import { contextOf } from '../../domain/decide.js';
import { readAnswers } from '../../domain/read-answers.js';
import type { View } from '../../domain/step.js';
import type { RequestState } from '../../domain/subject-request.js';
import type { LetterFacts } from '../../letters/letter.js';
import { procedure } from '../../procedure/contents.js';
import { isMember, standingOf } from '../../procedure/requesters.js';
import type { Known } from '../show/known-facts.js';

/** Private answers that letters to members, and about the dead, are written from. */
export const requesterFields = ['memberPurposes', 'securitySteps', 'foiReference'] as const;
const END = 'answer-about-the-dead';

/** What a letter says that follows from who is asking; each only where the case has it. */
export function requesterPartsOf(state: RequestState, view: View, known: Known, typed?: Record<string, unknown>): Partial<LetterFacts> {
  return { ...memberOf(state, known), ...deadOf(state, view, known, typed) };
}

function memberOf({ facts }: RequestState, known: Known): Partial<LetterFacts> {
  if (!isMember(facts) || facts['memberTermsOn'] === undefined) return {};
  const security = known.detail('securitySteps');
  const leaves = facts['memberLeaves'] === true;
  return {
    member: {
      for: standingOf(facts) as 'WARD' | 'COUNCIL' | 'PARTY',
      purposes: known.detail('memberPurposes') ?? '',
      leaves,
      ...(security !== undefined && { security }),
    },
  };
}

type Dead = NonNullable<LetterFacts['dead']>;

/** The result is on the form while the letter is made, and on the case once it is closed. */
function deadOf({ facts }: RequestState, view: View, known: Known, typed?: Record<string, unknown>): Partial<LetterFacts> {
  if (facts['deadRoute'] === undefined) return {};
  const asks = procedure.steps.find((s) => s.id === END)?.asks ?? {};
  const result = (typed ? readAnswers(asks, typed, contextOf(view)).all['deadResult'] : facts['deadResult']) as Dead['result'];
  const foiReference = known.detail('foiReference');
  return {
    dead: {
      route: facts['deadRoute'] as Dead['route'],
      ...(foiReference !== undefined && { foiReference }),
      ...(result !== undefined && { result }),
    },
  };
}
