import { actsFor } from '../domain/person.js';
import type { Shown } from '../domain/shown.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { PAGE_SIZE } from './show/list-pages.js';
import { workPage } from './show/work-page.js';

/** What waits for this person, then what else they work on, each with what is new to them; the nearest date first. */
export async function myWork(desk: Desk, person: KnownPerson, skip: number): Promise<Shown> {
  const today = desk.clock.today();
  const held = person.grants.filter((g) => g.until >= today);
  const marks = [
    `person:${person.id}`,
    ...(person.covers ?? []).filter((c) => actsFor(person, c.for, today)).map((c) => `person:${c.for}`),
    ...held.flatMap((g) => [`role:${g.role}`, ...(g.directorate ? [`role:${g.role}:${g.directorate}`] : [])]),
  ];
  const work = await desk.work.workOf(person.id, marks, { skip, limit: PAGE_SIZE });
  const ids = [...work.rows.waiting, ...work.rows.others].map((r) => r.id);
  const seen = ids.length > 0 ? await desk.seen.versions(person.id, ids) : {};
  return workPage(desk, person, { ...work, seen, skip });
}
