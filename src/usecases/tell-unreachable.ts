import { directorateTitle } from '../procedure/owners.js';
import type { Desk } from './desk.js';
import type { OutboxMessage } from './ports.js';
import { openButton } from './show/pages.js';
import { roleWords } from './show/role-pages.js';
import type { Showing } from './show-request.js';

/** IG hears of a message that waits for its reader, or that Teams refused and that was put aside. */
export async function tellUnreachable(desk: Desk, { args, template, requestId }: OutboxMessage): Promise<Showing> {
  const person = typeof args['person'] === 'string' ? await desk.people.byId(args['person']) : null;
  const isRefused = template === 'undelivered';
  const title = isRefused ? 'A message was put aside' : 'Somebody cannot be reached';
  const text = isRefused ? refusedWords(args, person?.name) : waitingWords(args, person?.name);
  return {
    shown: {
      kind: 'page',
      title,
      tone: 'warning',
      blocks: [{ is: 'text', text }],
      actions: requestId === undefined ? [] : [openButton({ id: requestId }, 'Open the case')],
      summaryLine: title,
    },
  };
}

type Args = OutboxMessage['args'];

function waitingWords(args: Args, name = 'a colleague'): string {
  if ('person' in args) return `A message to ${name} could not be delivered. It waits until they open the app and write to me there.`;
  return 'role' in args
    ? `A message to the ${roleWords({ role: String(args['role']) })} could not be delivered: nobody holds that role. It waits until somebody does.`
    : `A message to ${directorateTitle(args['directorate'])} could not be delivered: no channel that takes my posts is bound to it. Add me to the channel and mention me there with the word settings; what waits is then sent.`;
}

function refusedWords(args: Args, name = 'a colleague'): string {
  const whom =
    'person' in args ? name : 'directorate' in args ? directorateTitle(args['directorate']) : roleWords({ role: String(args['role']) });
  return `Teams refused a message to ${whom} (${String(args['reason']).split(':')[0]}), and it is not tried again. What it told stands on the case: tell them. If there is more of this today you are not told again; whoever runs the bot finds each in the log.`;
}
