import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CouncilPage } from './council.js';
import { writePageConfig } from './page-config.js';

const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js');
const guard = path.join(import.meta.dirname, 'page-guard.mjs');
const startLimitMs = 60_000;
const stopLimitMs = 3_000;

export interface RunningPage {
  page: CouncilPage;
  port: number;
  url: string;
  /** Where the bot sends what this page shows. */
  serviceUrl: string;
  /** Resolves when the process ends, with what it said last. */
  ended: Promise<{ code: number | null; said: string }>;
  stop(): Promise<void>;
}

/**
 * Starts one Agents Playground in a folder of its own and waits until it listens.
 * A taken port makes the Playground take another without a word: `port` is the one it really has.
 * Throws with what the process said when it ends first or says nothing for a minute.
 */
export async function startPage(page: CouncilPage, at: { endpoint: string; port: number; folder: string }): Promise<RunningPage> {
  const folder = path.join(at.folder, page.key);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, '.m365agentsplayground.yml'), writePageConfig(page));
  const child = spawn(process.execPath, ['--import', guard, cli, 'start', ...flags(at)], {
    cwd: folder,
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: path.join(folder, '.m365agentsplayground.yml'),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = listenTo(child);
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('exit', (code) => resolve({ code, said: said.last() }));
    child.on('error', (error) => resolve({ code: null, said: error.message }));
  });
  const port = await Promise.race([
    said.port,
    ended.then(({ code, said: words }) => Promise.reject(new Error(`${page.person.name}'s page ended at once (${code}): ${words}`))),
    tooLong(page),
  ]);
  return {
    page,
    port,
    url: `http://localhost:${port}`,
    serviceUrl: `http://localhost:${port}/_connector`,
    ended,
    stop: () => stop(child, ended),
  };
}

const flags = (at: { endpoint: string; port: number }) => [
  '-e',
  at.endpoint,
  '-c',
  'msteams',
  '-p',
  String(at.port),
  '--disable-telemetry',
];

/** Keeps the last words for a fault report, and hears `Listening on N`. */
function listenTo(child: ChildProcess): { port: Promise<number>; last(): string } {
  let words = '';
  const port = new Promise<number>((resolve) => {
    const hear = (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-2000);
      const found = /Listening on (\d+)/.exec(words);
      if (found) resolve(Number(found[1]));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
  });
  return { port, last: () => words.trim() };
}

function tooLong(page: CouncilPage): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${page.person.name}'s page did not start within a minute`)), startLimitMs).unref();
  });
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
  await ended;
  clearTimeout(late);
}
