import { isRefusal, refuse, type Refusal } from '../../domain/refusals.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { letterKind } from '../../letters/kinds.js';
import { writeLetter, type Letter } from '../../letters/letter.js';
import { saidIn } from '../../letters/said-in.js';
import { findMentions, guardedLetters, sayMention, unspokenOn, type Mention } from '../../procedure/do-not-mention.js';
import { letterOffers } from '../../procedure/letters.js';
import type { Desk } from '../desk.js';
import { letterFacts } from '../letters/facts-of.js';
import { readKnown } from '../show/known-facts.js';
import { hiddenPhrases, phraseFields } from './hidden-phrases.js';

/** What these letters say of what is hidden on the case; nothing is read when nothing is hidden. */
export async function mentionsIn(desk: Desk, { state }: SubjectRequest, letters: readonly Letter[]): Promise<Mention[]> {
  if (unspokenOn(state).length === 0) return [];
  const { detail } = await readKnown(desk, state, phraseFields(state));
  const guarded = letters.filter(({ id }) => guardedLetters.includes(id));
  return findMentions(guarded.flatMap(saidIn), unspokenOn(state, hiddenPhrases(state, detail)));
}

/** The letter, or why it may not be made: it would say what must not be said. The place is named, for whoever makes it may know. */
export async function guardLetter(desk: Desk, request: SubjectRequest, letter: Letter | Refusal): Promise<Letter | Refusal> {
  if (isRefusal(letter)) return letter;
  const mentions = (await mentionsIn(desk, request, [letter])).map(sayMention);
  if (mentions.length === 0) return letter;
  return refuse('needs-something-first', `It would say what must not be said. ${mentions.join(' ')}`, { clause: '3.12', also: mentions });
}

/** Faults of a step by which the reply goes on its way: each thing its letters say and must not (§3.7, §3.12). */
export async function replyFaults(desk: Desk, request: SubjectRequest, view: View): Promise<AnswerFault[]> {
  if (unspokenOn(request.state).length === 0) return [];
  const facts = await letterFacts(desk, request, view);
  const offers = letterOffers.filter((o) => guardedLetters.includes(o.id) && (o.when?.(request.state) ?? true));
  const letters = offers.flatMap(({ id }) => {
    const kind = letterKind(id);
    const letter = kind && writeLetter(kind, facts, desk.council);
    return letter && !isRefusal(letter) ? [letter] : [];
  });
  return (await mentionsIn(desk, request, letters)).map((mention) => ({ field: '', sentence: sayMention(mention) }));
}
