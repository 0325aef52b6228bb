import type { FieldContext, Option } from '../domain/fields.js';

/** T6: how a case ends. Those an officer may choose when completing an answered request. */
export const outcomes = [
  { code: 'GRANTED_FULL', title: 'All given', choosable: true },
  { code: 'GRANTED_PART', title: 'Given in part; the rest withheld or redacted', choosable: true },
  { code: 'REFUSED_EXEMPT', title: 'Nothing given: all of it is exempt', choosable: true },
  { code: 'NOT_HELD', title: 'Nothing held, confirmed', choosable: true },
  { code: 'VIEWED', title: 'Satisfied by an agreed viewing', choosable: true },
  { code: 'REFUSED_MUE', title: 'Refused: unfounded or excessive', choosable: false },
  { code: 'REFUSED_REPEAT', title: 'Refused: asked again too soon', choosable: false },
  { code: 'REFUSED_ENTITLEMENT', title: 'Refused: they may not ask for this', choosable: false },
  { code: 'NOT_A_SUBJECT_REQUEST', title: 'No subject request: about somebody who has died', choosable: false },
  { code: 'CLOSED_NO_REPLY', title: 'Closed: no reply came in 30 days', choosable: false },
  { code: 'CLOSED_FEE_UNPAID', title: 'Closed: the fee was not paid in 30 days', choosable: false },
  { code: 'TRANSFERRED', title: 'Passed on to the controller it belongs to', choosable: false },
  { code: 'HIST_HANDED', title: 'With another team, which has answered', choosable: false },
  { code: 'OTHER_REGIME', title: 'Another way to it, explained to the requester', choosable: false },
  { code: 'BAU', title: 'Answered as ordinary business', choosable: false },
  { code: 'WITHDRAWN', title: 'Withdrawn by the requester', choosable: false },
  { code: 'MERGED', title: 'The same as another case, which goes on', choosable: false },
  { code: 'REPORTED_IN_ERROR', title: 'Reported in error', choosable: false },
] as const;
export const outcomeChoices: readonly Option[] = outcomes.filter((o) => o.choosable).map((o) => ({ value: o.code, title: o.title }));
/** What may be chosen on closing: a request that was refused stays refused. */
export const outcomesFor = ({ facts }: Pick<FieldContext, 'facts'>): readonly Option[] => {
  const refused = outcomes.find((o) => !o.choosable && o.code === facts['result']);
  return refused ? [{ value: refused.code, title: refused.title }] : outcomeChoices;
};
export const outcomeTitle = (code: unknown): string => outcomes.find((o) => o.code === code)?.title ?? '';

/** T8: how a reply may leave, so that it is secure by its medium (§2.12, OP-35). */
export const deliveries: readonly Option[] = [
  { value: 'SECURE_MAIL', title: 'Secure e-mail, marked' },
  { value: 'SPECIAL_DELIVERY', title: 'Special Delivery, tracked' },
  { value: 'VIEWING', title: 'Supervised viewing, as agreed' },
  { value: 'COLLECT_IN_PERSON', title: 'Collected in person, identity shown' },
];
export const deliveryTitle = (code: unknown): string => deliveries.find((d) => d.value === code)?.title ?? '';

/** GEN-04, GEN-07: data of a special category leaves only in a way that protects it, and the choice says how. */
export const protectedDeliveries: readonly Option[] = [
  { value: 'SECURE_MAIL', title: 'Secure e-mail, encrypted; the password goes another way' },
  { value: 'SPECIAL_DELIVERY', title: 'Special Delivery, tracked and signed for by the person' },
  { value: 'VIEWING', title: 'Supervised viewing, as agreed' },
  { value: 'COLLECT_IN_PERSON', title: 'Collected in person, identity shown' },
];
export const protectedRule = {
  rows: ['GEN-04', 'GEN-07'],
  clause: '1.2',
  objection: (facts: FieldContext['facts'], protection: string | undefined) =>
    facts['special'] === true && !protection
      ? 'This case holds special category data. Say how it was protected: who has the password, or who signed.'
      : '',
} as const;
export const deliveriesFor = ({ facts }: Pick<FieldContext, 'facts'>): readonly Option[] =>
  facts['special'] === true ? protectedDeliveries : deliveries;
