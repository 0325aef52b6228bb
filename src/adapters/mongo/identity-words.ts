import type { Connection } from 'mongoose';
import type { IdentityWords } from '../../usecases/ports.js';
import { detailsModel } from './details.js';
import { requestsModel } from './requests.js';

/** Closed cases that still hold words about a proof of identity, found by a mark that only they have, and how those words go. */
export function mongoIdentityWords(connection: Connection): IdentityWords {
  const [requests, details] = [requestsModel(connection), detailsModel(connection)];
  return {
    due: async (limit) => {
      const found = await requests.find({ 'index.identityWords': true }, { _id: 1 }).limit(limit).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    purge: async (requestId, ids) => {
      const { deletedCount } = await details.deleteMany({ _id: { $in: ids }, requestId });
      await requests.updateOne({ _id: requestId, 'index.open': false }, { $unset: { 'index.identityWords': 1 } });
      return deletedCount;
    },
  };
}
