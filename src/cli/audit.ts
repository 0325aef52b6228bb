import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { makeChain, makeSeals } from '../adapters/crypto/chain.js';
import { makeFieldCipher } from '../adapters/crypto/field-cipher.js';
import type { Keys } from '../adapters/keys/keys.js';
import { mongoAuditTrail } from '../adapters/mongo/audit-trail.js';
import { SHORTEST_HEAD, verifyAudit } from '../usecases/verify-audit.js';
import type { AuditCounts, Verdict } from '../usecases/verify-audit.js';
import { findKeys, readEnvironment, tryOpenStore } from './open-store.js';
import type { Environment, OpenStore } from './open-store.js';

const USAGE = 'npm run -s audit -- verify [--head HEAD]';

/** Runs `npm run -s audit`; answers the exit code: 0 whole, 1 broken or not to be checked, 2 called wrongly. */
export async function runAudit(args: string[], env: Environment, print: (text: string) => void): Promise<number> {
  const asked = readArgs(args);
  if (!asked) {
    print(USAGE);
    return 2;
  }
  if (asked.head !== undefined && asked.head.length < SHORTEST_HEAD) {
    print(`--head needs at least ${SHORTEST_HEAD} characters of a head that was noted, for example from the weekly card.`);
    return 2;
  }
  const found = findKeys(env);
  if ('faults' in found) {
    print(`Nothing was checked: ${found.faults.join('; ')}.`);
    return 1;
  }
  const store = await tryOpenStore(env);
  if ('fault' in store) {
    print(`Nothing was checked: ${store.fault}`);
    return 1;
  }
  const verdict = await verify(found.keys, store, asked.head);
  for (const line of report(verdict)) print(line);
  return verdict.broken ? 1 : 0;
}

function readArgs(args: string[]): { head: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({ args, options: { head: { type: 'string' } }, allowPositionals: true });
    return positionals.join(' ') === 'verify' ? { head: values.head } : null;
  } catch {
    return null;
  }
}

async function verify(keys: Keys, store: OpenStore, head: string | undefined): Promise<Verdict> {
  try {
    const trail = mongoAuditTrail(store.connection, makeFieldCipher(keys.field));
    return await verifyAudit({ trail, chain: makeChain(keys.audit), seals: makeSeals(keys.audit) }, head);
  } finally {
    await store.close();
  }
}

function report({ counts, newest, broken }: Verdict): string[] {
  const head = newest ? `newest head: ${newest.head} (block ${newest.n})` : 'no block is sealed yet';
  return [countLine(counts), head, broken ? `BROKEN: ${broken}` : 'whole'];
}

function countLine(counts: AuditCounts): string {
  const { requests, steps, details, detailsGone, events, blocks, waiting } = counts;
  return `${requests} requests, ${steps} steps, ${details} details (${detailsGone} deleted), ${events} events, ${blocks} blocks; ${waiting} waiting to be sealed`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await runAudit(process.argv.slice(2), readEnvironment(), (text) => console.log(text));
