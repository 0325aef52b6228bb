import { nextSteps } from '../../domain/next-steps.js';
import type { PageShown } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { systemTitle } from '../../procedure/records.js';
import { procedure } from '../../procedure/contents.js';
import { rightTitle } from '../../procedure/rights.js';
import { offenceWarning } from '../../procedure/steps/search.js';
import type { Desk } from '../desk.js';
import { pressData, stepButtons } from './buttons.js';
import { stageTitle } from './case-card.js';
import { dueChip } from './due-chip.js';
import type { Known } from './known-facts.js';
import { formatDay } from '../../domain/local-date.js';

/** For the colleague who reported it: the stage, and what may be said to the caller. No word of who works it or what was found. */
export function reporterPage(desk: Desk, request: SubjectRequest, view: View): PageShown {
  const stage = procedure.stages.find((s) => s.code === request.state.stage);
  const chip = dueChip(view.deadline, view.today);
  const data = pressData(desk, request);
  return {
    kind: 'page',
    title: `${request.ref} · ${rightTitle(request.state.facts['right'])}`,
    under: stageTitle(request.state),
    figures: [{ title: chip.headline, value: chip.date ?? '' }].filter((f) => f.value),
    blocks: [{ is: 'quote', heading: 'If the caller asks', text: stage?.tellCaller ?? '' }],
    actions: [
      ...stepButtons(desk, request, view).map((b) => ({ ...b, primary: false, secondary: false })),
      { title: 'Correct something…', verb: 'correct', data },
      { title: 'Why this date', verb: 'why', data },
      { title: 'My requests', verb: 'my-requests', data: {} },
    ],
  };
}

/** For the owner of a search: the task and what is needed to search, not the case. */
export function taskPage(desk: Desk, request: SubjectRequest, view: View, known: Known): PageShown {
  const mine = nextSteps(procedure, view).filter((o) => o.step.of === 'tasks' && !o.refusal);
  const tasks = Object.entries(request.state.items['tasks'] ?? {}).filter(([, t]) => t['owner'] === view.person.id);
  const data = pressData(desk, request);
  return {
    kind: 'page',
    title: `${request.ref} · a search for you`,
    tone: 'attention',
    under: offenceWarning.sentence,
    blocks: tasks.flatMap(([id, t]) => [
      {
        is: 'facts' as const,
        facts: [
          { title: 'Where', value: systemTitle(t['system']) },
          { title: 'Look for', value: known.detail(`tasks/${id}/terms`) ?? '' },
          { title: 'Answer by', value: formatDay(String(t['answerBy'])) },
          { title: 'Answered', value: t['answeredOn'] ? formatDay(String(t['answeredOn'])) : 'not yet' },
        ],
      },
    ]),
    actions: mine.map((o) => ({
      title: `${o.step.title}…`,
      verb: 'form',
      data: { ...data, s: o.step.id, i: o.item ?? '' },
      primary: true,
    })),
  };
}
