import type { RequestState, StepTaken } from '../domain/subject-request.js';
import type { AuditEvent } from './ports.js';

/** An event as it stands in the log. `at` is Clock time, `written` machine time; ISO 8601 in UTC. */
export interface LoggedEvent extends AuditEvent {
  id: string;
  at: string;
  written: string;
  mac: string;
}

/** One sealed block of the audit trail. Hashes only: `steps` are heads of request chains. `n` runs from 1 without a gap. */
export interface AuditBlock {
  n: number;
  previous: string;
  at: string;
  steps: { request: string; mac: string }[];
  events: { event: string; mac: string }[];
  head: string;
}

/** The keyed marks of the audit trail beside the steps' own chain. */
export interface Seals {
  event(event: Omit<LoggedEvent, 'mac'>): string;
  head(block: Omit<AuditBlock, 'head'>): string;
}

export interface AuditBlocks {
  latest(): Promise<AuditBlock | null>;
  /** Heads of request chains that no block holds yet, at most `limit`; by index, never a scan. */
  unsealedSteps(limit: number): Promise<AuditBlock['steps']>;
  unsealedEvents(limit: number): Promise<AuditBlock['events']>;
  /** False when another bot wrote this number first. */
  append(block: AuditBlock): Promise<boolean>;
  /** Takes the marks off what the block holds; a request that has moved on keeps its mark. */
  markSealed(block: AuditBlock): Promise<void>;
}

/** One request as stored. `waiting`: marked for the next sealing. */
export interface WalkedRequest {
  id: string;
  ref: string;
  state: RequestState;
  steps: StepTaken[];
  macs: string[];
  mac: string;
  waiting: boolean;
}

/** Everything `audit -- verify` walks, one document at a time. */
export interface AuditTrail {
  /** In order of their number, from the one after `after`. */
  blocks(after: number): AsyncIterable<AuditBlock>;
  requests(): AsyncIterable<WalkedRequest>;
  events(): AsyncIterable<LoggedEvent & { waiting: boolean }>;
  macsOf(requests: string[]): Promise<Map<string, string[]>>;
  eventMacs(events: string[]): Promise<Map<string, string>>;
  /** The hash each stored details document works out to now; null when it cannot be read; deleted ones are absent. */
  detailsHashes(ids: string[]): Promise<Map<string, string | null>>;
}
