import { formatDayAndTime } from '../../domain/local-date.js';
import { sightOf } from '../../domain/access.js';
import type { Person } from '../../domain/person.js';
import type { Button, CaseShown, PageBlock, PageShown } from '../../domain/shown.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { outcomeTitle } from '../../procedure/closing.js';
import { procedure } from '../../procedure/contents.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import type { PressAnswer } from '../take-step.js';
import { worksCases } from '../welcome.js';

/** What a step did, said first on the card that answers the press. */
export function afterStep(desk: Desk, taken: Extract<PressAnswer, { was: 'taken' }>): NonNullable<CaseShown['banner']> {
  const when = formatDayAndTime(desk.clock.now());
  const words = `You ${taken.step.done.replace(/^was /, 'were ').replace('theirs', 'yours').replace('their', 'your')}. ${when}`;
  return { text: taken.repeated ? `${words}. It was recorded once.` : words, tone: 'good' };
}

/** The step ended the presser's own sight of the case: it was recorded, and there is nothing more to show. */
export function passedOnPage(desk: Desk, person: KnownPerson, taken: Extract<PressAnswer, { was: 'taken' }>): PageShown {
  return {
    kind: 'page',
    title: 'Recorded. The case is no longer with you.',
    under: taken.request.ref,
    tone: 'good',
    blocks: [{ is: 'text', text: `${afterStep(desk, taken).text}.` }],
    actions: [ownList(desk, person)],
  };
}

/** The list somebody goes on with: those who work no cases have reported some. */
const ownList = (desk: Desk, person: KnownPerson): Button =>
  worksCases(desk, person) ? { title: 'My work', verb: 'my-work', data: {} } : { title: 'My requests', verb: 'my-requests', data: {} };

export const isClosed = ({ state }: SubjectRequest): boolean => procedure.stages.find((s) => s.code === state.stage)?.open === false;

/** The step closed the case: the outcome, and nothing of the person it was about. */
export function closedPage(desk: Desk, person: KnownPerson, taken: Extract<PressAnswer, { was: 'taken' }>): PageShown {
  const { facts } = taken.request.state;
  const goesOn = facts['mergedInto'] === undefined ? '' : `it is ${String(facts['mergedInto'])} from now on`;
  const minutes = typeof facts['minutes'] === 'number' ? `${facts['minutes']} minutes spent` : '';
  return {
    kind: 'page',
    title: 'Closed',
    under: taken.request.ref,
    tone: 'good',
    blocks: [
      { is: 'text', text: `${afterStep(desk, taken).text}.` },
      { is: 'text', text: [outcomeTitle(facts['outcome']), goesOn, minutes].filter(Boolean).join(' · ') },
      {
        is: 'text',
        text: 'The cards of this case are being put away. Open it again if you need to look something up.',
        small: true,
        quiet: true,
      },
    ],
    actions: [{ title: 'Open the case', verb: 'open', data: { r: taken.request.id } }, ownList(desk, person)],
  };
}

/** Who acted since the card was drawn, and what they did; who works a case and how is for those who see the whole of it. */
export async function staleWords(desk: Desk, person: Person, { last, request }: Extract<PressAnswer, { was: 'stale' }>): Promise<string> {
  if (!last) return 'The case has moved on since you opened this card.';
  const when = `on ${formatDayAndTime(new Date(last.at))}, after you opened this.`;
  if (sightOf(procedure, person, request.state, desk.clock.today()) !== 'whole') return `A colleague acted on it ${when}`;
  const [who] = await desk.people.byIds([last.by]);
  const done = procedure.steps.find((s) => s.id === last.id)?.done ?? 'acted on it';
  return `${who?.name ?? 'A colleague'} ${done} ${when}`;
}

/** The words of a form that can no longer be sent, so that they can be copied to where they belong. */
export function typedQuotes(stepId: string, raw: Record<string, unknown>): PageBlock[] {
  const asks = Object.entries(procedure.steps.find((s) => s.id === stepId)?.asks ?? {});
  return asks.flatMap(([name, { kind, label }]) => {
    const typed = raw[name];
    const isText = (kind === 'text' || kind === 'long-text') && typeof typed === 'string' && typed.trim() !== '';
    return isText ? [{ is: 'quote' as const, heading: `You typed: ${label.replace(/\?$/, '')}`, text: typed }] : [];
  });
}
