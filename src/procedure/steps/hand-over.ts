import { optionalLongText, person } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import type { Fact, Facts } from '../../domain/subject-request.js';
import { holdsOf, isUnconfirmed } from '../holds.js';
import { isSearchSettled } from '../records.js';
import { caseOfficer, complaintsUnit, diao, igTeam, officerPool } from '../roles.js';

/** What a case holds of somebody: as DIAO, as deputy, as case officer, and the searches still open. */
const OF_A_PERSON = ['diao', 'deputy', 'proposedOfficer', 'caseOfficer'] as const;

/** ASG-08: one case of all that go over to the successor of somebody who leaves. */
export const takeOver = step({
  clause: '1.3',
  rows: ['ASG-08', 'LTR-38'],
  title: 'Hand over to a successor',
  done: 'handed over everything a colleague had here to their successor',
  alongside: true,
  by: [diao, caseOfficer, complaintsUnit, igTeam],
  at: 'open',
  asks: {
    leaver: person('Who leaves?', { holding: officerPool.code }),
    successor: person('Who takes over?', { holding: officerPool.code }),
    handoverNote: optionalLongText('What they should know', { maxLength: 2000 }),
  },
  then: (view, { leaver, successor }) => ({
    set: { ...factsOf(view, leaver, successor), handedOverOn: view.today },
    items: { tasks: searchesOf(view, leaver, successor), ...holdsWith(view, leaver, successor) },
  }),
});

function factsOf(view: View, leaver: string, successor: string): Record<string, Fact> {
  const facts: Facts = view.request?.facts ?? {};
  return Object.fromEntries(OF_A_PERSON.filter((name) => facts[name] === leaver).map((name) => [name, successor]));
}

function searchesOf(view: View, leaver: string, successor: string): Record<string, Facts> {
  const open = Object.entries(view.request?.items['tasks'] ?? {}).filter(([, t]) => t['owner'] === leaver && !isSearchSettled(t));
  return Object.fromEntries(open.map(([id]) => [id, { owner: successor }]));
}

/** What they were asked to keep from deletion and have not answered. */
function holdsWith(view: View, leaver: string, successor: string): Record<string, Record<string, Facts>> {
  const open = Object.entries(holdsOf(view)).filter(([, hold]) => hold['owner'] === leaver && isUnconfirmed(hold));
  return open.length === 0 ? {} : { holds: Object.fromEntries(open.map(([id]) => [id, { owner: successor }])) };
}
