import { advanceClock } from '../usecases/advance-clock.js';
import { showKnowledge } from '../usecases/knowledge/pages.js';
import { myRequests, search } from '../usecases/my-lists.js';
import { myWork } from '../usecases/my-work.js';
import { sameAsForm } from '../usecases/same-as-command.js';
import { showCaseload } from '../usecases/reports/caseload.js';
import { showCounts } from '../usecases/reports/counts.js';
import { showOutstanding } from '../usecases/reports/outstanding.js';
import { registerLink } from '../usecases/reports/register-file.js';
import { showRequest, showWhy } from '../usecases/show-request.js';
import { showHolidays } from '../usecases/tell-holidays.js';
import { reportForm } from '../usecases/show/report-pages.js';
import { bindForm, roleForm } from '../usecases/show/role-pages.js';
import { channelHelp, helpPage, whichReferencePage, type CommandHelp } from '../usecases/welcome.js';
import { whatIf } from '../usecases/what-if.js';
import { record } from './record-command.js';
import type { Reply, Turn } from './turn.js';

/** A typed command: its word, its help line and what it does. Help, the nearest-word answer and the manifest derive from this table. */
export interface Command extends CommandHelp {
  word: string;
  /** May be used where others read along. */
  inChannel?: boolean;
  /** Left out of help and manifest on a real clock. */
  rehearsal?: boolean;
  run(turn: Turn, rest: string): Promise<Reply>;
}

const shown = async (page: Reply extends infer R ? Extract<R, { shown: unknown }>['shown'] : never): Promise<Reply> => ({ shown: page });

export const commands: readonly Command[] = [
  {
    word: 'help',
    title: 'help',
    help: 'What you can do here',
    who: 'all',
    inChannel: true,
    run: (turn) => shown(helpHere(turn, visible(turn.desk.clock.rehearsal))),
  },
  {
    word: 'report',
    title: 'report',
    help: 'Somebody asked for their data',
    who: 'all',
    run: ({ desk, person }) => shown(reportForm(desk, person, desk.ids.id())),
  },
  {
    word: 'my requests',
    title: 'my requests',
    help: 'What you reported, and what to tell the caller',
    who: 'all',
    run: async ({ desk, person }) => shown(await myRequests(desk, person, 0)),
  },
  {
    word: 'my work',
    title: 'my work',
    help: 'What waits for you, and the cases you work on',
    who: 'workers',
    run: async ({ desk, person }) => shown(await myWork(desk, person, 0)),
  },
  {
    word: 'case',
    title: 'case DR-2026-0001',
    help: 'Open a case, or see how far a request is',
    who: 'all',
    run: ({ desk, person }, rest) => (rest ? showRequest(desk, person, { ref: rest }) : askReference('case')),
  },
  {
    word: 'why',
    title: 'why DR-2026-0001',
    help: 'Why it is due on that date',
    who: 'all',
    run: ({ desk, person }, rest) => (rest ? showWhy(desk, person, { ref: rest }) : askReference('why')),
  },
  {
    word: 'what if',
    title: 'what if DR-2026-0001 …',
    help: 'Try out what would move the date, without recording it',
    who: 'all',
    run: ({ desk, person }, rest) => {
      const [ref = '', ...words] = rest.split(' ');
      return ref ? whatIf(desk, person, { ref }, words.join(' ')) : askReference('what if');
    },
  },
  {
    word: 'search',
    title: 'search Jo Example',
    help: 'Find a case by name, postcode, e-mail, phone or reference',
    who: 'workers',
    run: async ({ desk, person }, rest) => shown(await search(desk, person, rest)),
  },
  {
    word: 'knowledge base',
    title: 'knowledge base rent',
    help: 'Which post answers for a service; all of it without a word',
    who: 'workers',
    run: async ({ desk, person }, rest) => shown(await showKnowledge(desk, person, rest.slice(0, 80), 0)),
  },
  {
    word: 'record',
    title: 'record DR-2026-0001 …',
    help: 'Keep what was said as a note of the case',
    who: 'all',
    run: record,
  },
  {
    word: 'same as',
    title: 'same as DR-2026-0001',
    help: 'The case you opened last is the same as another',
    who: 'workers',
    run: ({ desk, person }, rest) => sameAsForm(desk, person, rest),
  },
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
    word: 'ask for a role',
    title: 'ask for a role',
    help: 'Ask the Information Governance team for a role',
    who: 'all',
    run: ({ desk, person }) => shown(roleForm(desk, person)),
  },
  {
    word: 'holidays',
    title: 'holidays',
    help: 'The bank holidays that dates are worked out with',
    who: 'ig',
    run: async ({ desk, person }) => shown(await showHolidays(desk, person, 0)),
  },
  {
    word: 'settings',
    title: 'settings',
    help: 'In a channel: bind it to a directorate',
    who: 'ig',
    inChannel: true,
    run: async ({ desk, person, incoming }) =>
      incoming.chat.scope === 'channel'
        ? shown(bindForm(desk, person, await desk.channels.directorateOf(incoming.chat.conversationId)))
        : { text: 'Mention me with the word settings in the channel that you want to bind.' },
  },
  {
    word: 'advance',
    title: 'advance',
    help: 'Rehearsal: move the clock to the next notice, or to a date',
    who: 'all',
    rehearsal: true,
    run: async ({ desk, person }, rest) => shown(await advanceClock(desk, person, rest)),
  },
];

const askReference = (word: string): Promise<Reply> => shown(whichReferencePage(word));

/** Commands that exist on this clock. */
export const visible = (rehearsal: boolean): Command[] => commands.filter((c) => rehearsal || !c.rehearsal);

/** Where others read along, only what may be done there. */
export const helpHere = ({ desk, person, incoming }: Turn, known: Command[]) =>
  incoming.chat.scope === 'personal'
    ? helpPage(desk, person, known)
    : channelHelp(
        helpPage(
          desk,
          person,
          known.filter((c) => c.inChannel),
        ),
      );
