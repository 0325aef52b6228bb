import { existsSync } from 'node:fs';
import { parseKeys } from './adapters/keys/parse-keys.js';
import { makeLocalKeys } from './adapters/keys/local-keys.js';
import type { Keys } from './adapters/keys/keys.js';
import { holidayRules } from './procedure/bank-holidays.js';
import type { TeamsCredentials } from './adapters/teams/teams-adapter.js';

/** Everything the process is told from outside: read once, checked, frozen. Nothing else reads the environment. */
export interface Config {
  local: boolean;
  port: number;
  host: string;
  /** Folder of the embedded database, the keys of local mode and the rehearsal clock. */
  dataDir: string;
  /** Null: the embedded database in `dataDir`. */
  mongoUri: string | null;
  publicUrl: string | null;
  credentials: TeamsCredentials;
  tenants: readonly string[] | 'any';
  keys: Keys;
  igAdmins: readonly string[];
  rehearsal: { at: string; speed: number } | null;
  councilFile: string | null;
  /** Where the list of bank holidays is refreshed from; null: the product's own list. */
  holidaysUrl: string | null;
  holidayWarnMonths: number;
  logLevel: 'info' | 'warn' | 'silent';
}

export type Environment = Record<string, string | undefined>;

/** The environment of the process, with what a file `.env` in the working folder adds. */
export function readEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** The configuration, or every setting that is missing or wrong, each in a sentence. */
export function readConfig(env: Environment, flags: { local: boolean; at?: string; speed?: string }): Config | { faults: string[] } {
  return flags.local ? localConfig(env, flags) : productionConfig(env);
}

function localConfig(env: Environment, flags: { at?: string; speed?: string }): Config | { faults: string[] } {
  const faults = [...portFaults(env), ...holidayFaults(env), ...rehearsalFaults(env, flags)];
  if (env['MicrosoftAppId'])
    faults.push('MicrosoftAppId is set: local mode signs nobody in, so it does not run with the identity of a real bot.');
  if (env['NODE_ENV'] === 'production') faults.push('NODE_ENV is production: local mode signs nobody in. Use npm start.');
  if (faults.length > 0) return { faults };
  const at = flags.at ?? env['CLOCK_AT'];
  // A rehearsal's cases must never mix with real days.
  const dataDir = env['DATA_DIR'] || (at ? './data/rehearsal' : './data');
  if (!at && existsSync(`${dataDir}/rehearsal-clock.json`))
    return { faults: [`${dataDir} holds a rehearsal. Give --at to go on with it, or another DATA_DIR.`] };
  return Object.freeze({
    local: true,
    port: Number(env['PORT'] || 3978),
    host: '127.0.0.1',
    dataDir,
    mongoUri: env['MONGODB_URI'] || null,
    publicUrl: env['PUBLIC_URL'] || null,
    credentials: { local: true as const },
    tenants: env['ALLOWED_TENANTS'] ? list(env['ALLOWED_TENANTS']) : ('any' as const),
    keys: makeLocalKeys(dataDir),
    igAdmins: list(env['IG_ADMINS']),
    rehearsal: at ? { at, speed: Number(flags.speed ?? env['CLOCK_SPEED'] ?? 1) } : null,
    councilFile: env['COUNCIL_FILE'] || null,
    ...holidaySettings(env),
    logLevel: env['LOG_LEVEL'] === 'info' ? ('info' as const) : ('warn' as const),
  });
}

const REQUIRED = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'MONGODB_URI', 'PUBLIC_URL', 'IG_ADMINS'] as const;

function productionConfig(env: Environment): Config | { faults: string[] } {
  const faults: string[] = [...REQUIRED.filter((name) => !env[name]).map((name) => `${name} is missing.`), ...shapeFaults(env)];
  const credentials = credentialsOf(env);
  if (Array.isArray(credentials)) faults.push(...credentials);
  const parsed = parseKeys({
    FIELD_KEY: env['FIELD_KEY'],
    LOOKUP_KEY: env['LOOKUP_KEY'],
    AUDIT_KEY: env['AUDIT_KEY'],
    LINK_SECRET: env['LINK_SECRET'],
  });
  if ('faults' in parsed) faults.push(...parsed.faults.map((fault) => (fault.endsWith('.') ? fault : `${fault}.`)));
  if (env['PUBLIC_URL'] && !/^https:\/\/[^/]+/.test(env['PUBLIC_URL'])) faults.push('PUBLIC_URL is not an https address.');
  if (env['CLOCK_AT'] || env['CLOCK_SPEED']) faults.push('CLOCK_AT and CLOCK_SPEED are for rehearsals in local mode only.');
  faults.push(...portFaults(env), ...holidayFaults(env));
  if (faults.length > 0 || Array.isArray(credentials) || 'faults' in parsed) return { faults };
  return Object.freeze({
    local: false,
    port: Number(env['PORT'] || 3978),
    host: env['HOST'] || '0.0.0.0',
    dataDir: env['DATA_DIR'] || './data',
    mongoUri: env['MONGODB_URI'] ?? '',
    publicUrl: env['PUBLIC_URL'] ?? '',
    credentials,
    tenants: list(env['ALLOWED_TENANTS'] ?? env['MicrosoftAppTenantId']),
    keys: parsed.keys,
    igAdmins: list(env['IG_ADMINS']),
    rehearsal: null,
    councilFile: env['COUNCIL_FILE'] || null,
    ...holidaySettings(env),
    logLevel: 'info' as const,
  });
}

/** New bots are single-tenant or have a managed identity; a managed identity has no password (platform §5). */
function credentialsOf(env: Environment): TeamsCredentials | string[] {
  const [appId = '', tenantId = '', type] = [env['MicrosoftAppId'], env['MicrosoftAppTenantId'], env['MicrosoftAppType']];
  if (type === 'UserAssignedMSI') return { type, appId, tenantId };
  if (type && type !== 'SingleTenant') return [`MicrosoftAppType is ${type}; it must be SingleTenant or UserAssignedMSI.`];
  const [thumbprint, privateKey, password] = [env['CertificateThumbprint'], env['CertificatePrivateKey'], env['MicrosoftAppPassword']];
  if (thumbprint && privateKey) return { type: 'SingleTenant', appId, tenantId, certificate: { thumbprint, privateKey } };
  if (password) return { type: 'SingleTenant', appId, tenantId, password };
  return ['MicrosoftAppPassword is missing (or CertificateThumbprint with CertificatePrivateKey).'];
}

const list = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((v) => v.trim())
    .filter(Boolean);

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is there but cannot be right. */
function shapeFaults(env: Environment): string[] {
  const ids = [env['MicrosoftAppId'], env['MicrosoftAppTenantId'], ...list(env['IG_ADMINS'])];
  const wrong = (name: string, value: string | undefined) => (value && !GUID.test(value) ? [`${name} is no id: ${value}.`] : []);
  return [
    ...wrong('MicrosoftAppId', ids[0]),
    ...wrong('MicrosoftAppTenantId', ids[1]),
    ...ids.slice(2).flatMap((id) => wrong('IG_ADMINS', id)),
    ...(env['MONGODB_URI'] && !/^mongodb(\+srv)?:\/\/[^/]+/.test(env['MONGODB_URI']) ? ['MONGODB_URI is no mongodb:// address.'] : []),
  ];
}

function portFaults(env: Environment): string[] {
  const port = Number(env['PORT'] || 3978);
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? [] : [`PORT is no port: ${env['PORT']}.`];
}

function rehearsalFaults(env: Environment, flags: { at?: string; speed?: string }): string[] {
  const speed = Number(flags.speed ?? env['CLOCK_SPEED'] ?? 1);
  if (flags.speed !== undefined && flags.at === undefined && !env['CLOCK_AT'])
    return ['--speed is for a rehearsal: say when it begins, for example --at 2026-11-20T09:00.'];
  return speed >= 0 && speed <= 1_000_000 ? [] : ['CLOCK_SPEED must be a number from 0 to 1000000.'];
}

const holidaySettings = (env: Environment): Pick<Config, 'holidaysUrl' | 'holidayWarnMonths'> => ({
  holidaysUrl: env['BANK_HOLIDAYS_URL'] || null,
  holidayWarnMonths: Number(env['BANK_HOLIDAYS_WARN_MONTHS'] || holidayRules.warnMonths),
});

/** The list moves statutory dates: it comes over https, or from this very machine. */
function holidayFaults(env: Environment): string[] {
  const [url, months] = [env['BANK_HOLIDAYS_URL'], Number(env['BANK_HOLIDAYS_WARN_MONTHS'] || holidayRules.warnMonths)];
  const isSafe = !url || (URL.canParse(url) && /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url));
  return [
    ...(isSafe ? [] : ['BANK_HOLIDAYS_URL is not an https address.']),
    ...(Number.isInteger(months) && months >= 1 && months <= 36
      ? []
      : ['BANK_HOLIDAYS_WARN_MONTHS must be a number of months from 1 to 36.']),
  ];
}
