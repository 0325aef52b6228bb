import { parseArgs } from 'node:util';
import { startRightsdesk } from './compose.js';
import { readConfig, readEnvironment } from './config.js';

/** Entry of `npm run local`, with flags for a rehearsal, and of `npm start`: settings in, bot up, or every fault named and out. */
const USAGE = 'npm run local [-- --at 2026-11-20T09:00 [--speed 8640]], or npm start';
const out = (line: string) => process.stdout.write(`${line}\n`);
const values = readFlags();
const config = readConfig(readEnvironment(), {
  local: values.local,
  ...(values.at !== undefined && { at: values.at }),
  ...(values.speed !== undefined && { speed: values.speed }),
});
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

/** Called wrongly: one line, exit 2. */
function readFlags() {
  try {
    return parseArgs({ options: { local: { type: 'boolean', default: false }, at: { type: 'string' }, speed: { type: 'string' } } }).values;
  } catch (error) {
    const what = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? 'That';
    process.stderr.write(`${what} cannot be read here. It is ${USAGE}\n`);
    process.exit(2);
  }
}
