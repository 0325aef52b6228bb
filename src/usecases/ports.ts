import type { LocalDate } from '../domain/local-date.js';
import type { Grant, Person } from '../domain/person.js';
import type { Recipient } from '../domain/recipient.js';
import type { RequestState, StepTaken, SubjectRequest } from '../domain/subject-request.js';

/** Clock time (rehearsable): dates, limits, notices, ledger keys. */
export interface Clock {
  now(): Date;
  /** Today's date in Europe/London. */
  today(): LocalDate;
  /** True on a rehearsal clock, when `advance` may move it. */
  readonly rehearsal: boolean;
  /** Moves a rehearsal clock forward to an instant; refused by a real clock. */
  advanceTo?(instant: Date): Promise<void>;
}

/** Machine time: leases, retries, link expiry, drafts. Never rehearsed. */
export type MachineTime = () => Date;

/** A personal detail or free text before it is sealed, by kind of field (design §8). */
export type DetailKind = 'name' | 'contact' | 'address' | 'birth-date' | 'text';
export interface DetailFields {
  [field: string]: { kind: DetailKind; value: string };
}

/** Columns the register is searched and swept by. Codes, dates and ids only. */
export interface RequestIndex {
  stage: string;
  open: boolean;
  directorate: string | null;
  right: string;
  due: LocalDate | null;
  receivedOn: LocalDate;
  reporter: string;
  caseOfficer: string | null;
  /** People and posts whose move it is, for `my work`: `person:<id>` or `role:<ROLE>` or `role:<ROLE>:<directorate>`. */
  waitingFor: string[];
  /** When the next deadline notice falls due by the Clock; null when none. */
  nextNoticeAt: Date | null;
  restricted: boolean;
}

/** A message the commit promises: `key` makes it unique for ever. */
export interface Intent {
  key: string;
  template: string;
  to: Recipient;
  /** Codes and numbers only. */
  args?: Record<string, string | number | boolean>;
}
export type { Recipient };

export interface NewRequest extends SubjectRequest {
  intakeKey: string;
  steps: [StepTaken];
  macs: [string];
  intents: Intent[];
  index: RequestIndex;
  tokens: string[];
  at: Date;
}
export interface StepCommit {
  id: string;
  expectedVersion: number;
  state: RequestState;
  step: StepTaken;
  mac: string;
  intents: Intent[];
  index: RequestIndex;
  /** Search tokens to add; the old ones stay findable until retention. */
  tokens: string[];
}
export interface RequestPage {
  rows: { id: string; ref: string; version: number; state: RequestState }[];
  more: boolean;
}

/** The register. Every read names its index; every write is one atomic operation on one document. */
export interface RequestStore {
  byId(id: string): Promise<SubjectRequest | null>;
  byRef(ref: string): Promise<SubjectRequest | null>;
  /** Inserts; when the intake key is taken already, answers the request that has it. */
  insert(request: NewRequest): Promise<{ request: SubjectRequest; repeated: boolean }>;
  /** Null when the version has moved on: nothing was written. */
  commit(change: StepCommit): Promise<SubjectRequest | null>;
  stepByKey(id: string, key: string): Promise<StepTaken | null>;
  byIntakeKey(intakeKey: string): Promise<SubjectRequest | null>;
  /** The whole history in order, each step with its chain value. */
  history(id: string): Promise<{ step: StepTaken; mac: string }[]>;
  waitingFor(marks: string[], page: { skip: number; limit: number }): Promise<RequestPage>;
  reportedBy(person: string, page: { skip: number; limit: number }): Promise<RequestPage>;
  byTokens(tokens: string[], limit: number): Promise<RequestPage>;
  noticesDue(before: Date, limit: number): Promise<SubjectRequest[]>;
  /** Sets when the next notice falls due and adds its intents, if the version still stands. */
  recordNotice(id: string, expectedVersion: number, nextNoticeAt: Date | null, intents: Intent[]): Promise<boolean>;
  withIntents(limit: number): Promise<{ id: string; intents: Intent[] }[]>;
  clearIntents(id: string, keys: string[]): Promise<void>;
  earliestNotice(): Promise<Date | null>;
}

/** Encrypted, immutable documents of personal details, written before the commit that points at them. */
export interface DetailStore {
  /** Answers the id and the salted hash that goes into the audit chain. */
  write(requestId: string, fields: DetailFields): Promise<{ id: string; hash: string }>;
  read(ids: string[]): Promise<Record<string, Record<string, string>>>;
}

/** Half-made reports: encrypted, one person's own, gone after 24 hours of machine time. */
export interface DraftStore {
  save(id: string, owner: string, fields: Record<string, string>): Promise<void>;
  read(id: string, owner: string): Promise<Record<string, string> | null>;
  remove(id: string): Promise<void>;
}

export interface KnownPerson extends Person {
  mri: string;
  tenant: string;
  /** The personal chat, once there is one. */
  chat: ChatAddress | null;
  unreachable: boolean;
}
export interface ChatAddress {
  conversationId: string;
  serviceUrl: string;
}
export interface People {
  byId(id: string): Promise<KnownPerson | null>;
  byIds(ids: string[]): Promise<KnownPerson[]>;
  /** Notes a person seen in a turn; a personal chat refreshes the address and clears `unreachable`. */
  seen(person: { id: string; mri: string; tenant: string; name: string; chat?: ChatAddress }): Promise<KnownPerson>;
  /** People holding a role today, in that directorate or council-wide. */
  holding(role: string, directorate: string | null, today: LocalDate): Promise<KnownPerson[]>;
  grant(id: string, grant: Grant & { by: string; need: string }): Promise<void>;
  markUnreachable(conversationId: string): Promise<void>;
}

/** A role asked for in somebody's own chat; IG decides. */
export interface RoleAsk {
  id: string;
  person: string;
  role: string;
  directorate?: string;
  need: string;
  at: Date;
  decided?: { by: string; granted: boolean; at: Date };
}
export interface RoleAsks {
  add(ask: RoleAsk): Promise<void>;
  byId(id: string): Promise<RoleAsk | null>;
  /** False when somebody decided first. */
  decide(id: string, decided: NonNullable<RoleAsk['decided']>): Promise<boolean>;
  open(): Promise<RoleAsk[]>;
}

/** Channels bound to a directorate by an explicit act of IG in that channel. */
export interface Channels {
  /** Notes a channel the bot was installed in; binding is a separate act. */
  seen(channel: { conversationId: string; serviceUrl: string; tenant: string }): Promise<void>;
  bind(conversationId: string, directorate: string, by: string): Promise<void>;
  forDirectorate(directorate: string): Promise<ChatAddress | null>;
  directorateOf(conversationId: string): Promise<string | null>;
  forget(conversationId: string): Promise<void>;
  /** A post was refused: `forDirectorate` answers null until the channel is `seen` again; the binding stays. */
  markUnreachable(conversationId: string): Promise<void>;
}

/** One message in the queue that is also the ledger (kept 13 months). */
export interface OutboxMessage {
  key: string;
  template: string;
  to: Recipient;
  requestId?: string;
  args: Record<string, string | number | boolean>;
  /** Clock time of the event it tells. */
  at: Date;
  /** On one holder's copy of a message to a role: the copy is dropped if they no longer hold it. */
  asHolder?: { role: string; directorate?: string };
}

/**
 * `sending` past its time is a send whose answer was lost; `unknown` the same, noticed. `parked` waits for a person or for
 * an address; `dropped` was refused by the fresh check of access; `superseded` was overtaken before it was sent.
 */
export type OutboxStatus = 'queued' | 'sending' | 'sent' | 'unknown' | 'parked' | 'dropped' | 'superseded';
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

/** Renders a queued message at the moment of sending, after a fresh check of access; null drops it with the reason. */
export type Composer = (
  message: OutboxMessage,
  to: { person?: string; directorate?: string },
) => Promise<ReadyMessage | { dropped: string }>;

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

/** Events that are not steps: refusals, views of personal data, downloads, grants, administration, clock settings. */
export interface AuditEvent {
  what: string;
  by: string;
  requestId?: string;
  codes?: Record<string, string | number | boolean>;
}
export interface AuditLog {
  record(event: AuditEvent): Promise<void>;
}

/** The keyed chain: `mac` = HMAC(AUDIT_KEY, previous + header + hash of details). */
export interface Chain {
  first(requestId: string, step: StepTaken, detailsHash: string | null): string;
  next(previous: string, step: StepTaken, detailsHash: string | null): string;
}

/** Keyed, whole-word search tokens of normalised values (design §8). */
export interface Tokens {
  of(fields: Partial<Record<'name' | 'birthDate' | 'address' | 'contact' | 'reference', string>>): string[];
  /** Tokens of what somebody typed after `search`. */
  ofQuery(text: string): string[];
}

/** Signed, single-use links: 15 minutes of machine time, bound to person, purpose and request. */
export interface Links {
  make(link: { person: string; requestId: string; letter: string }): Promise<string>;
  /** What a token stands for, without using it up; null when forged, expired or used. */
  peek(token: string): Promise<{ person: string; requestId: string; letter: string } | null>;
  /** Uses the token up; null when it is no good (any more). */
  use(token: string): Promise<{ person: string; requestId: string; letter: string } | null>;
}

export interface Counters {
  /** Next number of a series, from 1; gaps allowed, never reused. */
  next(series: string): Promise<number>;
}

/** Log line fields come from a fixed list: ids, step names, codes, durations. Never names or words. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
export interface LogFields {
  id?: string;
  step?: string;
  code?: string | number;
  ms?: number;
  count?: number;
  reference?: string;
  error?: unknown;
}

/** Where an encrypted value belongs. Opened anywhere else, it is unreadable. `owner` is the request id, draft id or person id. */
export interface SealedPlace {
  owner: string;
  field: string;
  kind: DetailKind;
}

/** AES-256-GCM by kind of field (design §8). `open` throws when the value was moved, changed or needs a key we lack. */
export interface FieldCipher {
  seal(place: SealedPlace, plain: string): string;
  open(place: SealedPlace, envelope: string): string;
  /** True when the envelope is under the first key of the ring, so that rotation may leave it. */
  current(envelope: string): boolean;
  /** Salted hash of a details document: what the audit chain holds of it, and its id. */
  detailsHash(requestId: string, fields: DetailFields, salt: string): string;
}

/** Fresh random ids. */
export interface Ids {
  id(): string;
  /** Short key for a press. */
  key(): string;
}
