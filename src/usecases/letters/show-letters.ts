import { isRefusal, type Refusal } from '../../domain/refusals.js';
import type { PageBlock, PageShown } from '../../domain/shown.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { letterKind } from '../../letters/kinds.js';
import { writeLetter } from '../../letters/letter.js';
import type { LetterOffer } from '../../procedure/letters.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { cite } from '../show/cite.js';
import { openButton, refusalPage } from '../show/pages.js';
import { forThoseWho, type Showing } from '../show-request.js';
import { letterFacts } from './facts-of.js';
import { lettersFor } from './which.js';
import { writeFor } from './write-for.js';

type Rows = Extract<PageBlock, { is: 'rows' }>['rows'];

/** The letters that make sense for this case now; one that cannot be made yet says what it lacks. */
export async function showLetters(desk: Desk, person: KnownPerson, requestId: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole'], async (request, view) => {
    const offers = lettersFor(view);
    const facts = offers.length > 0 ? await letterFacts(desk, request, view) : null;
    const rows = offers.map((offer): Rows[number] => {
      const kind = letterKind(offer.id);
      const letter = kind && facts && offer.id !== 'slip' ? writeLetter(kind, facts, desk.council) : null;
      return rowOf(request, offer, isRefusal(letter) ? letter : null);
    });
    const blocks: PageBlock[] = [{ is: 'rows', rows, empty: 'There is no letter for you to make here now.' }];
    return { shown: { kind: 'page', title: 'Letters', under: request.ref, blocks, actions: [openButton(request)] } };
  });
}

function rowOf(request: SubjectRequest, offer: LetterOffer, refusal: Refusal | null): Rows[number] {
  const verb = offer.id === 'slip' ? 'slip' : 'letter';
  return {
    title: offer.title,
    text: refusal ? `Missing: ${(refusal.also ?? []).join('; ')}` : offer.about,
    ...(refusal && { side: 'Not yet', press: 'soon' as const }),
    action: { title: refusal ? 'What is missing' : 'Make it', verb, data: { r: request.id, l: offer.id } },
  };
}

/** The link to one letter: signed, single use, 15 minutes, in the personal chat only. A letter that lacks something gets no link, but the reason. */
export async function letterLink(desk: Desk, person: KnownPerson, requestId: string, id: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole'], async (request, view) => {
    const letter = await writeFor(desk, request, view, { id });
    // The sentence names all that is missing.
    if (isRefusal(letter)) return { shown: refusalPage({ ...letter, also: [] }, request) };
    return { shown: linkPage(request, letter.title, cite(letterKind(id)?.clause ?? ''), await linkTo(desk, person, request, id)) };
  });
}

/** Makes a link and records that it was made. Answers its address. */
export async function linkTo(desk: Desk, person: KnownPerson, request: SubjectRequest, code: string): Promise<string> {
  const token = await desk.links.make({ person: person.id, requestId: request.id, letter: code });
  await desk.audit.record({ what: 'letter-link', by: person.id, requestId: request.id, codes: { letter: code } });
  return `${desk.publicUrl}/letters/${token}`;
}

function linkPage(request: SubjectRequest, title: string, clause: string, url: string): PageShown {
  const text =
    'The link works once, for 15 minutes, and only while you may see the case. A page asks you before the file is made. Send the letter yourself, then record it as sent.';
  return {
    kind: 'page',
    title,
    under: `${request.ref} · ${clause}`,
    blocks: [{ is: 'text', text }],
    actions: [
      { title: 'Get the letter', verb: 'open-url', data: {}, url, primary: true },
      { title: 'Other letters', verb: 'letters', data: { r: request.id } },
      openButton(request),
    ],
  };
}
