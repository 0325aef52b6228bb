import { isRefusal } from '../domain/refusals.js';
import { standing } from '../domain/decide.js';
import type { PageShown } from '../domain/shown.js';
import type { Step } from '../domain/step.js';
import { procedure } from '../procedure/contents.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { showForm } from './show-form.js';
import { find, notThere, type Showing } from './show-request.js';
import { pressData } from './show/buttons.js';
import { PAGE_SIZE, rowsOf } from './show/list-pages.js';
import { viewOf } from './view-of.js';

const IN_ERROR = 'reported-in-error';
const inError = procedure.steps.find((s) => s.id === IN_ERROR) as Step;

/** `cancel`: what a person typed into forms and did not record is deleted; what is recorded stays. */
export async function cancelForms(desk: Desk, person: KnownPerson): Promise<PageShown> {
  const dropped = await desk.drafts.removeOwn(person.id);
  const text =
    dropped > 0
      ? 'What you typed and did not record has been deleted. Nothing was recorded.'
      : 'There was nothing unfinished. What is recorded stays: a report made in error can be taken back while nobody works on it.';
  return {
    kind: 'page',
    title: dropped > 0 ? 'Cancelled. Nothing was recorded.' : 'Nothing to cancel',
    blocks: [{ is: 'text', text }],
    actions: [
      { title: 'Report a request', verb: 'report', data: {} },
      ...(dropped > 0 ? [] : [{ title: 'Reported in error…', verb: 'in-error', data: {} }]),
    ],
  };
}

/** `reported in error`: the form for a case, for the only report it can still be said of, or the reports to choose from. */
export async function showInError(desk: Desk, person: KnownPerson, ref: string): Promise<Showing> {
  if (ref !== '') {
    const request = await find(desk, { ref });
    return request ? showForm(desk, person, { requestId: request.id, step: IN_ERROR }) : notThere();
  }
  const { rows } = await desk.requests.reportedBy(person.id, { skip: 0, limit: PAGE_SIZE });
  const open = rows.filter((r) => !isRefusal(standing(procedure, inError, viewOf(desk, r.state, person))));
  const [only] = open;
  if (only && open.length === 1) return showForm(desk, person, { requestId: only.id, step: IN_ERROR });
  return { shown: whichPage(desk, person, open) };
}

function whichPage(desk: Desk, person: KnownPerson, open: Parameters<typeof rowsOf>[2]['rows']): PageShown {
  const rows = rowsOf(desk, person, { rows: open, more: false }).map((row, i) => {
    const request = open[i];
    return request ? { ...row, action: { title: 'This one', verb: 'form', data: { ...pressData(desk, request), s: IN_ERROR } } } : row;
  });
  const empty =
    'None of your newest reports can be taken back by you any more: somebody works on each. Open the case and add a note, and they will see it.';
  return {
    kind: 'page',
    title: open.length > 0 ? 'Which report was made in error?' : 'Nothing to take back',
    blocks: [{ is: 'rows', rows, empty }],
    actions: [{ title: 'My requests', verb: 'my-requests', data: {} }],
  };
}
