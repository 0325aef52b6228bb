import { isRefusal, refuse, type Refusal } from '../../domain/refusals.js';
import type { ReportedCase } from '../../domain/reports/reported-case.js';
import type { PageShown, Shown } from '../../domain/shown.js';
import { outcomeTitle } from '../../procedure/closing.js';
import { directorateTitle, postTitle } from '../../procedure/owners.js';
import { liveReports, outstandingFields } from '../../procedure/reports.js';
import { rightTitle } from '../../procedure/rights.js';
import type { Desk } from '../desk.js';
import type { KnownPerson, RegisterRow, Sheet, WriteSheet } from '../ports.js';
import { refusalPage } from '../show/pages.js';
import { noReach, reachOf, type Reach } from './reach.js';
import { readCase } from './read-case.js';
import { nextOwner, rowTitle, stageTitleOf, whyStill } from './words.js';

/** What a link to the register names in place of a letter and a case. */
export const REGISTER = 'register';

/** The link to the register as a spreadsheet: signed, single use, 15 minutes. */
export async function registerLink(desk: Desk, person: KnownPerson): Promise<Shown> {
  const reach = fileReach(desk, person);
  if (isRefusal(reach)) return refusalPage(reach);
  const token = await desk.links.make({ person: person.id, requestId: REGISTER, letter: REGISTER });
  await desk.audit.record({ what: 'register-link', by: person.id });
  const text =
    'One row a case, open and closed: references, codes, dates and titles, and no name. The link works once, for 15 minutes. A page asks you before the file is made.';
  const shown: PageShown = {
    kind: 'page',
    title: 'The register as a spreadsheet',
    under: partOf(reach),
    blocks: [{ is: 'text', text }],
    actions: [{ title: 'Get the file', verb: 'open-url', data: {}, url: `${desk.publicUrl}/letters/${token}`, primary: true }],
  };
  return shown;
}

/** The same check on the page and again at the download: roles may have ended since. */
export async function describeRegister(desk: Desk, personId: string) {
  const reach = await reachNow(desk, personId);
  if (isRefusal(reach)) return reach;
  const care = 'It holds no name, but what it says of single cases is not for everybody.';
  return { reference: partOf(reach), of: 'Which part', title: 'The register', noun: 'file', format: 'Spreadsheet (CSV)', care };
}

/** The file is written while it is fetched, so however long the register, the first rows come at once and little is held. */
export async function makeRegisterFile(
  desk: Desk,
  personId: string,
  file: { write: WriteSheet; type: string },
): Promise<{ name: string; type: string; bytes: AsyncIterable<Uint8Array> } | Refusal> {
  const reach = await reachNow(desk, personId);
  if (isRefusal(reach)) return reach;
  const sheet: Sheet = { columns, rows: rowsOf(desk, reach) };
  return { name: `register-${desk.clock.today()}.csv`, type: file.type, bytes: file.write(sheet) };
}

async function reachNow(desk: Desk, personId: string): Promise<Reach | Refusal> {
  const person = await desk.people.byId(personId);
  return person ? fileReach(desk, person) : noReach();
}

/** Who leads cases has them in their lists; the file is for those who answer for an area. */
function fileReach(desk: Desk, person: KnownPerson): Reach | Refusal {
  const reach = reachOf(person, desk.clock.today());
  if (!reach) return noReach();
  if (reach.officer === undefined) return reach;
  return refuse('not-your-step', 'The spreadsheet is for those who answer for an area. Your own cases are in “outstanding”.', {
    clause: liveReports.clause,
  });
}

const partOf = ({ directorates }: Reach): string => (directorates ? directorates.map(directorateTitle).join(', ') : 'The whole council');

/** Rows made before other work gets a turn. */
const AT_ONCE = 50;

async function* rowsOf(desk: Desk, { directorates }: Reach): Sheet['rows'] {
  let made = 0;
  for await (const row of desk.register.every(directorates ?? undefined)) {
    if ((made += 1) % AT_ONCE === 0) await new Promise((turn) => setImmediate(turn));
    // A case on a restricted route is its own team's alone.
    if (!row.index.restricted) yield cellsOf(readCase(desk, row), row);
  }
}

/** MON-07 first, then how it came in and how it ended. */
const FURTHER = ['How it came', 'Logged late', 'Ended', 'In time', 'Outcome', 'Minutes'] as const;
const columns: readonly string[] = [...outstandingFields.map((f) => f.title), ...FURTHER];

function cellsOf(one: ReportedCase, { index, state }: RegisterRow): (string | number | null)[] {
  const told: Record<(typeof outstandingFields)[number]['code'], string | number | null> = {
    reference: one.ref,
    right: rightTitle(one.right),
    directorate: one.directorate ? directorateTitle(one.directorate) : null,
    post: one.post ? postTitle(one.post) : null,
    stage: stageTitleOf(one.stage),
    received: one.received,
    start: one.start,
    due: one.due,
    left: one.left,
    still: one.still,
    why: whyStill(one),
    extendedTo: one.extendedTo,
    next: nextOwner(one),
  };
  const { outcome, minutes } = state.facts;
  const inTime = index.inTime === null ? null : index.inTime ? 'yes' : 'no';
  const spent = typeof minutes === 'number' ? minutes : null;
  const further = [rowTitle('channel', one.channel), one.loggedLate ? 'yes' : 'no', index.ended, inTime, outcomeTitle(outcome), spent];
  return [...outstandingFields.map(({ code }) => told[code]), ...further];
}
