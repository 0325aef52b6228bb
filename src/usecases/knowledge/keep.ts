import { areaOf, changedFields, nextRow, type ChangeKind, type KnowledgeRow, type ServiceArea } from '../../domain/knowledge-base.js';
import type { Fields, Option } from '../../domain/fields.js';
import { readAnswers, type AnswerFault } from '../../domain/read-answers.js';
import { refuse, type Refusal } from '../../domain/refusals.js';
import { areaFields, faultInWords, keeping, nobody, NONE, splitWords } from '../../procedure/knowledge.js';
import { directorateOf, postChoices } from '../../procedure/owners.js';
import { diao, officerPool } from '../../procedure/roles.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { mayKeep, notAKeeper } from './who.js';

/** What a press on a row says: which row, the version its form was opened at (0: a new row), and what was typed. */
export interface RowPress {
  id: string;
  version: number;
  directorate: string;
  typed: Record<string, unknown>;
}
export type RowAnswer =
  | { was: 'saved'; row: KnowledgeRow }
  | { was: 'at-fault'; faults: AnswerFault[] }
  /** Somebody changed the row since the form was opened. */
  | { was: 'stale'; row: KnowledgeRow }
  | Refusal;

export const ROW_ID = /^[a-z0-9-]{2,60}$/i;
const noSuchRow = (): Refusal => refuse('nothing-to-do', 'There is no such row in the knowledge base.', { clause: keeping.clause });

/** Writes a row as typed, new or changed. The same press again answers what it wrote; a colleague's change in between is never overwritten. */
export async function saveRow(desk: Desk, person: KnownPerson, press: RowPress): Promise<RowAnswer> {
  if (!mayKeep(desk, person)) return notAKeeper();
  const rows = await desk.knowledge.read();
  const before = rows.find((row) => row.id === press.id) ?? null;
  if (!ROW_ID.test(press.id) || (press.version > 0 && !before)) return noSuchRow();
  const directorate = before?.directorate ?? press.directorate;
  const read = readRow(desk, press.typed, await choosablePeople(desk, directorate, before), directorate);
  if ('faults' in read) return { was: 'at-fault', faults: read.faults };
  if (before && changedFields(before, read.area).length === 0) return { was: 'saved', row: before };
  if (before && before.version !== press.version) return { was: 'stale', row: before };
  const twin = rows.find((row) => row.id !== press.id && row.area.toLowerCase() === read.area.area.toLowerCase());
  if (twin)
    return {
      was: 'at-fault',
      faults: [{ field: 'area', sentence: 'There is a row of that name. Change that one, or name this one apart.' }],
    };
  return write(desk, person, { before, id: press.id, is: read.area, what: before ? 'changed' : 'added' });
}

/** Ends a row with today as its last day, or lets it count again. */
export async function retireRow(
  desk: Desk,
  person: KnownPerson,
  press: Pick<RowPress, 'id' | 'version'>,
  retire: boolean,
): Promise<RowAnswer> {
  if (!mayKeep(desk, person)) return notAKeeper();
  const before = (await desk.knowledge.read()).find((row) => row.id === press.id);
  if (!before) return noSuchRow();
  const is = { ...areaOf(before), to: retire ? desk.clock.today() : null };
  if (before.to === is.to) return { was: 'saved', row: before };
  if (before.version !== press.version) return { was: 'stale', row: before };
  return write(desk, person, { before, id: before.id, is, what: retire ? 'retired' : 'restored' });
}

async function write(
  desk: Desk,
  person: KnownPerson,
  given: { before: KnowledgeRow | null; id: string; is: ServiceArea; what: ChangeKind },
): Promise<RowAnswer> {
  const told = { what: given.what, by: person.id, at: desk.clock.now().toISOString(), change: desk.ids.id() };
  const next = nextRow(given.before, given.id, given.is, told);
  if (!(await desk.knowledge.write([next]))) {
    const row = (await desk.knowledge.read()).find((r) => r.id === given.id);
    return row ? { was: 'stale', row } : noSuchRow();
  }
  await desk.audit.record({ what: 'knowledge', by: person.id, codes: { row: given.id, change: given.what, version: next.row.version } });
  return { was: 'saved', row: next.row };
}

/** Who may be named in a row of a directorate: two queries. Whoever is named there already may stay. */
export async function choosablePeople(
  desk: Desk,
  directorate: string,
  row: KnowledgeRow | null,
): Promise<Record<'deputy' | 'officer', Option[]>> {
  const today = desk.clock.today();
  const [diaos, officers, named] = await Promise.all([
    desk.people.holding(diao.code, directorate, today),
    desk.people.holding(officerPool.code, directorate, today),
    desk.people.byIds([row?.deputy, row?.officer].filter((id): id is string => typeof id === 'string')),
  ]);
  const offer = (found: KnownPerson[], still: string | null | undefined): Option[] => {
    const gone = named.filter((p) => p.id === still && !found.some((f) => f.id === p.id));
    return [
      nobody,
      ...found.map((p) => ({ value: p.id, title: p.name })),
      ...gone.map((p) => ({ value: p.id, title: `${p.name} (no longer holds the role)` })),
    ];
  };
  return { deputy: offer(diaos, row?.deputy), officer: offer(officers, row?.officer) };
}

/** The fields of a row, with the posts of its directorate. */
export const fieldsFor = (directorate: string): Fields => ({
  ...areaFields,
  post: { ...areaFields.post, options: postChoices.filter((p) => directorateOf(p.value) === directorate) },
});

/** Reads a row as typed; `people` are those who may be named. */
export function readRow(
  desk: Desk,
  typed: Record<string, unknown>,
  people: Record<'deputy' | 'officer', Option[]>,
  directorate: string,
): { area: ServiceArea } | { faults: AnswerFault[] } {
  const read = readAnswers(fieldsFor(directorate), typed, { today: desk.clock.today(), received: null, facts: {}, people });
  const said = read.all as { area?: string; words?: string; systems?: string[]; post?: string; from?: string; to?: string };
  const { deputy, officer, route } = read.all as Record<string, string | undefined>;
  const words = splitWords(said.words ?? '');
  const odd = faultInWords(words);
  const faults = [
    ...read.faults,
    ...(odd ? [{ field: 'words', sentence: odd }] : []),
    ...(said.from && said.to && said.to < said.from ? [{ field: 'to', sentence: 'This is before its first day.' }] : []),
  ];
  if (faults.length > 0) return { faults };
  const post = said.post ?? '';
  return {
    area: {
      ...{ area: said.area ?? '', words, systems: said.systems ?? [], directorate: directorateOf(post), post },
      ...{ deputy: chosen(deputy), officer: chosen(officer), route: chosen(route), from: said.from ?? '', to: said.to ?? null },
    },
  };
}

const chosen = (answer: string | undefined): string | null => (answer === undefined || answer === NONE ? null : answer);
