import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { makeFieldCipher } from '../../src/adapters/crypto/field-cipher.js';
import { createLog } from '../../src/adapters/log.js';
import { clockFor, deskFor, storesOn } from '../../src/compose-desk.js';
import { readConfig } from '../../src/config.js';
import type { Grant } from '../../src/domain/person.js';
import type { Desk } from '../../src/usecases/desk.js';
import type { FieldCipher, KnownPerson } from '../../src/usecases/ports.js';
import { startChild, type Child } from './child.js';

/** A database in a process of its own and in a temporary folder, a desk on it in this process, and the plain driver beside it. */
export interface Bench {
  desk: Desk;
  connection: mongoose.Connection;
  client: MongoClient;
  /** Name of the database that the desk and a bot use. */
  database: string;
  cipher: FieldCipher;
  db: Child;
  /** Stops the database and starts it again on the same folder and port, so that its memory holds nothing of earlier work. */
  restart(): Promise<void>;
  /** Settings by which a bot in another process shares keys, clock and database. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/** The day on which every measurement stands, by the Clock: a Monday. */
export const TODAY = '2026-11-23';

export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-bench-'));
  const start = (port: string): Promise<Child> =>
    startChild('src/adapters/embedded-mongo/cli.ts', ['--port', port, '--data', join(folder, 'db')], 'mongodb://');
  const db = await start('0');
  const client = await new MongoClient(db.said).connect();
  const settings = { PORT: '0', DATA_DIR: folder, MONGODB_URI: db.said, ALLOWED_TENANTS: 'bench', LOG_LEVEL: 'warn' };
  const env = { ...settings, CLOCK_AT: `${TODAY}T09:00`, CLOCK_SPEED: '0' };
  const config = readConfig(env, { local: true });
  if ('faults' in config) throw new Error(config.faults.join(' '));
  const connection = mongoose.createConnection();
  const clock = clockFor(config);
  const desk = deskFor(config, storesOn(connection, config, clock), { clock, log: createLog({ level: 'warn' }), poke: () => undefined });
  await connection.openUri(db.said, { autoIndex: false, autoCreate: false });
  for (const model of Object.values(connection.models)) await model.createIndexes();
  const close = async (): Promise<void> => {
    await connection.close();
    await client.close();
    await bench.db.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const restart = async (): Promise<void> => {
    await bench.db.stop();
    bench.db = await start(new URL(db.said).port);
  };
  const cipher = makeFieldCipher(config.keys.field);
  const bench: Bench = { desk, connection, client, database: connection.name, cipher, db, restart, env, close };
  return bench;
}

/** Somebody with roles, reachable at an address where nobody listens. */
export async function welcome(desk: Desk, id: string, grants: Pick<Grant, 'role' | 'directorate'>[]): Promise<KnownPerson> {
  const chat = { conversationId: `a:${id}`, serviceUrl: 'http://127.0.0.1:9/' };
  const person = await desk.people.seen({ id, mri: `29:${id}`, tenant: 'bench', name: 'Bea Bench', chat });
  for (const grant of grants) await desk.people.grant(id, { ...grant, until: '2099-12-31', by: 'bench', need: '' });
  return (await desk.people.byId(id)) ?? person;
}

/** What the database examined while `read` ran (its own scan counter), and how long it took. */
export async function costOf<T>(
  client: MongoClient,
  read: () => Promise<T>,
): Promise<{ answer: T; docs: number; keys: number; ms: number }> {
  await client.db('admin').command({ rightsdeskResetStats: 1 });
  const started = performance.now();
  const answer = await read();
  const ms = performance.now() - started;
  const { rightsdesk } = (await client.db('admin').command({ serverStatus: 1 })) as unknown as { rightsdesk: Record<string, number> };
  return { answer, docs: rightsdesk['docsExamined'] ?? 0, keys: rightsdesk['keysExamined'] ?? 0, ms };
}
