import type { Option } from '../../domain/fields.js';
import type { Facts } from '../../domain/subject-request.js';
import { adoptionAndMore, adoptionOnly, branchOf } from './adoption.js';
import { employeeInConfidence, employeeRecords, historicAbuse, leavingCare } from './care.js';
import { electoral, mixedController, registrars } from './controllers.js';
import { backup, jointHealth, offSite, unstructured } from './elsewhere-held.js';
import { calls, cctv } from './footage.js';
import { ordinaryBusiness, publicRegister, statute } from './other-law.js';
import { isOn, routesOf, type SpecialRoute } from './route.js';
import { viewing } from './viewing.js';

/** T11, in the order in which they are offered when a request is screened (INT-15). Who asks for whom is no route: see `requesters.ts`. */
export const specialRoutes: readonly SpecialRoute[] = [
  ...[electoral, registrars, mixedController, historicAbuse, adoptionOnly, adoptionAndMore, ordinaryBusiness, statute, publicRegister],
  ...[cctv, calls, unstructured, offSite, backup, jointHealth, leavingCare, viewing, employeeRecords, employeeInConfidence],
];
export const routeChoices: readonly Option[] = specialRoutes.map((r) => ({ value: r.code, title: r.title }));
export const routeOf = (code: unknown): SpecialRoute | undefined => specialRoutes.find((r) => r.code === code);

/** Routes that the words of a request, or the form it came on, point at; codes only, so that no word of it stands in the register. */
export function routesFromWords(words: string, channel?: string): string[] {
  const said = ` ${words.toLowerCase().replace(/[^a-z0-9-]+/g, ' ')}`;
  const pointed = specialRoutes.filter((r) => r.words.some((word) => said.includes(` ${word}`))).map((r) => r.code);
  return [...new Set([...pointed, ...(channel === 'CCTV_FORM' ? ['CCTV'] : [])])];
}

/** What a set of routes makes of who may see the case. Two restricted routes let in only whom both let in. */
export function visibilityOf(codes: readonly string[], sealed: unknown): { restricted: boolean; letIn: string[] } {
  const closed = codes.flatMap((code) => (routeOf(code)?.letIn ? [routeOf(code)?.letIn ?? []] : []));
  const lists = sealed === undefined || sealed === null ? closed : [...closed, adoptionOnly.letIn ?? []];
  const [first = [], ...rest] = lists;
  return { restricted: lists.length > 0, letIn: first.filter((code) => rest.every((list) => list.includes(code))) };
}
/** What a branch of §3.7 makes of a case: it is kept apart, and only those named on it see it. */
export const sealing = (facts: Facts, branch: string): { sealed: string; restricted: true; letIn: string[] } => ({
  sealed: branch,
  restricted: true,
  letIn: visibilityOf(routesOf(facts), branch).letIn,
});
/** The branch that the routes say by themselves: what was asked for by name. */
export const branchFrom = (codes: readonly string[]): string | undefined => codes.map(branchOf).find((branch) => branch !== undefined);

/** `CCTV footage: kept from deletion`, a line a route, for those who see the whole case. */
export const routeLines = (facts: Facts): string[] =>
  specialRoutes.filter((r) => isOn(facts, r.code)).map((r) => [r.title, r.stands?.(facts)].filter(Boolean).join(': '));
