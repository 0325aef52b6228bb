import type { Desk } from '../usecases/desk.js';
import type { KnownPerson } from '../usecases/ports.js';
import type { Showing } from '../usecases/show-request.js';
import type { Incoming } from './incoming.js';

/** One incoming event with the person it comes from, as the store knows them. */
export interface Turn {
  desk: Desk;
  person: KnownPerson;
  incoming: Incoming;
}

/** What to answer: something shown, or a line of text under the pressed card. */
export type Reply = Showing | { text: string };
