import { startRightsdesk } from '../compose.js';
import { readConfig } from '../config.js';
import { ines, tenant } from './council.js';
import type { RunningBot } from './launch.js';
import { seedCouncil } from './seed-council.js';

/** The bot in local mode for the made-up council, on the embedded database unless MONGODB_URI names another. Throws naming every wrong setting. */
export async function startBot(at: {
  port: number;
  folder: string;
  at: string | undefined;
  speed: string | undefined;
}): Promise<RunningBot> {
  const env = { ...process.env, PORT: String(at.port), DATA_DIR: at.folder, IG_ADMINS: ines.id, ALLOWED_TENANTS: tenant };
  const config = readConfig(env, {
    local: true,
    ...(at.at !== undefined && { at: at.at }),
    ...(at.speed !== undefined && { speed: at.speed }),
  });
  if ('faults' in config) throw new Error(config.faults.join('\n'));
  const running = await startRightsdesk(config);
  await running.open;
  return {
    port: running.port,
    url: `${running.url}/api/messages`,
    rehearsal: running.desk.clock.rehearsal ? running.desk.clock.now() : null,
    seed: (pages) => seedCouncil(running.desk, pages),
    close: () => running.close(),
  };
}
