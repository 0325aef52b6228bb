import type { Need, View } from '../domain/step.js';
import type { Facts } from '../domain/subject-request.js';
import { addresseeOf, capacityOpen, isMember, isNamed, mayAsk, requesterOf, standingOf, type Standing } from './requesters.js';

/** What must hold about who is asking, each once, with the sentence that says whom to move. */
const need = (row: Need): Need => row;
export const factsOf = (view: View): Facts => view.request?.facts ?? {};

/** §1.2.3: nothing goes on in somebody else's name before it is known that they may ask. */
export const knownToBeEntitled = need({
  code: 'known-to-be-entitled',
  clause: '1.2.3',
  sentence: 'It is not settled that this person may ask for somebody else’s data. The DIAO says who is asking and checks what shows it.',
  holds: (v) => mayAsk(factsOf(v)),
});
const asksAs = (code: string, sentence: string, ...standings: Standing[]): Need =>
  need({ code, clause: '1.2.3', sentence, holds: (v) => isNamed(factsOf(v)) && standings.includes(standingOf(factsOf(v))) });
export const asksByAuthority = asksAs(
  'asks-by-authority',
  'Nobody asks by a letter of authority here. Say who is asking first.',
  'AUTHORITY',
);
export const asksByPower = asksAs(
  'asks-by-power',
  'Nobody asks by a power of attorney or court order here. Say who is asking first.',
  'POWER',
);
export const asksAboutAChild = asksAs(
  'asks-about-a-child',
  'This is not about a child’s data. Say who is asking first.',
  'CHILD',
  'PARENT',
);
export const asksAsParent = asksAs('asks-as-parent', 'No parent or guardian is asking here. Say who is asking first.', 'PARENT');
export const asksAsWardMember = asksAs('asks-as-ward-member', 'No member asks for a constituent here. Say who is asking first.', 'WARD');
export const asksAsCouncilMember = asksAs(
  'asks-as-council-member',
  'No member asks for council duties here. Say who is asking first.',
  'COUNCIL',
);
export const asksForAParty = asksAs('asks-for-a-party', 'No member asks for a party here. Say who is asking first.', 'PARTY');
export const asksAboutTheDead = asksAs(
  'asks-about-the-dead',
  'Nobody asks about somebody who has died here. Say who is asking first.',
  'ESTATE',
);
export const asksForAnother = need({
  code: 'asks-for-another',
  clause: '1.2.3',
  sentence: 'They ask for their own data, so no authority is at issue.',
  holds: (v) => requesterOf(factsOf(v)).forAnother === true,
});
export const notYetEntitled = need({
  code: 'not-yet-entitled',
  clause: '1.2.3',
  sentence: 'This is settled already. Correct the earlier step, or say anew who is asking.',
  holds: (v) => !mayAsk(factsOf(v)),
});

export const capacityAsked = need({
  code: 'capacity-asked',
  clause: '1.2.3',
  sentence: 'No department has to be asked whether they can authorise somebody, or it has answered.',
  holds: (v) => capacityOpen(factsOf(v)),
});
export const capacityKnown = need({
  code: 'capacity-known',
  clause: '1.2.3',
  sentence: 'There are signs of contact with social services. Ask them first whether the person can authorise somebody.',
  holds: (v) => !capacityOpen(factsOf(v)),
});
export const notYetAssessed = need({
  code: 'child-not-yet-assessed',
  clause: '1.2.3',
  sentence: 'Whether the child understands is recorded. Correct the earlier step if it is wrong.',
  holds: (v) => factsOf(v)['able'] === undefined,
});
export const childNotAble = need({
  code: 'child-not-able',
  clause: '1.2.3',
  sentence: 'First say whether the child understands the request; only where they do not is proof of parental responsibility needed.',
  holds: (v) => factsOf(v)['able'] === 'NOT_ABLE' && factsOf(v)['parentalOn'] === undefined,
});

/** REP-10, G-PR: before anything is released to a parent. */
export const inBestInterests = need({
  code: 'in-best-interests',
  clause: '1.2.3',
  sentence: 'It is not recorded that the parent acts in the child’s best interests. Weigh that first; if not, nothing goes to the parent.',
  holds: (v) => addresseeOf(factsOf(v)) !== 'PARENT' || standingOf(factsOf(v)) !== 'PARENT' || factsOf(v)['bestInterests'] === 'IN',
});
/** REP-08: who gets the reply is locked before an address is typed. */
export const recipientLocked = need({
  code: 'recipient-locked',
  clause: '1.2.3',
  sentence: 'It is not confirmed whether the child or the parent gets the reply. The case officer does that first.',
  holds: (v) => addresseeOf(factsOf(v)) === null || factsOf(v)['addressee'] !== undefined,
});
export const recipientNotLocked = need({
  code: 'recipient-not-locked',
  clause: '1.2.3',
  sentence: 'Nobody has to choose who gets this reply, or it is confirmed already.',
  holds: (v) => addresseeOf(factsOf(v)) !== null && factsOf(v)['addressee'] === undefined,
});

/** REP-18, REP-20: the member is told the purposes and the limits, with the data. */
export const memberTermsStated = need({
  code: 'member-terms-stated',
  clause: 'App. 1',
  sentence: 'The purposes and limits for the elected member are not written down. The case officer does that first.',
  holds: (v) => !isMember(factsOf(v)) || factsOf(v)['memberTermsOn'] !== undefined,
});
export const memberTermsOpen = need({
  code: 'member-terms-open',
  clause: 'App. 1',
  sentence: 'No elected member asks here, or the terms are written down already.',
  holds: (v) => isMember(factsOf(v)) && factsOf(v)['memberTermsOn'] === undefined,
});

/** REP-24: the dead have no right of access, so theirs is never validated as a subject request. */
export const notAboutTheDead = need({
  code: 'not-about-the-dead',
  clause: 'App. 2',
  sentence: 'This is about somebody who has died, so it is no subject request. Information Governance says how it is dealt with.',
  holds: (v) => standingOf(factsOf(v)) !== 'ESTATE',
});
export const notYetReferred = need({
  code: 'not-yet-referred',
  clause: 'App. 2',
  sentence: 'Information Governance has been asked already.',
  holds: (v) => factsOf(v)['deadReferredOn'] === undefined,
});
/** REP-25: advice before anything is disclosed. */
export const referredToIg = need({
  code: 'referred-to-ig',
  clause: 'App. 2',
  sentence: 'Information Governance has not been asked yet. The DIAO does that first.',
  holds: (v) => factsOf(v)['deadReferredOn'] !== undefined,
});
export const deadUndecided = need({
  code: 'dead-undecided',
  clause: 'App. 2',
  sentence: 'Information Governance has decided how it is dealt with. Correct the earlier step if it is wrong.',
  holds: (v) => factsOf(v)['deadRoute'] === undefined,
});
export const deadDecided = need({
  code: 'dead-decided',
  clause: 'App. 2',
  sentence: 'Information Governance has not decided yet how it is dealt with.',
  holds: (v) => factsOf(v)['deadRoute'] !== undefined,
});
