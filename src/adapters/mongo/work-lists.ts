import type { Connection, QueryFilter } from 'mongoose';
import type { SubjectRequest } from '../../domain/subject-request.js';
import type { WorkLists } from '../../usecases/ports.js';
import { requestsModel, type RequestDocument } from './requests.js';

const HEAD = { ref: 1, version: 1, state: 1, mac: 1 } as const;
type Head = Pick<RequestDocument, '_id' | 'ref' | 'version' | 'state' | 'mac'>;
const headOf = ({ _id, ref, version, state, mac }: Head): SubjectRequest => ({ id: _id, ref, version, state, mac });
/** Nobody reads further than this; counting on would cost what is stored. */
const COUNT_UP_TO = 100;

/** What waits for somebody and what else they work on: four queries at most, each by its index, however much there is. */
export function mongoWorkLists(connection: Connection): WorkLists {
  const requests = requestsModel(connection);
  const count = (filter: QueryFilter<RequestDocument>) => requests.countDocuments(filter, { limit: COUNT_UP_TO });
  const read = async (filter: QueryFilter<RequestDocument>, skip: number, limit: number): Promise<SubjectRequest[]> => {
    if (limit <= 0) return [];
    const found = requests.find(filter, HEAD).sort({ 'index.urgency': 1, ref: 1 });
    return (await found.skip(skip).limit(limit).lean<Head[]>()).map(headOf);
  };
  return {
    workOf: async (person, marks, { skip, limit }) => {
      const waits = { 'index.waitingFor': { $in: marks } };
      const works = { 'index.workers': person, 'index.waitingFor': { $nin: marks } };
      const [waiting, others] = await Promise.all([count(waits), count(works)]);
      // One list: first what waits, to its end, then the rest.
      const first = await read(waits, skip, limit);
      const rest = await read(works, Math.max(0, skip - waiting), first.length < limit ? limit - first.length : 0);
      return { waiting, others, upTo: COUNT_UP_TO, rows: { waiting: first, others: rest } };
    },
  };
}
