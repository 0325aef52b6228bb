import { awayForm } from '../usecases/away/cover.js';
import { handoverForm } from '../usecases/away/hand-over-pages.js';
import { advanceClock } from '../usecases/advance-clock.js';
import { showKnowledge } from '../usecases/knowledge/pages.js';
import { myRequests, search } from '../usecases/my-lists.js';
import { myWork } from '../usecases/my-work.js';
import { sameAsForm } from '../usecases/same-as-command.js';
import { showRequest, showWhy } from '../usecases/show-request.js';
import { cancelForms, showInError } from '../usecases/typed-words.js';
import { reportForm } from '../usecases/show/report-pages.js';
import { bindForm, roleForm } from '../usecases/show/role-pages.js';
import { channelHelp, helpPage, whichReferencePage } from '../usecases/welcome.js';
import { whatIf } from '../usecases/what-if.js';
import { record } from './record-command.js';
import { shown, type Command } from './command.js';
import { guideCommands } from './guide.js';
import { reportCommands } from './report-commands.js';
import type { Reply, Turn } from './turn.js';

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
    also: ['where is my request', 'where are my requests', 'where is my report', 'my request', 'my reports', 'what did i report'],
    run: async ({ desk, person }, rest) => (rest ? showRequest(desk, person, { ref: rest }) : shown(await myRequests(desk, person, 0))),
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
    also: ['where is', 'status of', 'status'],
    run: ({ desk, person }, rest) => (rest ? showRequest(desk, person, { ref: rest }) : askReference('case')),
  },
  {
    word: 'reported in error',
    title: 'reported in error DR-2026-0001',
    help: 'Take back a report that was no request',
    who: 'all',
    also: ['report in error', 'reported by mistake', 'withdraw my report'],
    run: ({ desk, person }, rest) => showInError(desk, person, rest),
  },
  {
    word: 'cancel',
    title: 'cancel',
    help: 'Drop what you typed and did not record',
    who: 'all',
    also: ['never mind'],
    alone: true,
    run: async ({ desk, person }) => shown(await cancelForms(desk, person)),
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
  ...guideCommands,
  ...reportCommands,
  {
    word: 'away',
    title: 'away',
    help: 'Who stands in for you, from when to when',
    who: 'workers',
    run: async ({ desk, person }) => shown(await awayForm(desk, person)),
  },
  {
    word: 'hand over',
    title: 'hand over',
    help: 'Everything you have, to one successor, when you leave',
    who: 'workers',
    run: async ({ desk, person }) => shown(await handoverForm(desk, person)),
  },
  {
    word: 'ask for a role',
    title: 'ask for a role',
    help: 'Ask the Information Governance team for a role',
    who: 'all',
    run: ({ desk, person }) => shown(roleForm(desk, person)),
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
