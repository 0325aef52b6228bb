import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFaults } from '../../src/cli/check-manifest.js';
import { fillPackage, zipPackage } from '../../src/cli/manifest.js';

const source = readFileSync('manifest/manifest.json', 'utf8');
const place = { id: '00000000-0000-4000-8000-000000000099', host: 'bot.anytown.example' };
const ours = () => fillPackage(source, place, (name) => readFileSync(path.join('manifest', name)));
const changed = (change: Record<string, unknown>) => ({ ...ours(), manifest: { ...ours().manifest, ...change } });

describe('the manifest', () => {
  it('has no fault once the bot id and the host are given', () => {
    expect(findFaults(ours())).toEqual([]);
  });

  it('offers only commands that the bot knows', async () => {
    const { commands } = (await import('../../src/bot/commands.js')) as { commands: readonly { word: string }[] };
    const offered = titles(ours().manifest);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.filter((title) => !commands.some(({ word }) => word === title))).toEqual([]);
  });

  it('says what is missing while nothing is given', () => {
    const empty = fillPackage(source, { id: undefined, host: undefined }, (name) => readFileSync(path.join('manifest', name)));
    expect(findFaults(empty)).toEqual([
      '{{BOT_ID}}: give the bot id: --id GUID, or MicrosoftAppId in the environment',
      '{{HOST}}: give the host: --host bot.example.gov.uk, or PUBLIC_URL in the environment',
    ]);
  });

  it('lists every fault at once', () => {
    const name = { short: 'A name that is far too long for the schema', full: 'x' };
    const faults = findFaults(changed({ name, accentColor: undefined, supportsChannelFeatures: undefined }));
    expect(faults).toEqual([
      expect.stringContaining("must have required property 'accentColor'"),
      expect.stringContaining('name.short: must NOT have more than 30 characters'),
      'supportsChannelFeatures: a bot for teams must declare "tier1"',
    ]);
  });

  it('refuses an icon of the wrong size, kind or name', () => {
    const { manifest, files } = ours();
    expect(
      findFaults({ manifest, files: { 'color.png': files['outline.png']!, 'outline.png': Buffer.from('not a picture, only text') } }),
    ).toEqual(['icons.color: color.png is 32x32, not 192x192', 'icons.outline: outline.png is not a PNG, not 32x32']);
    expect(findFaults({ manifest, files: {} })[0]).toBe('icons.color: color.png is not in the package');
  });

  it('refuses addresses outside its own domain or without https', () => {
    const developer = {
      name: 'x',
      websiteUrl: 'https://elsewhere.example',
      privacyUrl: 'http://bot.anytown.example',
      termsOfUseUrl: 'https://bot.anytown.example',
    };
    const faults = findFaults(changed({ developer })).join('\n');
    expect(faults).toContain('developer.websiteUrl: elsewhere.example is not among validDomains (bot.anytown.example)');
    expect(faults).toContain('developer.privacyUrl: http://bot.anytown.example is not https');
    expect(faults).not.toContain('termsOfUseUrl');
  });

  it('names a schema version that is not installed', () => {
    expect(findFaults(changed({ manifestVersion: '9.9' }))).toEqual(['manifestVersion 9.9: no such schema is installed']);
  });
});

describe('the zip', () => {
  it('holds the manifest and both icons at its root, and is the same each time', () => {
    const zip = zipPackage(ours());
    expect(Object.keys(unzipSync(zip)).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(strFromU8(unzipSync(zip)['manifest.json']!)).toContain(place.id);
    expect(hash(zipPackage(ours()))).toBe(hash(zip));
  });

  it('has the same bytes wherever it is made, and is not written when there is a fault', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-manifest-'));
    const make = (zone: string, ...more: string[]) =>
      execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/manifest.ts', '--id', place.id, ...more], {
        env: { ...process.env, TZ: zone, MicrosoftAppId: '', PUBLIC_URL: '' },
        stdio: 'pipe',
      });
    const zips = ['UTC', 'Pacific/Auckland'].map((zone) => path.join(folder, `${path.basename(zone)}.zip`));
    make('UTC', '--host', place.host, '--out', zips[0]!);
    make('Pacific/Auckland', '--host', place.host, '--out', zips[1]!);
    expect(hash(readFileSync(zips[0]!))).toBe(hash(readFileSync(zips[1]!)));
    expect(() => make('UTC', '--out', path.join(folder, 'none.zip'))).toThrow('{{HOST}}');
    expect(existsSync(path.join(folder, 'none.zip'))).toBe(false);
  });
});

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
function titles(manifest: Record<string, unknown>): string[] {
  const bots = manifest['bots'] as { commandLists: { commands: { title: string }[] }[] }[];
  return bots.flatMap((bot) => bot.commandLists.flatMap((list) => list.commands.map((each) => each.title)));
}
