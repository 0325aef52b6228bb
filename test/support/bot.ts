import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo, type EmbeddedMongo } from '../../src/adapters/embedded-mongo/index.js';
import { startRightsdesk, type Rightsdesk } from '../../src/compose.js';
import { readConfig, type Config } from '../../src/config.js';
import type { Grant } from '../../src/domain/person.js';
import { startFakeConnector, type FakeConnector } from './fake-connector.js';
import { clerk, type Clerk } from './clerk.js';
import { createTeams, type Teams } from './teams-client.js';

/** The whole product behind its HTTP endpoint, on the embedded database in a temporary folder, with a connector of our own. */
export interface Bot {
  rightsdesk: Rightsdesk;
  connector: FakeConnector;
  teams: Teams;
  dataDir: string;
  config: Config;
  /** Somebody at their Teams window, with the roles IG granted them. */
  person(who: { id: string; name: string }, grants?: Given[]): Promise<Clerk>;
  /** Waits until nothing is on its way any more. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}
/** A grant; it lasts for ever unless a day is given. */
type Given = Omit<Grant, 'until'> & Partial<Pick<Grant, 'until'>>;

export const TENANT = 'tenant-1';
export const INES = { id: 'ines', name: 'Ines Ig' };

/** `waitForDatabase: false` for a bot whose database is away. `connector`: that of another bot, so that both speak into the same chats. */
export interface Differently {
  waitForDatabase?: boolean;
  connector?: FakeConnector;
}

export async function startBot(at = '2026-11-23T10:00', more: Record<string, string> = {}, but: Differently = {}): Promise<Bot> {
  const temporary = mkdtempSync(join(tmpdir(), 'rightsdesk-'));
  const env = { PORT: '0', DATA_DIR: temporary, IG_ADMINS: INES.id, ALLOWED_TENANTS: TENANT, LOG_LEVEL: 'warn', ...more };
  const config = readConfig(env, { local: true, at, speed: '0' });
  if ('faults' in config) throw new Error(config.faults.join(' '));
  const [rightsdesk, connector] = await Promise.all([startRightsdesk(config), but.connector ?? startFakeConnector()]);
  if (but.waitForDatabase ?? true) await rightsdesk.open;
  const teams = createTeams({ endpoint: `${rightsdesk.url}/api/messages`, connector, tenant: TENANT });
  return {
    rightsdesk,
    connector,
    teams,
    dataDir: config.dataDir,
    config,
    person: (who, grants = []) => arrive(rightsdesk, teams, who, grants),
    quiet: () => quiet(rightsdesk),
    stop: async () => {
      await rightsdesk.close();
      if (!but.connector) await connector.close();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** A database of the test's own, which can go away and come back at the same address with the same data. */
export interface OwnDatabase {
  uri: string;
  /** Where its files are. */
  dataDir: string;
  goesAway(): Promise<void>;
  comesBack(): Promise<void>;
  /** For good, with its data. */
  ends(): Promise<void>;
}

export async function startDatabase(): Promise<OwnDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rightsdesk-db-'));
  let running: EmbeddedMongo | null = await startEmbeddedMongo({ dataDir, port: 0, worker: true });
  const { uri, port } = running;
  const goesAway = async (): Promise<void> => {
    await running?.close();
    running = null;
  };
  return {
    uri,
    dataDir,
    goesAway,
    comesBack: async () => {
      running = await startEmbeddedMongo({ dataDir, port, worker: true });
    },
    ends: async () => {
      await goesAway();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Nothing promised, nothing queued; a conversation takes one message a second. */
async function quiet(rightsdesk: Rightsdesk): Promise<void> {
  const { requests, outbox } = rightsdesk.desk;
  for (let i = 0; i < 800; i += 1) {
    await rightsdesk.idle();
    if ((await requests.withIntents(1)).length === 0 && (await outbox.heads()).length === 0) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('messages are still on their way after forty seconds');
}

async function arrive(rightsdesk: Rightsdesk, teams: Teams, who: { id: string; name: string }, grants: Given[]): Promise<Clerk> {
  const person = teams.person(who);
  await person.installs();
  for (const grant of grants) await rightsdesk.desk.people.grant(who.id, { until: '2099-12-31', ...grant, by: INES.id, need: 'made up' });
  return clerk(person);
}
