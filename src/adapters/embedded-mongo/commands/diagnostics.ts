import { hostname } from 'node:os';
import { isDoc, type Doc } from '../bson/values.js';
import { fail, refuse } from '../errors.js';
import { findHits, type Query } from '../query/find.js';
import { steady } from '../query/pause.js';
import { planQuery, stageOf, type Plan } from '../query/plan.js';
import { parseSort } from '../query/sort.js';
import { MAX_DOCUMENT } from '../store/writer.js';
import type { Command, Context, Engine } from './context.js';
import { findCollection, nsOf } from './context.js';
import { queryOf } from './reads.js';

/** The version claimed: what drivers may ask of a 7.0 standalone. From 8.0 on they would use commands this database does not have. */
const VERSION = '7.0.0';

function hello({ connectionId, request }: Context): Doc {
  return {
    ...(request.name === 'hello' ? { isWritablePrimary: true } : { ismaster: true, helloOk: true }),
    maxBsonObjectSize: MAX_DOCUMENT,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  };
}

function serverStatus({ engine }: Context): Doc {
  const uptime = (Date.now() - engine.startedAt.getTime()) / 1000;
  const { rss, heapUsed } = process.memoryUsage();
  return {
    ...{ host: hostname(), version: VERSION, process: 'rightsdesk-embedded', pid: process.pid, uptime, localTime: new Date() },
    mem: { resident: Math.round(rss / 2 ** 20), heapUsed },
    rightsdesk: { ...engine.store.cost },
    ok: 1,
  };
}

const describePlan = (plan: Plan): Doc => ({
  stage: stageOf(plan),
  ...(plan.kind === 'index' && { indexName: plan.index.spec.name, keyPattern: plan.index.spec.key }),
  ...(plan.kind === 'idRange' && { indexName: '_id_', keyPattern: { _id: 1 } }),
  ...(plan.kind === 'union' && { inputStages: plan.parts.map(describePlan) }),
});

/** The query at the heart of a command to be explained. */
function explainedQuery(command: Doc): Query {
  if ('find' in command) return queryOf(command, 'filter');
  if ('count' in command || 'distinct' in command) return queryOf(command, 'query');
  if ('findAndModify' in command) return { filter: (command.query ?? {}) as Doc, sort: parseSort(command.sort), limit: 1 };
  const [stage] = 'aggregate' in command ? (command.pipeline as Doc[]) : refuse('explain of this command');
  return { filter: isDoc(stage?.$match) ? stage.$match : {} };
}

function measure(engine: Engine, ns: string, query: Query): Doc {
  const { cost, catalog } = engine.store;
  const collection = catalog.find(ns);
  const before = { ...cost };
  const found = collection ? [...steady(findHits(engine.store, collection, query))].length : 0;
  const examined = {
    totalKeysExamined: cost.keysExamined - before.keysExamined,
    totalDocsExamined: cost.docsExamined - before.docsExamined,
  };
  Object.assign(cost, before);
  return { executionSuccess: true, nReturned: found, ...examined };
}

function explain(context: Context): Doc {
  const command = isDoc(context.body.explain) ? context.body.explain : fail(14, 'explain needs a command');
  const inner = {
    ...context,
    body: command,
    request: Object.assign(Object.create(context.request) as typeof context.request, { body: command }),
  };
  const ns = nsOf(inner);
  const query = explainedQuery(command);
  const collection = findCollection(inner);
  const plan: Plan = collection ? planQuery(collection, query.filter, query.sort, query.hint) : { kind: 'scan' };
  const verbose = context.body.verbosity !== 'queryPlanner';
  return {
    queryPlanner: { namespace: ns, winningPlan: collection ? describePlan(plan) : { stage: 'EOF' }, rejectedPlans: [] },
    ...(verbose && { executionStats: measure(context.engine, ns, query) }),
    ok: 1,
  };
}

const quick = (reply: (context: Context) => Doc, fields: string[] = []): Command => ({ run: reply, fields });
const ok = (): Doc => ({ ok: 1 });
const HELLO = ['helloOk', 'client', 'compression', 'topologyVersion', 'maxAwaitTimeMS', 'loadBalanced', 'backpressure', 'hostInfo'];

export const DIAGNOSTIC_COMMANDS: Record<string, Command> = {
  ...{ hello: quick(hello, HELLO), ismaster: quick(hello, HELLO), isMaster: quick(hello, HELLO) },
  ...{ ping: quick(ok), endSessions: quick(ok), refreshSessions: quick(ok), killSessions: quick(ok), killAllSessions: quick(ok) },
  buildInfo: quick(() => ({
    version: VERSION,
    versionArray: [7, 0, 0, 0],
    gitVersion: 'rightsdesk-embedded',
    modules: [],
    maxBsonObjectSize: MAX_DOCUMENT,
    ok: 1,
  })),
  serverStatus: quick(serverStatus, ['repl', 'metrics', 'locks', 'tcmalloc', 'rightsdesk']),
  explain: quick(explain, ['verbosity']),
  rightsdeskResetStats: quick(({ engine }) => (Object.assign(engine.store.cost, { docsExamined: 0, keysExamined: 0 }), ok())),
};
