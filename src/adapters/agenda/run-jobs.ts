import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Log } from '../../usecases/ports.js';

export interface RunningJobs {
  stop(): Promise<void>;
}

/** The database itself, of an open connection. */
export type Database = Extract<ConstructorParameters<typeof MongoBackend>[0], { mongo: unknown }>['mongo'];

const LOCK_MS = 60_000;
const LOOK_EVERY = '3 seconds';

/** Wakes each named job on its rhythm, on one bot at a time. A failure is logged and the job runs again next time. */
export async function runJobs(
  db: Database,
  jobs: readonly { name: string; every: string; run: () => Promise<unknown> }[],
  log: Log,
): Promise<RunningJobs> {
  const agenda = new Agenda({ backend: new MongoBackend({ mongo: db }), processEvery: LOOK_EVERY, defaultLockLifetime: LOCK_MS });
  agenda.on('error', (error: unknown) => log.warn('jobs-away', { error }));
  for (const job of jobs) agenda.define(job.name, () => guarded(job, log));
  await agenda.start();
  for (const job of jobs) await agenda.every(job.every, job.name);
  return { stop: () => agenda.stop() };
}

async function guarded(job: { name: string; run: () => Promise<unknown> }, log: Log): Promise<void> {
  try {
    await job.run();
  } catch (error) {
    log.error('job-failed', { step: job.name, error });
  }
}
