import type { PageShown } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { rightTitle } from '../../procedure/rights.js';
import type { Desk } from '../desk.js';
import { pressData, stepButtons } from './buttons.js';
import { stageTitle } from './case-card.js';
import { dueChip } from './due-chip.js';

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
    blocks: [{ is: 'quote', heading: 'If the caller asks', text: sayMerged(request) ?? stage?.tellCaller ?? '' }],
    actions: [
      ...stepButtons(desk, request, view).map((b) => ({ ...b, primary: false, secondary: false })),
      { title: 'Correct something…', verb: 'correct', data },
      { title: 'Why this date', verb: 'why', data },
      { title: 'Slip for the caller', verb: 'slip', data, secondary: true },
      { title: 'My requests', verb: 'my-requests', data: {} },
    ],
  };
}

/** Closed as the same as another case, so nothing is over: the request goes on under the other reference. */
function sayMerged({ state }: SubjectRequest): string | undefined {
  const stays = state.facts['mergedInto'];
  return stays === undefined
    ? undefined
    : `We deal with this together with your other request. Please use the reference ${String(stays)} from now on.`;
}
