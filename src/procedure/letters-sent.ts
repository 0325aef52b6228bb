import { holds } from '../domain/access.js';
import type { FieldContext, Option } from '../domain/fields.js';
import type { View } from '../domain/step.js';
import type { Facts, RequestState } from '../domain/subject-request.js';
import { letterOffers, type LetterOffer } from './letters.js';

/** The letters that make sense where the case stands, in the order of the procedure. */
export const lettersAt = (state: RequestState): LetterOffer[] =>
  letterOffers.filter((o) => o.at.some((s) => s.code === state.stage) && (o.when?.(state) ?? true));

/** May this person make this letter for the case? */
export const mayMake = (offer: LetterOffer, view: View): boolean => offer.by.some((r) => holds(r, view.person, view.request, view.today));

/** Those of them that this person may make. */
export const lettersFor = (view: View): LetterOffer[] =>
  view.request === null ? [] : lettersAt(view.request).filter((o) => mayMake(o, view));

/** Letters whose day of leaving a step of its own records, because a date or the course of the case follows from it. `day` is the answer that holds it. */
const ownStep: Readonly<Record<string, { step: string; day: string }>> = {
  acknowledgement: { step: 'record-acknowledgement', day: 'sentOn' },
  'request-form': { step: 'send-the-request-form', day: 'formSentOn' },
  'asking-for-what-is-missing': { step: 'ask-for-what-is-missing', day: 'sentOn' },
  'more-time': { step: 'extend-the-time', day: 'toldOn' },
  'fee-notice': { step: 'ask-for-the-fee', day: 'sentOn' },
  'refusal-unfounded-or-excessive': { step: 'refuse-the-request', day: 'toldOn' },
  'covering-letter': { step: 'record-as-sent', day: 'sentOn' },
  'nothing-held': { step: 'record-as-sent', day: 'sentOn' },
};
/** They go along with a letter and are never sent by themselves. */
const enclosed = ['list-of-documents', 'how-we-use-your-information', 'slip'];

/** The step that records a letter as sent; *Record a letter as sent* for all that have none of their own, none for what is only enclosed. */
export function sentBy(id: string): { step: string; day: string } | null {
  if (enclosed.includes(id)) return null;
  return ownStep[id] ?? { step: RECORD_A_LETTER, day: 'sentOn' };
}
export const RECORD_A_LETTER = 'record-a-letter-as-sent';

/** The letter that a step of the history sent, if it sent one. */
export function letterSentBy(step: string, answers: Facts): { id: string; title: string; day: string } | null {
  const id = step === RECORD_A_LETTER ? String(answers['letter']) : Object.keys(ownStep).find((letter) => ownStep[letter]?.step === step);
  if (id === undefined) return null;
  const { day } = ownStep[id] ?? { day: 'sentOn' };
  return {
    id,
    title: step === 'record-as-sent' ? 'The reply' : (letterOffers.find((o) => o.id === id)?.title ?? id),
    day: String(answers[day] ?? ''),
  };
}

/** Letters that *Record a letter as sent* may be asked about; whether one belongs to the case is checked when it is recorded. */
export const recordable = (_about?: FieldContext): readonly Option[] =>
  letterOffers.filter((o) => sentBy(o.id)?.step === RECORD_A_LETTER).map((o) => ({ value: o.id, title: o.title }));

/** How a letter may leave that holds no copies of records; those leave by the ways of §2.12. */
export const letterWays: readonly Option[] = [
  { value: 'EMAIL', title: 'E-mail' },
  { value: 'SECURE_MAIL', title: 'Secure e-mail, marked' },
  { value: 'POST', title: 'Post' },
  { value: 'SPECIAL_DELIVERY', title: 'Special Delivery, tracked' },
  { value: 'BY_HAND', title: 'Handed over' },
];
export const letterWay = (code: unknown): string => letterWays.find((w) => w.value === code)?.title ?? '';
