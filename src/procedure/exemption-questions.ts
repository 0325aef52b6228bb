import { choice, date, longText, optionalText, text, yesNo, type Option } from '../domain/fields.js';
import type { AnswerFault } from '../domain/read-answers.js';
import type { Fact } from '../domain/subject-request.js';

/** EXM-01, EXM-03, T4: what the file note says of an exemption beside what is kept back and why. Asked once it has been chosen, and of it alone. */
type Typed = Record<string, unknown>;
const under = (...codes: string[]) => ({ asked: (typed: Typed) => codes.includes(String(typed['exemption'])) });

export const harmTo: readonly Option[] = [
  { value: 'PERSON', title: 'The person asked about' },
  { value: 'OTHER', title: 'Somebody else' },
];
export const eduLimbs: readonly Option[] = [
  { value: 'HARM', title: 'Serious harm is likely' },
  { value: 'ABUSE', title: 'A parent or appointee asks, it is about child abuse, and giving it is not in the child’s interests' },
];
export const investigations: readonly Option[] = [
  { value: 'COUNCIL', title: 'The council’s' },
  { value: 'OTHER', title: 'The police’s or another body’s' },
  { value: 'JOINT', title: 'Both together: the police or prosecutor is asked too' },
];
/** §3.7: in C and D no word of the reply may show that there are such records. */
export const adoptionBranches: readonly Option[] = [
  { value: 'A', title: 'A: only adoption records were asked for' },
  { value: 'B', title: 'B: adoption records by name, among others' },
  { value: 'C', title: 'C: not by name, but the request is wide enough' },
  { value: 'D', title: 'D: not by name, and outside what was asked' },
];
export const referenceWays: readonly Option[] = [
  { value: 'GIVEN', title: 'Given by the council' },
  { value: 'RECEIVED', title: 'Received by the council' },
];
export const referencePurposes: readonly Option[] = [
  { value: 'WORK', title: 'Work' },
  { value: 'TRAINING', title: 'Education or training' },
  { value: 'OFFICE', title: 'An office' },
  { value: 'SERVICES', title: 'Providing services' },
  { value: 'OTHER', title: 'Something else' },
];
export const privileges: readonly Option[] = [
  { value: 'ADVICE', title: 'To get or give legal advice: that is its main purpose' },
  { value: 'LITIGATION', title: 'For litigation that is a real prospect, not merely feared' },
];
/** §3.5(iii): who answers for social-work data; on a closed case of children’s services the team of last contact. */
export const socialTeams: readonly Option[] = [
  { value: 'AUTHOR', title: 'The author of the record' },
  { value: 'SOCIAL_WORKER', title: 'The lead social worker' },
  { value: 'CHILD_PROTECTION', title: 'Closed, was on the register: Family Support and Child Protection' },
  { value: 'LEAVING_CARE', title: 'Closed, was in care: the Leaving Care Service' },
  { value: 'LAST_TEAM', title: 'Closed, otherwise: the team of last contact' },
];

const harmed = (typed: Typed): boolean =>
  ['EX-HEALTH', 'EX-SOCIAL', 'EX-OCC'].includes(String(typed['exemption'])) ||
  (typed['exemption'] === 'EX-EDU' && typed['eduLimb'] === 'HARM');

export const exemptionQuestions = {
  eduLimb: choice('On which limb?', { options: eduLimbs, ...under('EX-EDU') }),
  harmTo: choice('Who is likely to be seriously harmed?', { options: harmTo, asked: harmed }),
  socialTeam: choice('Who answers for it?', { options: socialTeams, ...under('EX-SOCIAL') }),
  investigation: choice('Whose investigation is it?', { options: investigations, ...under('EX-CRIME', 'EX-TAX') }),
  realChance: yesNo('In this case, is there a real and substantial chance of noticeable damage?', under('EX-CRIME', 'EX-TAX')),
  branch: choice('Which branch?', { options: adoptionBranches, ...under('EX-ADOPT') }),
  referenceWay: choice('Given or received?', { options: referenceWays, ...under('EX-REF') }),
  referenceFor: choice('A reference for what?', { options: referencePurposes, ...under('EX-REF') }),
  inConfidence: yesNo('Was it given in confidence?', under('EX-REF')),
  negotiation: text('Which negotiation, and what would giving it do?', under('EX-NEG')),
  lookAgainOn: date('Look again on', { hint: 'It ends with the negotiation', ...under('EX-NEG') }),
  privilege: choice('Which kind of privilege?', { options: privileges, ...under('EX-LPP') }),
  law: text('Which law?', under('EX-PUB', 'EX-STAT')),
  whereElse: text('Where can the requester find it, or ask for it?', under('EX-PUB', 'EX-STAT')),
  effort: longText('Cost, time and difficulty of a copy', { maxLength: 1000, ...under('EX-DISPROP') }),
  effect: longText('What it means for the person to have no copy', { maxLength: 1000, ...under('EX-DISPROP') }),
  viewing: yesNo('Is a viewing offered instead?', under('EX-DISPROP')),
  noViewing: optionalText('If no viewing: why not?', { maxLength: 400, ...under('EX-DISPROP') }),
};

/** Answers that are codes and days: they stand on the record, and a new decision starts without them. */
export const questionFacts = [
  ...['eduLimb', 'harmTo', 'socialTeam', 'investigation', 'branch', 'referenceWay', 'referenceFor', 'inConfidence', 'lookAgainOn'],
  ...['privilege', 'viewing'],
] as const;

interface Answered {
  exemption: string;
  cite: boolean;
  realChance?: boolean | undefined;
  lookAgainOn?: string | undefined;
  branch?: string | undefined;
  viewing?: boolean | undefined;
  noViewing?: string | undefined;
}

/** What the answers to an exemption's own questions rule out. */
export function checkQuestions(a: Answered, today: string): AnswerFault[] {
  const hidden = a.exemption === 'EX-ADOPT' && isHiddenBranch(a.branch);
  return [
    ...(a.realChance === false
      ? [{ field: 'realChance', sentence: 'Then it is not exempt. Give it, or look for another exemption.' }]
      : []),
    ...(a.lookAgainOn !== undefined && a.lookAgainOn < today ? [{ field: 'lookAgainOn', sentence: 'This date has passed.' }] : []),
    ...(hidden && a.cite ? [{ field: 'cite', sentence: 'In this branch the records are not mentioned at all. Answer no.' }] : []),
    ...(a.viewing === false && !a.noViewing
      ? [{ field: 'noViewing', sentence: 'Only the copy is out of proportion. Offer a viewing, or say why none can be had.' }]
      : []),
  ];
}
export const isHiddenBranch = (branch: unknown): boolean => branch === 'C' || branch === 'D';

/** The answers that stand on the record. */
export const factsFrom = (answers: Record<string, unknown>): Record<string, Fact> =>
  Object.fromEntries(questionFacts.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name] as Fact]])));

const TITLES: Record<string, readonly [string, readonly Option[]]> = {
  eduLimb: ['Limb', eduLimbs],
  harmTo: ['Harm to', harmTo],
  socialTeam: ['Asked', socialTeams],
  investigation: ['Investigation', investigations],
  branch: ['Branch', adoptionBranches],
  referenceWay: ['Reference', referenceWays],
  referenceFor: ['For', referencePurposes],
  privilege: ['Privilege', privileges],
};
/** The coded answers in words, for the page of a record and its file note. */
export const questionLines = (record: Readonly<Record<string, unknown>>): { title: string; value: string }[] =>
  Object.entries(TITLES).flatMap(([name, [title, options]]) => {
    const value = options.find((o) => o.value === record[name])?.title;
    return value === undefined ? [] : [{ title, value }];
  });
