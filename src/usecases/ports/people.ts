import type { LocalDate } from '../../domain/local-date.js';
import type { Grant, Person } from '../../domain/person.js';

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
  forget(conversationId: string): Promise<void>;
  /** A post was refused: `forDirectorate` answers null until the channel is `seen` again; the binding stays. */
  markUnreachable(conversationId: string): Promise<void>;
}
