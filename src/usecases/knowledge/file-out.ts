import { isRefusal, type Refusal } from '../../domain/refusals.js';
import type { Shown } from '../../domain/shown.js';
import { keeping, knowledgeColumns } from '../../procedure/knowledge.js';
import type { Desk } from '../desk.js';
import type { KnownPerson, Sheet, WriteSheet } from '../ports.js';
import { cite } from '../show/cite.js';
import { refusalPage } from '../show/pages.js';
import { answersOf } from './forms.js';
import { mayKeep, notAKeeper } from './who.js';
import { peopleIn } from './words.js';

/** What a link to the file names in place of a letter; `KNOWLEDGE_IN` is the page that takes a file in. */
export const KNOWLEDGE_OUT = 'knowledge-base';
export const KNOWLEDGE_IN = 'knowledge-in';

/** The two links for those who keep the knowledge base: the file out, and the page that takes it back. Signed, single use, 15 minutes. */
export async function showKnowledgeFile(desk: Desk, person: KnownPerson): Promise<Shown> {
  if (!mayKeep(desk, person)) return refusalPage(notAKeeper());
  const link = (letter: string): Promise<string> => desk.links.make({ person: person.id, requestId: KNOWLEDGE_OUT, letter });
  const [out, into] = await Promise.all([link(KNOWLEDGE_OUT), link(KNOWLEDGE_IN)]);
  await desk.audit.record({ what: 'knowledge-links', by: person.id });
  return {
    kind: 'page',
    title: 'The knowledge base as a file',
    under: cite(keeping.clause),
    blocks: [
      {
        is: 'list',
        numbered: true,
        items: [
          'Get the file and change it in your spreadsheet. Leave the columns row and version as they are; leave both empty for a new area.',
          'Take it in: copy all cells, with the line of titles, and paste them on the page that opens.',
          'Every row is checked first. One bad row, and nothing is taken in. Areas that are not in the file stay as they are.',
        ],
      },
      { is: 'text', text: 'Each link works once, for 15 minutes.', small: true, quiet: true },
    ],
    actions: [
      { title: 'Get the file', verb: 'open-url', data: {}, url: `${desk.publicUrl}/letters/${out}`, primary: true },
      { title: 'Take a file in', verb: 'open-url', data: {}, url: `${desk.publicUrl}/knowledge/${into}` },
      { title: 'All areas', verb: 'knowledge', data: {} },
    ],
  };
}

/** Whoever holds the link, as the store knows them now; a refusal when they keep the knowledge base no more. */
export async function keeperNow(desk: Desk, personId: string): Promise<KnownPerson | Refusal> {
  const person = await desk.people.byId(personId);
  return person && mayKeep(desk, person) ? person : notAKeeper();
}

export async function describeKnowledge(desk: Desk, personId: string) {
  const keeper = await keeperNow(desk, personId);
  if (isRefusal(keeper)) return keeper;
  const care = 'It names colleagues and no requester.';
  return { reference: 'The whole council', of: 'Which part', title: 'The knowledge base', noun: 'file', format: 'Spreadsheet (CSV)', care };
}

export async function makeKnowledgeFile(
  desk: Desk,
  personId: string,
  file: { write: WriteSheet; type: string },
): Promise<{ name: string; type: string; bytes: AsyncIterable<Uint8Array> } | Refusal> {
  const keeper = await keeperNow(desk, personId);
  if (isRefusal(keeper)) return keeper;
  const sheet: Sheet = { columns: knowledgeColumns, rows: rowsOf(desk) };
  return { name: `knowledge-base-${desk.clock.today()}.csv`, type: file.type, bytes: file.write(sheet) };
}

async function* rowsOf(desk: Desk): Sheet['rows'] {
  const rows = await desk.knowledge.read();
  const people = await desk.people.byIds(peopleIn(rows));
  const name = (id: string | null): string => people.find((p) => p.id === id)?.name ?? id ?? '';
  for (const row of rows) {
    const said: Record<string, string | number> = {
      ...answersOf(row),
      ...{
        row: row.id,
        version: row.version,
        systems: row.systems.join(', '),
        deputy: name(row.deputy),
        officer: name(row.officer),
        route: row.route ?? '',
      },
    };
    yield knowledgeColumns.map((column) => said[column] ?? '');
  }
}
