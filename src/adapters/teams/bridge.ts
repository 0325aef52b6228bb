import type { Answer, Handle, Incoming } from '../../bot/incoming.js';
import type { Log, MachineTime, Messenger, RememberedCards } from '../../usecases/ports.js';
import type { AllowedSenders } from './read-incoming.js';
import type { TeamsAdapter } from './teams-adapter.js';
import { apology } from './plain-cards.js';

/** What the bridge between Teams and `bot/` is made of. */
export interface Bridge {
  adapter: TeamsAdapter;
  /** Answers one event in our own types. */
  handle: Handle;
  messenger: Messenger;
  cards: Pick<RememberedCards, 'remember'>;
  allowed: AllowedSenders;
  machine: MachineTime;
  log: Log;
  /** A short word a person can read out over the telephone; it stands in the log beside the error. */
  newReference: () => string;
  /** How long an invoke may take before "still working", in milliseconds. Default 2500: Teams gives up after 10 to 15 seconds. */
  budgetMs?: number;
}

/** The handler's answer, or an apology with a reference: the one place where an exception of a turn ends. */
export async function runHandler(bridge: Bridge, incoming: Incoming): Promise<Answer | null> {
  const started = bridge.machine().getTime();
  try {
    const answer = await bridge.handle(incoming);
    bridge.log.info('turn', { id: incoming.activityId, code: incoming.kind, ms: bridge.machine().getTime() - started });
    return answer;
  } catch (error) {
    return apologise(bridge, incoming, error);
  }
}

export function apologise(bridge: Bridge, incoming: Incoming, error: unknown): Answer {
  const reference = bridge.newReference();
  bridge.log.error('turn-failed', { id: incoming.activityId, code: incoming.kind, reference, error });
  return { text: apology(reference) };
}
