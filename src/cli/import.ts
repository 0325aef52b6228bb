import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { readCsv } from '../adapters/documents/read-csv.js';
import { startEmbeddedMongo } from '../adapters/embedded-mongo/index.js';
import { createLog } from '../adapters/log.js';
import { connectMongo } from '../adapters/mongo/connect.js';
import { clockFor, deskFor, storesOn } from '../compose-desk.js';
import { readConfig, type Config } from '../config.js';
import { igTeam } from '../procedure/roles.js';
import type { Desk } from '../usecases/desk.js';
import { importCases, type ImportAnswer } from '../usecases/import-cases.js';
import type { KnownPerson } from '../usecases/ports.js';
import { readEnvironment, type Environment } from './open-store.js';

const USAGE = 'npm run -s import -- FILE.csv [--dry-run] [--by OBJECT_ID]';

/** Runs `npm run -s import`; answers the exit code: 0 imported or checked, 1 something is wrong and nothing was imported, 2 called wrongly. */
export async function runImport(args: string[], env: Environment, print: (text: string) => void): Promise<number> {
  const asked = readArgs(args);
  if (!asked) return say(print, 2, USAGE);
  if (!existsSync(asked.file)) return say(print, 2, `There is no file ${asked.file}.`);
  const sheet = readCsv(readFileSync(asked.file));
  if ('fault' in sheet) return say(print, 1, `Nothing was imported: ${sheet.fault}`);
  const config = configOf(env);
  if ('faults' in config) return say(print, 1, `Nothing was imported: ${config.faults.join(' ')}`);
  const opened = await openDesk(config);
  if ('fault' in opened) return say(print, 1, `Nothing was imported: ${opened.fault}`);
  try {
    const by = await personFor(opened.desk, asked.by);
    if (!by)
      return say(print, 1, 'Nothing was imported: nobody of the Information Governance team is known. Name one in IG_ADMINS or with --by.');
    const answer = await importCases(opened.desk, by, sheet, asked.dryRun);
    for (const line of report(answer)) print(line);
    return answer.was === 'at-fault' ? 1 : 0;
  } finally {
    await opened.close();
  }
}

function say(print: (text: string) => void, code: number, text: string): number {
  print(text);
  return code;
}

function readArgs(args: string[]): { file: string; dryRun: boolean; by: string | undefined } | null {
  try {
    const options = { 'dry-run': { type: 'boolean' }, by: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...rest] = positionals;
    return file !== undefined && rest.length === 0 ? { file, dryRun: values['dry-run'] ?? false, by: values.by } : null;
  } catch {
    return null;
  }
}

/** The same settings as the bot's: production when its keys or app are in the environment, else local. A rehearsal goes on where it stands. */
function configOf(env: Environment): Config | { faults: string[] } {
  if (env['MicrosoftAppId'] || env['FIELD_KEY']) return readConfig(env, { local: false });
  const kept = join(env['DATA_DIR'] || './data', 'rehearsal-clock.json');
  if (!existsSync(kept)) return readConfig(env, { local: true });
  const { at } = JSON.parse(readFileSync(kept, 'utf8')) as { at: string };
  return readConfig(env, { local: true, at, speed: '0' });
}

async function openDesk(config: Config): Promise<{ desk: Desk; close: () => Promise<void> } | { fault: string }> {
  try {
    const embedded = config.mongoUri === null ? await startEmbeddedMongo({ dataDir: join(config.dataDir, 'db') }) : null;
    const connection = await connectMongo(config.mongoUri ?? embedded?.uri ?? '');
    const clock = clockFor(config);
    const stores = storesOn(connection, config, clock);
    const desk = deskFor(config, stores, { clock, log: createLog({ level: 'warn' }), poke: () => undefined });
    // The unique index on references is what makes a second run harmless.
    await Promise.all(Object.values(connection.models).map((model) => model.init()));
    return {
      desk,
      close: async () => {
        await connection.close();
        await embedded?.close();
      },
    };
  } catch (error) {
    // A bot that runs on the embedded database is the usual reason.
    return { fault: (error as Error).message };
  }
}

/** Who takes the cases over: the one named, if they are of IG or the CCU, or the first administrator; the step checks the role. */
async function personFor(desk: Desk, named: string | undefined): Promise<KnownPerson | null> {
  const [holder] = await desk.people.holding(igTeam.code, null, desk.clock.today());
  const id = named ?? desk.igAdmins[0] ?? holder?.id;
  if (id === undefined) return null;
  const known = await desk.people.byId(id);
  const person = known ?? { id, name: '', grants: [], mri: '', tenant: '', chat: null, unreachable: false };
  if (!desk.igAdmins.includes(id)) return person;
  return { ...person, grants: [...person.grants, { role: igTeam.code, until: desk.clock.today() }] };
}

function report(answer: ImportAnswer): string[] {
  if (answer.was === 'at-fault') {
    const lines = answer.faults.map(({ line, column, reason }) => `line ${line}${column ? `, column ${column}` : ''}: ${reason}`);
    return [...lines, `Nothing was imported: ${answer.faults.length} ${answer.faults.length === 1 ? 'fault' : 'faults'}.`];
  }
  const here = answer.already > 0 ? ` ${answer.already} ${answer.already === 1 ? 'was' : 'were'} here already and left alone.` : '';
  const n = answer.fresh.length;
  if (answer.was === 'checked') return [`All rows are sound: ${n} would be imported.${here}`];
  const [first, last] = [answer.fresh[0]?.ref, answer.fresh.at(-1)?.ref];
  return [`${n} imported${n > 0 ? `, ${first} to ${last}` : ''}.${here}`];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await runImport(process.argv.slice(2), readEnvironment(), (text) => console.log(text));
