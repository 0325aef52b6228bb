import { standing } from '../../domain/decide.js';
import { isRefusal, type Refusal } from '../../domain/refusals.js';
import type { Button, PageBlock, PageShown } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { letterKind } from '../../letters/kinds.js';
import { writeLetter, type Letter } from '../../letters/letter.js';
import { previewOf } from '../../letters/preview.js';
import { procedure } from '../../procedure/contents.js';
import type { LetterOffer } from '../../procedure/letters.js';
import { sentBy } from '../../procedure/letters-sent.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { pressData } from '../show/buttons.js';
import { cite } from '../show/cite.js';
import { openButton, refusalPage } from '../show/pages.js';
import { forThoseWho, type Showing } from '../show-request.js';
import { letterFacts } from './facts-of.js';
import { letterCode, lettersFor, type LetterFormat } from './which.js';
import { lettersSoFar } from './letters-so-far.js';
import { writeFor } from './write-for.js';

type Rows = Extract<PageBlock, { is: 'rows' }>['rows'];

/** The letters of the case: those that make sense now, one that cannot be made yet with what it lacks; then those that were sent and made. */
export async function showLetters(desk: Desk, person: KnownPerson, requestId: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole'], async (request, view) => {
    const offers = lettersFor(view);
    const [facts, soFar] = await Promise.all([
      offers.length > 0 ? letterFacts(desk, request, view) : null,
      lettersSoFar(desk, request, view),
    ]);
    const rows = offers.map((offer): Rows[number] => {
      const kind = letterKind(offer.id);
      const letter = kind && facts && offer.id !== 'slip' ? writeLetter(kind, facts, desk.council) : null;
      return rowOf(request, offer, isRefusal(letter) ? letter : null);
    });
    const blocks: PageBlock[] = [
      { is: 'rows', rows, empty: 'There is no letter for you to make here now.' },
      { is: 'rows', heading: 'Letters of this case', rows: soFar, empty: 'None was made or sent yet.' },
    ];
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

/**
 * One letter as it reads, with its links: signed, single use, 15 minutes, in the personal chat only. A letter that lacks something gets
 * no link, but the reason.
 */
export async function letterLink(desk: Desk, person: KnownPerson, requestId: string, id: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole'], async (request, view) => {
    const letter = await writeFor(desk, request, view, { id });
    // The sentence names all that is missing.
    if (isRefusal(letter)) return { shown: refusalPage({ ...letter, also: [] }, request) };
    const get = await linksTo(desk, person, request, { id });
    const actions = [...get, ...recordButton(desk, request, view, id), otherLetters(request), openButton(request)];
    return { shown: previewPage(letter, cite(letterKind(id)?.clause ?? ''), actions), holds: { requestId: request.id, person: person.id } };
  });
}

/** The buttons that fetch a letter, as Word document and as PDF; a letter made from a draft is named with it. */
export async function linksTo(
  desk: Desk,
  person: KnownPerson,
  request: SubjectRequest,
  of: { id: string; draft?: string },
): Promise<Button[]> {
  const get = async (title: string, format: LetterFormat): Promise<Button> => {
    const url = await linkTo(desk, person, request, letterCode(of.id, of.draft, format));
    return { title, verb: 'open-url', data: {}, url, ...(format === 'docx' && { primary: true }) };
  };
  return Promise.all([get('Get it for Word', 'docx'), get('Get it as PDF', 'pdf')]);
}

/** Makes a link and records that it was made. Answers its address. */
export async function linkTo(desk: Desk, person: KnownPerson, request: SubjectRequest, code: string): Promise<string> {
  const token = await desk.links.make({ person: person.id, requestId: request.id, letter: code });
  await desk.audit.record({ what: 'letter-link', by: person.id, requestId: request.id, codes: { letter: code } });
  return `${desk.publicUrl}/letters/${token}`;
}

const otherLetters = (request: SubjectRequest): Button => ({ title: 'Other letters', verb: 'letters', data: { r: request.id } });

/** The way to the form that records the letter as sent, for whoever may take that step now. */
function recordButton(desk: Desk, request: SubjectRequest, view: View, id: string): Button[] {
  const step = procedure.steps.find((s) => s.id === sentBy(id)?.step);
  if (!step || isRefusal(standing(procedure, step, view))) return [];
  return [{ title: 'Record as sent…', verb: 'form', data: { ...pressData(desk, request), s: step.id, l: id } }];
}

function previewPage(letter: Letter, clause: string, actions: Button[]): PageShown {
  const text =
    'This is what the letter says. Each link works once, for 15 minutes, while you may see the case. Send the letter yourself, then record it as sent.';
  return {
    kind: 'page',
    title: letter.title,
    under: `${letter.reference} · ${clause}`,
    blocks: [{ is: 'text', text, small: true, quiet: true }, ...previewOf(letter)],
    actions,
    summaryLine: `${letter.reference}: ${letter.title}`,
  };
}
