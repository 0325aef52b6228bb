import { formatDay } from '../../domain/local-date.js';
import type { Button } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { RequestState, SubjectRequest } from '../../domain/subject-request.js';
import { evidenceTitle } from '../../procedure/evidence.js';
import { statementsOf } from '../../procedure/statements.js';
import { mayHavePack } from '../evidence-pack/may-have.js';
import { mayCheck } from '../leak-check/check.js';
import { lettersAt } from '../letters/which.js';
import { joinedTo } from '../show-notes.js';
import type { Known } from './known-facts.js';

type Row = { title: string; value: string };
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');

/** Facts of a case card that come from everyday steps; none for a case that had none. */
export function everydayFacts(state: RequestState, known: Known): Row[] {
  const { facts } = state;
  const moved = ['LOGGED', 'VALIDATING'].includes(state.stage) ? known.detail('reallocationReason') : undefined;
  const rows: [string, string | undefined][] = [
    ['Changed', facts['contactChangedOn'] ? `contact details, ${day(facts['contactChangedOn'])}; what stood before is kept` : undefined],
    ['Astray', sayAstray(facts)],
    ['Finished document', sayChecked(facts)],
    ['Elsewhere', known.detail('otherReference')],
    [
      'In doubt',
      facts['identityDoubt'] ? `${known.detail('doubt') ?? ''} Needed: ${lower(evidenceTitle(facts['identityDoubt']))}` : undefined,
    ],
    ['Handed over', facts['handedOverOn'] ? `${day(facts['handedOverOn'])}: ${known.detail('handoverNote') ?? ''}` : undefined],
    ['Moved here', moved === undefined ? undefined : `${day(facts['movedOn'])}: ${moved}`],
    [
      'Joined',
      joinedTo({ state })
        .map((ref) => sayJoined(state, ref))
        .join('; '),
    ],
    [
      'Enclosed',
      statementsOf(state)
        .map(({ kind, facts: its }) => kind.title.toLowerCase() + (its['goneOn'] ? `, ${day(its['goneOn'])}` : ''))
        .join('; '),
    ],
    ['Goes on as', facts['mergedInto'] === undefined ? undefined : String(facts['mergedInto'])],
  ];
  return rows.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
/** What the last check of a finished document found. */
function sayChecked({ leaks, leakCount, leakCheckedOn }: RequestState['facts']): string | undefined {
  if (leaks === undefined) return undefined;
  if (leaks === 'CLEAN') return `checked ${day(leakCheckedOn)}, nothing found`;
  const places = leakCount === 1 ? '1 place' : `${String(leakCount)} places`;
  return `checked ${day(leakCheckedOn)}: do not send it, ${leakCount === 0 ? 'part of it could not be read' : places}`;
}

/** What reached the wrong person, and whether it was seen to. */
function sayAstray({ breach, breachReportedOn, breachDealtOn }: RequestState['facts']): string | undefined {
  if (breach === undefined) return undefined;
  const open = breach === 'REPORTED' ? 'Information Governance is on it' : `seen to ${day(breachDealtOn)}`;
  return `reported ${day(breachReportedOn)}; ${open}`;
}

const sayJoined = (state: RequestState, ref: string): string =>
  state.items['linked']?.[ref]?.['same'] === true ? `${ref}, the same request` : `${ref}, asked again`;

const EVERYDAY_LETTERS = ['acknowledgement', 'request-form', 'slip'];

/** The way to the letters: in sight when the case waits for one, else under the menu. */
function lettersButton(request: SubjectRequest): Button[] {
  const letters = lettersAt(request.state);
  if (letters.length === 0) return [];
  const waits = letters.some((l) => !EVERYDAY_LETTERS.includes(l.id));
  return [{ title: 'Letters', verb: 'letters', data: { r: request.id }, ...(!waits && { secondary: true }) }];
}

/** Ways from a case card to pages that only some cases have; they stand under the menu. */
export function everydayActions(request: SubjectRequest, view: View): Button[] {
  const { facts } = request.state;
  const at = (title: string, verb: string): Button => ({ title, verb, data: { r: request.id }, secondary: true });
  return [
    ...(facts['lastNoteOn'] !== undefined || joinedTo(request).length > 0 ? [at('Notes', 'notes')] : []),
    ...(facts['contactChangedOn'] === undefined ? [] : [at('Earlier contact details', 'contact-history')]),
    ...(Object.keys(request.state.items['tasks'] ?? {}).length === 0 ? [] : [at('Search receipts', 'receipts')]),
    ...lettersButton(request),
    ...(facts['result'] !== undefined && mayCheck(view) ? [at('Check a finished document', 'leak-check')] : []),
    ...(facts['sentOn'] !== undefined && mayHavePack(view) ? [at('Evidence pack', 'evidence-pack')] : []),
    ...(facts['diao'] === undefined ? [] : [at('The ten steps', 'ten-steps')]),
  ];
}
