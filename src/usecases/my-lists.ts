import { sightOf } from '../domain/access.js';
import type { Shown } from '../domain/shown.js';
import { procedure } from '../procedure/contents.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { listPage, PAGE_SIZE } from './show/list-pages.js';

/** Requests this person reported. */
export async function myRequests(desk: Desk, person: KnownPerson, skip: number): Promise<Shown> {
  const page = await desk.requests.reportedBy(person.id, { skip, limit: PAGE_SIZE });
  return listPage(desk, person, page, {
    title: 'My requests',
    under: 'Reported by you, newest first',
    empty: 'You have reported no request yet. Type report when somebody asks for their data.',
    verb: 'my-requests',
    skip,
    whenEmpty: { title: 'Report a request', verb: 'report', data: {}, primary: true },
  });
}

/** Whole words only, in the personal chat only, each search logged (design §8). What somebody may not see is not found. */
export async function search(desk: Desk, person: KnownPerson, text: string): Promise<Shown> {
  const tokens = desk.tokens.ofQuery(text);
  const today = desk.clock.today();
  const found = tokens.length > 0 ? await desk.requests.byTokens(tokens, PAGE_SIZE * 5) : { rows: [], more: false };
  const mine = found.rows.filter((r) => ['whole', 'receipt'].includes(sightOf(procedure, person, r.state, today)));
  await desk.audit.record({ what: 'searched', by: person.id, codes: { found: mine.length } });
  const under = 'Whole words: a name, a name with date of birth, a postcode, an e-mail address, a phone number or a reference';
  return listPage(
    desk,
    person,
    { rows: mine.slice(0, PAGE_SIZE), more: false },
    {
      title: `Found: ${mine.length}`,
      under,
      empty: 'Nothing found that is open to you.',
      verb: 'search',
      skip: 0,
      whenEmpty: { title: 'My work', verb: 'my-work', data: {} },
    },
  );
}
