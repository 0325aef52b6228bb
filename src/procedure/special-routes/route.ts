import type { Facts } from '../../domain/subject-request.js';

/** T11: a kind of request, or of data, that the procedure treats in a way of its own. */
export interface SpecialRoute {
  code: string;
  /** As it is offered when a request is screened. */
  title: string;
  rows: readonly string[];
  clause: string;
  /** Words of a caller that point at it; whole beginnings of words, in small letters. */
  words: readonly string[];
  /** Codes of the posts that a restricted case on this route lets in; left out when it is open as any other (SEC-14). */
  letIn?: readonly string[];
  /** Where it stands, for the case card; left out when there is nothing to say beyond its title. */
  stands?(facts: Facts): string;
}
export const route = (row: SpecialRoute): SpecialRoute => row;

/** The special routes of a case. */
export const routesOf = (facts: Facts): readonly string[] => (Array.isArray(facts['routes']) ? facts['routes'] : []);
export const isOn = (facts: Facts, ...codes: string[]): boolean => codes.some((code) => routesOf(facts).includes(code));

/** Until a directorate has it the call centre and the Complaints Unit work it, until somebody takes it on the DIAOs of the directorate. */
export const asUsual = ['CC', 'CCU', 'DIAO', 'IG', 'DPO'] as const;

/** Routes by which a request is no longer ours once it is passed on: it is not logged and allocated here. */
const away = ['ELECTORAL', 'BMD', 'HISTORIC_ABUSE', 'BAU'];
export const leadsAway = (facts: Facts): boolean => isOn(facts, ...away);
