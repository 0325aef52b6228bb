import type {
  Channels,
  Clock,
  Composer,
  ConversationLeases,
  Log,
  MachineTime,
  Messenger,
  Outbox,
  OutboxMessage,
  People,
  ReadyMessage,
  RememberedCard,
  RememberedCards,
  RequestStore,
  Settled,
} from '../ports.js';
import type { ProcessPace } from './pace.js';

/** What stands between a committed intent and a card in a chat. */
export interface DeliveryPorts {
  requests: Pick<RequestStore, 'withIntents' | 'clearIntents'>;
  outbox: Outbox;
  leases: ConversationLeases;
  people: Pick<People, 'byId' | 'holding' | 'markUnreachable' | 'coveredBy'>;
  channels: Pick<Channels, 'forDirectorate' | 'markUnreachable'>;
  cards: RememberedCards;
  messenger: Messenger;
  /** Renders at the moment of sending, after a fresh check of access. */
  compose: Composer;
  /**
   * Asked once more when a card with personal details has arrived: access may have ended on its way, when a stub pass could not know the
   * card yet. Only looks; unlike `compose` it records nothing.
   */
  stillMay?: (message: OutboxMessage, to: { person?: string; directorate?: string }) => Promise<boolean>;
  /** The card that takes the place of one with personal details: reference and how to open the case again, nothing else. */
  composeStub: (requestId: string) => Promise<ReadyMessage>;
  /** Whether two cases say the same of each other; with `mend` they are made to. */
  agree: (requestId: string, other: string, mend: boolean) => Promise<boolean>;
  clock: Pick<Clock, 'now' | 'today'>;
  machine: MachineTime;
  log: Log;
  memory: DeliveryMemory;
  /** Between 0 and 1; spreads retries so that two bots do not knock together. */
  random: () => number;
}

/** How a message ended, and the card that must be remembered first. */
export interface Outcome {
  settled: Settled;
  card?: RememberedCard;
}

/** What one process knows and no database needs to: lost with the process, and nothing is lost by that. */
export interface DeliveryMemory {
  /** This process's name on a lease. */
  holder: string;
  pace: ProcessPace;
  /** By message key, what could not be written because the database was away: written before anything else is sent. */
  unwritten: Map<string, Outcome>;
  /** Conversation → milliseconds before which asking for its lease is pointless. */
  notBefore: Map<string, number>;
  /** By intent, since when this process knows of a second write that has not been seen; machine milliseconds. */
  checksSince: Map<string, number>;
}

/** A fresh memory; `holder` must differ between processes and between two starts of one. */
export function createDeliveryMemory(holder: string, pace: ProcessPace): DeliveryMemory {
  return { holder, pace, unwritten: new Map(), notBefore: new Map(), checksSince: new Map() };
}
