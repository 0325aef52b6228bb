import { choice, longText, optionalText } from '../../domain/fields.js';
import { step, type Effects, type View } from '../../domain/step.js';
import type { Fact, Facts } from '../../domain/subject-request.js';
import { gateOf } from '../evidence.js';
import { ageBands, careSigns } from '../requester-choices.js';
import { asksForAnother, factsOf, notAboutTheDead } from '../requester-needs.js';
import {
  capacityOpen,
  isNamed,
  mayAsk,
  presumedRequester,
  requesterChoices,
  requesterOf,
  standingFacts,
  standingOf,
} from '../requesters.js';
import { diao } from '../roles.js';
import { assessing, assigned, awaiting, searching, validating } from '../stages.js';
import { noFeeAsked, nothingProposed } from '../time-needs.js';

/** §1.2.2–1.2.4, App. 1, App. 2: who is asking; each has questions and proofs of their own, in the steps beside this one. */
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const kindOf = (requester: unknown) => requesterOf({ requester: String(requester) });
const isForSomebody = (requester: unknown): boolean => kindOf(requester).forAnother === true;
const isAboutAChild = (requester: unknown): boolean => ['CHILD', 'PARENT'].includes(kindOf(requester).standing);

export const whoIsAsking = step({
  clause: '1.2.3',
  rows: ['REP-01', 'REP-06', 'REP-07', 'REP-12', 'REP-15', 'REP-24', 'REP-31'],
  title: 'Say who is asking',
  about: 'What they have to show follows from this. It may be said anew when it turns out otherwise; the dates follow.',
  done: 'said who is asking',
  next: 'Say who is asking, and for whom. What they have to show follows from it.',
  nextAt: [validating, assigned, searching, assessing],
  nextIf: (view) => !isNamed(factsOf(view)) || isAtAnEnd(factsOf(view)),
  by: [diao],
  at: [validating, awaiting, assigned, searching, assessing],
  asks: {
    requester: choice('Who is asking?', {
      options: requesterChoices,
      preset: ({ facts }) => asText(facts['requester']) ?? presumedRequester(facts as Facts),
    }),
    relation: optionalText('What are they to the person whose data it is?', {
      hint: 'For example: wife, mother, solicitor',
      asked: ({ requester }) => isForSomebody(requester),
    }),
    ageBand: choice('How old is the child?', {
      options: ageBands,
      optional: true,
      asked: ({ requester }) => isAboutAChild(requester),
      preset: ({ facts }) => asText(facts['ageBand']),
    }),
    careSigns: choice('Signs that social services know the person whose data it is?', {
      options: careSigns,
      optional: true,
      asked: ({ requester }) => isForSomebody(requester),
      preset: ({ facts }) => asText(facts['careSigns']) ?? 'NONE',
    }),
  },
  check: (_view, { requester, relation, ageBand, careSigns: signs }) => [
    ...(requester === 'RELATIVE' && !relation ? [{ field: 'relation', sentence: 'Say what they are to each other.' }] : []),
    ...(isAboutAChild(requester) && !ageBand ? [{ field: 'ageBand', sentence: 'Say about how old the child is.' }] : []),
    ...(isForSomebody(requester) && !signs ? [{ field: 'careSigns', sentence: 'Say whether social services know the person.' }] : []),
  ],
  then: (view, { requester, relation, ageBand, careSigns: signs }) => {
    const before = factsOf(view);
    const anew = requester !== before['requester'];
    // Questions that do not belong to this requester were not asked, and have no answer.
    const mine = {
      requester,
      // What was said of somebody else before is not said of this one.
      related: relation !== undefined || null,
      ageBand: ageBand ?? null,
      careSigns: signs ?? 'NONE',
    };
    return { ...letGo(view, requester), set: { ...mine, ...(anew && startAnew(before)), ...stillAwaited(view, requester) } };
  },
});

/** A child who does not understand, or somebody who can authorise nobody: somebody else has to ask. */
const isAtAnEnd = (facts: Facts): boolean =>
  (standingOf(facts) === 'CHILD' && facts['able'] === 'NOT_ABLE') ||
  (standingOf(facts) === 'AUTHORITY' && facts['capacity'] === 'LACKS' && !mayAsk(facts) && !capacityOpen(facts));

/** What was checked of somebody else shows nothing of this one; a request that no officer has yet is confirmed as valid anew. */
function startAnew(before: Facts): Record<string, Fact | null> {
  const names = [...Object.keys(standingFacts), ...(before['caseOfficer'] === undefined ? ['validOn'] : [])];
  return Object.fromEntries(names.filter((name) => before[name] !== undefined).map((name) => [name, null]));
}

const awaitedOf = (facts: Facts): string[] => (facts['awaiting'] as string[] | undefined) ?? [];
/** What the letter asked for that this requester need not show. */
const needless = (view: View, requester: string): string | undefined => {
  const before = requesterOf(factsOf(view)).missing;
  return before === requesterOf({ requester }).missing ? undefined : before;
};
const leftOver = (view: View, requester: string): string[] => awaitedOf(factsOf(view)).filter((item) => item !== needless(view, requester));

function stillAwaited(view: View, requester: string): Record<string, Fact | null> {
  const [before, left] = [awaitedOf(factsOf(view)), leftOver(view, requester)];
  return left.length === before.length ? {} : { awaiting: left, ...(left.length === 0 && { resumeAt: null }) };
}

/** The clock does not wait for what this requester need not show: it starts as if that had not been asked for. */
function letGo(view: View, requester: string): Pick<Effects, 'lifts' | 'stage'> {
  const gate = gateOf(needless(view, requester));
  const asked = view.request?.timeline.events.some((event) => event.type === gate?.asks) ?? false;
  const ends = awaitedOf(factsOf(view)).length > 0 && leftOver(view, requester).length === 0;
  return {
    ...(gate && asked && { lifts: [gate.asks, gate.brings, ...(ends ? (['info_letter_sent'] as const) : [])] }),
    ...(ends && view.request?.stage === awaiting.code && { stage: asText(factsOf(view)['resumeAt']) ?? validating.code }),
  };
}

/** §1.2.3: nothing shows that they may ask, or what they ask for is not given to such as they. */
export const refuseWhoAsks = step({
  clause: '1.2.3',
  rows: ['REP-21', 'CLK-08'],
  title: 'Refuse: they may not ask for this',
  about:
    'For somebody who cannot show that they may ask, or who asks for a political purpose. The letter gives your words, the review, the regulator and the court.',
  done: 'decided that they may not ask for this',
  by: [diao],
  at: [validating, assigned, searching, assessing],
  needs: [asksForAnother, notAboutTheDead, nothingProposed, noFeeAsked],
  asks: {
    whyTold: longText('Why? The requester reads these words', {
      maxLength: 2000,
      hint: 'Name nobody else, and say nothing about what is held',
    }),
  },
  then: (view) => ({
    set: { weighedOn: view.today, refusing: 'ENTITLEMENT', proposal: 'REFUSE_APPROVED', proposalBy: view.person.id },
  }),
});
