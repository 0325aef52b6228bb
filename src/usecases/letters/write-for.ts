import { sightOf } from '../../domain/access.js';
import { refuse, type Refusal } from '../../domain/refusals.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { letterKind } from '../../letters/kinds.js';
import { writeLetter, type Letter } from '../../letters/letter.js';
import { procedure } from '../../procedure/contents.js';
import { letterOffers } from '../../procedure/letters.js';
import type { Desk } from '../desk.js';
import { guardLetter } from '../guard/reply-mentions.js';
import { slipFactsOf } from '../slip-of.js';
import { viewOf } from '../view-of.js';
import { letterFacts } from './facts-of.js';
import { lettersFor, mayMake, readLetterCode } from './which.js';

const SLIP = 'slip';
const notOpen = (): Refusal => refuse('not-visible', 'This case is not open to you any more.', { clause: '1.3' });
const notNow = (clause: string): Refusal =>
  refuse('not-at-this-stage', 'This letter does not belong to where the case stands.', { clause });

/** The letter behind a link, written from the facts as they are now. Whether this person may have it is asked afresh each time. */
export async function writeForLink(desk: Desk, link: { person: string; requestId: string; letter: string }): Promise<Letter | Refusal> {
  const { id, draft } = readLetterCode(link.letter);
  if (id === SLIP) return writeSlip(desk, link);
  const [person, request] = await Promise.all([desk.people.byId(link.person), desk.requests.byId(link.requestId)]);
  if (!person || !request) return notOpen();
  const view = viewOf(desk, request.state, person);
  if (sightOf(procedure, person, request.state, view.today) !== 'whole') return notOpen();
  return writeFor(desk, request, view, { id, ...(draft !== undefined && { draft }) });
}

/** A letter of a case that this person sees the whole of; from the answers in a draft of theirs, if it is named. */
export async function writeFor(
  desk: Desk,
  request: SubjectRequest,
  view: View,
  which: { id: string; draft?: string },
): Promise<Letter | Refusal> {
  const [kind, offer] = [letterKind(which.id), letterOffers.find((o) => o.id === which.id)];
  if (!kind || !offer || !mayMake(offer, view)) return notOpen();
  if (which.draft === undefined) {
    if (!lettersFor(view).includes(offer)) return notNow(offer.clause);
    return guardLetter(desk, request, writeLetter(kind, await letterFacts(desk, request, view), desk.council));
  }
  const typed = offer.before === undefined ? null : await desk.drafts.read(which.draft, view.person.id);
  if (!typed) return refuse('not-known', 'What you typed is a day old or was put away. Fill the form in again.', { clause: offer.clause });
  return guardLetter(desk, request, writeLetter(kind, await letterFacts(desk, request, view, typed), desk.council));
}

async function writeSlip(desk: Desk, link: { person: string; requestId: string }): Promise<Letter | Refusal> {
  const [kind, facts] = [letterKind(SLIP), await slipFactsOf(desk, link.person, link.requestId)];
  return kind && facts ? writeLetter(kind, facts, desk.council) : notOpen();
}
