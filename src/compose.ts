import { join } from 'node:path';
import { runJobs, type Database, type RunningJobs } from './adapters/agenda/run-jobs.js';
import { startEmbeddedMongo, type EmbeddedMongo } from './adapters/embedded-mongo/index.js';
import { watchLists } from './adapters/holidays/watch-lists.js';
import { createLog } from './adapters/log.js';
import { futureConnection, isOpen, isOutage, keepConnecting, type Connection } from './adapters/mongo/keep-connecting.js';
import { sweepOrphanDetails } from './adapters/mongo/orphan-details.js';
import { startServer } from './adapters/restify/server.js';
import { serviceUrlAllowed, TEAMS_SERVICE_HOSTS } from './adapters/teams/allowed-sender.js';
import { teamsMessenger } from './adapters/teams/messenger.js';
import { createOnActivity } from './adapters/teams/on-activity.js';
import { createTeamsAdapter } from './adapters/teams/teams-adapter.js';
import { machineTime, randomIds } from './adapters/system-time.js';
import { composerFor, stubFor } from './bot/compose-message.js';
import { handleFor } from './bot/handle.js';
import { makeAboutPages } from './bot/about-pages.js';
import { ownVerbs } from './bot/route.js';
import { warmTemplates } from './bot/render.js';
import { clockFor, deskFor, downloadsFor, knowledgePagesFor, leakPagesFor, storesOn } from './compose-desk.js';
import type { Config } from './config.js';
import { checkDeclarations } from './domain/check-procedure.js';
import { clauses } from './procedure/clauses.js';
import { procedure } from './procedure/contents.js';
import { timetable } from './jobs/timetable.js';
import { createProcessPace } from './usecases/delivery/pace.js';
import { createDeliveryMemory, type DeliveryPorts } from './usecases/delivery/ports.js';
import { createRelay } from './usecases/delivery/run-relay.js';
import type { Desk } from './usecases/desk.js';
import { mayStillSee } from './usecases/tell.js';
import { settleBoth } from './usecases/same-in-both.js';
import { sealAudit } from './usecases/seal-audit.js';

export interface Rightsdesk {
  port: number;
  url: string;
  desk: Desk;
  /** Resolves once the database has been reached and the jobs run. */
  open: Promise<void>;
  /** Resolves when the relay has nothing to do just now. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Puts the product together and listens. The only importer of adapters beside the commands. Rejects when the port or the data folder cannot be had. */
export async function startRightsdesk(config: Config): Promise<Rightsdesk> {
  const unsound = checkDeclarations(procedure, clauses, ownVerbs);
  if (unsound.length > 0) throw new Error(`The procedure is not sound: ${unsound.join(' ')}`);
  const log = createLog({ level: config.logLevel });
  const clock = clockFor(config);
  const embedded =
    config.mongoUri === null ? await startEmbeddedMongo({ dataDir: join(config.dataDir, 'db'), port: 0, worker: true }) : null;
  const connection = futureConnection();
  const stores = storesOn(connection, config, clock);
  const desk = deskFor(config, stores, { clock, log, poke: () => relay.poke() });

  const adapter = createTeamsAdapter(config.credentials);
  const serviceUrl = serviceUrlAllowed('local' in config.credentials ? { local: true } : { suffixes: TEAMS_SERVICE_HOSTS });
  const messenger = teamsMessenger(adapter, serviceUrl);
  const memory = createDeliveryMemory(randomIds.id(), createProcessPace());
  const { requests, outbox, leases, people, channels, cards } = stores;
  const delivery = { requests, outbox, leases, people, channels, cards, messenger, compose: composerFor(desk), composeStub: stubFor(desk) };
  const stillMay: DeliveryPorts['stillMay'] = (message, to) => mayStillSee(desk, message, to);
  const agree: DeliveryPorts['agree'] = (id, other, mend) => settleBoth(desk, id, other, mend);
  const relay = createRelay({ ...delivery, stillMay, agree, clock, machine: machineTime, log, memory, random: Math.random });

  const allowed = { tenants: config.tenants, serviceUrl };
  const newReference = () => randomIds.key().slice(0, 8);
  const handle = handleFor(desk, isOutage, machineTime);
  const onActivity = createOnActivity({ adapter, handle, messenger, cards, allowed, machine: machineTime, log, newReference });
  const ready = async () => isOpen(connection) && (await connection.db?.command({ ping: 1 })) !== undefined;
  const routes = [...downloadsFor(desk), ...knowledgePagesFor(desk), ...leakPagesFor(desk), ...makeAboutPages(desk.council)];
  const server = await startServer({ port: config.port, host: config.host, onActivity, health: () => true, ready, routes, log });
  if (desk.publicUrl === '') desk.publicUrl = server.url;

  let jobs: RunningJobs | null = null;
  let stop = (): void => undefined;
  let stopWatching = (): void => undefined;
  const open = new Promise<void>((resolve) => {
    const whenOpen = async (): Promise<void> => {
      const machinery = {
        sweepOutbox: () => relay.sweep(),
        seal: () => sealAudit({ ...stores, machine: machineTime }),
        sweepOrphans: () => sweepOrphanDetails(connection, machineTime),
        keepClock: clock.keep,
      };
      // Reports begin with the first Monday after the product was first there.
      await desk.reports.begin(clock.now());
      stopWatching();
      stopWatching = watchLists(desk.holidayOffers, desk.holidays, log);
      jobs ??= await runJobs(
        connection.db as Database,
        timetable.map((job) => ({ ...job, run: () => job.run(desk, machinery) })),
        log,
      );
      resolve();
      relay.poke();
    };
    stop = keepConnecting(connection, embedded?.uri ?? config.mongoUri ?? '', whenOpen, (error) => log.warn('store-away', { error }));
  });
  warmTemplates();
  return {
    port: server.port,
    url: server.url,
    desk,
    open,
    idle: () => relay.idle(),
    close: () =>
      close({ stop: () => (stopWatching(), stop()), server, relay, jobs: () => jobs, connection, embedded, keepClock: clock.keep }),
  };
}

async function close(running: {
  stop: () => void;
  server: { close(): Promise<void> };
  relay: { stop(): Promise<void> };
  jobs: () => RunningJobs | null;
  connection: Connection;
  embedded: EmbeddedMongo | null;
  keepClock: () => void;
}): Promise<void> {
  running.stop();
  await running.server.close();
  await running.relay.stop();
  await running.jobs()?.stop();
  running.keepClock();
  await running.connection.close();
  await running.embedded?.close();
}
