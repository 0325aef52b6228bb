import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { clauses, policy } from '../procedure/clauses.js';
import { procedure, sections } from '../procedure/contents.js';
import { writeProcedure } from './docs/write-procedure.js';
import { writeRefusals } from './docs/write-refusals.js';

/** Where a person can be told no: the grammar, the declarations, and what is done with them. */
const SPEAKING = ['src/domain', 'src/procedure', 'src/usecases', 'src/letters', 'src/bot', 'src/compose-desk.ts'];

/** The generated pages by their path. A test compares them with what is stored. */
export function generateDocs(): Record<string, string> {
  const sources = SPEAKING.flatMap(listSources).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  return {
    'docs/procedure.md': writeProcedure({ procedure, sections, clauses, policy }),
    'docs/refusals.md': writeRefusals(sources),
  };
}

function listSources(place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => `${place}/${file.replaceAll('\\', '/')}`);
}

/** `npm run -s docs`: writes the pages and says which changed. */
if (process.argv[1]?.endsWith('docs.ts'))
  for (const [path, text] of Object.entries(generateDocs())) {
    const changed = read(path) !== text;
    if (changed) writeFileSync(path, text);
    console.log(`${path} ${changed ? 'written' : 'was up to date'}`);
  }

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
