import type { Connection, QueryFilter } from 'mongoose';
import type { OpenFilter, RegisterReports, RegisterRow } from '../../usecases/ports.js';
import { requestsModel, type RequestDocument } from './requests.js';

/** Codes and dates; neither the history nor what points at personal details leaves the database. */
const ROW = {
  ref: 1,
  index: 1,
  'state.stage': 1,
  'state.facts': 1,
  'state.timeline': 1,
  'state.took': 1,
  'state.items.putOff': 1,
} as const;
type Found = Pick<RequestDocument, '_id' | 'ref' | 'index'> & { state: RegisterRow['state'] };
const rowOf = ({ _id, ref, index, state }: Found): RegisterRow => ({ id: _id, ref, index, state });

/** A spreadsheet of the whole register may take longer than an answer to a press. */
const WHOLE_REGISTER_MS = 120_000;
const BATCH = 500;

/** The register as reports read it: each read goes along one index of `requests.ts` and looks at nothing it does not answer. */
export function mongoRegisterReports(connection: Connection): RegisterReports {
  const requests = requestsModel(connection);
  const read = async (query: { lean<T>(): PromiseLike<T> }): Promise<RegisterRow[]> => (await query.lean<Found[]>()).map(rowOf);
  const worstFirst = (filter: OpenFilter) => requests.find(asQuery(filter), ROW).sort(orderFor(filter));
  return {
    receivedIn: (week) => read(requests.find({ 'index.week': week }, ROW)),
    open: async (filter, { skip, limit }) => {
      const rows = await read(
        worstFirst(filter)
          .skip(skip)
          .limit(limit + 1),
      );
      return { rows: rows.slice(0, limit), more: rows.length > limit };
    },
    allOpen: (filter) => read(worstFirst(filter)),
    waitingFor: async (marks, limit) => {
      const found = requests.find({ 'index.waitingFor': { $in: [...marks] } }, ROW).sort({ 'index.urgency': 1, ref: 1 });
      const rows = await read(found.limit(limit + 1));
      return { rows: rows.slice(0, limit), more: rows.length > limit };
    },
    unlogged: (now, limit) =>
      read(
        requests
          .find({ 'index.logBy': { $type: 'date' as const, $lte: now } }, ROW)
          .sort({ 'index.logBy': 1 })
          .limit(limit),
      ),
    loggedLate: (limit) =>
      read(
        requests
          .find({ 'index.loggedLateOn': { $type: 'string' as const } }, ROW)
          .sort({ 'index.loggedLateOn': -1 })
          .limit(limit),
      ),
    workedBy: (person, limit) => read(requests.find({ 'index.workers': person }, ROW).sort({ 'index.urgency': 1, ref: 1 }).limit(limit)),
    lastAnswered: (directorate, limit) => {
      const answered = {
        'index.directorate': directorate,
        'index.inTime': { $in: [true, false] },
        'index.ended': { $type: 'string' as const },
      };
      return read(requests.find(answered, ROW).sort({ 'index.ended': -1 }).limit(limit));
    },
    answeredSince: async (day, directorates) => {
      const since = {
        'index.inTime': { $in: [true, false] },
        'index.ended': { $type: 'string' as const, $gte: day },
        ...ofDirectorates(directorates),
      };
      const answered = await requests.countDocuments(since);
      return { answered, inTime: await requests.countDocuments({ ...since, 'index.inTime': true }) };
    },
    every: (directorates) => walk(requests.find(ofDirectorates(directorates), ROW).sort({ ref: 1 }).maxTimeMS(WHOLE_REGISTER_MS)),
  };
  async function* walk(query: ReturnType<typeof worstFirst>): AsyncIterable<RegisterRow> {
    for await (const found of query.lean<Found[]>().cursor({ batchSize: BATCH })) yield rowOf(found);
  }
}

function ofDirectorates(codes: readonly string[] | undefined): QueryFilter<RequestDocument> {
  if (codes === undefined) return {};
  const [only = '', ...others] = codes;
  return { 'index.directorate': others.length === 0 ? only : { $in: [...codes] } };
}

function asQuery({ directorates, officer, stage, from, before }: OpenFilter): QueryFilter<RequestDocument> {
  return {
    ...ofDirectorates(directorates),
    'index.urgency': { $gte: from, $lt: before },
    ...(officer !== undefined && { 'index.caseOfficer': officer }),
    ...(stage !== undefined && { 'index.stage': stage }),
  };
}

/** Along the index of one directorate, or of all; several directorates are put in order afterwards. */
const orderFor = ({ directorates }: OpenFilter): Record<string, 1> =>
  directorates?.length === 1 ? { 'index.directorate': 1, 'index.urgency': 1, ref: 1 } : { 'index.urgency': 1, ref: 1 };
