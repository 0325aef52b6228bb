import { formatDay, formatDayAndTime } from '../../domain/local-date.js';
import type { FormShown, PageShown } from '../../domain/shown.js';
import type { Step, View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { messageAction } from '../../procedure/message-action.js';
import { script, spellOut } from '../../procedure/script.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { REPORT } from '../report.js';
import type { Message, MessageAnswer } from '../report-message.js';
import { viewOf } from '../view-of.js';
import { cite } from './cite.js';
import { stepForm } from './step-form.js';

const reportStep = procedure.steps.find((s) => s.id === REPORT) as Step;
/** Characters of the message that the dialog shows, so that everybody sees which one it is. */
const SHOWN = 300;

/** The dialog on a message: its words and time, and the three questions. */
export function messageForm(desk: Desk, person: KnownPerson, message: Message, asked: Extract<MessageAnswer, { was: 'asked' }>): FormShown {
  const names = message.words === '' ? ['words', ...messageAction.asks] : messageAction.asks;
  const asks = Object.fromEntries(Object.entries(reportStep.asks ?? {}).filter(([name]) => names.includes(name)));
  const repeats = asked.repeats.map((r) => r.ref).join(', ');
  const notice = repeats
    ? `Possible repeat: ${repeats}, open and perhaps of the same person. If this is another request, record it.`
    : asked.cut
      ? messageAction.cut
      : message.words === ''
        ? messageAction.empty
        : '';
  const form = stepForm(
    { title: 'Report this message', clause: messageAction.clause, about: sayMessage(desk, message), asks },
    {
      view: viewOf(desk, null, person),
      typed: asked.typed,
      // What is at fault elsewhere, such as a time, is said above the form.
      faults: asked.faults.map((f) => (f.field in asks ? f : { ...f, field: '' })),
      ...(notice && asked.faults.length === 0 && { notice: { text: notice, tone: 'attention' as const } }),
      actions: [
        {
          title: repeats ? 'Record it all the same' : 'Record it',
          verb: messageAction.command,
          data: { sure: repeats ? 'yes' : 'no' },
          primary: true,
        },
      ],
    },
  );
  return { ...form, under: `${cite(messageAction.clause)} · ${script.danger}` };
}

function sayMessage(desk: Desk, { words, at }: Message): string {
  const when = formatDayAndTime(at > desk.clock.now() ? desk.clock.now() : at);
  const shown = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
  return [`Written ${when}.`, shown && `“${shown}”`, messageAction.about].filter(Boolean).join('\n\n');
}

/** After it is recorded, or was before: the reference and the date, and nobody's name. */
export function messageRecordedPage(
  request: SubjectRequest,
  { deadline }: Pick<View, 'deadline'>,
  repeated: boolean,
  chat: boolean,
): PageShown {
  const say = repeated ? messageAction.already(request.ref) : messageAction.recorded(request.ref);
  return {
    kind: 'page',
    title: repeated ? 'Recorded already' : 'Recorded',
    tone: repeated ? 'attention' : 'good',
    under: cite(messageAction.clause),
    figures: [
      { title: 'Reference', value: request.ref },
      ...(deadline?.due ? [{ title: 'The council must answer by', value: formatDay(deadline.due) }] : []),
    ],
    blocks: [
      { is: 'text', text: say },
      ...(repeated ? [] : [{ is: 'quote' as const, heading: 'What you may tell them', text: script.recorded(spellOut(request.ref)) }]),
      ...(repeated
        ? []
        : [{ is: 'text' as const, text: chat ? 'It is in your own chat with me too.' : NO_CHAT, small: true, quiet: true }]),
    ],
    actions: [],
  };
}
const NO_CHAT = 'Note the reference: I have no chat with you yet. Open the app and say hello to me there.';
