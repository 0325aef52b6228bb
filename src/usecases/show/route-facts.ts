import { sightOf } from '../../domain/access.js';
import { formatDay } from '../../domain/local-date.js';
import type { View } from '../../domain/step.js';
import type { RequestState } from '../../domain/subject-request.js';
import { branches } from '../../procedure/special-routes/adoption.js';
import { controllerTitle } from '../../procedure/special-routes/controllers.js';
import { statementTitle } from '../../procedure/special-routes/footage.js';
import { routeLines } from '../../procedure/special-routes/index.js';
import { statuteTitle } from '../../procedure/special-routes/other-law.js';
import { roles } from '../../procedure/roles.js';
import { procedure } from '../../procedure/contents.js';
import type { Known } from './known-facts.js';

type Row = { title: string; value: string };

/** Private answers of special routes that the case card shows. */
export const routeDetails = [
  ...[
    'footageTime',
    'footagePlace',
    'looks',
    'furtherHelp',
    'callHint',
    'paperDescription',
    'backupWhat',
    'backupWhy',
    'trustReply',
    'impact',
  ],
  ...[
    'viewingPlace',
    'worker',
    'otherPart',
    'ourPart',
    'partNote',
    'regimeWords',
    'register',
    'enactment',
    'branchNote',
    'takenBy',
    'routeNote',
  ],
] as const;

/** What a special route asked for and what came of it, for those who see the whole case; nothing on any other case. */
export function routeFacts(state: RequestState, known: Known): Row[] {
  const { facts } = state;
  const day = (name: string): string | undefined => (typeof facts[name] === 'string' ? formatDay(facts[name]) : undefined);
  const said = (...names: (typeof routeDetails)[number][]): string | undefined =>
    names.flatMap((n) => known.detail(n) ?? []).join('; ') || undefined;
  const when = (on: string | undefined, ...rest: (string | undefined)[]): string | undefined =>
    on === undefined ? undefined : [on, ...rest].filter(Boolean).join(', ');
  const rows: [string, string | undefined][] = [
    ['Special route', routeLines(facts).join('; ')],
    ['Kept apart', branchWords(facts['sealed'])],
    ['Note of IG', said('branchNote')],
    ['Seen by', facts['restricted'] === true ? seenBy(state) : undefined],
    ['Footage', when(day('footageOn'), said('footageTime', 'footagePlace', 'looks', 'furtherHelp'))],
    ['Call', when(day('callOn'), said('callHint'))],
    ['In the reply', facts['deletionSaid'] ? statementTitle(facts['deletionSaid']) : undefined],
    ['Paper', said('paperDescription')],
    ['Back-up', said('backupWhat', 'backupWhy')],
    ['NHS Trust', when(day('trustRepliedOn'), said('trustReply')) ?? (day('trustBy') && `answer wanted by ${day('trustBy') ?? ''}`)],
    ['Impact', said('impact')],
    [
      'Viewing',
      facts['viewing'] === 'AGREED'
        ? when(day('viewingOn'), said('viewingPlace'), known.detail('worker') && `with ${known.detail('worker') ?? ''}`)
        : undefined,
    ],
    [
      'Other part',
      facts['partPassedOn'] ? [controllerTitle(facts['controller']), said('otherPart', 'partNote')].filter(Boolean).join(': ') : undefined,
    ],
    ['Our part', said('ourPart')],
    ['Passed on', facts['passedOn'] ? [controllerTitle(facts['controller']), day('passedOn')].filter(Boolean).join(', ') : undefined],
    ['Other law', facts['statute'] ? [statuteTitle(facts['statute']), said('regimeWords')].filter(Boolean).join(': ') : undefined],
    ['Register', said('register', 'enactment')],
    ['Handed over', when(day('handedOn'), known.detail('takenBy') && `to ${known.detail('takenBy') ?? ''}`)],
  ];
  return rows.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

const branchWords = (sealed: unknown): string | undefined => branches.find((b) => b.value === sealed)?.title;

/** By post and not by name: who they are stands beside the case officer and the DIAO. */
function seenBy({ facts }: RequestState): string {
  const letIn = Array.isArray(facts['letIn']) ? facts['letIn'] : [];
  const posts = roles.filter((r) => letIn.includes(r.code) && (r.letInUntil === undefined || facts[r.letInUntil] === undefined));
  const team = Array.isArray(facts['team']) ? facts['team'].length : 0;
  const named = team === 0 ? [] : [team === 1 ? 'one colleague named besides' : `${team} colleagues named besides`];
  return ['Restricted: its case officer and DIAO', ...posts.map((r) => r.title), ...named].join(', ');
}

/** Whoever sees no more of a restricted case than a receipt is told no directorate and no next step of it in a list. */
export const hidesItsWay = (view: View): boolean =>
  view.request?.facts['restricted'] === true && sightOf(procedure, view.person, view.request, view.today) !== 'whole';
