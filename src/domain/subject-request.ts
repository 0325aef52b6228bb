import type { Timeline } from './clock.js';

/** A fact that may stand in the open register: a code, a date, an id, a number, an answer of yes or no. Never free text, never a name. */
export type Fact = string | number | boolean | string[];
export type Facts = Record<string, Fact>;

/** The present state of one request: what replaying its steps gives. Codes, dates and ids only (design §4). */
export interface RequestState {
  stage: string;
  /** Instant at which it came to that stage; missing on states written before it was kept. */
  since?: string;
  facts: Facts;
  /** Field name (or `collection/item/field`) → id of the encrypted details document that holds the latest answer. */
  details: Record<string, string>;
  /** Collection → item id → its facts, for example `tasks` → `t1` → `{ system: 'HOUSING', answer: 'FOUND' }`. */
  items: Record<string, Record<string, Facts>>;
  timeline: Timeline;
  /** Step id → who took it last, in which role, and which number it has in the history. */
  took: Record<string, { by: string; as: string; n: number; on: string }>;
  /** Version of the list of bank holidays that its last step was reckoned with; once the clock has stopped the dates stay by it. */
  list?: string;
  /** Everybody who ever took a step here, for the independence of a review (App. 4). */
  actors: string[];
}

/** The lasting part of what a step did: replay applies it and never decides again. */
export interface Outcome {
  stage?: string;
  set?: Record<string, Fact | null>;
  /** Null takes a fact of an entry away. */
  items?: Record<string, Record<string, Record<string, Fact | null>>>;
  /** The entries (`tasks/t1`) that the private answers belong to, when the step made or chose them; the empty word is the case itself. */
  about?: string | string[];
  /** Dated facts for the clock; the dates that follow from them are derived, never stored as facts. */
  clock?: Timeline['events'];
  /** Kinds of clock event that no longer hold, such as `closed` when a case is reopened. */
  lifts?: Timeline['events'][number]['type'][];
  received?: { on: string; at?: string };
  allocated?: string;
}

/** The header of a step as it stands in the history. Free text is in the details document it points at. */
export interface StepTaken {
  n: number;
  id: string;
  clause: string;
  policy: string;
  /** Instant by the Clock, ISO 8601 in UTC. */
  at: string;
  by: string;
  as: string;
  item?: string;
  answers: Facts;
  details?: string;
  /** Names of the fields in that details document. */
  kept?: string[];
  outcome: Outcome;
  /** This step puts step number `corrects` right: replay uses this outcome in its place. */
  corrects?: number;
  /** Dates that followed when the step was taken, kept beside it so that every change of date can be shown. */
  clock?: { start: string | null; due: string | null; latest: string | null; state: string; list: string };
  /** Action key of the press, so that the same press again is recognised. */
  key: string;
}

/** A request as the store keeps it. `mac` is the head of its audit chain. */
export interface SubjectRequest {
  id: string;
  ref: string;
  version: number;
  state: RequestState;
  mac: string;
}
