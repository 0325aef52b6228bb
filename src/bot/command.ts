import type { CommandHelp } from '../usecases/welcome.js';
import type { Reply, Turn } from './turn.js';

/** A typed command: its word, its help line and what it does. Help, the nearest-word answer and the manifest derive from this table. */
export interface Command extends CommandHelp {
  word: string;
  /** Other words for the same, in no help. */
  also?: readonly string[];
  /** Means this only when nothing follows: what follows would be somebody speaking. */
  alone?: boolean;
  /** May be used where others read along. */
  inChannel?: boolean;
  /** Left out of help and manifest on a real clock. */
  rehearsal?: boolean;
  run(turn: Turn, rest: string): Promise<Reply>;
}

/** A page that stands on its own. */
export const shown = async (page: Reply extends infer R ? Extract<R, { shown: unknown }>['shown'] : never): Promise<Reply> => ({
  shown: page,
});
