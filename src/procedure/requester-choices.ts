import type { Option } from '../domain/fields.js';

/** What is asked to see whether somebody may ask (§1.2.3, App. 1, App. 2), with the words on the forms. */
export const ageBands: readonly Option[] = [
  { value: 'UNDER_12', title: 'Under 12' },
  { value: 'FROM_12', title: '12 to 17' },
];
/** OP-14: an age only proposes; what was found out decides. */
export const presumedAble = (band: unknown): string | undefined =>
  band === 'FROM_12' ? 'ABLE' : band === 'UNDER_12' ? 'NOT_ABLE' : undefined;
export const ability: readonly Option[] = [
  { value: 'ABLE', title: 'Yes, they understand what is asked and what it leads to' },
  { value: 'NOT_ABLE', title: 'No, not yet' },
];
/** REP-08: on what footing a parent may be answered though the child is able. */
export const childBases: readonly Option[] = [
  { value: 'DIRECT', title: 'Neither: the child is answered directly' },
  { value: 'AUTHORISED', title: 'The child authorises the parent' },
  { value: 'BEST_INTERESTS', title: 'Answering the parent is clearly in the child’s best interests' },
];
export const childBasisTitle = (code: unknown): string => childBases.find((b) => b.value === code)?.title ?? '';
export const cautions: readonly Option[] = [
  { value: 'CUSTODY', title: 'The parents are apart, or custody is disputed' },
  { value: 'ABUSE', title: 'There is a sign of abuse' },
  { value: 'CONFIDED', title: 'The child confided in a practitioner' },
];
export const inTheirInterest: readonly Option[] = [
  { value: 'IN', title: 'Yes: the parent acts in the child’s best interests' },
  { value: 'NOT', title: 'No: it is not released to the parent' },
];

export const careSigns: readonly Option[] = [
  { value: 'NONE', title: 'No' },
  { value: 'CHILDREN', title: 'Yes, children’s services (CYPS)' },
  { value: 'ADULT', title: 'Yes, adult services (ACS)' },
];
export const capacityAnswers: readonly Option[] = [
  { value: 'HAS', title: 'They can authorise somebody' },
  { value: 'LACKS', title: 'They cannot' },
];

/** REP-04: what makes a letter of authority one. */
export const letterTicks: readonly Option[] = [
  { value: 'SIGNED', title: 'The person whose data it is signed it' },
  { value: 'DATED', title: 'It bears a date' },
  { value: 'NAMED', title: 'It agrees that this agent, by name, may act' },
];
export const bothIds: readonly Option[] = [
  { value: 'SUBJECT', title: 'Identity of the person whose data it is' },
  { value: 'AGENT', title: 'Identity of who acts for them' },
];

export const powers: readonly Option[] = [
  { value: 'POA_CERT', title: 'Power of attorney' },
  { value: 'COP_ORDER', title: 'Order of the Court of Protection' },
];
/** OP-28: as the policy has it; another only where Information Governance allows it. */
export const certifiers: readonly Option[] = [
  { value: 'SOLICITOR', title: 'A solicitor: original stamp and signature' },
  { value: 'DONOR', title: 'The person who gave the power' },
  { value: 'NOTARY', title: 'A notary public' },
  { value: 'REGISTER', title: 'Looked up at the Office of the Public Guardian' },
];
export const certifierTitle = (code: unknown): string => certifiers.find((c) => c.value === code)?.title ?? '';

/** REP-17: what makes it safe to give something sensitive to a member. */
export const sensitiveBases: readonly Option[] = [
  { value: 'NOT_SENSITIVE', title: 'Nothing in it is particularly sensitive' },
  { value: 'SIGNED', title: 'The person consented, in writing and signed' },
  { value: 'EXPECTED', title: 'They would expect it to be given to their member' },
];
/** REP-21, REP-22: nothing for a party, but for these. */
export const politicalExceptions: readonly Option[] = [
  { value: 'NONE', title: 'None of these' },
  { value: 'CONSENT', title: 'Those it is about consented' },
  { value: 'PUBLIC', title: 'The council must make it public, such as some licence holders' },
  { value: 'AGGREGATE', title: 'Numbers that identify nobody, such as tax bands' },
];

/** REP-26: who may have to do with the data of somebody who has died. */
export const estateCapacities: readonly Option[] = [
  { value: 'EXECUTOR', title: 'Executor, for the benefit of the estate' },
  { value: 'REPRESENTATIVE', title: 'Personal representative, for the benefit of the estate' },
  { value: 'DEPENDANT', title: 'Dependant with a claim that arises from the death' },
  { value: 'NONE', title: 'None of these' },
];
export const estateTitle = (code: unknown): string => estateCapacities.find((c) => c.value === code)?.title ?? '';
export const deadRoutes: readonly Option[] = [
  { value: 'BAU', title: 'Business as usual' },
  { value: 'DISCRETE', title: 'One disclosure, decided by itself' },
  { value: 'FOI', title: 'Freedom of information: it takes thought and no other rule covers it' },
];
export const deadRouteTitle = (code: unknown): string => deadRoutes.find((r) => r.value === code)?.title ?? '';
export const deadResults: readonly Option[] = [
  { value: 'GIVEN', title: 'It was given' },
  { value: 'PART', title: 'It was given in part' },
  { value: 'NOT_GIVEN', title: 'It was not given' },
  { value: 'PASSED', title: 'It is answered as a freedom of information request' },
];
