import type { Deadline } from '../../domain/clock.js';
import { formatDay, formatDayAndTime } from '../../domain/local-date.js';
import type { Refusal } from '../../domain/refusals.js';
import type { Button, PageShown } from '../../domain/shown.js';
import type { StepTaken, SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import type { ChangeRow } from '../date-changes.js';
import { cite } from './cite.js';
import { dueChip } from './due-chip.js';
import type { Known } from './known-facts.js';
import { stageTitle } from './case-card.js';

/** Back to the case, under every page about it. */
export const openButton = (request: Pick<SubjectRequest, 'id'>, title = 'Back to the case'): Button => ({
  title,
  verb: 'open',
  data: { r: request.id },
  leaves: true,
});

/** A plain "no": what stands in the way and whom to move, that nothing was done, and a way on. */
export function refusalPage(refusal: Refusal, request?: SubjectRequest | null): PageShown {
  const reasons = [refusal.sentence, ...(refusal.also ?? [])];
  const under = [request?.ref, refusal.clause && cite(refusal.clause)].filter(Boolean).join(' · ');
  return {
    kind: 'page',
    title: request ? 'Not yet' : 'That is not possible here',
    tone: 'attention',
    ...(under && { under }),
    blocks: [
      reasons.length > 1 ? { is: 'list', numbered: true, items: reasons } : { is: 'text', text: refusal.sentence },
      ...(request ? [{ is: 'text' as const, text: 'Nothing was recorded.', quiet: true, small: true }] : []),
    ],
    actions: request ? [openButton(request)] : [{ title: 'What I can do', verb: 'help', data: {} }],
  };
}

/** Why this date: the chain of sentences, the safe date and the latest arguable one (CLK-12, CLK-13). */
export function whyPage(request: SubjectRequest, deadline: Deadline | null, today: string, changes: readonly ChangeRow[] = []): PageShown {
  const chip = dueChip(deadline, today);
  const of = (names: string[]) => (deadline?.why ?? []).filter((w) => names.includes(w.of)).map((w) => `${w.text} ${cite(w.clause)}`);
  const other = (deadline?.why ?? []).filter((w) => !['due', 'latestArguable'].includes(w.of)).map((w) => `${w.text} ${cite(w.clause)}`);
  const later = deadline?.latestArguable && deadline.latestArguable !== deadline.due ? of(['latestArguable']) : [];
  return {
    kind: 'page',
    title: 'Why this date',
    under: `${request.ref} · ${[chip.headline, chip.date].filter(Boolean).join(', ')}`,
    blocks: [
      { is: 'list', numbered: true, items: of(['due']) },
      ...(later.length > 0 ? [{ is: 'list' as const, heading: 'Latest date that could be argued', items: later }] : []),
      ...(changes.length > 0 ? [{ is: 'rows' as const, heading: 'How the date has changed', rows: [...changes], empty: '' }] : []),
      ...(other.length > 0 ? [{ is: 'list' as const, heading: 'Other limits', items: other }] : []),
    ],
    actions: [{ title: 'What if…', verb: 'what-if', data: { r: request.id } }, openButton(request)],
  };
}

/** The history in plain words: who, when, what, under which clause; every change of date shown with the step that caused it. */
export function historyPage(request: SubjectRequest, history: StepTaken[], known: Known): PageShown {
  const put = new Set(history.map((s) => s.corrects));
  const titleOf = (n: number | undefined) => procedure.steps.find((row) => row.id === history.find((s) => s.n === n)?.id)?.title ?? '';
  const items = history.map((s, i) => {
    const title = procedure.steps.find((row) => row.id === s.id)?.done ?? s.id;
    const corrected = put.has(s.n) ? ' (corrected later)' : '';
    const which = s.corrects === undefined ? '' : `: “${titleOf(s.corrects)}”`;
    return `${formatDayAndTime(new Date(s.at))}: ${known.name(s.by)} ${title}${which}${corrected} ${cite(s.clause)}${dateChange(history[i - 1], s)}`;
  });
  return {
    kind: 'page',
    title: 'History',
    under: `${request.ref} · ${stageTitle(request.state)}`,
    blocks: [{ is: 'list', items: items.reverse().slice(0, 40) }],
    actions: [openButton(request)],
  };
}

function dateChange(before: StepTaken | undefined, now: StepTaken): string {
  const [was, is] = [before?.clock?.due ?? null, now.clock?.due ?? null];
  if (was === is) return '';
  if (is === null) return '. The due date was taken away: the clock waits';
  return was === null ? `. Due ${formatDay(is)}` : `. Due date moved from ${formatDay(was)} to ${formatDay(is)}`;
}
