import type { Connection } from 'mongoose';
import { detailsModel, openDetails, sealDetails } from '../../src/adapters/mongo/details.js';
import { requestsModel, type RequestDocument } from '../../src/adapters/mongo/requests.js';
import type { StepTaken } from '../../src/domain/subject-request.js';
import type { Desk } from '../../src/usecases/desk.js';
import type { FieldCipher, KnownPerson } from '../../src/usecases/ports.js';
import { recordReport, reviewReport } from '../../src/usecases/report.js';
import { takeStep } from '../../src/usecases/take-step.js';
import { roadTo } from '../procedure/road.js';

/** A request reported, logged and allocated, ready to be accepted. Answers its id. */
export async function seedAllocated(desk: Desk, person: KnownPerson): Promise<string> {
  const key = desk.ids.id();
  const typed = {
    requesterName: 'Bo Benchmark',
    contact: '020 7946 0001',
    words: 'w'.repeat(200),
    right: 'ACCESS',
    channel: 'PHONE',
    heardOn: desk.clock.today(),
    heardAt: '00:00',
    identityAtCounter: 'NOT_YET',
    behalf: 'SELF',
    formatWish: 'NO_WISH',
  };
  await reviewReport(desk, person, key, typed);
  const recorded = await recordReport(desk, person, key);
  if (!('was' in recorded) || recorded.was !== 'recorded') throw new Error('seeding failed');
  const press = { person, requestId: recorded.request.id, version: 1, key, step: 'log-and-allocate' };
  await takeStep(desk, { ...press, raw: { post: 'HOU-1', right: 'ACCESS' } });
  return recorded.request.id;
}

/** The same case again `count` times, each with its own id, reference and sealed details; in two writes, however many. */
export async function cloneCase(
  on: { connection: Connection; cipher: FieldCipher },
  id: string,
  count: number,
  run: string,
): Promise<string[]> {
  const [requests, details] = [requestsModel(on.connection), detailsModel(on.connection)];
  // Neither mark: nothing waits to be sealed or sent, so that what is measured is the press.
  const {
    unsealed: _unsealed,
    promising: _promising,
    ...original
  } = (await requests.findById(id).lean<RequestDocument>()) as RequestDocument;
  const opened = (await details.find({ requestId: id }).lean()).map((doc) => ({ id: doc._id, ...openDetails(on.cipher, doc) }));
  const clones = Array.from({ length: count }, (_, i) => {
    const own = `${id}-${run}-${i}`;
    const sealed = opened.map((doc) => ({ was: doc.id, doc: sealDetails(on.cipher, own, doc.fields, new Date()) }));
    const ids = new Map(sealed.map(({ was, doc }) => [was, doc._id]));
    const request = { ...pointedAt(original, ids), _id: own, ref: `${original.ref}${run}${i}`, intakeKey: own, intents: [] };
    return { request, details: sealed.map(({ doc }) => doc) };
  });
  await details.collection.insertMany(clones.flatMap((clone) => clone.details) as never[]);
  await requests.collection.insertMany(clones.map((clone) => clone.request) as never[]);
  return clones.map(({ request }) => request._id);
}

function pointedAt(request: RequestDocument, ids: Map<string, string>): RequestDocument {
  const pointers = Object.entries(request.state.details).map(([field, was]) => [field, ids.get(was) ?? was]);
  const steps = request.steps.map((step) => (step.details ? { ...step, details: ids.get(step.details) ?? step.details } : step));
  return { ...request, steps, state: { ...request.state, details: Object.fromEntries(pointers) as Record<string, string> } };
}

/** A case that is being assessed by `officer`, with so many records on its schedule. Answers its id and version. */
export async function seedWithRecords(desk: Desk, officer: KnownPerson, records: number): Promise<{ id: string; version: number }> {
  const id = desk.ids.id();
  const { history, state } = roadTo('ASSESSING');
  if (!state) throw new Error('the road leads nowhere');
  const macs = history.map((_, at) => `mac-${at}`);
  const facts = { ...state.facts, caseOfficer: officer.id };
  await desk.requests.insert({
    id,
    ref: `DR-2026-${String(9000 + records)}`,
    version: history.length,
    state: { ...state, facts },
    mac: macs.at(-1) ?? '',
    intakeKey: id,
    steps: history as [StepTaken],
    macs: macs as [string],
    intents: [],
    index: { stage: 'ASSESSING', open: true } as never,
    tokens: [],
    at: desk.clock.now(),
  });
  let version = history.length;
  for (let left = records; left > 0; left -= 100) {
    const raw = {
      kind: 'LETTER',
      source: 't1',
      description: 'letters about the rent, each of some pages',
      about: 'PERSON',
      recordPages: '3',
    };
    const press = { person: officer, requestId: id, version, key: desk.ids.key(), step: 'add-records' };
    const taken = await takeStep(desk, { ...press, raw: { ...raw, count: String(Math.min(left, 100)) } });
    if (taken.was !== 'taken') throw new Error(`seeding failed: ${JSON.stringify(taken).slice(0, 300)}`);
    version = taken.request.version;
  }
  return { id, version };
}
