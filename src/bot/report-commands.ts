import { showBreaches } from '../usecases/reports/breaches.js';
import { putOff } from '../usecases/put-off-list.js';
import { showCaseload } from '../usecases/reports/caseload.js';
import { showCounts } from '../usecases/reports/counts.js';
import { showOutstanding } from '../usecases/reports/outstanding.js';
import { registerLink } from '../usecases/reports/register-file.js';
import { showHolidays } from '../usecases/tell-holidays.js';
import { rolesPage } from '../usecases/show/review-pages.js';
import { shown, type Command } from './command.js';

/** What is asked of the register, and of what its dates are worked out with. */
export const reportCommands: readonly Command[] = [
  {
    word: 'outstanding',
    title: 'outstanding overdue',
    help: 'Open cases, the worst first; also: held, a directorate, a stage',
    who: 'readers',
    run: async ({ desk, person }, rest) => shown(await showOutstanding(desk, person, rest, 0)),
  },
  {
    word: 'caseload',
    title: 'caseload',
    help: 'Open cases by officer',
    who: 'readers',
    run: async ({ desk, person }, rest) => shown(await showCaseload(desk, person, rest)),
  },
  {
    word: 'counts',
    title: 'counts',
    help: 'How many requests, and how many in time, this moment',
    who: 'readers',
    run: async ({ desk, person }) => shown(await showCounts(desk, person)),
  },
  {
    word: 'register',
    title: 'register',
    help: 'The register as a spreadsheet, by a link that works once',
    who: 'readers',
    run: async ({ desk, person }) => shown(await registerLink(desk, person)),
  },
  {
    word: 'put off',
    title: 'put off DR-2026-0001',
    help: 'Let a reminder wait until a day you choose',
    who: 'workers',
    run: ({ desk, person }, rest) => putOff(desk, person, rest),
  },
  {
    word: 'breaches',
    title: 'breaches',
    help: 'Requests that were not logged within 48 hours',
    who: 'readers',
    run: async ({ desk, person }) => shown(await showBreaches(desk, person)),
  },
  {
    word: 'roles',
    title: 'roles',
    help: 'Who holds which role, the next to end first; keep or end each',
    who: 'ig',
    also: ['access review', 'review roles', 'who has which role'],
    run: async ({ desk, person }) => shown(await rolesPage(desk, person, 0)),
  },
  {
    word: 'holidays',
    title: 'holidays',
    help: 'The bank holidays that dates are worked out with',
    who: 'ig',
    run: async ({ desk, person }) => shown(await showHolidays(desk, person, 0)),
  },
];
