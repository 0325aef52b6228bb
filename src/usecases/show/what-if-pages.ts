import { formatDay } from '../../domain/local-date.js';
import type { Button, FormShown, PageBlock, PageShown } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { suppositions } from '../../procedure/suppositions.js';
import type { Tried } from '../what-if.js';
import { cite } from './cite.js';
import { dueChip } from './due-chip.js';
import { openButton } from './pages.js';

const NOTHING = 'Nothing was recorded. It shows what the dates would be.';
const whyButton = (request: SubjectRequest): Button => ({ title: 'Why this date', verb: 'why', data: { r: request.id }, leaves: true });

/** What might happen, and on which day. */
export function whatIfForm(
  request: SubjectRequest,
  view: View,
  given: { typed?: Record<string, unknown>; notice?: string } = {},
): FormShown {
  const chip = dueChip(view.deadline, view.today);
  const typed = (name: string): string | undefined => (typeof given.typed?.[name] === 'string' ? given.typed[name] : undefined);
  return {
    kind: 'form',
    title: 'What if?',
    under: `${request.ref} · now: ${[chip.headline, chip.date].filter(Boolean).join(', ')}`,
    about: 'Try out what would happen to the date. Nothing is recorded.',
    ...(given.notice !== undefined && { notice: { text: given.notice, tone: 'attention' as const } }),
    fields: [
      {
        id: 'what',
        kind: 'choice',
        label: 'What happens?',
        required: true,
        options: suppositions.map(({ code, title }) => ({ value: code, title })),
        value: typed('what') ?? 'IDENTITY',
      },
      { id: 'on', kind: 'date', label: 'On which day?', required: true, value: typed('on') ?? view.today },
    ],
    actions: [
      { title: 'Show the date', verb: 'what-if-answer', data: { r: request.id }, primary: true },
      whyButton(request),
      openButton(request),
    ],
  };
}

/** The dates it would give, with the chain of reasons; what would not count, and why. */
export function whatIfPage(request: SubjectRequest, view: View, { supposed, dates, refused }: Tried): PageShown {
  const [now, then] = [dueChip(view.deadline, view.today), dueChip(dates, view.today)];
  const chain = (of: string) => dates.why.filter((w) => w.of === of).map((w) => `${w.text} ${cite(w.clause)}`);
  const later = dates.latestArguable && dates.latestArguable !== dates.due ? chain('latestArguable') : [];
  const same = view.deadline?.due === dates.due && view.deadline?.state === dates.state;
  const facts = [
    { title: 'Now due', value: now.date ?? now.headline },
    { title: 'It would be', value: then.date ?? then.headline },
    ...(later.length > 0 ? [{ title: 'At the latest', value: formatDay(dates.latestArguable ?? '') }] : []),
  ];
  const blocks: PageBlock[] = [
    { is: 'facts', facts },
    { is: 'list', heading: 'Supposed', items: supposed.map(({ what, on }) => `${what.title}, on ${formatDay(on)} ${cite(what.clause)}`) },
    ...(refused.length > 0 ? [{ is: 'list' as const, heading: 'This would not count', items: [...refused] }] : []),
    ...(same && refused.length === 0 ? [{ is: 'text' as const, text: 'The date would stay as it is.' }] : []),
    { is: 'list', heading: 'Why it would be that date', numbered: true, items: chain('due') },
    ...(later.length > 0 ? [{ is: 'list' as const, heading: 'Latest date that could be argued', items: later }] : []),
    { is: 'text', text: NOTHING, quiet: true, small: true },
  ];
  return {
    kind: 'page',
    title: 'What if?',
    under: request.ref,
    blocks,
    actions: [{ title: 'Try something else', verb: 'what-if', data: { r: request.id } }, whyButton(request), openButton(request)],
  };
}
