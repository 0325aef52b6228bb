import { sightOf } from '../domain/access.js';
import type { CaseShown } from '../domain/shown.js';
import type { Step } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { boardFields, boardPage, entryFields, entryPage } from './show/board.js';
import { readKnown } from './show/known-facts.js';
import { receiptFields, receiptsPage } from './show/search-receipts.js';
import { forThoseWho, type Showing } from './show-request.js';
import { notThere } from './show-request.js';
import { viewOf } from './view-of.js';

/** The board of searches, records or consultations of a case; for those who see the whole of it. */
export async function showBoard(
  desk: Desk,
  person: KnownPerson,
  ask: { requestId: string; collection: string; skip: number },
): Promise<Showing> {
  return forThoseWho(desk, person, { id: ask.requestId }, ['whole'], async (request, view) => {
    const collection = procedure.collections.find((c) => c.code === ask.collection);
    if (!collection) return notThere();
    const known = await readKnown(desk, request.state, boardFields(request, collection, ask.skip));
    return {
      shown: boardPage(desk, request, { collection, view, known, skip: ask.skip }),
      holds: { requestId: request.id, person: person.id },
    };
  });
}

/** Search receipts of a case, for those who see the whole of it. */
export async function showReceipts(desk: Desk, person: KnownPerson, requestId: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole'], async (request) => ({
    shown: receiptsPage(request, await readKnown(desk, request.state, receiptFields(request.state))),
    holds: { requestId: request.id, person: person.id },
  }));
}

/** The board again after a step on it, for those who see the whole case; null when nothing on it is open any more. */
export async function boardAfter(
  desk: Desk,
  person: KnownPerson,
  request: SubjectRequest,
  after: { step: Step; banner: NonNullable<CaseShown['banner']> },
): Promise<Showing | null> {
  const collection = procedure.collections.find((c) => c.code === (after.step.of ?? after.step.onBoard));
  const entries = Object.values(request.state.items[collection?.code ?? ''] ?? {});
  if (!after.step.backToBoard || !collection || entries.every((facts) => collection.settled(facts))) return null;
  const view = viewOf(desk, request.state, person);
  if (sightOf(procedure, person, request.state, view.today) !== 'whole') return null;
  const known = await readKnown(desk, request.state, boardFields(request, collection, 0));
  return {
    shown: boardPage(desk, request, { collection, view, known, skip: 0, banner: after.banner }),
    holds: { requestId: request.id, person: person.id },
  };
}

/** One entry of a board, with the words recorded about it. */
export async function showEntry(
  desk: Desk,
  person: KnownPerson,
  ask: { requestId: string; collection: string; id: string },
): Promise<Showing> {
  return forThoseWho(desk, person, { id: ask.requestId }, ['whole'], async (request, view) => {
    const collection = procedure.collections.find((c) => c.code === ask.collection);
    if (!collection || !Object.hasOwn(request.state.items[ask.collection] ?? {}, ask.id)) return notThere();
    const known = await readKnown(
      desk,
      request.state,
      entryFields(request, ask.collection, ask.id).map(([pointer]) => pointer),
    );
    return {
      shown: entryPage(desk, request, { collection, view, known, id: ask.id }),
      holds: { requestId: request.id, person: person.id },
    };
  });
}
