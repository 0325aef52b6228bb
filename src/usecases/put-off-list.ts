import { standing } from '../domain/decide.js';
import { formatDay } from '../domain/local-date.js';
import { isRefusal } from '../domain/refusals.js';
import type { Shown } from '../domain/shown.js';
import { procedure } from '../procedure/contents.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { showForm } from './show-form.js';
import { find, notThere, type Showing } from './show-request.js';
import { viewOf } from './view-of.js';

export const PUT_OFF_STEP = 'put-off-a-reminder';
const SHOWN = 12;

/** The cases this person works on of which a reminder may wait, nearest date first; with a reference, the form of that case. */
export async function putOff(desk: Desk, person: KnownPerson, ref: string): Promise<Showing> {
  if (ref === '') return { shown: await putOffPage(desk, person) };
  const request = await find(desk, { ref });
  return request ? showForm(desk, person, { requestId: request.id, step: PUT_OFF_STEP }) : notThere();
}

async function putOffPage(desk: Desk, person: KnownPerson): Promise<Shown> {
  const step = procedure.steps.find(({ id }) => id === PUT_OFF_STEP);
  const worked = await desk.register.workedBy(person.id, SHOWN * 4);
  const requests = new Map((await desk.requests.byIds(worked.map(({ id }) => id))).map((request) => [request.id, request]));
  const rows = worked.flatMap(({ id }) => {
    const request = requests.get(id);
    const view = request && viewOf(desk, request.state, person);
    if (!request || !step || !view || isRefusal(standing(procedure, step, view))) return [];
    const text = view.deadline?.due ? `Due ${formatDay(view.deadline.due)}` : 'Waiting for the requester';
    return [{ title: request.ref, text, action: { title: 'Put off', verb: 'form', data: { r: id, s: PUT_OFF_STEP } } }];
  });
  return {
    kind: 'page',
    title: 'Put off a reminder',
    blocks: [{ is: 'rows', rows: rows.slice(0, SHOWN), empty: 'No reminder comes to you that could wait.' }],
    actions: [{ title: 'My work', verb: 'my-work', data: {} }],
  };
}
