import { nextSteps, nextStepsOn } from '../../domain/next-steps.js';
import type { Button, CaseShown, PageShown } from '../../domain/shown.js';
import type { Collection, View } from '../../domain/step.js';
import type { Facts, SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import type { Desk } from '../desk.js';
import { button, pressData } from './buttons.js';
import type { Known } from './known-facts.js';
import { openButton } from './pages.js';

/** Entries a board shows at once. */
export const BOARD_SIZE = 10;

/** The board of a collection: what is open first, each entry a row that opens it; and the steps that add another. */
export function boardPage(
  desk: Desk,
  request: SubjectRequest,
  given: { collection: Collection; view: View; known: Known; skip: number; banner?: CaseShown['banner'] },
): PageShown {
  const { collection, view, known, skip, banner } = given;
  const sorted = sortedEntries(request, collection);
  const data = { r: request.id, c: collection.code };
  const page = sorted.slice(skip, skip + BOARD_SIZE);
  return {
    kind: 'page',
    title: collection.title,
    under: `${request.ref} · ${sumOf(collection, sorted)}`,
    blocks: [
      ...(banner ? [{ is: 'text' as const, text: banner.text, small: true, quiet: true }] : []),
      {
        is: 'rows',
        empty: 'There is nothing here yet.',
        rows: page.map(([id, facts]) => ({
          title: collection.head(facts, id),
          text: [known.detail(wordsOf(collection, id)), collection.text(facts, known.name)].filter(Boolean).join(' · '),
          side: collection.settled(facts) ? 'done' : 'open',
          press: collection.settled(facts) ? ('good' as const) : ('none' as const),
          action: { title: 'Open', verb: 'entry', data: { ...data, i: id } },
        })),
      },
    ],
    actions: [
      ...addingTo(desk, request, collection, view),
      ...(skip > 0 ? [{ title: 'Back', verb: 'board', data: { ...data, skip: Math.max(0, skip - BOARD_SIZE) } }] : []),
      ...(sorted.length > skip + BOARD_SIZE ? [{ title: 'More', verb: 'board', data: { ...data, skip: skip + BOARD_SIZE } }] : []),
      ...(collection.code === 'tasks' && sorted.length > 0 ? [{ title: 'Receipts', verb: 'receipts', data: { r: request.id } }] : []),
      openButton(request),
    ],
  };
}

function sumOf(collection: Collection, entries: [string, Facts][]): string {
  const open = entries.filter(([, facts]) => !collection.settled(facts)).length;
  return collection.sum?.(entries.map(([, facts]) => facts)) ?? `${open} open of ${entries.length}`;
}

/** The entries of a board, what is open first. */
function sortedEntries(request: SubjectRequest, collection: Collection): [string, Facts][] {
  const entries = Object.entries(request.state.items[collection.code] ?? {});
  const place = (facts: Facts): number => (collection.settled(facts) ? 1 + (collection.rank?.(facts) ?? 0) : 0);
  return entries.sort(([, a], [, b]) => place(a) - place(b));
}

const wordsOf = (collection: Collection, id: string): string => `${collection.code}/${id}/${collection.words ?? ''}`;

/** Pointers to the words that a page of a board shows beside its entries. */
export function boardFields(request: SubjectRequest, collection: Collection, skip: number): string[] {
  if (collection.words === undefined) return [];
  return sortedEntries(request, collection)
    .slice(skip, skip + BOARD_SIZE)
    .map(([id]) => wordsOf(collection, id));
}

/** Buttons of the steps that stand on this board, such as adding to it. */
function addingTo(desk: Desk, request: SubjectRequest, collection: Collection, view: View): Button[] {
  const data = pressData(desk, request);
  const rows = procedure.steps.filter((step) => step.onBoard === collection.code);
  return nextSteps({ ...procedure, steps: rows }, view)
    .filter((offer) => !offer.refusal)
    .map((offer) => button(offer, data, {}));
}

/** One entry: what is recorded about it, and what may be done with it now. */
export function entryPage(
  desk: Desk,
  request: SubjectRequest,
  given: { collection: Collection; view: View; known: Known; id: string },
): PageShown {
  const { collection, view, known, id } = given;
  const facts = request.state.items[collection.code]?.[id] ?? {};
  const offers = nextStepsOn(procedure, view, { of: collection.code, item: id }).filter((o) => !o.refusal);
  const press = pressData(desk, request);
  const details = entryFields(request, collection.code, id).map(([pointer, label]) => ({
    title: label,
    value: known.detail(pointer) ?? '',
  }));
  return {
    kind: 'page',
    title: collection.head(facts, id),
    under: `${request.ref} · ${collection.text(facts, known.name)}`,
    blocks: [{ is: 'facts', facts: [...(collection.lines?.(facts, known.name) ?? []), ...details.filter((d) => d.value)] }],
    actions: [
      ...offers.map((o, at) => button(o, press, at === 0 ? { primary: true } : {})),
      { title: `All ${collection.title.toLowerCase()}`, verb: 'board', data: { r: request.id, c: collection.code } },
      openButton(request),
    ],
  };
}

/** Pointers to the encrypted answers about one entry, each with the label it was asked under. */
export function entryFields(request: SubjectRequest, collection: string, id: string): [string, string][] {
  const prefix = `${collection}/${id}/`;
  const labels = Object.assign(
    {},
    // The same name may be asked under other words elsewhere: the steps on these entries have the last word.
    ...[...procedure.steps.filter((s) => s.of !== collection), ...procedure.steps.filter((s) => s.of === collection)].map((s) =>
      Object.fromEntries(Object.entries(s.asks ?? {}).map(([n, f]) => [n, f.label])),
    ),
  ) as Record<string, string>;
  return Object.keys(request.state.details)
    .filter((pointer) => pointer.startsWith(prefix))
    .map((pointer) => [pointer, (labels[pointer.slice(prefix.length)] ?? pointer).replace(/\?$/, '')]);
}
