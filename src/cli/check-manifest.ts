import { createRequire } from 'node:module';
import type { AnySchema, ErrorObject } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);

export interface AppPackage {
  manifest: Record<string, unknown>;
  /** The files that go into the zip beside the manifest, by name. */
  files: Record<string, Uint8Array>;
}

/** Every fault that would stop an administrator's upload, each as one sentence; [] when there is none. Asks nobody outside. */
export function findFaults(app: AppPackage): string[] {
  const open = leftOpen(app.manifest);
  const filled = open.length > 0 ? open : [...schemaFaults(app.manifest), ...domainFaults(app.manifest)];
  return [...filled, ...channelFaults(app.manifest), ...iconFaults(app)];
}

/** The schema of the manifest's own version, as Microsoft ships it in its package. */
function schemaFaults(manifest: Record<string, unknown>): string[] {
  const version = String(manifest['manifestVersion']);
  const schema = loadSchema(version);
  if (!schema) return [`manifestVersion ${version}: no such schema is installed`];
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  return ajv.validate(schema, manifest) ? [] : (ajv.errors ?? []).map(sayFault);
}

function loadSchema(version: string): AnySchema | null {
  if (!/^\d+\.\d+$/.test(version)) return null;
  try {
    return require(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`) as AnySchema;
  } catch {
    return null;
  }
}

const sayFault = ({ instancePath, message, params }: ErrorObject) =>
  `${instancePath === '' ? 'manifest' : instancePath.slice(1).replaceAll('/', '.')}: ${message} ${JSON.stringify(params)}`;

/** From 1.25 on, Teams refuses a team app without this; the schema does not say so. */
function channelFaults(manifest: Record<string, unknown>): string[] {
  const bots = (manifest['bots'] ?? []) as { scopes?: string[] }[];
  const inTeams = bots.some((bot) => bot.scopes?.includes('team'));
  return inTeams && manifest['supportsChannelFeatures'] !== 'tier1'
    ? ['supportsChannelFeatures: a bot for teams must declare "tier1"']
    : [];
}

function iconFaults({ manifest, files }: AppPackage): string[] {
  const icons = (manifest['icons'] ?? {}) as Record<string, string>;
  return Object.entries({ color: 192, outline: 32 }).flatMap(([kind, size]) => {
    const name = icons[kind] ?? '';
    const file = files[name];
    if (!file) return [`icons.${kind}: ${name || 'no file'} is not in the package`];
    const found = pngSize(file);
    return found === `${size}x${size}` ? [] : [`icons.${kind}: ${name} is ${found}, not ${size}x${size}`];
  });
}

function pngSize(file: Uint8Array): string {
  const bytes = Buffer.from(file);
  const isPng = bytes.length > 24 && bytes.subarray(1, 4).toString('latin1') === 'PNG';
  return isPng ? `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}` : 'not a PNG';
}

function domainFaults(manifest: Record<string, unknown>): string[] {
  const domains = (manifest['validDomains'] ?? []) as string[];
  return Object.entries((manifest['developer'] ?? {}) as Record<string, string>)
    .filter(([key]) => key.endsWith('Url'))
    .flatMap(([key, url]) => {
      if (!URL.canParse(url)) return [`developer.${key}: ${url} is not an address`];
      const { protocol, hostname } = new URL(url);
      if (protocol !== 'https:') return [`developer.${key}: ${url} is not https`];
      return domains.includes(hostname) ? [] : [`developer.${key}: ${hostname} is not among validDomains (${domains.join(', ')})`];
    });
}

const meanings: Record<string, string> = {
  '{{BOT_ID}}': 'give the bot id: --id GUID, or MicrosoftAppId in the environment',
  '{{HOST}}': 'give the host: --host bot.example.gov.uk, or PUBLIC_URL in the environment',
};
const leftOpen = (manifest: Record<string, unknown>) =>
  [...new Set(JSON.stringify(manifest).match(/\{\{\w*\}\}/g) ?? [])].map(
    (mark) => `${mark}: ${meanings[mark] ?? 'nothing was given for it'}`,
  );
