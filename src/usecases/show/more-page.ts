import type { PageBlock, PageShown } from '../../domain/shown.js';
import type { Step, View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { sections } from '../../procedure/contents.js';
import type { Desk } from '../desk.js';
import { button, menuSteps, pressData } from './buttons.js';

/** Steps on one page; a card has room for so many and a phone for no more. */
const PAGE = 14;

/** Everything this person may do on the case besides the next thing, by the sections of the policy, each with a sentence on what it is for. */
export function morePage(desk: Desk, request: SubjectRequest, view: View, skip: number): PageShown {
  const data = pressData(desk, request);
  const may = menuSteps(request, view);
  const offers = sections.flatMap(({ title, steps }) => may.filter(({ step }) => steps.includes(step)).map((offer) => ({ title, offer })));
  const shown = offers.slice(skip, skip + PAGE);
  const rowsOf = (title: string) =>
    shown
      .filter((o) => o.title === title)
      .map(({ offer }) => ({ title: offer.step.title, text: purposeOf(offer.step), action: button(offer, data, {}) }));
  const blocks: PageBlock[] = [...new Set(shown.map((o) => o.title))].map((title) => ({
    is: 'rows',
    heading: title,
    rows: rowsOf(title),
    empty: '',
  }));
  const turn = (title: string, to: number) => ({ title, verb: 'more', data: { r: request.id, skip: to } });
  return {
    kind: 'page',
    title: `${request.ref}: more you can do`,
    blocks: offers.length > 0 ? blocks : [{ is: 'text', text: 'There is nothing else that you can do on it now.' }],
    actions: [
      { title: 'Back to the case', verb: 'open', data: { r: request.id }, primary: true },
      ...(skip > 0 ? [turn('Previous page', Math.max(0, skip - PAGE))] : []),
      ...(skip + PAGE < offers.length ? [turn('Next page', skip + PAGE)] : []),
    ],
  };
}

/** The first sentence of what it is for. */
function purposeOf({ about, next }: Step): string {
  const [first = ''] = (about ?? next ?? '').split(/(?<=[.?]) /u);
  return first;
}
