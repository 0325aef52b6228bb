import type { Facts, RequestState } from '../domain/subject-request.js';
import { shortSystem } from './record-titles.js';
import { isSearchSettled, proposedSystems, systems } from './records.js';

/** What was looked at and what was not (ENT-03, SRC-05): each place of T2 is searched, ruled out with a reason, or still to be considered. */
const onPaper: readonly string[] = ['MANUAL', 'ARCHIVE', 'UNSTRUCT'];
export type Looked = 'searched' | 'open' | 'ruled out' | 'proposed' | 'not considered';
export interface Place {
  code: string;
  title: string;
  paper: boolean;
  looked: Looked;
}

const searchesIn = (state: RequestState, code: string): Facts[] =>
  Object.values(state.items['tasks'] ?? {}).filter((t) => t['system'] === code && t['answer'] !== 'WITHDRAWN');

function lookedAt(state: RequestState, code: string): Looked {
  const asked = searchesIn(state, code);
  if (asked.length > 0) return asked.every(isSearchSettled) ? 'searched' : 'open';
  if (((state.facts['ruledOut'] as string[] | undefined) ?? []).includes(code)) return 'ruled out';
  return proposedSystems(state.facts).includes(code) ? 'proposed' : 'not considered';
}

/** The systems checklist of a case: every place where records are held, and what became of it here. */
export const placesOf = (state: RequestState): Place[] =>
  systems.map(({ code }) => ({ code, title: shortSystem(code), paper: onPaper.includes(code), looked: lookedAt(state, code) }));
export const coverageRow = { rows: ['ENT-03', 'SRC-05'], clause: '1.2.5' };

/** What was searched of computer records and of paper, in a sentence. */
export function coverageSentence(state: RequestState): string {
  const places = placesOf(state);
  const part = (paper: boolean, name: string): string => {
    const count = (looked: Looked): number => places.filter((p) => p.paper === paper && p.looked === looked).length;
    const said = [
      `${count('searched')} searched`,
      ...(count('open') > 0 ? [`${count('open')} still open`] : []),
      ...(count('ruled out') > 0 ? [`${count('ruled out')} not relevant`] : []),
    ];
    return count('searched') + said.length === 1 ? `${name}: not looked at yet` : `${name}: ${said.join(', ')}`;
  };
  return `${part(false, 'Computer records')}. ${part(true, 'Paper')}.`;
}

/** What an approver should ask about: places that were proposed and neither searched nor ruled out, and paper that nobody considered. */
export function notLookedAt(state: RequestState): string | undefined {
  const places = placesOf(state);
  const proposed = places.filter((p) => p.looked === 'proposed').map((p) => p.title);
  const paper = places.filter((p) => p.paper).every((p) => p.looked === 'not considered') ? ['any paper'] : [];
  const missing = [...proposed, ...paper];
  return missing.length === 0 ? undefined : missing.join(', ');
}
