import { formatDay, formatDayAndTime } from '../../domain/local-date.js';
import type { PageShown } from '../../domain/shown.js';
import { directorateTitle } from '../../procedure/owners.js';
import { limits } from '../../procedure/limits.js';
import { callCentre, complaintsUnit, dpo, igTeam } from '../../procedure/roles.js';
import type { Desk } from '../desk.js';
import type { KnownPerson, RegisterRow } from '../ports.js';
import { refusalPage } from '../show/pages.js';
import { refuse } from '../../domain/refusals.js';
import { shortRight } from './words.js';

const SHOWN = 12;
/** Who sees which requests were not logged in time. */
const READERS = [callCentre, complaintsUnit, igTeam, dpo].map((role) => role.code);

/** Requests that passed the 48 hours unlogged: those that still wait, the oldest first, then those logged late, the newest first (INT-12). */
export async function showBreaches(desk: Desk, person: KnownPerson): Promise<PageShown> {
  const today = desk.clock.today();
  if (!person.grants.some((g) => READERS.includes(g.role) && g.until >= today))
    return refusalPage(
      refuse('not-your-step', 'This list is for the call centre, the Corporate Complaints Unit and Information Governance.', {
        clause: limits.log.clause,
      }),
    );
  const [waiting, late] = await Promise.all([desk.register.unlogged(desk.clock.now(), SHOWN), desk.register.loggedLate(SHOWN)]);
  const shown = late.filter(({ index }) => !index.restricted);
  return {
    kind: 'page',
    title: 'Not logged within 48 hours',
    under: `As at ${formatDayAndTime(desk.clock.now())}`,
    blocks: [
      { is: 'rows', heading: 'Still not logged', rows: waiting.map(waitingRow), empty: 'None. Everything reported is logged.' },
      ...(shown.length > 0 ? [{ is: 'rows' as const, heading: 'Logged late, the latest first', rows: shown.map(lateRow), empty: '' }] : []),
    ],
    actions: [{ title: 'My work', verb: 'my-work', data: {} }],
  };
}

const open = (id: string) => ({ title: 'Open', verb: 'open', data: { r: id } });

function waitingRow({ id, ref, index }: RegisterRow) {
  const by = index.logBy ? formatDayAndTime(index.logBy) : '';
  return {
    title: ref,
    text: `${shortRight(index.right)} · received ${formatDay(index.receivedOn)} · limit passed ${by}`,
    press: 'late' as const,
    action: open(id),
  };
}

function lateRow({ id, ref, index }: RegisterRow) {
  const text = [shortRight(index.right), directorateTitle(index.directorate), `received ${formatDay(index.receivedOn)}`, `logged ${formatDay(index.loggedLateOn ?? '')}`]; // prettier-ignore
  return { title: ref, text: text.join(' · '), action: open(id) };
}
