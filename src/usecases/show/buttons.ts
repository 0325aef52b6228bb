import { nextSteps, nextThing, type Offer } from '../../domain/next-steps.js';
import type { Button } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
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

/** The step buttons this person may press now: the one next thing first. No button is shown that would be refused. */
export function stepButtons(desk: Desk, request: SubjectRequest, view: View): Button[] {
  const data = pressData(desk, request);
  const next = nextThing(procedure, view);
  const open = nextSteps(procedure, view).filter((o) => !o.refusal && o.step.at !== 'start' && o.step.id !== CORRECT);
  const isNext = (o: Offer) => o.step === next?.step && o.item === next.item;
  const alone = (o: Offer) => open.filter((other) => other.step === o.step).length === 1;
  const first = open.filter(isNext);
  // Several open searches are one button each; the other steps keep the order of the procedure.
  const rest = open.filter((o) => !isNext(o));
  return [
    ...first.map((o) => button(o, data, { primary: true }, alone(o))),
    ...rest.map((o) => button(o, data, o.step.next || o.step.beside ? {} : { secondary: true }, alone(o))),
  ];
}

function button(offer: Offer, data: Record<string, string | number>, look: Pick<Button, 'primary' | 'secondary'>, single: boolean): Button {
  const item = offer.item === undefined ? {} : { i: offer.item };
  const title = offer.item === undefined || single ? offer.step.title : `${offer.step.title} ${offer.item.replace(/^t/, '')}`;
  return offer.step.asks
    ? { title: `${title}…`, verb: 'form', data: { ...data, ...item, s: offer.step.id }, ...look }
    : { title, verb: offer.step.id, data: { ...data, ...item }, ...look };
}
