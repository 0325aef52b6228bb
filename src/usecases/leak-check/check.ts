import { createHash } from 'node:crypto';
import { sightOf } from '../../domain/access.js';
import { standing } from '../../domain/decide.js';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { findMentions, unspokenOn, type Mention, type Unspoken } from '../../procedure/do-not-mention.js';
import { procedure } from '../../procedure/contents.js';
import type { Desk } from '../desk.js';
import { hiddenPhrases, phraseFields } from '../guard/hidden-phrases.js';
import type { KnownPerson } from '../ports.js';
import type { ReadFinished } from '../ports/documents.js';
import { readKnown } from '../show/known-facts.js';
import { viewOf } from '../view-of.js';
import { recordCheck } from './record-check.js';

/** What a link to the page of the check names in place of a letter. */
export const LEAK_CHECK = 'leak-check';
const CLAUSE = '2.12.1';
export interface LeakLink {
  person: string;
  requestId: string;
  letter: string;
}

export interface LeakReport {
  reference: string;
  found: readonly Mention[];
  unread: readonly string[];
  sha256: string;
}

const row = procedure.steps.find((s) => s.id === 'record-the-leak-check');

/** May this person have a document checked for the case now? */
export const mayCheck = (view: View): boolean => row !== undefined && !isRefusal(standing(procedure, row, view));

/** The same check when the page opens and when the document comes. */
export async function leakCheckNow(
  desk: Desk,
  link: LeakLink,
): Promise<{ person: KnownPerson; request: SubjectRequest; view: View } | Refusal> {
  const [person, request] = await Promise.all([desk.people.byId(link.person), desk.requests.byId(link.requestId)]);
  if (!person || !request) return notOpen();
  const view = viewOf(desk, request.state, person);
  const open = link.letter === LEAK_CHECK && sightOf(procedure, person, request.state, view.today) === 'whole' && mayCheck(view);
  return open ? { person, request, view } : notOpen();
}
const notOpen = (): Refusal => refuse('not-your-step', 'A document cannot be checked for this case by you now.', { clause: CLAUSE });

/** Shorter words than this are in every text. */
const SHORTEST = 3;
const MOST_NAMED = 100;

/**
 * Holds a finished document against everything hidden on the case and the names that whoever sends it types in; what is found, and the
 * checksum, are recorded on the case. Neither the document nor the names are kept.
 */
export async function checkForLeaks(
  desk: Desk,
  link: LeakLink,
  sent: { bytes: Uint8Array; names: readonly string[] },
  read: ReadFinished,
): Promise<LeakReport | Refusal | { fault: string }> {
  const now = await leakCheckNow(desk, link);
  if (isRefusal(now)) return now;
  const document = await read(sent.bytes);
  if ('fault' in document) return document;
  const { state } = now.request;
  const known = await readKnown(desk, state, phraseFields(state));
  const unspoken = [...unspokenOn(state, hiddenPhrases(state, known.detail)), ...namesOf(sent.names)];
  const found = findMentions(document.said, unspoken);
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex');
  const places = [...new Set([...found.map((f) => f.place), ...document.unread.map((u) => `not looked into: ${u}`)])].join('; ');
  const no = await recordCheck(desk, now.person, now.request.id, {
    leaks: found.length === 0 && document.unread.length === 0 ? 'CLEAN' : 'FOUND',
    leakCount: String(found.length),
    leakKind: document.kind,
    leakFile: sha256,
    leakPlaces: places.slice(0, 2000),
  });
  return no ?? { reference: now.request.ref, found, unread: document.unread, sha256 };
}

function namesOf(names: readonly string[]): Unspoken[] {
  const beginnings = names.map((name) => name.trim().replace(/\s+/g, ' ').toLowerCase()).filter((name) => name.length >= SHORTEST);
  // One at a time, so that each name is found and not only the first.
  return beginnings.slice(0, MOST_NAMED).map((name) => ({ why: 'a name or word that you typed', clause: '2.9', beginnings: [name] }));
}
