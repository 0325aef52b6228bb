import path from 'node:path';
import { parseArgs } from 'node:util';
import { introduce } from './introduce.js';
import { launch, type Launched } from './launch.js';
import { startBot } from './start-bot.js';

/**
 * `npm run playground [-- --port 56150 --at 2026-11-20T09:00 --speed 8640]`: the bot, its database, a made-up council and
 * four Agents Playground pages. DATA_DIR says where the cases are kept; a rehearsal has a folder of its own.
 */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '56150' }, at: { type: 'string' }, speed: { type: 'string' } },
});
const at = values.at ?? process.env['CLOCK_AT'];
const speed = values.speed ?? process.env['CLOCK_SPEED'];
const rehearsed = at !== undefined;
const folder = path.resolve(process.env['DATA_DIR'] ?? (rehearsed ? 'data/rehearsal' : 'data/playground'));
const say = (line: string) => console.log(line);

let launched: Launched | null = null;
let leaving = false;

/** The first Ctrl-C stops in order, the second at once. */
async function leave(code: number): Promise<void> {
  if (leaving) process.exit(code);
  leaving = true;
  if (launched) say('\nStopping.');
  await launched?.close();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));

if (speed !== undefined && !rehearsed) {
  console.error('--speed is for a rehearsal: say when it begins, for example --at 2026-11-20T09:00');
  process.exit(1);
}
say('Starting the bot and four pages. This takes some ten seconds.');
try {
  launched = await launch({
    botPort: Number(process.env['PORT'] ?? 3978),
    pagePort: Number(values.port),
    folder: path.join(folder, 'pages'),
    startBot: (port) => startBot({ port, folder, at, speed }),
    say,
  });
  const rehearsal = rehearsed
    ? `The clock is a rehearsal: it began at ${at} and runs ${speed ?? 1} times as fast. Type advance to jump to the next notice.`
    : null;
  if (leaving) await launched.close();
  else say(introduce(launched.pages, rehearsal));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await leave(1);
}
