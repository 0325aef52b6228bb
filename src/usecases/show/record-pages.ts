import { formatDay } from '../../domain/local-date.js';
import type { PageBlock, PageShown } from '../../domain/shown.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import type { Desk } from '../desk.js';
import { openButton } from './pages.js';

/** Said whenever words of a chat become part of a case, so that nobody is surprised later. */
const mind: PageBlock = {
  is: 'text',
  text: 'Mind what you write: a note, and this chat too, may have to be shown to the person it is about if they ask.',
  small: true,
  quiet: true,
};

/** Words that are no command, after a case was opened: may they be kept there? */
export function offerPage(request: SubjectRequest, draft: string, words: string): PageShown {
  return {
    kind: 'page',
    title: `Record this on ${request.ref}?`,
    under: 'I do not know those words as a command. Nothing is recorded yet.',
    blocks: [{ is: 'quote', heading: 'You said', text: words }, mind],
    actions: [
      { title: 'Record this', verb: 'record-words', data: { r: request.id, d: draft }, primary: true },
      { title: 'No', verb: 'discard-words', data: { d: draft } },
      { title: 'What I can do', verb: 'help', data: {} },
    ],
    summaryLine: `Record this on ${request.ref}?`,
  };
}

/** The note stands. */
export function recordedPage(desk: Desk, request: SubjectRequest, words: string): PageShown {
  return {
    kind: 'page',
    title: 'Recorded as a note',
    under: `${request.ref} · ${formatDay(desk.clock.today())}`,
    tone: 'good',
    blocks: [{ is: 'quote', heading: 'In your words', text: words }, mind],
    actions: [openButton(request, 'Open the case')],
    summaryLine: `${request.ref}: a note is recorded`,
  };
}

/** Nothing was recorded, and why. */
export function nothingToRecordPage(ref: string, sentence: string): PageShown {
  return {
    kind: 'page',
    title: 'Nothing was recorded',
    ...(ref !== '' && { under: ref }),
    tone: 'attention',
    blocks: [{ is: 'text', text: sentence }],
    actions: [{ title: 'What I can do', verb: 'help', data: {} }],
  };
}
