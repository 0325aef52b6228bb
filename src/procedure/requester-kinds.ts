/** What shows that somebody may ask: nothing more, a child's understanding, or one of the proofs that a step of its own checks. */
export type Standing = 'OWN' | 'CHILD' | 'PARENT' | 'AUTHORITY' | 'POWER' | 'WARD' | 'COUNCIL' | 'PARTY' | 'ESTATE';

/** Somebody who may ask (§1.2.2, §1.2.3, App. 1, App. 2): what shows that they may, and what to take care of. */
export interface Requester {
  code: string;
  title: string;
  clause: string;
  rows: readonly string[];
  standing: Standing;
  /** What the letter may ask them for, besides proof of who they are. */
  missing?: string;
  /** Whose data it is is somebody else's. */
  forAnother?: boolean;
  /** What to remember while the case is open. */
  caution?: string;
  /** It is said first on the card, as a warning, and not among the facts. */
  warns?: true;
}

const requester = (row: Requester): Requester => row;

export const requesters: readonly Requester[] = [
  requester({ code: 'SELF', title: 'The person themselves', clause: '1.2.2', rows: ['REP-01'], standing: 'OWN' }),
  requester({
    code: 'EMPLOYEE',
    title: 'An employee or former employee',
    clause: '2.4.3',
    rows: ['REP-31', 'VAL-08'],
    standing: 'OWN',
    caution:
      'Staff: asked from a work address, they need no more proof. Colleagues’ mail is searched too (§2.7.1). Ask the writer of an occupational health report before it is given (§3.5). A tenant or customer as well? Search both.',
  }),
  requester({
    code: 'CHILD',
    title: 'A child, for their own data',
    clause: '1.2.3',
    rows: ['REP-07', 'REP-08'],
    standing: 'CHILD',
    caution: 'A child who understands what they ask is answered themselves. Write so that they can follow it.',
  }),
  requester({
    code: 'PARENT',
    title: 'A parent or guardian, for a child’s data',
    clause: '1.2.3',
    rows: ['REP-09', 'REP-10', 'REP-11'],
    standing: 'PARENT',
    missing: 'parental',
    forAnother: true,
    warns: true,
    caution: 'The data is the child’s, not the parent’s. Take care where custody or abuse is at issue, or the child confided in somebody.',
  }),
  requester({
    code: 'AGENT',
    title: 'An agent, such as a solicitor',
    clause: '1.2.3',
    rows: ['REP-02', 'REP-03', 'REP-04'],
    standing: 'AUTHORITY',
    missing: 'authority',
    forAnother: true,
  }),
  requester({
    code: 'RELATIVE',
    title: 'A spouse, partner or relative',
    clause: '1.2.3',
    rows: ['REP-06'],
    standing: 'AUTHORITY',
    missing: 'authority',
    forAnother: true,
    warns: true,
    caution:
      'Take extra care: a husband, wife, partner or relative has no right to ask by being one. Wrong disclosure to them is a frequent complaint to the regulator.',
  }),
  requester({
    code: 'ATTORNEY',
    title: 'An attorney, by a power of attorney',
    clause: '1.2.3',
    rows: ['REP-13', 'REP-14'],
    standing: 'POWER',
    missing: 'attorney',
    forAnother: true,
  }),
  requester({
    code: 'COURT',
    title: 'Somebody appointed by the Court of Protection',
    clause: '1.2.3',
    rows: ['REP-13'],
    standing: 'POWER',
    missing: 'attorney',
    forAnother: true,
  }),
  requester({
    code: 'CARER',
    title: 'Somebody caring for a person who cannot decide',
    clause: '1.2.3',
    rows: ['REP-13', 'REP-14'],
    standing: 'POWER',
    missing: 'attorney',
    forAnother: true,
    warns: true,
    caution: 'Who cannot decide for themselves cannot authorise anybody. A power of attorney or a court order is needed.',
  }),
  requester({
    code: 'MEMBER_WARD',
    title: 'An elected member, for a constituent',
    clause: 'App. 1',
    rows: ['REP-15', 'REP-16'],
    standing: 'WARD',
    missing: 'authority',
    forAnother: true,
    caution: 'The member gets it only to help this person, and for nothing else.',
  }),
  requester({
    code: 'MEMBER_COUNCIL',
    title: 'An elected member, for their council duties',
    clause: 'App. 1',
    rows: ['REP-15', 'REP-19'],
    standing: 'COUNCIL',
    forAnother: true,
    caution: 'Only the facts that the duty needs, and no general access to a system.',
  }),
  requester({
    code: 'MEMBER_PARTY',
    title: 'An elected member, for a party',
    clause: 'App. 1',
    rows: ['REP-15', 'REP-21'],
    standing: 'PARTY',
    forAnother: true,
    warns: true,
    caution: 'Nothing is given for a political purpose without the consent of those it is about.',
  }),
  requester({
    code: 'ESTATE',
    title: 'Somebody asking about a person who has died',
    clause: 'App. 2',
    rows: ['REP-24', 'REP-25', 'REP-26'],
    standing: 'ESTATE',
    forAnother: true,
    warns: true,
    caution:
      'This is no subject request: the dead have no right of access. Confidence may be owed to the estate, so ask Information Governance first.',
  }),
];
