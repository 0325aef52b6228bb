import path from 'node:path';
import { parseArgs } from 'node:util';
import { introduce } from './introduce.js';
import { launch, type Launched } from './launch.js';
import { startBot } from './start-bot.js';

/**
 * `npm run playground [-- --port 56150 --at 2026-11-20T09:00 --speed 8640]`: the bot, its database, a made-up council and
 * four Agents Playground pages. DATA_DIR says where the cases are kept; a rehearsal has a folder of its own.
 */
const say = (line: string) => console.log(line);
let launched: Launched | null = null;
let leaving = false;

/** Everything from outside, or an error that says what is wrong with it. */
function readFlags() {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '56150' }, at: { type: 'string' }, speed: { type: 'string' } },
  });
  const at = values.at ?? process.env['CLOCK_AT'];
  const speed = values.speed ?? process.env['CLOCK_SPEED'];
  if (speed !== undefined && at === undefined)
    throw new Error('--speed is for a rehearsal: say when it begins, for example --at 2026-11-20T09:00');
  const folder = path.resolve(process.env['DATA_DIR'] ?? (at === undefined ? 'data/playground' : 'data/rehearsal'));
  return { at, speed, folder, pagePort: Number(values.port), botPort: Number(process.env['PORT'] ?? 3978) };
}

async function start(): Promise<void> {
  const { at, speed, folder, pagePort, botPort } = readFlags();
  say('Starting the bot and four pages. This takes some ten seconds.');
  launched = await launch({
    botPort,
    pagePort,
    folder: path.join(folder, 'pages'),
    startBot: (port) => startBot({ port, folder, at, speed }),
    say,
  });
  if (leaving) return launched.close();
  const { rehearsal } = launched.bot;
  say(introduce(launched.pages, rehearsal && { at: rehearsal, speed: speed ?? '1' }));
}

/** The first Ctrl-C stops in order, the second at once. */
async function leave(code: number): Promise<void> {
  if (leaving) process.exit(code);
  leaving = true;
  if (launched) say('\nStopping.');
  await launched?.close();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));
await start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return leave(1);
});
