import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { freshKeys } from '../src/adapters/keys/fresh-keys.js';
import { readConfig } from '../src/config.js';

const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const faultsOf = (env: Record<string, string>, flags: { local: boolean; at?: string; speed?: string } = { local: false }): string[] => {
  const config = readConfig({ DATA_DIR: folder, ...env }, flags);
  return 'faults' in config ? config.faults : [];
};

const id = '00000000-0000-4000-8000-000000000001';
const good = {
  ...freshKeys(),
  MicrosoftAppId: id,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: id,
  MicrosoftAppPassword: 'made up',
  MONGODB_URI: 'mongodb://127.0.0.1:1/x',
  PUBLIC_URL: 'https://rightsdesk.example',
  IG_ADMINS: id,
};

describe('what npm start needs', () => {
  it('starts with everything there, with a password, a certificate or a managed identity', () => {
    const { MicrosoftAppPassword: _password, ...without } = good;
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf({ ...without, CertificateThumbprint: 'AB', CertificatePrivateKey: 'key' })).toEqual([]);
    expect(faultsOf({ ...without, MicrosoftAppType: 'UserAssignedMSI' })).toEqual([]);
  });

  it('names everything that is missing at once', () => {
    const said = faultsOf({}).join('\n');
    for (const name of [...Object.keys(good)]) expect(said).toContain(name);
  });

  it.each([
    ['MicrosoftAppId', 'foo'],
    ['MicrosoftAppTenantId', 'bar'],
    ['IG_ADMINS', 'not-an-id'],
    ['MONGODB_URI', 'garbage'],
    ['PUBLIC_URL', 'http://plain.example'],
    ['MicrosoftAppType', 'MultiTenant'],
    ['FIELD_KEY', 'short'],
    ['PORT', 'abc'],
    ['CLOCK_AT', '2026-11-20'],
  ])('names a wrong %s', (name, value) => {
    expect(faultsOf({ ...good, [name]: value }).join('\n')).toContain(name);
  });
});

describe('what local mode refuses', () => {
  const local = { local: true };

  it('runs without any setting, on loopback only', () => {
    const config = readConfig({ DATA_DIR: folder, PORT: '' }, local);
    expect(config).toMatchObject({ local: true, host: '127.0.0.1', port: 3978, tenants: 'any' });
  });

  it('refuses the identity of a real bot, and production', () => {
    expect(faultsOf({ MicrosoftAppId: id }, local)).toHaveLength(1);
    expect(faultsOf({ NODE_ENV: 'production' }, local)).toHaveLength(1);
  });

  it('keeps a rehearsal apart from real days', () => {
    expect(faultsOf({}, { ...local, speed: '60' })[0]).toContain('--at');
    writeFileSync(join(folder, 'rehearsal-clock.json'), '{}');
    expect(faultsOf({}, local)[0]).toContain('holds a rehearsal');
    expect(faultsOf({}, { ...local, at: '2026-11-20T09:00' })).toEqual([]);
  });
});
