import { changedFields, type KnowledgeChange, type KnowledgeRow } from '../../domain/knowledge-base.js';
import { text } from '../../domain/fields.js';
import { formatDayAndTime } from '../../domain/local-date.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import { isRefusal } from '../../domain/refusals.js';
import type { FormShown, Shown } from '../../domain/shown.js';
import { keeping, lookingUp, NONE } from '../../procedure/knowledge.js';
import { directorates } from '../../procedure/owners.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { refusalPage } from '../show/pages.js';
import { stepForm } from '../show/step-form.js';
import { viewOf } from '../view-of.js';
import { choosablePeople, fieldsFor, retireRow, ROW_ID, saveRow, type RowPress } from './keep.js';
import { chooseDirectoratePage, showRow } from './pages.js';
import { mayKeep, notAKeeper } from './who.js';
import { fieldTitle, peopleIn, readable } from './words.js';

interface RowAsk {
  id: string;
  version: number;
  directorate: string;
  typed?: Record<string, unknown>;
  faults?: AnswerFault[];
  notice?: FormShown['notice'];
}

/** The form of a row, new or changed, with what is known; a new one first asks for its directorate. */
export async function showRowForm(desk: Desk, person: KnownPerson, ask: RowAsk): Promise<Shown> {
  if (!mayKeep(desk, person)) return refusalPage(notAKeeper());
  const rows = ask.version > 0 ? await desk.knowledge.read() : [];
  const row = rows.find((r) => r.id === ask.id) ?? null;
  const directorate = row?.directorate ?? ask.directorate;
  if (!directorates.some((d) => d.code === directorate)) return chooseDirectoratePage();
  const id = row?.id ?? (ROW_ID.test(ask.id) ? ask.id : desk.ids.id());
  const people = await choosablePeople(desk, directorate, row);
  return stepForm(
    {
      title: row ? `Change: ${row.area}` : 'Add an area',
      clause: keeping.clause,
      about: 'Requests are allocated by these words. What stood before stays in the history.',
      asks: fieldsFor(directorate),
    },
    {
      view: viewOf(desk, null, person),
      people,
      ...(row && { recalled: answersOf(row) }),
      ...(ask.typed && { typed: ask.typed }),
      ...(ask.faults && { faults: ask.faults }),
      ...(ask.notice && { notice: ask.notice }),
      actions: [
        {
          title: row ? 'Save the change' : 'Add the area',
          verb: 'knowledge-save',
          data: { i: id, n: row?.version ?? 0, c: directorate },
          primary: true,
        },
        { title: 'Cancel', verb: row ? 'knowledge-row' : 'knowledge', data: row ? { i: row.id } : {}, leaves: true },
      ],
    },
  );
}

/** A row as the answers of its form. */
export const answersOf = (row: KnowledgeRow): Record<string, string> => ({
  ...{ area: row.area, words: row.words.join(', '), systems: row.systems.join(','), post: row.post, from: row.from },
  ...{ deputy: row.deputy ?? NONE, officer: row.officer ?? NONE, route: row.route ?? NONE, to: row.to ?? '' },
});

/** Saves and shows the row; with a fault or a colleague's change in between, the form again with everything typed. */
export async function pressRow(desk: Desk, person: KnownPerson, press: RowPress): Promise<Shown> {
  const answer = await saveRow(desk, person, press);
  if (isRefusal(answer)) return refusalPage(answer);
  if (answer.was === 'saved') return showRow(desk, person, answer.row.id, 'Saved.');
  if (answer.was === 'at-fault')
    return showRowForm(desk, person, press.version > 0 ? { ...press, faults: answer.faults } : { ...press, faults: answer.faults });
  const notice = { text: await whatChanged(desk, answer.row, press.version), tone: 'attention' as const };
  return showRowForm(desk, person, { ...press, version: answer.row.version, notice });
}

export async function pressRetire(
  desk: Desk,
  person: KnownPerson,
  press: Pick<RowPress, 'id' | 'version'>,
  retire: boolean,
): Promise<Shown> {
  const answer = await retireRow(desk, person, press, retire);
  if (isRefusal(answer)) return refusalPage(answer);
  if (answer.was === 'stale')
    return showRow(desk, person, press.id, `${await whatChanged(desk, answer.row, press.version)} Nothing was retired or restored.`);
  return showRow(desk, person, press.id, retire ? 'Retired. Today is its last day.' : 'It counts again.');
}

/** What colleagues changed since a version: who, when, old and new. */
async function whatChanged(desk: Desk, row: KnowledgeRow, since: number): Promise<string> {
  const entries = (await desk.knowledge.history(row)).filter((entry) => entry.version > since).reverse();
  const people = await desk.people.byIds(
    peopleIn(
      entries.map((e) => e.is).concat(entries.flatMap((e) => (e.was ? [e.was] : []))),
      entries.map((e) => e.by),
    ),
  );
  const name = (id: string): string => people.find((p) => p.id === id)?.name ?? 'a colleague';
  const told = entries.map(
    (entry) => `${name(entry.by)} changed this row on ${formatDayAndTime(new Date(entry.at))}: ${moves(entry, name)}.`,
  );
  return `${told.join(' ')} What you typed is below. Look it over and save again.`;
}

function moves(entry: KnowledgeChange, name: (id: string) => string): string {
  return changedFields(entry.was, entry.is)
    .map((field) => `${fieldTitle(field)} is now ${readable(entry.is, field, name) || 'empty'}`)
    .join('; ');
}

/** Words to look up, for those who do not type commands. */
export const wordsForm = (desk: Desk, person: KnownPerson): FormShown =>
  stepForm(
    {
      title: 'Look up in the knowledge base',
      clause: lookingUp.clause,
      asks: { words: text('Which service?', { maxLength: 80, hint: 'Words as people say them: rent arrears, school place' }) },
    },
    {
      view: viewOf(desk, null, person),
      actions: [
        { title: 'Look up', verb: 'knowledge', data: {}, primary: true },
        { title: 'All areas', verb: 'knowledge', data: {}, leaves: true },
      ],
    },
  );
