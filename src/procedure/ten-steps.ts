import type { Fact, Facts, RequestState } from '../domain/subject-request.js';
import { isSearchSettled } from './records.js';
import { rightTitle } from './rights.js';
import { isDecided, isKeptBack, isListed } from './schedule.js';
import { evidenceTitle } from './evidence.js';

/** How one of the ten general steps stands: what shows it and since when, as codes and days; words are for the card. */
export interface TenStepStands {
  state: 'done' | 'now' | 'to-come' | 'not-needed';
  result?: string;
  on?: string;
}
export interface TenStep {
  rows: readonly string[];
  title: string;
  clause: string;
  stands(state: RequestState): TenStepStands;
}
const tenStep = (row: TenStep): TenStep => row;

const text = (value: Fact | undefined): string => (typeof value === 'string' ? value : '');
const entries = (state: RequestState, of: string): Facts[] => Object.values(state.items[of] ?? {});
const awaits = ({ facts }: RequestState, item: string): boolean => ((facts['awaiting'] as string[] | undefined) ?? []).includes(item);
const done = (result: string, on?: Fact): TenStepStands => ({ state: 'done', result, ...(typeof on === 'string' && { on }) });
const now = (result: string): TenStepStands => ({ state: 'now', result });
const toCome: TenStepStands = { state: 'to-come' };
const notNeeded = (result: string): TenStepStands => ({ state: 'not-needed', result });
const records = (state: RequestState): Facts[] => entries(state, 'records').filter(isListed);
const allDecided = (state: RequestState): boolean => records(state).length > 0 && records(state).every(isDecided);
const CHANGES = ['RECTIFY', 'ERASE', 'RESTRICT'];
const FEE_IN_HAND = ['FEE_TO_COST', 'FEE_TO_CHECK', 'FEE_TO_DECIDE', 'FEE_APPROVED'];

/** T14, §2.4.1: the ten general steps. They show where a case stands and force no order: what is not needed is passed over. */
export const tenSteps: readonly TenStep[] = [
  tenStep({
    rows: ['VAL-01', 'VAL-02'],
    title: 'Clarify what they want',
    clause: '2.4.2',
    stands: (state) => {
      if (awaits(state, 'clarity')) return now('a question is with the requester');
      return state.facts['validOn'] ? done('there is enough to find it', state.facts['validOn']) : toCome;
    },
  }),
  tenStep({
    rows: ['VAL-01', 'VAL-02', 'VAL-06'],
    title: 'Validate who asks',
    clause: '2.4.3',
    stands: (state) => {
      const { identity, identityOn, identityDoubt } = state.facts;
      if (identity !== undefined) return done(evidenceTitle(identity), identityOn);
      if (awaits(state, 'identity')) return now('proof is awaited');
      return identityDoubt === undefined ? now('to be confirmed') : now('in doubt: more proof is asked for');
    },
  }),
  tenStep({
    rows: ['VAL-01', 'VAL-02'],
    title: 'Classify the right',
    clause: '2.4.1',
    stands: ({ facts }) => (facts['validOn'] ? done(rightTitle(facts['right']), facts['validOn']) : toCome),
  }),
  tenStep({
    rows: ['VAL-02', 'VAL-09'],
    title: 'Unfounded or excessive?',
    clause: '2.4.4',
    stands: ({ facts }) => {
      if (facts['proposal'] === 'ADVICE') return now('Information Governance is asked');
      if (facts['weighedOn']) return done('weighed', facts['weighedOn']);
      return facts['validOn'] ? notNeeded('nothing suggested it') : toCome;
    },
  }),
  tenStep({
    rows: ['VAL-02'],
    title: 'Explain a fee',
    clause: '2.4.4',
    stands: ({ facts }) => {
      if (FEE_IN_HAND.includes(text(facts['proposal']))) return now('a fee is being decided');
      if (facts['feeAskedOn']) return done(facts['fee'] === 'PAID' ? 'paid' : 'asked for', facts['feeAskedOn']);
      return facts['validOn'] ? notNeeded('free of charge') : toCome;
    },
  }),
  tenStep({
    rows: ['VAL-02'],
    title: 'Search',
    clause: '2.7',
    stands: (state) => {
      const tasks = entries(state, 'tasks');
      const open = tasks.filter((t) => !isSearchSettled(t)).length;
      if (tasks.length === 0) return toCome;
      return open === 0 ? done(`${tasks.length} answered`) : now(`${tasks.length - open} of ${tasks.length} answered`);
    },
  }),
  tenStep({
    rows: ['VAL-02'],
    title: 'Assess what was found',
    clause: '2.8',
    stands: (state) => {
      const all = records(state);
      if (allDecided(state)) return done(`${all.length} decided`);
      return all.length > 0 ? now(`${all.filter(isDecided).length} of ${all.length} decided`) : toCome;
    },
  }),
  tenStep({
    rows: ['VAL-02'],
    title: 'Rectify, erase or restrict',
    clause: 'App. 6-4',
    stands: ({ facts, stage }) => {
      if (!facts['validOn']) return toCome;
      if (!CHANGES.includes(text(facts['right']))) return notNeeded('not asked for');
      return stage === 'CLOSED' ? done('decided') : toCome;
    },
  }),
  tenStep({
    rows: ['VAL-02'],
    title: 'Redact or exempt',
    clause: '3.1',
    stands: (state) => {
      if (!allDecided(state)) return toCome;
      const kept = records(state).filter(isKeptBack).length;
      return kept > 0 ? done(`${kept} kept back or redacted`) : notNeeded('all of it is given');
    },
  }),
  tenStep({
    rows: ['VAL-02'],
    title: 'Reply and log it closed',
    clause: '2.12.2',
    stands: ({ facts, stage }) => {
      if (stage === 'CLOSED') return done('closed', facts['sentOn']);
      return facts['sentOn'] ? now('sent, to be closed') : toCome;
    },
  }),
];

/** `3 of 10 done`; what is not needed counts as done. */
export function sumTenSteps(state: RequestState): string {
  const stands = tenSteps.map((row) => row.stands(state).state);
  return `${stands.filter((s) => s === 'done' || s === 'not-needed').length} of ${tenSteps.length} done`;
}
