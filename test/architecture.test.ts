import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { listFiles, readSources, type SourceFile } from './support/source-files.js';

const sources = readSources('src');
const everywhere = ['src/'];

/** What a part may import besides itself. The longest path that fits names the part (design, Layout). */
const parts: Record<string, string[]> = {
  'src/domain/': [],
  'src/procedure/': ['src/domain/'],
  'src/letters/': ['src/procedure/', 'src/domain/'],
  'src/usecases/': ['src/procedure/', 'src/letters/', 'src/domain/'],
  'src/bot/': ['src/usecases/', 'src/domain/'],
  'src/bot/views/': ['src/domain/'],
  'src/jobs/': ['src/usecases/', 'src/domain/'],
  'src/adapters/': ['src/usecases/', 'src/domain/'],
  'src/adapters/teams/': ['src/usecases/', 'src/domain/', 'src/bot/incoming.ts'],
  'src/adapters/crypto/': ['src/usecases/', 'src/domain/', 'src/adapters/keys/keys.ts'],
  'src/adapters/documents/': ['src/usecases/', 'src/domain/', 'src/letters/letter.ts'],
  'src/adapters/embedded-mongo/': [],
  'src/adapters/bench/': everywhere,
  'src/config.ts': ['src/domain/', 'src/procedure/', 'src/usecases/', 'src/adapters/keys/', 'src/adapters/teams/teams-adapter.ts'],
  'src/compose.ts': everywhere,
  'src/compose-desk.ts': everywhere,
  'src/main.ts': everywhere,
  'src/cli/': everywhere,
  'src/playground/': everywhere,
};

/** The one home of each library. A library that is not here has no place yet: decide where it goes. */
const homes: Record<string, string[]> = {
  botbuilder: ['src/adapters/teams/'],
  mongoose: ['src/adapters/mongo/'],
  mongodb: ['src/adapters/embedded-mongo/'],
  bson: ['src/adapters/embedded-mongo/'],
  mingo: ['src/adapters/embedded-mongo/'],
  lmdb: ['src/adapters/embedded-mongo/'],
  agenda: ['src/adapters/agenda/'],
  '@agendajs/mongo-backend': ['src/adapters/agenda/'],
  restify: ['src/adapters/restify/'],
  'csv-parse': ['src/adapters/documents/'],
  'csv-stringify': ['src/adapters/documents/'],
  docx: ['src/adapters/documents/'],
  pdfkit: ['src/adapters/documents/'],
  unpdf: ['src/adapters/documents/'],
  fflate: ['src/adapters/documents/', 'src/cli/'],
  luxon: ['src/domain/', 'src/adapters/'],
  'adaptivecards-templating': ['src/bot/render.ts'],
  'adaptive-expressions': ['src/bot/render.ts'],
  pino: ['src/adapters/log.ts'],
  zod: ['src/cli/', 'src/config.ts', 'src/adapters/'],
  ajv: ['src/cli/'],
  'ajv-draft-04': ['src/cli/'],
  'ajv-formats': ['src/cli/'],
  typescript: ['src/cli/'],
};

const pure = ['src/domain/', 'src/procedure/', 'src/bot/views/'];
const isIn = (path: string, places: readonly string[]) =>
  places.some((place) => path === place || (place.endsWith('/') && path.startsWith(place)));
const partOf = (path: string) =>
  Object.keys(parts)
    .filter((part) => isIn(path, [part]))
    .sort((a, b) => b.length - a.length)[0];

describe('the layout of the code (design, Layout)', () => {
  it('has imports that point inward', () => {
    expect(sources.flatMap((file) => file.imports.filter((each) => !each.library).flatMap((each) => wrongWay(file, each)))).toEqual([]);
  });

  it('keeps each library in its one adapter', () => {
    const offences = sources.flatMap((file) =>
      file.imports
        .filter(({ target, library }) => library && !target.startsWith('node:') && !isIn(file.path, homes[target] ?? []))
        .map(({ target }) => `${file.path} imports ${target}, whose home is ${homes[target]?.join(' or ') ?? 'not decided'}`),
    );
    expect(offences).toEqual([]);
  });

  it('has a pure domain and procedure: no input or output, no ambient time or chance', () => {
    const inner = sources.filter((file) => isIn(file.path, pure));
    const builtIns = inner.flatMap((file) =>
      file.imports.filter((each) => each.target.startsWith('node:')).map((each) => `${file.path} imports ${each.target}`),
    );
    const impure = /\b(process\.|fetch\(|setTimeout\(|setInterval\(|Math\.random\(|crypto\.|console\.|require\(|globalThis)/;
    expect([...builtIns, ...linesWith(inner, impure)]).toEqual([]);
  });

  it('reads the environment in config.ts, cli and playground only', () => {
    const others = sources.filter(
      (file) => !isIn(file.path, ['src/config.ts', 'src/cli/', 'src/playground/', 'src/adapters/embedded-mongo/cli.ts']),
    );
    expect(linesWith(others, /process\.env\b/)).toEqual([]);
  });

  it('takes the time from the Clock port', () => {
    const others = sources.filter(
      (file) => !isIn(file.path, ['src/adapters/embedded-mongo/', 'src/adapters/system-time.ts', 'src/adapters/bench/']),
    );
    expect(linesWith(others, /\bDate\.now\(|new Date\(\s*\)|DateTime\.(now|local|utc)\(/)).toEqual([]);
  });
});

describe('the size and names of files', () => {
  const median = sources.map((file) => file.lines).sort((a, b) => a - b)[Math.floor(sources.length / 2)] ?? 0;

  it(`has no file of more than 200 lines (${sources.length} files, median ${median})`, () => {
    expect(sources.filter((file) => file.lines > 200).map((file) => `${file.path} has ${file.lines} lines`)).toEqual([]);
  });

  it('has files in kebab-case, named after what they do', () => {
    const named = [...sources, ...readSources('test')].map((file) => file.path);
    const vague = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.)|-?(manager|helper|service|utils?)\.ts$/;
    expect(named.filter((path) => vague.test(path) || !path.split('/').every((word) => /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(word)))).toEqual(
      [],
    );
  });

  it('has nothing unfinished by its own words, and no path of one machine', () => {
    const unfinished = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'not imple' + 'mented', '/wo' + 'rk/(main|shared)'].join('|'));
    const files = ['src', 'test', 'cards', 'manifest', 'docs', '.ci']
      .flatMap(listFiles)
      .filter((file) => /\.(ts|mjs|json|md)$|^\.ci/.test(file));
    expect(files.filter((file) => unfinished.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

function wrongWay(file: SourceFile, { target, typeOnly }: SourceFile['imports'][number]): string[] {
  const part = partOf(file.path);
  if (!part) return [`${file.path} is in no part of the layout`];
  if (isIn(target, parts[part]!)) {
    const runs =
      part.startsWith('src/adapters/') && target.startsWith('src/usecases/') && !typeOnly && !isIn(file.path, ['src/adapters/bench/']);
    return runs ? [`${file.path} runs ${target}: an adapter takes types from the use cases, and is handed the rest`] : [];
  }
  const own =
    part === 'src/adapters/' ? `${file.path.split('/').slice(0, 3).join('/')}${file.path.split('/').length > 3 ? '/' : ''}` : part;
  return isIn(target, [own])
    ? []
    : [`${file.path} imports ${target}: ${part} may import ${parts[part]!.join(', ') || 'nothing but itself'}`];
}

function linesWith(files: SourceFile[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    file.code.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim().slice(0, 100)}`] : [])),
  );
}
