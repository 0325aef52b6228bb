import { choice, optionalLongText, yesNo, type Fields } from '../domain/fields.js';
import { rights } from './rights.js';

/** INT-02: is this a subject request? A few plain questions and where the answer leads. In doubt it is reported. */
export const triageRule = {
  rows: ['INT-02'],
  clause: '2.2',
  title: 'Is this a subject request?',
  about: 'A few questions about what was asked. Nothing is recorded by answering them.',
  doubt: 'In doubt, report it. A request that was none can be taken back; one that was missed cannot.',
} as const;

/** INT-03: where anything in writing goes. */
export const mailboxRule = {
  rows: ['INT-03'],
  clause: '2.2',
  sentence: (mailbox: string) => `Anything in writing that asks for personal data goes on at once to ${mailbox}.`,
} as const;

export const triageAsks = {
  subject: choice('What is it about?', {
    preset: 'PERSON',
    options: [
      { value: 'PERSON', title: 'What we hold on somebody: themselves, or the person they ask for' },
      { value: 'COUNCIL', title: 'How the council works, spends or decides' },
      { value: 'DEAD', title: 'Somebody who has died' },
      { value: 'OTHER', title: 'Something else' },
    ],
  }),
  wants: choice('What do they want?', {
    preset: 'ACCESS',
    options: [
      ...rights.map((r) => ({ value: r.code, title: r.plain })),
      { value: 'SERVICE', title: 'A service: something done, or an answer about it' },
      { value: 'UNHAPPY', title: 'To say that they are unhappy with us' },
      { value: 'REVIEW', title: 'To have an answer to an earlier request looked at again' },
    ],
  }),
  everyday: yesNo('The service tells people this every day, without being asked for their file', { optional: true }),
  words: optionalLongText('What did they say?', { hint: 'Goes into the report, if you make one' }),
} satisfies Fields;

export interface TriageAnswers {
  subject: string;
  wants: string;
  everyday?: boolean | undefined;
}
export interface TriageOutcome {
  code: 'ACCESS' | 'ANOTHER_RIGHT' | 'FOI' | 'BAU' | 'COMPLAINT' | 'REVIEW' | 'DECEASED';
  title: string;
  clause: string;
  rows: readonly string[];
  /** Why it is that, from the answers. */
  reason: string;
  /** What to do next. */
  next: string;
  /** It is reported here; the others can be, all the same. */
  reported?: boolean;
  fits(answers: TriageAnswers): boolean;
}

/** The first that fits is the answer; the last fits always. */
export const triageOutcomes: readonly TriageOutcome[] = [
  {
    code: 'REVIEW',
    title: 'A wish for a review',
    clause: 'App. 4',
    rows: ['INT-02'],
    reason: 'They had an answer from us and want it looked at again.',
    next: 'Open the case by its reference, or report it here with that reference in their words: somebody who was not involved looks again.',
    fits: ({ wants }) => wants === 'REVIEW',
  },
  {
    code: 'COMPLAINT',
    title: 'A complaint',
    clause: '3.6',
    rows: ['INT-02'],
    reason: 'They are unhappy with us and do not ask for what we hold on them.',
    next: 'Pass it to the Corporate Complaints Unit. If they also want to see their data, report that part here.',
    fits: ({ wants }) => wants === 'UNHAPPY',
  },
  {
    code: 'FOI',
    title: 'A question under freedom of information',
    clause: '1.3',
    rows: ['INT-02'],
    reason: 'It is about the council and not about a person.',
    next: 'Pass it to the FOI Coordinator today. If any part of it is about the person who asks, report that part here.',
    fits: ({ subject }) => subject === 'COUNCIL',
  },
  {
    code: 'DECEASED',
    title: 'About somebody who has died',
    clause: '2.2',
    rows: ['INT-02'],
    reason: 'The law on personal data is about the living, so this goes another way, which Information Governance chooses.',
    next: 'Report it and say so in their words. Information Governance chooses the way it is answered.',
    reported: true,
    fits: ({ subject }) => subject === 'DEAD',
  },
  {
    code: 'BAU',
    title: 'Ordinary business',
    clause: 'App. 2',
    rows: ['RTE-82', 'INT-02'],
    reason: 'The service gives such facts every day, without the procedure for requests.',
    next: 'Answer it, or pass it to the service. If they ask for everything that is held, or for their file, report it here.',
    fits: ({ everyday, wants, subject }) => wants === 'SERVICE' || subject === 'OTHER' || (everyday === true && wants === 'ACCESS'),
  },
  {
    code: 'ACCESS',
    title: 'Yes: a request for access',
    clause: '2.4.1',
    rows: ['INT-02'],
    reason: 'Somebody asks for data about a living person, in whatever words.',
    next: 'Report it now. It counts from the moment they said it.',
    reported: true,
    fits: ({ wants }) => wants === 'ACCESS',
  },
  {
    code: 'ANOTHER_RIGHT',
    title: 'Yes: one of the other rights',
    clause: '2.4.1',
    rows: ['INT-02'],
    reason: 'They ask for something to be done with data about a living person.',
    next: 'Report it now. It counts from the moment they said it.',
    reported: true,
    fits: () => true,
  },
];

/** What the answers make of it. */
export const triage = (answers: TriageAnswers): TriageOutcome =>
  triageOutcomes.find((o) => o.fits(answers)) ?? (triageOutcomes.at(-1) as TriageOutcome);
