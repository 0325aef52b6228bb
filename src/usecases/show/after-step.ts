import { formatDayAndTime } from '../../domain/local-date.js';
import type { CaseShown } from '../../domain/shown.js';
import { procedure } from '../../procedure/contents.js';
import type { Desk } from '../desk.js';
import type { PressAnswer } from '../take-step.js';

/** What a step did, said first on the card that answers the press. */
export function afterStep(desk: Desk, taken: Extract<PressAnswer, { was: 'taken' }>): NonNullable<CaseShown['banner']> {
  const when = formatDayAndTime(desk.clock.now());
  const words = `You ${taken.step.done.replace('their', 'your').replace('theirs', 'yours')}. ${when}`;
  return { text: taken.repeated ? `${words}. It was recorded once.` : words, tone: 'good' };
}

/** Who acted since the card was drawn, and what they did. */
export async function staleWords(desk: Desk, stale: Extract<PressAnswer, { was: 'stale' }>): Promise<string> {
  const last = stale.last;
  if (!last) return 'The case has moved on since you opened this card. Look it over and press again.';
  const [who] = await desk.people.byIds([last.by]);
  const done = procedure.steps.find((s) => s.id === last.id)?.done ?? 'acted on it';
  return `${who?.name ?? 'A colleague'} ${done} on ${formatDayAndTime(new Date(last.at))}, after you opened this. Nothing you typed is lost: look it over and press again.`;
}
