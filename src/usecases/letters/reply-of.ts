import type { Facts, RequestState } from '../../domain/subject-request.js';
import type { DecidedRecord, Reply, SearchedPlace } from '../../letters/case-parts.js';
import { directorateTitle, postTitle } from '../../procedure/owners.js';
import { shortSystem } from '../../procedure/record-titles.js';
import { systems } from '../../procedure/records.js';
import { isDecided, isKeptBack, isListed, placeOf } from '../../procedure/schedule.js';
import { statementsOf } from '../../procedure/statements.js';
import type { Known } from '../show/known-facts.js';

const FIELDS = ['description', 'dated'];
const GIVEN: Readonly<Record<string, DecidedRecord['given']>> = { GIVE: 'whole', REDACT: 'part', WITHHOLD: 'none' };

/** Details that a reply needs beside those of a card: what each record is called. */
export const replyFields = (state: RequestState): string[] => [
  ...Object.keys(state.items['records'] ?? {}).flatMap((id) => FIELDS.map((field) => `records/${id}/${field}`)),
  ...statementsOf(state).map(({ kind }) => `statements/${kind.code}/says`),
];

/** What the reply gives, as the case stands. Records kept back in silence are still among them: the letters leave them out. */
export function replyOf(state: RequestState, known: Known): Reply {
  const listed = Object.entries(state.items['records'] ?? {}).filter(([, r]) => isListed(r));
  const { diao, post, directorate } = state.facts;
  return {
    records: listed.filter(([, r]) => isDecided(r)).map(([id, r]) => recordOf(state, known, id, r)),
    undecided: listed.filter(([, r]) => !isDecided(r)).map(([, r]) => Number(r['no'])),
    searched: Object.values(state.items['tasks'] ?? {}).flatMap(placeSearched),
    statements: statementsOf(state).map(({ kind, facts }) => ({
      code: kind.code,
      says: known.detail(`statements/${kind.code}/says`) ?? '',
      righted: facts['righted'] === 'AMENDED' || facts['righted'] === 'ANNOTATED' ? facts['righted'] : null,
      goneOn: typeof facts['goneOn'] === 'string' ? facts['goneOn'] : null,
    })),
    diao: { ...(diao !== undefined && { name: known.name(diao) }), post: post ? postTitle(post) : directorateTitle(directorate) },
  };
}

function recordOf(state: RequestState, known: Known, id: string, record: Facts): DecidedRecord {
  const search = state.items['tasks']?.[String(record['source'])];
  return {
    dated: known.detail(`records/${id}/dated`) ?? '',
    description: known.detail(`records/${id}/description`) ?? '',
    source: search ? shortSystem(search['system']) : 'Another place',
    given: GIVEN[String(record['decision'])] ?? 'none',
    place: placeOf(record),
    // Anything but a plain yes is silence: nobody is told by a slip.
    exemption: isKeptBack(record) ? { code: String(record['code']), cite: record['cite'] === true } : null,
  };
}

function placeSearched(task: Facts): SearchedPlace[] {
  if (task['answer'] === 'WITHDRAWN') return [];
  const holds = systems.find((s) => s.code === task['system'])?.holds;
  const answer = task['answer'] === 'FOUND' || task['answer'] === 'NOTHING' ? task['answer'] : 'OPEN';
  return [{ place: [shortSystem(task['system']), holds].filter(Boolean).join(': '), answer, destroyed: task['nilReason'] === 'DESTROYED' }];
}
