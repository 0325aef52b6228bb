import { parseArgs } from 'node:util';
import { startRightsdesk } from './compose.js';
import { readConfig, readEnvironment } from './config.js';

/** Entry of `npm start` and `npm run local`: settings in, bot up, or every fault named and out. */
const { values } = parseArgs({
  options: { local: { type: 'boolean', default: false }, at: { type: 'string' }, speed: { type: 'string' } },
});
const config = readConfig(readEnvironment(), {
  local: values.local,
  ...(values.at !== undefined && { at: values.at }),
  ...(values.speed !== undefined && { speed: values.speed }),
});
const out = (line: string) => process.stdout.write(`${line}\n`);
const fail = (lines: string[]): never => {
  process.stderr.write(`Rightsdesk does not start:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  process.exit(1);
};

if ('faults' in config) fail(config.faults);
else {
  try {
    const running = await startRightsdesk(config);
    const stop = () => void running.close().finally(() => process.exit(0));
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    // A local bot has its own database and is of no use without it; in production the bot answers at once and says so while the database is away.
    if (config.local && config.mongoUri === null) await running.open;
    out(`listening ${running.url}/api/messages`);
  } catch (error) {
    fail([error instanceof Error ? error.message : 'For a reason that has no words.']);
  }
}
