import { standing } from '../domain/decide.js';
import { isRefusal } from '../domain/refusals.js';
import { procedure } from '../procedure/contents.js';
import type { Step } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { refusalPage } from './show/pages.js';
import { nothingToRecordPage, offerPage, recordedPage } from './show/record-pages.js';
import { find, notThere, type Showing, type Which } from './show-request.js';
import { takeStep, type PressAnswer } from './take-step.js';
import { viewOf } from './view-of.js';

const NOTE = 'add-a-note';
const noteStep = procedure.steps.find((s) => s.id === NOTE) as Step;
/** How long a case that was opened counts as what somebody speaks of; minutes of machine time. */
const STILL_SPOKEN_OF = 30;

const mayNote = (desk: Desk, person: KnownPerson, request: SubjectRequest): boolean =>
  !isRefusal(standing(procedure, noteStep, viewOf(desk, request.state, person)));

/** `record DR-2026-0148 the words`: a note of today with the words as they were said. The same message again is one note. */
export async function recordWords(desk: Desk, person: KnownPerson, which: Which, words: string, key: string): Promise<Showing> {
  const request = await find(desk, which);
  if (!request || !mayNote(desk, person, request)) return notThere();
  const taken = await takeNote(desk, person, request.id, words, key);
  switch (taken.was) {
    case 'taken':
      return { shown: recordedPage(desk, taken.request, words), holds: { requestId: request.id, person: person.id } };
    case 'at-fault':
      return { shown: nothingToRecordPage(taken.request.ref, taken.faults[0]?.sentence ?? '') };
    case 'stale':
      return { shown: nothingToRecordPage(taken.request.ref, 'The case is being changed just now. Say it again in a moment.') };
    case 'refused':
      return { shown: refusalPage(taken.refusal, taken.request) };
  }
}

/** A note hangs on no version of the case: when somebody else was faster it is written after theirs. */
async function takeNote(desk: Desk, person: KnownPerson, requestId: string, words: string, key: string): Promise<PressAnswer> {
  const raw = { note: words, noteOn: desk.clock.today() };
  const written = await desk.requests.stepByKey(requestId, key);
  for (let i = 0; ; i += 1) {
    const version = (await desk.requests.byId(requestId))?.version ?? 0;
    const taken = await takeStep(desk, { person, requestId, version: written ? 0 : version, key, step: NOTE, raw });
    if (taken.was !== 'stale' || i === 2) return taken;
  }
}

/** Free text after a case was opened: offers to record it there, the words kept encrypted till then. Null when there is no such case. */
export async function offerToRecord(desk: Desk, person: KnownPerson, words: string): Promise<Showing | null> {
  const id = await desk.seen.lastOpened(person.id, STILL_SPOKEN_OF);
  const request = id === null ? null : await desk.requests.byId(id);
  if (!request || !mayNote(desk, person, request)) return null;
  const draft = desk.ids.id();
  await desk.drafts.save(draft, person.id, { words });
  return { shown: offerPage(request, draft, words), holds: { requestId: request.id, person: person.id } };
}

/** *Record it* on the offer: the same press again is one note. */
export async function recordOffered(desk: Desk, person: KnownPerson, requestId: string, draft: string): Promise<Showing> {
  const kept = await desk.drafts.read(draft, person.id);
  const words = kept?.['words'];
  if (words === undefined) return { shown: nothingToRecordPage('', 'These words were recorded or put away already, or are a day old.') };
  const shown = await recordWords(desk, person, { id: requestId }, words, draft);
  // Kept until the note stands: a press whose answer was lost can be made again.
  if (await desk.requests.stepByKey(requestId, draft)) await desk.drafts.remove(draft);
  return shown;
}

/** *No* on the offer: the words are deleted. Somebody else's stay where they are. */
export async function discardOffered(desk: Desk, person: KnownPerson, draft: string): Promise<Showing> {
  if (await desk.drafts.read(draft, person.id)) await desk.drafts.remove(draft);
  return { shown: nothingToRecordPage('', 'What you typed has been put away.') };
}
