import { formatDay } from '../../domain/local-date.js';
import { isRefusal } from '../../domain/refusals.js';
import { letterKind } from '../../letters/kinds.js';
import { writeLetter, type Letter } from '../../letters/letter.js';
import { letterOffers } from '../../procedure/letters.js';
import { letterSentBy } from '../../procedure/letters-sent.js';
import { statementKinds } from '../../procedure/statements.js';
import type { Desk } from '../desk.js';
import { letterFacts } from '../letters/facts-of.js';
import type { Gathered } from './gather.js';

/** What goes out together when a reply is sent. */
const REPLY = [
  'covering-letter',
  'list-of-documents',
  'how-we-use-your-information',
  'nothing-held',
  ...statementKinds.map((k) => k.letter),
];
const REPLIED = 'record-as-sent';

export interface PackedLetters {
  letters: readonly Letter[];
  /** Those that were sent and cannot be written again from the record, and why. */
  lacking: readonly string[];
}

/** The letters that left, in their order, written again from the record with the day on which each left. */
export async function packLetters(desk: Desk, all: Gathered): Promise<PackedLetters> {
  const facts = await letterFacts(desk, all.request, all.view);
  const written = sentIn(all).map(({ id, day }) => {
    const kind = letterKind(id);
    if (!kind) return `${id}: there are no words for it`;
    const letter = writeLetter(kind, { ...facts, ...(day && { on: day }) }, desk.council);
    return isRefusal(letter) ? `${kind.title}, sent ${day ? formatDay(day) : ''}: ${(letter.also ?? []).join('; ')}` : letter;
  });
  return {
    letters: written.filter((one): one is Letter => typeof one !== 'string'),
    lacking: written.filter((one) => typeof one === 'string'),
  };
}

/** Which letters the history says were sent, each once, with its last day. */
function sentIn({ history, request }: Gathered): { id: string; day: string }[] {
  const found = new Map<string, string>();
  for (const { step } of history) {
    if (step.corrects !== undefined) continue;
    const { answers } = history.findLast((h) => h.step.corrects === step.n)?.step ?? step;
    const sent = letterSentBy(step.id, answers);
    if (!sent) continue;
    const ids = step.id === REPLIED ? REPLY.filter((id) => belongs(id, request.state)) : [sent.id];
    for (const id of ids) found.set(id, sent.day);
  }
  return [...found].map(([id, day]) => ({ id, day }));
}

const belongs = (id: string, state: Gathered['request']['state']): boolean => {
  const offer = letterOffers.find((o) => o.id === id);
  return offer !== undefined && (offer.when?.(state) ?? true);
};
