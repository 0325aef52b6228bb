import { pages } from './council.js';
import { freePort } from './free-port.js';
import { installBot } from './install-bot.js';
import { startPage, type RunningPage } from './start-page.js';

/** The bot as the launcher needs it: where it listens, a way to make the council known to it, and an end. */
export interface RunningBot {
  url: string;
  port: number;
  /** What its clock shows; null on the real clock. */
  rehearsal: Date | null;
  seed(pages: readonly RunningPage[]): Promise<void>;
  close(): Promise<void>;
}
export interface Launch {
  /** Port of the bot, and the first of the four pages' ports; 0 takes any. */
  botPort: number;
  pagePort: number;
  folder: string;
  startBot: (port: number) => Promise<RunningBot>;
  say: (line: string) => void;
}
export interface Launched {
  bot: RunningBot;
  pages: RunningPage[];
  close: () => Promise<void>;
}

/** Bot first, then the four pages beside each other, then the council. What was started is stopped again when a part fails. */
export async function launch(options: Launch): Promise<Launched> {
  const { say } = options;
  const bot = await options.startBot(await freePort(options.botPort));
  if (options.botPort !== 0 && bot.port !== options.botPort)
    say(`Port ${options.botPort} is taken: the bot listens on ${bot.port} instead.`);
  const started = await Promise.allSettled(
    pages.map((page, index) => startPage(page, { endpoint: bot.url, port: portOf(options, index), folder: options.folder })),
  );
  const running = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const close = closeOnce(bot, running);
  try {
    for (const each of started) if (each.status === 'rejected') throw each.reason as Error;
    await bot.seed(running);
    await Promise.all(running.map(installBot));
  } catch (error) {
    await close();
    throw error;
  }
  running.forEach(({ page, port }, index) => {
    const wanted = portOf(options, index);
    if (wanted !== 0 && port !== wanted) say(`Port ${wanted} is taken: ${page.person.name}'s page is on ${port} instead.`);
  });
  watch(running, close, say);
  return { bot, pages: running, close };
}

const portOf = ({ pagePort }: Launch, index: number) => (pagePort === 0 ? 0 : pagePort + index);

/** Says when a page ends that nobody asked to end; the others go on. */
function watch(running: RunningPage[], close: { begun: boolean }, say: (line: string) => void): void {
  for (const { page, ended } of running) {
    void ended.then(({ code, said }) => {
      if (!close.begun) say(`${page.person.name}'s page has stopped by itself (${code ?? 'no code'}). Its last words:\n${said}`);
    });
  }
}

type Close = (() => Promise<void>) & { begun: boolean };

function closeOnce(bot: RunningBot, running: RunningPage[]): Close {
  let done: Promise<void> | null = null;
  const close: Close = Object.assign(
    () => {
      close.begun = true;
      done ??= Promise.all(running.map((each) => each.stop())).then(() => bot.close());
      return done;
    },
    { begun: false },
  );
  return close;
}
