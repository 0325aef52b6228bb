import { holds } from '../../domain/access.js';
import type { View } from '../../domain/step.js';
import type { RequestState } from '../../domain/subject-request.js';
import { letterOffers, type LetterOffer } from '../../procedure/letters.js';

/** May this person make this letter for the case? */
export const mayMake = (offer: LetterOffer, view: View): boolean => offer.by.some((r) => holds(r, view.person, view.request, view.today));

/** The letters that make sense where the case stands, in the order of the procedure. */
export const lettersAt = (state: RequestState): LetterOffer[] =>
  letterOffers.filter((o) => o.at.some((s) => s.code === state.stage) && (o.when?.(state) ?? true));

/** Those of them that this person may make. */
export const lettersFor = (view: View): LetterOffer[] =>
  view.request === null ? [] : lettersAt(view.request).filter((o) => mayMake(o, view));

/** A link stands for a letter, or for one made from answers that are kept in a draft and not recorded yet. */
export const letterCode = (id: string, draft?: string): string => (draft === undefined ? id : `${id}:${draft}`);
export function readLetterCode(code: string): { id: string; draft?: string } {
  const [id = '', draft] = code.split(':');
  return { id, ...(draft && { draft }) };
}
