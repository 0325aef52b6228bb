import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { findFaults, type AppPackage } from './check-manifest.js';

/**
 * `npm run manifest [-- --id GUID --host HOST --out FILE]`: fills manifest/manifest.json from the flags, or from MicrosoftAppId
 * and PUBLIC_URL, checks it as far as that is possible offline, and zips it for upload. Exit 1 with every fault, and no zip.
 */
const folder = path.resolve(import.meta.dirname, '../../manifest');
/** fflate writes local time: a date made from parts gives the same bytes in every time zone. */
const stamp = new Date(2020, 0, 1, 12);

export interface Place {
  id: string | undefined;
  host: string | undefined;
}

/** The package with its placeholders filled; what is not known stays open and is a fault later. */
export function fillPackage(source: string, { id, host }: Place, readIcon: (name: string) => Uint8Array): AppPackage {
  const given: Record<string, string | undefined> = { BOT_ID: id, HOST: host };
  const text = source.replace(/\{\{(\w+)\}\}/g, (mark, name: string) => given[name] ?? mark);
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const names = Object.values((manifest['icons'] ?? {}) as Record<string, string>);
  return { manifest, files: Object.fromEntries(names.map((name) => [name, readIcon(name)])) };
}

/** The bytes of the zip: the same manifest and icons always give the same. */
export function zipPackage({ manifest, files }: AppPackage): Uint8Array {
  const all: Zippable = { 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`), ...files };
  return zipSync(all, { mtime: stamp, level: 9, os: 3 });
}

function readPlace(): Place & { out: string } {
  const { values } = parseArgs({
    options: { id: { type: 'string' }, host: { type: 'string' }, out: { type: 'string', default: 'rightsdesk.zip' } },
  });
  const url = process.env['PUBLIC_URL'];
  const host = values.host ?? (url && URL.canParse(url) ? new URL(url).hostname : undefined);
  return { id: values.id ?? process.env['MicrosoftAppId'], host, out: values.out };
}

function main(): void {
  const { out, ...place } = readPlace();
  const app = fillPackage(readFileSync(path.join(folder, 'manifest.json'), 'utf8'), place, (name) => readFileSync(path.join(folder, name)));
  const faults = findFaults(app);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) return void (process.exitCode = 1);
  writeFileSync(out, zipPackage(app));
  console.log(`${out} is ready for upload in the Teams admin centre`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) main();
