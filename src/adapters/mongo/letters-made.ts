import type { Connection } from 'mongoose';
import type { LettersMade } from '../../usecases/ports.js';
import { AT_MOST_MS } from './connect.js';
import { eventsModel, type EventDoc } from './audit-log.js';

/** Links to letters made for one case, read from the audit log by its own index. */
export function mongoLettersMade(connection: Connection): LettersMade {
  const events = eventsModel(connection);
  return async (requestId, limit) => {
    const found = await events
      .find({ requestId, what: 'letter-link' }, { at: 1, by: 1, codes: 1 })
      .sort({ at: -1 })
      .limit(limit)
      .maxTimeMS(AT_MOST_MS)
      .lean<Pick<EventDoc, 'at' | 'by' | 'codes'>[]>();
    return found.map(({ at, by, codes }) => ({ letter: String(codes?.['letter'] ?? ''), by, at }));
  };
}
