import { isInForce, type KnowledgeRow, type ServiceArea } from '../../domain/knowledge-base.js';
import { lookUp, unknownWords } from '../../domain/knowledge-look-up.js';
import type { Button, PageBlock, PageShown, Shown } from '../../domain/shown.js';
import { keeping } from '../../procedure/knowledge.js';
import { directorates, directorateTitle, postTitle } from '../../procedure/owners.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { cite } from '../show/cite.js';
import { refusalPage } from '../show/pages.js';
import { fieldTitle, peopleIn, readable, tellChange } from './words.js';
import { mayKeep, mayLookUp, notAReader, readHolders, type Holders } from './who.js';

const PAGE = 8;
type Row = Extract<PageBlock, { is: 'rows' }>['rows'][number];

/** The knowledge base, or what words point at in it: a page of rows, each with its reason. Two queries. */
export async function showKnowledge(desk: Desk, person: KnownPerson, words: string, skip: number): Promise<Shown> {
  if (!mayLookUp(desk, person)) return refusalPage(notAReader());
  const [rows, holders] = await Promise.all([desk.knowledge.read(), readHolders(desk)]);
  const today = desk.clock.today();
  const found = words === '' ? rows.map((row) => ({ row, words: row.words })) : lookUp(rows, words, today);
  const unknown = words === '' ? [] : unknownWords(rows, words, today);
  const page = found.slice(skip, skip + PAGE);
  const plainly = unknown.map((word) => `No service area has the word “${word}”.`).join(' ');
  return {
    kind: 'page',
    title: words === '' ? 'Knowledge base' : `Knowledge base: ${words}`,
    under:
      words === '' ? `${rows.length} service areas, ${vacant(holders).length} posts with nobody` : `${found.length} found, the best first`,
    blocks: [
      ...(plainly ? [{ is: 'text' as const, text: plainly }] : []),
      {
        is: 'rows',
        rows: page.map(({ row, words: said }) => rowOf(desk, row, said, holders)),
        empty: 'Nothing was found. Try other words, as people say them.',
      },
    ],
    actions: [
      ...paging(found.length, words, skip),
      ...(words === '' ? [] : [all]),
      lookUpButton,
      ...(mayKeep(desk, person) ? keepers : []),
    ],
  };
}

const all: Button = { title: 'All areas', verb: 'knowledge', data: {} };
const lookUpButton: Button = { title: 'Look up…', verb: 'knowledge-words', data: {}, primary: true };
const keepers: Button[] = [
  { title: 'Add an area…', verb: 'knowledge-add', data: {} },
  { title: 'Posts with nobody', verb: 'knowledge-posts', data: {} },
  { title: 'File', verb: 'knowledge-file', data: {}, secondary: true },
];
const paging = (count: number, words: string, skip: number): Button[] => [
  ...(skip > 0 ? [{ title: 'Back', verb: 'knowledge', data: { c: words, skip: Math.max(0, skip - PAGE) } }] : []),
  ...(count > skip + PAGE ? [{ title: 'More', verb: 'knowledge', data: { c: words, skip: skip + PAGE } }] : []),
];

function rowOf(desk: Desk, row: KnowledgeRow, words: readonly string[], holders: Holders): Row {
  const action = { title: 'Open', verb: 'knowledge-row', data: { i: row.id } };
  const base = { title: row.area, text: `${directorateTitle(row.directorate)} · ${words.slice(0, 6).join(', ')}`, action };
  if (!isInForce(row, desk.clock.today())) return { ...base, side: 'not in force' };
  return (holders[row.post] ?? []).length === 0 ? { ...base, side: 'nobody holds it', press: 'soon' } : base;
}

const vacant = (holders: Holders): string[] => Object.keys(holders).filter((post) => holders[post]?.length === 0);

/** One row with who holds its post and its whole history. */
export async function showRow(desk: Desk, person: KnownPerson, id: string, banner?: string): Promise<Shown> {
  if (!mayLookUp(desk, person)) return refusalPage(notAReader());
  const [rows, holders] = await Promise.all([desk.knowledge.read(), readHolders(desk)]);
  const row = rows.find((r) => r.id === id);
  if (!row) return showKnowledge(desk, person, '', 0);
  const history = await desk.knowledge.history(row);
  const people = await desk.people.byIds(
    peopleIn(
      [row, ...history.map((e) => e.is), ...history.flatMap((e) => (e.was ? [e.was] : []))],
      history.map((e) => e.by),
    ),
  );
  const name = (who: string): string => people.find((p) => p.id === who)?.name ?? 'a colleague';
  const held = (holders[row.post] ?? []).map((p) => p.name).join(', ');
  const inForce = isInForce(row, desk.clock.today());
  const shown: PageShown = {
    kind: 'page',
    title: row.area,
    under: `${directorateTitle(row.directorate)} · ${inForce ? 'in force' : 'not in force'} · version ${row.version} · ${cite(keeping.clause)}`,
    ...(inForce && held === '' && { tone: 'attention' as const }),
    blocks: [
      ...(banner ? [{ is: 'text' as const, text: banner }] : []),
      {
        is: 'facts',
        facts: [
          { title: 'Held by', value: held || 'Nobody holds this post. Ask Information Governance to grant it.' },
          ...factsOf(row, name),
        ],
      },
      { is: 'list', heading: 'History', items: history.slice(0, 12).map((entry) => tellChange(entry, name)) },
    ],
    actions: [...(mayKeep(desk, person) ? changing(row) : []), all],
  };
  return shown;
}

const ORDER: readonly (keyof ServiceArea)[] = ['post', 'words', 'systems', 'deputy', 'officer', 'route', 'from', 'to'];
const factsOf = (row: KnowledgeRow, name: (id: string) => string) =>
  ORDER.map((field) => ({ title: fieldTitle(field), value: readable(row, field, name) })).filter((fact) => fact.value);

function changing(row: KnowledgeRow): Button[] {
  const data = { i: row.id, n: row.version };
  return [
    { title: 'Change…', verb: 'knowledge-change', data, primary: true },
    row.to === null ? { title: 'Retire', verb: 'knowledge-retire', data } : { title: 'Restore', verb: 'knowledge-restore', data },
  ];
}

/** ASG-17: every post that nobody holds, for those who keep the knowledge base; requests allocated there wait for nobody. */
export async function showPosts(desk: Desk, person: KnownPerson): Promise<Shown> {
  if (!mayLookUp(desk, person)) return refusalPage(notAReader());
  const holders = await readHolders(desk);
  const blocks = directorates.flatMap((d): PageBlock[] => {
    const empty = d.posts.filter((p) => holders[p.id]?.length === 0);
    return empty.length === 0 ? [] : [{ is: 'list', heading: d.title, items: empty.map((p) => p.title) }];
  });
  const text = 'Every post has somebody.';
  return {
    kind: 'page',
    title: 'Posts with nobody',
    under: `${vacant(holders).length} of ${Object.keys(holders).length} posts · Information Governance grants them`,
    ...(blocks.length > 0 && { tone: 'attention' as const }),
    blocks: blocks.length > 0 ? blocks : [{ is: 'text', text }],
    actions: [all],
  };
}

/** Which directorate a new area belongs to. */
export const chooseDirectoratePage = (): PageShown => ({
  kind: 'page',
  title: 'Add an area: whose is it?',
  blocks: [
    {
      is: 'rows',
      empty: '',
      rows: directorates.map((d) => ({
        title: d.title,
        text: d.posts.length === 1 ? postTitle(d.posts[0]?.id) : `${d.posts.length} posts`,
        action: { title: 'Choose', verb: 'knowledge-add', data: { c: d.code } },
      })),
    },
  ],
  actions: [all],
});
