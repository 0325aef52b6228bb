import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  person(who: { id: string; name: string }, grants?: Omit<Grant, 'until'>[]): Promise<Clerk>;
  /** Waits until nothing is on its way any more. */
  quiet(): Promise<void>;
  /** Moves the rehearsal clock to an instant of London time and tells what fell due. */
  stop(): Promise<void>;
}

export const TENANT = 'tenant-1';
export const INES = { id: 'ines', name: 'Ines Ig' };

export async function startBot(at = '2026-11-23T10:00', more: Record<string, string> = {}): Promise<Bot> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rightsdesk-'));
  const env = { PORT: '0', DATA_DIR: dataDir, IG_ADMINS: INES.id, ALLOWED_TENANTS: TENANT, LOG_LEVEL: 'warn', ...more };
  const config = readConfig(env, { local: true, at, speed: '0' });
  if ('faults' in config) throw new Error(config.faults.join(' '));
  const [rightsdesk, connector] = await Promise.all([startRightsdesk(config), startFakeConnector()]);
  await rightsdesk.open;
  const teams = createTeams({ endpoint: `${rightsdesk.url}/api/messages`, connector, tenant: TENANT });
  return {
    rightsdesk,
    connector,
    teams,
    dataDir,
    config,
    person: (who, grants = []) => arrive(rightsdesk, teams, who, grants),
    quiet: () => quiet(rightsdesk),
    stop: async () => {
      await rightsdesk.close();
      await connector.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Nothing promised, nothing queued; a conversation takes one message a second. */
async function quiet(rightsdesk: Rightsdesk): Promise<void> {
  const { requests, outbox } = rightsdesk.desk;
  for (let i = 0; i < 200; i += 1) {
    await rightsdesk.idle();
    if ((await requests.withIntents(1)).length === 0 && (await outbox.heads()).length === 0) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('messages are still on their way after ten seconds');
}

async function arrive(
  rightsdesk: Rightsdesk,
  teams: Teams,
  who: { id: string; name: string },
  grants: Omit<Grant, 'until'>[],
): Promise<Clerk> {
  const person = teams.person(who);
  await person.installs();
  for (const grant of grants) await rightsdesk.desk.people.grant(who.id, { ...grant, until: '2099-12-31', by: INES.id, need: 'made up' });
  return clerk(person);
}
