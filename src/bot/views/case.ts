import type { CaseShown } from '../../domain/shown.js';
import { drawActions } from './actions.js';
import { drawFactGroup } from './facts.js';
import { draw, maybe, maybeText, type Fit, type Maybe } from './fit.js';
import { placeSide, PRESS_STYLE } from './press.js';
import { standIn } from './spoken.js';

/** The case as its officer sees it: state first, one thing to do next, due date always. Data for `cards/case.json`. */
export function viewCase(shown: CaseShown, fit: Fit): object {
  return {
    ...standIn(shown.summaryLine),
    title: draw(`${shown.ref} · ${shown.right}`, fit),
    summary: draw(shown.summary, fit),
    banner: maybe(shown.banner).map((b) => ({ text: draw(b.text, fit), style: b.tone })),
    ...drawDue(shown.due, fit),
    line: drawLine(shown.line),
    next: drawNext(shown.next, fit),
    facts: drawFactGroup(shown.facts, fit),
    searches: drawFactGroup(shown.searches, fit, 'Searches and records'),
    actions: drawActions(shown.actions),
  };
}

function drawDue({ headline, date, press }: CaseShown['due'], fit: Fit): object {
  const { beside, below } = placeSide([headline, date], (align) => ({
    headline: draw(headline, fit),
    date: maybeText(date, fit).map((d) => ({ ...d, align })),
    style: PRESS_STYLE[press],
    align,
  }));
  return { dueBeside: beside, dueBelow: below };
}

const LOOKS = {
  done: { mark: '✓\u00a0', weight: 'Default', color: 'Default', quiet: true },
  now: { mark: '', weight: 'Bolder', color: 'Accent', quiet: false },
  'to-come': { mark: '', weight: 'Default', color: 'Default', quiet: true },
} as const;

/** Where it stands, as runs of one line of text: columns would clip on a phone. Runs are not Markdown, so nothing is escaped. */
function drawLine(line: CaseShown['line']): object[] {
  return line.flatMap((stage, at) => {
    const { mark, ...looks } = LOOKS[stage.state];
    const text = mark + stage.title.replaceAll(' ', '\u00a0');
    const run = { text, ...looks };
    return at === 0 ? [run] : [{ text: '  ›  ', ...LOOKS['to-come'] }, run];
  });
}

function drawNext(next: CaseShown['next'], fit: Fit): Maybe<object> {
  if (!next) return [];
  return [
    {
      whose: next.mine ? 'Next, for you' : 'Next',
      color: next.mine ? 'Accent' : 'Default',
      quiet: !next.mine,
      headline: draw(next.headline, fit),
      reason: maybeText(next.text, fit),
      clause: maybeText(next.clause, fit),
    },
  ];
}
