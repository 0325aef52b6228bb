import { heldItemsOf } from '../domain/clock.js';
import { sightOf } from '../domain/access.js';
import type { PageShown } from '../domain/shown.js';
import type { LetterFacts } from '../letters/letter.js';
import { procedure } from '../procedure/contents.js';
import { directorateTitle, postTitle } from '../procedure/owners.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { readKnown } from './show/known-facts.js';
import { openButton } from './show/pages.js';
import { forThoseWho, type Showing } from './show-request.js';
import { viewOf } from './view-of.js';

/** The facts of the acknowledgement (LTR-02); null when this person may not (or no longer) have it. Checked again when the file is fetched. */
export async function letterFactsOf(desk: Desk, personId: string, requestId: string): Promise<LetterFacts | null> {
  const [person, request] = await Promise.all([desk.people.byId(personId), desk.requests.byId(requestId)]);
  if (!person || !request) return null;
  const view = viewOf(desk, request.state, person);
  if (sightOf(procedure, person, request.state, view.today) !== 'whole') return null;
  const known = await readKnown(desk, request.state);
  const { facts, timeline } = request.state;
  const held = heldItemsOf(timeline);
  const asked = 'fault' in held ? [] : held.filter((h) => !h.arrived).map((h) => `proof of your ${h.item}`);
  const paused = view.deadline?.state === 'paused';
  const awaited = paused ? [...asked, 'an answer to our question'] : asked;
  const other = facts['behalf'] === 'OTHER' ? known.detail('subjectName') : undefined;
  return {
    reference: request.ref,
    on: view.today,
    to: { name: known.detail('requesterName') ?? '', address: (known.detail('address') ?? '').split('\n').filter(Boolean) },
    ...(other !== undefined && { about: other }),
    received: timeline.received,
    asked: [known.detail('words') ?? '', known.detail('places') ?? ''].filter(Boolean),
    due: view.deadline?.due ?? null,
    awaited,
    ...(awaited.length > 0 && { waiting: paused ? ('paused' as const) : ('not-started' as const) }),
    officer: {
      team: facts['post'] ? postTitle(facts['post']) : directorateTitle(facts['directorate']),
      ...(facts['caseOfficer'] ? { name: known.name(facts['caseOfficer']) } : {}),
    },
  };
}

/** The link to the letter: signed, single use, 15 minutes, in the personal chat only. */
export async function letterLink(desk: Desk, person: KnownPerson, requestId: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole'], async (request) => {
    const token = await desk.links.make({ person: person.id, requestId, letter: 'acknowledgement' });
    await desk.audit.record({ what: 'letter-link', by: person.id, requestId, codes: { letter: 'acknowledgement' } });
    const shown: PageShown = {
      kind: 'page',
      title: 'Acknowledgement letter',
      under: `${request.ref} · §3.7`,
      blocks: [
        {
          is: 'text',
          text: 'The link works once, for 15 minutes, and only while you may see the case. A page asks you before the file is made. Send the letter yourself, then record it as sent.',
        },
      ],
      actions: [
        { title: 'Get the letter', verb: 'open-url', data: {}, url: `${desk.publicUrl}/letters/${token}`, primary: true },
        openButton(request),
      ],
    };
    return { shown };
  });
}
