import { sightOf } from '../domain/access.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import type { Desk } from './desk.js';
import type { KnownPerson, RequestPage } from './ports.js';
import { readKnown } from './show/known-facts.js';

type Found = RequestPage['rows'][number];
/** Asked of the register at once; a contact with more addresses than this is no contact. */
const MOST_LOOKUPS = 6;
const MOST_SHOWN = 5;
const ENOUGH = 12;

/**
 * Open cases that may be of the same person: the same name and date of birth, the same phone or e-mail, or the same postcode and name
 * (INT-16). By reference, newest first, and only those whose whole case this person may see. A few look-ups, whatever is stored.
 */
export async function possibleRepeats(desk: Desk, person: KnownPerson, request: SubjectRequest): Promise<Found[]> {
  const today = desk.clock.today();
  if (sightOf(procedure, person, request.state, today) !== 'whole') return [];
  const known = await readKnown(desk, request.state, ['requesterName', 'dateOfBirth', 'contact', 'address']);
  return (await openAlike(desk, (field) => known.detail(field)))
    .filter((r) => r.id !== request.id && sightOf(procedure, person, r.state, today) === 'whole')
    .slice(0, MOST_SHOWN);
}

/** The same with those that are closed: an earlier request that was answered may make this one a repeat (§3.3). */
export async function earlierAlike(desk: Desk, person: KnownPerson, request: SubjectRequest): Promise<Found[]> {
  const known = await readKnown(desk, request.state, ['requesterName', 'dateOfBirth', 'contact', 'address']);
  return (await alike(desk, (field) => known.detail(field))).filter(
    (r) => r.id !== request.id && sightOf(procedure, person, r.state, desk.clock.today()) === 'whole',
  );
}

/**
 * The same before a case is opened, from what was typed: cases whose whole this person may see, and those they reported themselves. Whoever
 * may see neither is told nothing: that somebody has a request open is itself about them.
 */
export async function repeatsOf(desk: Desk, person: KnownPerson, typed: Record<string, string>): Promise<Found[]> {
  const today = desk.clock.today();
  return (await openAlike(desk, (field) => typed[field]))
    .filter((r) => ['whole', 'receipt'].includes(sightOf(procedure, person, r.state, today)))
    .slice(0, MOST_SHOWN);
}

/** Open cases with the same tokens, newest first, whoever may see them. */
async function openAlike(desk: Desk, detail: (field: string) => string | undefined): Promise<Found[]> {
  const found = await alike(desk, detail);
  return found.filter((r) => procedure.stages.find((s) => s.code === r.state.stage)?.open === true);
}

/** Cases with the same tokens, newest first, open and closed, whoever may see them. */
async function alike(desk: Desk, detail: (field: string) => string | undefined): Promise<Found[]> {
  const sets = tokensAlike(desk, detail).slice(0, MOST_LOOKUPS);
  const pages = await Promise.all(sets.map((tokens) => desk.requests.byTokens(tokens, ENOUGH)));
  const found = new Map(pages.flatMap((page) => page.rows.map((r) => [r.id, r] as const)));
  return [...found.values()].sort((a, b) => b.ref.localeCompare(a.ref));
}

/** Each a set of tokens that together mean the same person. */
function tokensAlike(desk: Desk, detail: (field: string) => string | undefined): string[][] {
  const [name = '', born, contact = '', address = ''] = ['requesterName', 'dateOfBirth', 'contact', 'address'].map(detail);
  const named = desk.tokens.ofQuery(name);
  const places = desk.tokens.of({ address });
  return [
    ...(born && named.length > 0 ? [desk.tokens.ofQuery(`${name} ${born}`)] : []),
    ...desk.tokens.of({ contact }).map((token) => [token]),
    ...(named.length > 0 ? places.map((place) => [place, ...named]) : []),
  ];
}
