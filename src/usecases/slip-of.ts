import { sightOf } from '../domain/access.js';
import type { PageShown } from '../domain/shown.js';
import type { LetterFacts } from '../letters/letter.js';
import { slip } from '../letters/slip.js';
import { procedure } from '../procedure/contents.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { cite } from './show/cite.js';
import { openButton } from './show/pages.js';
import { forThoseWho, type Showing } from './show-request.js';
import { viewOf } from './view-of.js';

/** Whoever took the request may hand out its slip, and whoever sees the case. */
const MAY = ['whole', 'receipt'];

/** The facts of the slip: reference and days, nothing personal. Null when this person may not have it; asked again when the file is fetched. */
export async function slipFactsOf(desk: Desk, personId: string, requestId: string): Promise<LetterFacts | null> {
  const [person, request] = await Promise.all([desk.people.byId(personId), desk.requests.byId(requestId)]);
  if (!person || !request) return null;
  const view = viewOf(desk, request.state, person);
  if (!MAY.includes(sightOf(procedure, person, request.state, view.today))) return null;
  return {
    reference: request.ref,
    on: view.today,
    to: { name: '', address: [] },
    received: request.state.timeline.received,
    asked: [],
    due: view.deadline?.due ?? null,
    awaited: [],
    officer: { team: '' },
  };
}

/** The link to the slip: signed, single use, 15 minutes, in the personal chat only. */
export async function slipLink(desk: Desk, person: KnownPerson, requestId: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, MAY, async (request) => {
    const token = await desk.links.make({ person: person.id, requestId, letter: slip.id });
    await desk.audit.record({ what: 'letter-link', by: person.id, requestId, codes: { letter: slip.id } });
    const text =
      'One page to print and hand over: the reference, the day, what happens next and how to reach us. It names nobody. The link works once, for 15 minutes.';
    const shown: PageShown = {
      kind: 'page',
      title: slip.title,
      under: `${request.ref} · ${cite(slip.clause)}`,
      blocks: [{ is: 'text', text }],
      actions: [
        { title: 'Get the slip', verb: 'open-url', data: {}, url: `${desk.publicUrl}/letters/${token}`, primary: true },
        openButton(request, 'Back'),
      ],
    };
    return { shown };
  });
}
