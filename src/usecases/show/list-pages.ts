import { nextThing } from '../../domain/next-steps.js';
import type { Button, PageBlock, PageShown } from '../../domain/shown.js';
import { directorateTitle } from '../../procedure/owners.js';
import { procedure } from '../../procedure/contents.js';
import { rightTitle } from '../../procedure/rights.js';
import type { Desk } from '../desk.js';
import type { KnownPerson, RequestPage } from '../ports.js';
import { viewOf } from '../view-of.js';
import { stageTitle, titleOf } from './case-card.js';
import { dueChip } from './due-chip.js';
import { hidesItsWay } from './route-facts.js';

export const PAGE_SIZE = 8;

type Rows = Extract<PageBlock, { is: 'rows' }>['rows'];

/** Rows that open a case: references and stages only. */
export function rowsOf(desk: Desk, person: KnownPerson, page: RequestPage): Rows {
  return page.rows.map((request) => {
    const view = viewOf(desk, request.state, person);
    const chip = dueChip(view.deadline, view.today);
    const next = nextThing(procedure, view);
    return {
      title: `${request.ref} · ${rightTitle(request.state.facts['right'])}`,
      text: hidesItsWay(view)
        ? stageTitle(request.state)
        : [directorateTitle(request.state.facts['directorate']), stageTitle(request.state), next && titleOf(next.step)]
            .filter(Boolean)
            .join(' · '),
      side: chip.headline,
      press: chip.press,
      action: { title: 'Open', verb: 'open', data: { r: request.id } },
    };
  });
}

/** A list of cases that one page holds, with a way to the next page. References and stages only: no name. */
export function listPage(
  desk: Desk,
  person: KnownPerson,
  page: RequestPage,
  words: { title: string; under?: string; empty: string; verb: string; skip: number; data?: Record<string, string>; whenEmpty?: Button },
): PageShown {
  const actions = page.more ? [{ title: 'More', verb: words.verb, data: { ...words.data, skip: words.skip + PAGE_SIZE } }] : [];
  const back =
    words.skip > 0 ? [{ title: 'Back', verb: words.verb, data: { ...words.data, skip: Math.max(0, words.skip - PAGE_SIZE) } }] : [];
  return {
    kind: 'page',
    title: words.title,
    ...(words.under !== undefined && { under: words.under }),
    blocks: [{ is: 'rows', rows: rowsOf(desk, person, page), empty: words.empty }],
    actions: [...back, ...actions, ...(page.rows.length === 0 && words.whenEmpty ? [words.whenEmpty] : [])],
  };
}
