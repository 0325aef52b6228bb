import { formatDay, londonDay } from '../../domain/local-date.js';
import type { PageBlock } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { StepTaken, SubjectRequest } from '../../domain/subject-request.js';
import { deliveryTitle } from '../../procedure/closing.js';
import { channelsIn } from '../../procedure/intake.js';
import { letterOffers } from '../../procedure/letters.js';
import { letterSentBy, letterWay } from '../../procedure/letters-sent.js';
import type { Desk } from '../desk.js';
import { mayMake, readLetterCode } from './which.js';

type Rows = Extract<PageBlock, { is: 'rows' }>['rows'];
/** Letters made that are named on the page; older ones stand in the audit log. */
const MOST_MADE = 20;

/**
 * What was sent, with day and way, the newest first; then what was made and not sent since, each letter once. Of those only made, the
 * reader is told what they may make too: the title of another's draft may say what they are not to know.
 */
export async function lettersSoFar(desk: Desk, request: SubjectRequest, view: View): Promise<Rows> {
  const [history, made] = await Promise.all([desk.requests.history(request.id), desk.lettersMade(request.id, MOST_MADE)]);
  const sent = sentIn(history.map(({ step }) => step));
  const drawn = new Set(sent.map(({ id }) => id));
  const open = made.flatMap(({ letter, at }) => {
    const { id } = readLetterCode(letter);
    const offer = letterOffers.find((o) => o.id === id && mayMake(o, view));
    if (!offer || drawn.has(id)) return [];
    drawn.add(id);
    return [{ title: offer.title, text: `Made ${formatDay(londonDay(at))}; not recorded as sent`, side: 'Made' }];
  });
  return [...sent.map(({ title, text }) => ({ title, text, side: 'Sent', press: 'good' as const })).reverse(), ...open];
}

function sentIn(history: readonly StepTaken[]): { id: string; title: string; text: string }[] {
  return history.flatMap((taken) => {
    if (taken.corrects !== undefined) return [];
    const { answers } = history.findLast((s) => s.corrects === taken.n) ?? taken;
    const letter = letterSentBy(taken.id, answers);
    if (!letter) return [];
    return [{ ...letter, text: [letter.day && formatDay(letter.day), wayOf(answers)].filter(Boolean).join(', ') }];
  });
}

const wayOf = (answers: Readonly<Record<string, unknown>>): string =>
  letterWay(answers['method']) || deliveryTitle(answers['method']) || (channelsIn.find((c) => c.value === answers['how'])?.title ?? '');
