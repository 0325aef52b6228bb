import { formatDay } from '../../domain/local-date.js';
import type { PageBlock, PageShown, Press } from '../../domain/shown.js';
import type { RequestState, SubjectRequest } from '../../domain/subject-request.js';
import { addressBasis } from '../../procedure/evidence.js';
import { requesterTitle } from '../../procedure/requesters.js';
import { sumTenSteps, tenSteps, type TenStepStands } from '../../procedure/ten-steps.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { forThoseWho, type Showing } from '../show-request.js';
import { cite } from './cite.js';
import { openButton } from './pages.js';

const SAYS: Readonly<Record<TenStepStands['state'], { side: string; press: Press }>> = {
  done: { side: 'Done', press: 'good' },
  now: { side: 'Now', press: 'soon' },
  'to-come': { side: 'To come', press: 'none' },
  'not-needed': { side: 'Not needed', press: 'none' },
};

const NOT_YET = 'Not checked yet';

/** The ten general steps of a case with their results and days, for those who see the whole of it. */
export async function showTenSteps(desk: Desk, person: KnownPerson, requestId: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole'], (request) => Promise.resolve({ shown: tenStepsPage(request) }));
}

/** T14 as a page: each check with its result and day. Nothing on it forces an order. */
export function tenStepsPage(request: SubjectRequest): PageShown {
  const rows = tenSteps.map((row, i) => {
    const stands = row.stands(request.state);
    const said = sayCheck(stands, '');
    return { title: `${i + 1}  ${row.title}`, text: [said, cite(row.clause)].filter(Boolean).join(' · '), ...SAYS[stands.state] };
  });
  const blocks: PageBlock[] = [
    { is: 'facts', heading: 'What was checked', facts: checksOf(request.state) },
    { is: 'rows', heading: 'Where it stands', rows, empty: '' },
    { is: 'text', text: 'The steps need no strict order. What is not needed is passed over.', small: true, quiet: true },
  ];
  return {
    kind: 'page',
    title: 'The ten steps',
    under: `${request.ref} · ${sumTenSteps(request.state)} · ${cite('2.4.1')}`,
    blocks,
    actions: [openButton(request)],
    summaryLine: `${request.ref}: ${sumTenSteps(request.state)}`,
  };
}

/** VAL-01: each check that makes a request valid, with its answer. */
function checksOf(state: RequestState): { title: string; value: string }[] {
  const { facts } = state;
  const [clarify, identity] = tenSteps.map((row) => row.stands(state));
  const address = addressBasis.find((a) => a.value === facts['addressBasis'])?.title;
  return [
    { title: 'A clear request', value: sayCheck(clarify, NOT_YET) },
    { title: 'Who they are', value: sayCheck(identity, NOT_YET) },
    { title: 'Where they live', value: address ?? NOT_YET },
    { title: 'Who asks', value: requesterTitle(facts) },
  ];
}

/** `Passport copy, Thu 1 Oct 2026`; the given words when there is no result yet. */
function sayCheck(stands: TenStepStands | undefined, none: string): string {
  const said = [stands?.result ?? none, stands?.on && formatDay(stands.on)].filter(Boolean).join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
