import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collection } from 'mongodb';
import { createLog } from '../../../src/adapters/log.js';
import { requestsModel, type RequestDocument } from '../../../src/adapters/mongo/requests.js';
import { clockFor, deskFor, storesOn } from '../../../src/compose-desk.js';
import { readConfig } from '../../../src/config.js';
import { sealAudit } from '../../../src/usecases/seal-audit.js';
import { parseInstant } from '../../../src/domain/local-date.js';
import type { Grant } from '../../../src/domain/person.js';
import type { Desk } from '../../../src/usecases/desk.js';
import type { KnownPerson } from '../../../src/usecases/ports.js';
import { openDatabase } from '../../adapters/mongo/open-database.js';

/** A desk on a database of its own, with a clock that stands still until it is moved; nothing is listening and nothing is sent. */
export async function aDesk(at: string) {
  const database = await openDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-desk-'));
  const config = readConfig({ DATA_DIR: folder, MONGODB_URI: database.uri }, { local: true, at, speed: '0' });
  if ('faults' in config) throw new Error(config.faults.join(' '));
  const makeDesk = (): Desk => {
    const clock = clockFor(config);
    const stores = storesOn(database.connection, config, clock);
    return deskFor(config, stores, { clock, log: createLog({ level: 'warn' }), poke: () => undefined });
  };
  const desk = makeDesk();
  await requestsModel(database.connection).init();
  const requests = database.connection.collection('requests') as unknown as Collection<RequestDocument>;
  return {
    ...database,
    desk,
    requests,
    /** What the job does each minute. */
    seal: () => sealAudit({ ...storesOn(database.connection, config, desk.clock), machine: () => new Date(0) }),
    /** Another bot on the same database, whose clock stands where this one's stands now. */
    another: makeDesk,
    goTo: (when: string) => desk.clock.advanceTo?.(parseInstant(when) as Date),
    async person(id: string, ...grants: Partial<Grant>[]): Promise<KnownPerson> {
      await desk.people.seen({ ...{ id, mri: `29:${id}`, tenant: 't', name: `${id} Example` }, chat: { conversationId: `a:${id}`, serviceUrl: 'http://127.0.0.1:9/' } }); // prettier-ignore
      for (const grant of grants) await desk.people.grant(id, { role: 'DIAO', until: '2099-12-31', by: 'test', need: '', ...grant });
      return (await desk.people.byId(id)) as KnownPerson;
    },
    /** Everything in the queue that is also the ledger, by key. */
    async ledger(): Promise<Record<string, string>> {
      const rows = await database.connection.collection('outbox').find({}).sort({ place: 1 }).toArray();
      return Object.fromEntries(rows.map((row) => [String(row._id), String(row['status'])]));
    },
    async close(): Promise<void> {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type ADesk = Awaited<ReturnType<typeof aDesk>>;
