import { heldItemsOf } from '../../domain/clock.js';
import type { View } from '../../domain/step.js';
import type { RequestState, SubjectRequest } from '../../domain/subject-request.js';
import type { LetterFacts } from '../../letters/letter.js';
import { requesterOf } from '../../procedure/requesters.js';
import { directorateTitle, postTitle } from '../../procedure/owners.js';
import type { Desk } from '../desk.js';
import { readKnown, type Known } from '../show/known-facts.js';
import { askingRecorded, askingTyped } from './asking-of.js';
import { recordFields, recordsOfCase } from './records-of.js';
import { replyFields, replyOf } from './reply-of.js';
import { requesterFields, requesterPartsOf } from './requester-of.js';
import { routeFields, routeOf } from './route-of.js';
import { timeFields, timeOf } from './time-of.js';

const FIELDS = ['requesterName', 'subjectName', 'address', 'words', 'places', 'contact', 'help'];

/** Everything that a letter may be written from, read at once. `typed` stands for answers that are not recorded yet. */
export async function letterFacts(desk: Desk, request: SubjectRequest, view: View, typed?: Record<string, unknown>): Promise<LetterFacts> {
  const { state } = request;
  const [known, recorded] = await Promise.all([
    readKnown(desk, state, [...FIELDS, ...timeFields, ...requesterFields, ...routeFields, ...replyFields(state), ...recordFields(state)]),
    typed ? undefined : askingRecorded(desk, request),
  ]);
  const asking = typed ? askingTyped(view, typed) : recorded;
  return {
    reference: request.ref,
    on: view.today,
    ...addresseeIn(state, known),
    received: state.timeline.received,
    asked: [known.detail('words') ?? '', known.detail('places') ?? ''].filter(Boolean),
    due: view.deadline?.due ?? null,
    ...waitingOf(state, view),
    officer: officerOf(desk, state, known),
    helped: helpedOf(state, known),
    ...(asking && { asking }),
    reply: replyOf(state, known),
    ...recordsOfCase(state, known),
    ...timeOf(desk, state, view, known),
    ...requesterPartsOf(state, view, known, typed),
    ...routeOf(state, view, known, typed),
  };
}

/** Somebody whose document was seen at the counter, or whose identity is settled, need not send a copy. */
function helpedOf({ facts }: RequestState, known: Known): NonNullable<LetterFacts['helped']> {
  const [contact, help] = [known.detail('contact'), known.detail('help')];
  const isKnown = facts['identity'] !== undefined || facts['identityAtCounter'] === 'DOCUMENT_SEEN';
  return { known: isKnown, ...(contact !== undefined && { contact }), ...(help !== undefined && { help }) };
}

/** Whoever asked; but a child who is answered themselves is written to, and not the parent who asked (§1.2.3(3)). */
function addresseeIn({ facts }: RequestState, known: Known): Pick<LetterFacts, 'to' | 'about'> {
  const whose = known.detail('subjectName');
  if (facts['childBasis'] === 'DIRECT' && whose !== undefined) return { to: { name: whose, address: [] } };
  const to = { name: known.detail('requesterName') ?? '', address: (known.detail('address') ?? '').split('\n').filter(Boolean) };
  return requesterOf(facts).forAnother && whose !== undefined ? { to, about: whose } : { to };
}

const THINGS: Readonly<Record<string, string>> = {
  fee: 'the fee',
  authority: 'proof that you may act for the other person',
  attorney: 'the power of attorney, or the order of a court',
};

function waitingOf({ timeline }: RequestState, view: View): Pick<LetterFacts, 'awaited' | 'waiting'> {
  const held = heldItemsOf(timeline);
  const asked = 'fault' in held ? [] : held.filter((h) => !h.arrived).map((h) => THINGS[h.item] ?? `proof of your ${h.item}`);
  const paused = view.deadline?.state === 'paused';
  const awaited = paused ? [...asked, 'an answer to our question'] : asked;
  return { awaited, ...(awaited.length > 0 && { waiting: paused ? ('paused' as const) : ('not-started' as const) }) };
}

/** A case officer signs for their directorate; before one is named, the DIAO's post answers. */
function officerOf(desk: Desk, { facts }: RequestState, known: Known): LetterFacts['officer'] {
  const { caseOfficer, post, directorate } = facts;
  if (caseOfficer !== undefined) return { name: known.name(caseOfficer), team: directorateTitle(directorate) };
  if (directorate === undefined) return { team: desk.council.team };
  return { team: post ? postTitle(post) : directorateTitle(directorate) };
}
