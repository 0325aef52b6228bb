import type { LocalDate } from '../../domain/local-date.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import type { Cover, Grant, Person } from '../../domain/person.js';

export interface KnownPerson extends Person {
  /** Each with who granted it and for which need, where that is known. */
  grants: (Grant & { by?: string; need?: string })[];
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
  /** Names of colleagues for a card, by id; a minute old at most. Nothing may be decided by them. */
  namesOf(ids: string[]): Promise<ReadonlyMap<string, string>>;
  /** Notes a person seen in a turn; a personal chat refreshes the address and clears `unreachable`. */
  seen(person: { id: string; mri: string; tenant: string; name: string; chat?: ChatAddress }): Promise<KnownPerson>;
  /** People holding a role today, in that directorate or council-wide. */
  holding(role: string, directorate: string | null, today: LocalDate): Promise<KnownPerson[]>;
  /** Grants whose last day lies in [from, before): whose, and which. */
  rolesEnded(from: LocalDate, before: LocalDate): Promise<{ person: string; role: string; directorate?: string; until: LocalDate }[]>;
  /** Has `by` stand in for somebody in the place of whoever did; null ends it. */
  cover(cover: Cover, by: string | null): Promise<void>;
  /** Who stands in for these people, today or later. One query. */
  coveredBy(ids: readonly string[], today: LocalDate): Promise<(Cover & { by: string })[]>;
  /** Times of standing in whose last day lies in [from, before), as `rolesEnded` answers roles. */
  coversEnded(from: LocalDate, before: LocalDate): Promise<{ person: string; role: string; until: LocalDate }[]>;
  /** Takes the place of a grant of the same role, directorate and post, in one write. */
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
  /** False when it is there already: the same press, delivered twice. */
  add(ask: RoleAsk): Promise<boolean>;
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
  /** Directorates that have a channel bound to them, whether or not it can be reached just now. */
  bound(): Promise<string[]>;
  forget(conversationId: string): Promise<void>;
  /** A post was refused: `forDirectorate` answers null until the channel is `seen` again; the binding stays. */
  markUnreachable(conversationId: string): Promise<void>;
}

/** Which version of a case each person opened last, so that a list can say what is new to them. Ids and numbers only. */
export interface Seen {
  note(person: string, requestId: string, version: number): Promise<void>;
  /** Request id → version, for those of these cases that the person has opened. */
  versions(person: string, requestIds: string[]): Promise<Record<string, number>>;
  /** The case this person opened last, if that was in the last so many minutes of machine time. */
  lastOpened(person: string, withinMinutes: number): Promise<string | null>;
}

/** `my work`: open cases that wait for somebody, and those they work on though the next step is another's; each nearest date first. */
export interface WorkLists {
  /** Counts stop at `upTo`. The page runs through both lists, first what waits. */
  workOf(
    person: string,
    marks: string[],
    page: { skip: number; limit: number },
  ): Promise<{ waiting: number; others: number; upTo: number; rows: Record<'waiting' | 'others', SubjectRequest[]> }>;
}
