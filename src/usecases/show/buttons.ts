import { nextSteps, nextThing, type Offer } from '../../domain/next-steps.js';
import type { Button } from '../../domain/shown.js';
import type { Step, View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { CORRECT } from '../correct-step.js';
import type { Desk } from '../desk.js';

/** What every button of a case carries: which case, which version was seen, and a key for this card. Never a name or a role. */
export const pressData = (desk: Desk, request: Pick<SubjectRequest, 'id' | 'version'>) => ({
  r: request.id,
  v: request.version,
  k: desk.ids.key(),
});

/**
 * The step buttons this person may press now: the one next thing first. No button is shown that would be refused. Entries a case has
 * several of stand on their board, behind one button.
 */
export function stepButtons(desk: Desk, request: SubjectRequest, view: View): Button[] {
  const data = pressData(desk, request);
  const { next, open, isNext } = openNow(request, view);
  const [on, single] = [open.filter((o) => o.step.of !== undefined), open.filter((o) => o.step.of === undefined)];
  const alone = on.filter((o) => Object.keys(request.state.items[o.step.of ?? ''] ?? {}).length === 1);
  const direct = [...alone, ...single];
  const first = direct.filter(isNext);
  const several = on.filter((o) => !alone.includes(o));
  const boards = boardButtons(request, several, first.length === 0 ? next?.step.of : undefined);
  const rest = direct.filter((o) => !isNext(o));
  const menu = rest.filter((o) => !isOnTheRow(o));
  return [
    ...first.map((o) => button(o, data, { primary: true })),
    ...boards,
    ...rest.filter(isOnTheRow).map((o) => button(o, data, {})),
    ...(menu.length > MOST_IN_THE_MENU ? [more(request)] : menu.map((o) => button(o, data, { secondary: true }))),
  ];
}

/** A longer menu is hard to read on a phone: its steps then stand on a page of their own, by the sections of the policy. */
const MOST_IN_THE_MENU = 4;
const more = ({ id }: SubjectRequest): Button => ({ title: 'More you can do', verb: 'more', data: { r: id }, secondary: true });

/** What this person may do on the case besides the next thing, in the order of the policy. */
export function menuSteps(request: SubjectRequest, view: View): Offer[] {
  const { open, isNext } = openNow(request, view);
  return open.filter((o) => !isNext(o) && (o.step.of === undefined || Object.keys(request.state.items[o.step.of] ?? {}).length === 1));
}

function openNow(request: SubjectRequest, view: View) {
  const next = nextThing(procedure, view);
  const open = nextSteps({ ...procedure, steps: directSteps(request) }, view).filter(
    (o) => !o.refusal && o.step.at !== 'start' && o.step.id !== CORRECT,
  );
  return { next, open, isNext: (o: Offer) => o.step === next?.step && o.item === next.item };
}

/** Steps whose buttons may stand on the card: a board of several keeps those of its entries, and a long one costs the card nothing. */
const directSteps = ({ state }: SubjectRequest): Step[] =>
  procedure.steps.filter(({ of }) => of === undefined || Object.keys(state.items[of] ?? {}).length === 1);

/** What may be done with one entry is on the row only when it is the next thing or another way on. */
const isOnTheRow = ({ step }: Offer): boolean =>
  step.beside === true || (step.next !== undefined && step.of === undefined && step.onBoard === undefined);

/** One button for each board that has anything on it; it is the main one when the next thing is to be done there. */
function boardButtons(request: SubjectRequest, offers: Offer[], main: string | undefined): Button[] {
  const sizeOf = (code: string): number => Object.keys(request.state.items[code] ?? {}).length;
  const used = procedure.collections.filter((c) => sizeOf(c.code) > 0);
  return used.map((c) => ({
    title: c.title,
    verb: 'board',
    data: { r: request.id, c: c.code },
    ...(c.code === main && { primary: true }),
    ...(sizeOf(c.code) === 1 && !offers.some((o) => o.step.of === c.code) && { secondary: true }),
  }));
}

export function button(offer: Offer, data: Record<string, string | number>, look: Pick<Button, 'primary' | 'secondary'>): Button {
  const item = offer.item === undefined ? {} : { i: offer.item };
  const { title } = offer.step;
  return offer.step.asks
    ? { title: `${title}…`, verb: 'form', data: { ...data, ...item, s: offer.step.id }, ...look }
    : { title, verb: offer.step.id, data: { ...data, ...item }, ...look };
}
