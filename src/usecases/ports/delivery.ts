import type { ChatAddress } from './people.js';
import type { Recipient } from './register.js';

/** One message in the queue that is also the ledger (kept 13 months). */
export interface OutboxMessage {
  key: string;
  template: string;
  to: Recipient;
  requestId?: string;
  args: Record<string, string | number | boolean>;
  /** Clock time of the event it tells. */
  at: Date;
  /** It is a line of its reader's digest of that day (and hour, in the afternoon), and no message of its own. */
  digest?: string;
  /** On one holder's copy of a message to a role: the copy is dropped if they no longer hold it. */
  asHolder?: { role: string; directorate?: string };
}

/**
 * `sending` past its time is a send whose answer was lost; `unknown` the same, noticed. `parked` waits for a person or for
 * an address; `dropped` was refused by the fresh check of access; `superseded` was overtaken before it was sent; `gathered` is a line of
 * a digest and shares its fate.
 */
export type OutboxStatus = 'queued' | 'sending' | 'sent' | 'unknown' | 'parked' | 'dropped' | 'superseded' | 'gathered';

export interface QueuedMessage extends OutboxMessage {
  status: OutboxStatus;
  /** The recipient as a word, `person:<id>`, `directorate:<code>`, `role:<ROLE>[:<directorate>]`: messages of one lane go in order. */
  lane: string;
  attempts: number;
  /** Machine time before which the message is left alone. */
  nextAt: Date;
  messageId?: string;
  reason?: string;
}

/** How one attempt ended. */
export type Settled =
  | { status: 'sent'; messageId?: string; conversationId?: string; reason?: string }
  | { status: 'queued' | 'unknown'; nextAt: Date; reason: string }
  | { status: 'parked' | 'dropped'; reason: string };

/** Queue and ledger at once, kept 13 months. Every key is accepted once, for ever. */
export interface Outbox {
  /** Adds what is not there yet, in this order. `superseded` enters a message in the ledger without sending it. */
  put(messages: OutboxMessage[], status?: 'queued' | 'superseded'): Promise<void>;
  byKey(key: string): Promise<QueuedMessage | null>;
  /** Enters lines of digests in the ledger, each once for ever; they wait for their person's next digest. */
  gather(lines: OutboxMessage[]): Promise<void>;
  /** Gives this digest the lines that wait for its person; answers all it has, those of an earlier attempt too. */
  adopt(person: string, digest: string): Promise<OutboxMessage[]>;
  /** The digest has arrived: its lines count as sent. */
  told(digest: string): Promise<void>;
  /** Which of these keys the ledger has. */
  known(keys: string[]): Promise<Set<string>>;
  /** Takes messages that have not gone out yet off the queue. */
  supersede(keys: string[]): Promise<void>;
  /** The first waiting message of every lane, oldest first. */
  heads(): Promise<QueuedMessage[]>;
  /** The first waiting message of one lane. */
  head(lane: string): Promise<QueuedMessage | null>;
  /** Marks a due message as being sent until `until`; false when it is not due, not waiting, or somebody else was faster. */
  claim(key: string, now: Date, until: Date): Promise<boolean>;
  settle(key: string, outcome: Settled): Promise<void>;
  /** Parks everything that waits in a lane, because it leads nowhere just now; `release` queues it again, in its old order. */
  hold(lane: string, reason: string): Promise<void>;
  heldLanes(): Promise<string[]>;
  release(lane: string): Promise<void>;
}

/** What a conversation has had lately; kept with the lease, so that two bots share one limit. Machine time, in milliseconds. */
export interface ConversationPace {
  notBefore: number;
  /** Sends per minute of the last hour: minute number since 1970, count. */
  minutes: { minute: number; count: number }[];
}

/** The right to send into one conversation, for one bot at a time. */
export interface ConversationLeases {
  /** Null while another bot holds it. */
  take(conversationId: string, holder: string, now: Date, until: Date): Promise<ConversationPace | null>;
  /** Gives it back with what was sent; of no effect when the lease has passed to another. */
  release(conversationId: string, holder: string, pace: ConversationPace): Promise<void>;
}

/** A card ready to send, with the line a notification banner shows (never personal). */
export interface ReadyMessage {
  card: Record<string, unknown>;
  summary: string;
  /** The request and person whose details the card shows, so that it can be replaced by a stub. */
  holds?: { requestId: string; person: string };
}

/** Renders a queued message at the moment of sending, after a fresh check of access; or drops it, or puts it off a little, with the reason. */
export type Composer = (
  message: QueuedMessage,
  to: { person?: string; directorate?: string },
) => Promise<ReadyMessage | { dropped: string } | { later: string }>;

export type SendResult =
  | { sent: string }
  /** 412, 429, 502–504: nothing arrived; try again, after the server's delay when it gave one (milliseconds). */
  | { retry: number | null; status: number }
  /** 403, 404: the target cannot be reached. */
  | { unreachable: string; status: number }
  /** The answer was lost: it may have arrived. */
  | { unknown: string }
  /** 400, 401, 413, 500: parked for a person to look at. */
  | { parked: string; status: number };

/** Teams, as far as we need it. It never retries by itself. */
export interface Messenger {
  post(to: ChatAddress, message: ReadyMessage): Promise<SendResult>;
  update(to: ChatAddress, messageId: string, message: ReadyMessage): Promise<SendResult>;
}

/** Cards that show personal details and still stand in a chat. */
export interface RememberedCard {
  conversationId: string;
  serviceUrl: string;
  messageId: string;
  requestId: string;
  person: string;
}

export interface RememberedCards {
  remember(card: RememberedCard): Promise<void>;
  ofRequest(requestId: string, person?: string): Promise<RememberedCard[]>;
  forget(conversationId: string, messageId: string): Promise<void>;
  /** Marks cards that must become stubs; the mark stands until `forget`, so that no crash or outage leaves one behind. */
  mark(which: { requestId?: string; person?: string } | { conversationId: string; messageId: string }): Promise<void>;
  marked(limit: number): Promise<RememberedCard[]>;
}
