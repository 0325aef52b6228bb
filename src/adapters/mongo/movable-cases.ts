import type { Connection } from 'mongoose';
import type { MovableCases } from '../../usecases/ports.js';
import { requestsModel, type RequestDocument } from './requests.js';

type Found = Pick<RequestDocument, '_id' | 'ref' | 'version' | 'state' | 'mac'>;

/** Open cases whose dates lie near days that come or go: along the index of the marks of their dates. */
export function mongoMovableCases(connection: Connection): MovableCases {
  const requests = requestsModel(connection);
  return {
    near: async (marks, after, limit) => {
      const found = await requests
        .find({ 'index.movable': { $in: [...marks] }, _id: { $gt: after } }, { ref: 1, version: 1, state: 1, mac: 1 })
        .sort({ _id: 1 })
        .hint({ 'index.movable': 1 })
        .limit(limit)
        .lean<Found[]>();
      return found.map(({ _id, ref, version, state, mac }) => ({ id: _id, ref, version, state, mac }));
    },
  };
}
