import type { FieldContext, Option } from '../domain/fields.js';
import type { Facts } from '../domain/subject-request.js';
import { requesters, type Requester, type Standing } from './requester-kinds.js';

export type { Standing } from './requester-kinds.js';

/** Who is asking on a case, whether it is settled that they may, and what follows from it for the letter and the reply. */
export const requesterChoices: readonly Option[] = requesters.map((r) => ({ value: r.code, title: r.title }));
const of = (code: unknown): Requester | undefined => requesters.find((r) => r.code === code);

/** INT-19, §1.2.1: asked of whoever takes the call, in words of every day. The DIAO says more when it is looked at. */
export const onWhoseBehalf: readonly (Option & { asks: string })[] = [
  { value: 'SELF', title: 'Their own data', asks: 'SELF' },
  { value: 'CHILD', title: 'Their child’s data', asks: 'PARENT' },
  { value: 'OTHER', title: 'Somebody else’s data', asks: 'AGENT' },
  { value: 'DEAD', title: 'Data about somebody who has died', asks: 'ESTATE' },
];
export const isForAnother = (behalf: unknown): boolean => behalf !== undefined && behalf !== 'SELF';

/** Doors that say who comes through them, where the report says no more. */
function doorSays({ channel, memberRole }: Facts): string | undefined {
  if (channel === 'MEMBER') return { COUNCIL: 'MEMBER_COUNCIL', POLITICAL: 'MEMBER_PARTY' }[String(memberRole)] ?? 'MEMBER_WARD';
  return { WORK_MAIL: 'EMPLOYEE', AGENT: 'AGENT' }[String(channel)];
}

/** Who is taken to be asking until somebody says so. */
export function presumedRequester(facts: Facts): string {
  const told = onWhoseBehalf.find((b) => b.value === facts['behalf'])?.asks ?? 'SELF';
  const door = doorSays(facts);
  // A colleague who asks for a child or a friend asks as anybody would.
  const fits = told === 'SELF' || (told === 'AGENT' && door !== 'EMPLOYEE');
  return fits ? (door ?? told) : told;
}

/** Who is asking, as it stands: what the DIAO said, else what the report lets one presume. */
export const requesterOf = (facts: Facts): Requester => of(facts['requester'] ?? presumedRequester(facts)) ?? (requesters[0] as Requester);
export const requesterTitle = (facts: Facts): string => requesterOf(facts).title;
export const standingOf = (facts: Facts): Standing => requesterOf(facts).standing;
export const isMember = (facts: Facts): boolean => ['WARD', 'COUNCIL', 'PARTY'].includes(standingOf(facts));

/** The facts by which each is settled; a change of who asks starts them anew. */
export const standingFacts = {
  ...{ able: null, childBasis: null, childOn: null, parentalOn: null, bestInterests: null, bestInterestsOn: null, careful: null },
  ...{
    authorityOn: null,
    authorityTicks: null,
    bothIds: null,
    capacity: null,
    capacityOn: null,
    powerOn: null,
    power: null,
    certifiedBy: null,
  },
  ...{ certifierAllowed: null, wardOn: null, sensitiveBasis: null, dutyOn: null, partyOn: null, politicalException: null },
  ...{ memberTermsOn: null, deadReferredOn: null, deadRoute: null, deadOn: null, addressee: null, addresseeOn: null },
} as const;

const settledBy: Readonly<Record<Standing, (facts: Facts) => boolean>> = {
  OWN: () => true,
  CHILD: (f) => f['able'] === 'ABLE',
  PARENT: (f) => (f['able'] === 'ABLE' ? f['childBasis'] !== undefined : f['able'] === 'NOT_ABLE' && f['parentalOn'] !== undefined),
  AUTHORITY: (f) => f['authorityOn'] !== undefined,
  POWER: (f) => f['powerOn'] !== undefined,
  WARD: (f) => f['wardOn'] !== undefined,
  COUNCIL: (f) => f['dutyOn'] !== undefined,
  PARTY: (f) => f['partyOn'] !== undefined,
  // Never as a subject request; the steps about the dead lead it to its own end.
  ESTATE: () => false,
};
/** It is known who asks, and that they may. */
export const mayAsk = (facts: Facts): boolean => isNamed(facts) && !capacityOpen(facts) && settledBy[standingOf(facts)](facts);
/** Somebody who asks for others is named by the DIAO; the rest may be presumed. */
export const isNamed = (facts: Facts): boolean => facts['requester'] !== undefined || standingOf(facts) === 'OWN';
/** §1.2.3(5): a department that knows the person is asked whether they can authorise somebody. */
export const capacityOpen = (facts: Facts): boolean => isCared(facts['careSigns']) && facts['capacity'] === undefined;
const isCared = (signs: unknown): boolean => signs === 'CHILDREN' || signs === 'ADULT';

/** Items of the letter that this requester can be asked for (§2.6.1(a) to (d)). */
export const gatingItems = ({ facts }: Pick<FieldContext, 'facts'>): readonly string[] => {
  const { missing } = requesterOf(facts as Facts);
  return missing === undefined ? [] : [missing];
};

/** To whom the reply may go, where that is not simply whoever asked (REP-08). */
export function addresseeOf(facts: Facts): 'CHILD' | 'PARENT' | null {
  if (standingOf(facts) === 'CHILD') return 'CHILD';
  if (standingOf(facts) !== 'PARENT') return null;
  return facts['able'] === 'ABLE' && facts['childBasis'] === 'DIRECT' ? 'CHILD' : 'PARENT';
}
