import { decide } from '../domain/decide.js';
import { formatDayAndTime, londonDay } from '../domain/local-date.js';
import type { AnswerFault } from '../domain/read-answers.js';
import { isRefusal, type Refusal } from '../domain/refusals.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { messageAction } from '../procedure/message-action.js';
import type { Desk } from './desk.js';
import { openCase } from './open-case.js';
import type { KnownPerson } from './ports.js';
import { repeatsOf } from './possible-repeats.js';
import { asTyped, REPORT, type Typed } from './report.js';
import { viewOf } from './view-of.js';

/** A message of any chat that somebody reports as a request: which, its words and when it was written. */
export interface Message {
  /** Of the conversation and the message together; the same message has the same for everybody. */
  id: string;
  words: string;
  at: Date;
}

export type MessageAnswer =
  | { was: 'asked'; typed: Typed; faults: AnswerFault[]; repeats: readonly { ref: string }[]; cut: boolean }
  | { was: 'recorded'; request: SubjectRequest; repeated: boolean };

/** The key of the case to be: from the message alone, and one-way, so that one message is one case whoever reports it. */
const keyOf = (desk: Desk, message: Message): string => `message:${desk.tokens.mark(message.id)}`;

/** Is this the action that reports a message? */
export const isReportAction = (command: string): boolean => command === messageAction.command;

/** What the dialog opens with: the three questions beside the words and the time of the message, or the case that it became. */
export async function askAboutMessage(desk: Desk, person: KnownPerson, message: Message): Promise<MessageAnswer | Refusal> {
  const recorded = await desk.requests.byIntakeKey(keyOf(desk, message));
  if (recorded) return { was: 'recorded', request: recorded, repeated: true };
  const decided = decide(procedure, viewOf(desk, null, person), { step: REPORT, raw: {} });
  if (isRefusal(decided)) return decided;
  return { was: 'asked', typed: { ...asked(desk, message), right: 'ACCESS' }, faults: [], repeats: [], cut: isCut(message) };
}

/**
 * Records a message as a request, by the same step as the word `report`; sent twice it is one case. A case that may be of the same person
 * is named first, to those who may see it; `sure` says that it was looked at.
 */
export async function recordMessage(
  desk: Desk,
  person: KnownPerson,
  message: Message,
  given: { raw: Record<string, unknown>; sure: boolean },
): Promise<MessageAnswer | Refusal> {
  const key = keyOf(desk, message);
  const recorded = await desk.requests.byIntakeKey(key);
  if (recorded) return { was: 'recorded', request: recorded, repeated: true };
  const answers = asTyped(given.raw);
  const own = Object.fromEntries(Object.entries(answers).filter(([name]) => messageAction.asks.includes(name)));
  const typed: Typed = { ...own, ...asked(desk, message), ...(message.words === '' && { words: answers['words'] ?? '' }) };
  const again = { was: 'asked' as const, typed, repeats: [], cut: isCut(message) };
  const decided = decide(procedure, viewOf(desk, null, person), { step: REPORT, raw: typed });
  if (isRefusal(decided)) return decided;
  if ('faults' in decided) return { ...again, faults: decided.faults };
  const repeats = given.sure ? [] : await repeatsOf(desk, person, typed);
  if (repeats.length > 0) return { ...again, faults: [], repeats };
  const opened = await openCase(desk, person, key, decided);
  if ('fault' in opened) return { ...again, faults: [{ field: '', sentence: opened.fault }] };
  await sendReceipt(desk, person, opened.request);
  return { was: 'recorded', ...opened };
}

/** What the message itself answers. One written after the clock's now (a rehearsal, a clock that is off) counts as written now. */
function asked(desk: Desk, { words, at }: Message): Typed {
  const now = desk.clock.now();
  const written = at > now ? now : at;
  return {
    ...messageAction.answers,
    words: words.slice(0, messageAction.mostWords),
    heardOn: londonDay(written),
    heardAt: formatDayAndTime(written).slice(-5),
  };
}
const isCut = ({ words }: Message): boolean => words.length > messageAction.mostWords;

/** The reference also comes to the person's own chat, once, if there is one. */
async function sendReceipt(desk: Desk, person: KnownPerson, request: SubjectRequest): Promise<void> {
  if (!person.chat || person.unreachable) return;
  const key = `message-recorded:${request.id}:${person.id}`;
  await desk.outbox.put([{ key, template: 'open', to: { person: person.id }, requestId: request.id, args: {}, at: desk.clock.now() }]);
  desk.poke();
}
