import { choices, date, optionalLongText, person, type FieldContext } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { callCentre, caseOfficer, complaintsUnit, diao, dpo, igTeam, officerPool } from '../roles.js';
import { branchFrom, routeChoices, routesFromWords, visibilityOf } from '../special-routes/index.js';
import { approval, assessing, assigned, awaiting, logged, readyToSend, reported, searching, validating } from '../stages.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import type { Need } from '../../domain/step.js';

/** INT-15: is it a request of a kind that is treated in a way of its own? Asked at logging, and whenever it turns out later. */
const facts = (view: View) => view.request?.facts ?? {};
const listOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
const offered = ({ facts: f }: FieldContext): string => (f['screenedOn'] === undefined ? listOf(f['suggestedRoutes']) : listOf(f['routes'])).join(','); // prettier-ignore
const mayOpenUp = (view: View): boolean =>
  view.person.grants.some((g) => [igTeam.code, dpo.code].includes(g.role) && g.until >= view.today);

/** Of the three ways in which one set of routes cannot be true. */
function checkRoutes(view: View, picked: readonly string[]): AnswerFault[] {
  const fault = (sentence: string): AnswerFault[] => [{ field: 'routes', sentence }];
  if (picked.includes('ADOPTION_A') && picked.includes('ADOPTION_B')) return fault('It is either nothing else, or among other things.');
  if (picked.includes('BAU') && picked.length > 1) return fault('Ordinary business is no request, so it is on no other route.');
  const opensUp = facts(view)['restricted'] === true && !visibilityOf(picked, branchAfter(view, picked)).restricted;
  return opensUp && !mayOpenUp(view) ? fault('Only Information Governance opens a restricted case to others again.') : [];
}

/** A branch that Information Governance found stays when the routes change; one that the routes said goes with them. */
function branchAfter(view: View, picked: readonly string[]): string | null {
  const said = branchFrom(picked);
  const before = facts(view)['sealed'];
  return said ?? (before === 'C' || before === 'D' ? before : null);
}

export const screenForARoute = step({
  clause: '2.3.5',
  rows: ['INT-15', 'RTE-50', 'RTE-82'],
  title: 'Special route',
  about:
    'Some requests are dealt with in a way of their own. Choose what fits; choose nothing when none does. It can be changed later: who sees the case, and what has to be done, follow.',
  done: 'looked whether it is on a special route',
  next: 'The words of the request point at a special route. Look whether it is on one.',
  nextAt: [reported],
  nextIf: (view) => listOf(facts(view)['suggestedRoutes']).length > 0 && facts(view)['screenedOn'] === undefined,
  by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam],
  at: [reported, logged, validating, awaiting, assigned, searching, assessing],
  asks: {
    routes: choices('Which of these is it?', { options: routeChoices, optional: true, preset: offered }),
    routeNote: optionalLongText('What shows that?', { maxLength: 600, hint: 'Needed when the route of a case in hand changes' }),
  },
  check: (view, { routes, routeNote }) => [
    ...checkRoutes(view, routes ?? []),
    ...(facts(view)['screenedOn'] !== undefined && !routeNote ? [{ field: 'routeNote', sentence: 'Say what has changed.' }] : []),
  ],
  then: (view, { routes }) => {
    const picked = routes ?? [];
    const sealed = branchAfter(view, picked);
    const seen = visibilityOf(picked, sealed);
    const comesBack = facts(view)['handedOn'] !== undefined && !picked.includes('HISTORIC_ABUSE');
    return {
      // It was with another team and is ours after all: the directorate takes it on as any other.
      ...(comesBack && { stage: logged.code, allocated: view.today }),
      set: {
        ...{ routes: picked, route: picked[0] ?? null, screenedOn: view.today, sealed },
        ...(seen.restricted ? { restricted: true, letIn: seen.letIn } : { restricted: null, letIn: null, team: null }),
        ...(comesBack && { handedOn: null }),
      },
    };
  },
});
/** The rule behind what is proposed. */
export const screening = { rows: ['INT-15'], clause: '2.3.5', propose: routesFromWords } as const;

const restricted: Need = {
  code: 'case-restricted',
  clause: '1.3',
  sentence: 'This case is not restricted, so nobody has to be named.',
  holds: (view) => facts(view)['restricted'] === true,
};
/** Somebody other than the case officer may approve, or can be named for it (SEC-12). */
const noApprover = (view: View): boolean => facts(view)['diao'] === facts(view)['caseOfficer'] && listOf(facts(view)['team']).length === 0;

export const letAColleagueSeeIt = step({
  clause: '1.3',
  rows: ['SEC-14'],
  title: 'Let a colleague see it',
  about: 'A restricted case is seen only by those named on it. Name another whose work needs it. Every look at it is logged.',
  done: 'named a colleague who may see the case',
  next: 'The DIAO leads this restricted case. Name another DIAO who may approve the reply.',
  nextAt: [approval],
  nextIf: noApprover,
  by: [igTeam, dpo],
  at: [logged, validating, awaiting, assigned, searching, assessing, approval, readyToSend],
  needs: [restricted],
  asks: {
    approver: person('A DIAO of this directorate', { holding: diao.code, optional: true }),
    colleague: person('Or an officer', { holding: officerPool.code, optional: true }),
    needOn: date('Needed from', { preset: ({ today }) => today }),
    needWhy: optionalLongText('Why do they need it?', { maxLength: 600 }),
  },
  check: (view, { approver, colleague }) => [
    ...(approver || colleague ? [] : [{ field: 'approver', sentence: 'Choose somebody.' }]),
    ...(view.request?.stage === approval.code && noApprover(view) && (!approver || approver === facts(view)['caseOfficer'])
      ? [{ field: 'approver', sentence: 'Choose a DIAO who is not the case officer.' }]
      : []),
  ],
  then: (view, { approver, colleague }) => {
    const named = [approver, colleague].filter((id): id is string => id !== undefined);
    return {
      set: { team: [...new Set([...listOf(facts(view)['team']), ...named])] },
      tell: named.map((id) => ({ template: 'named-on-it', to: { person: id } })),
    };
  },
});
