import { answerTriage, triageForm } from '../usecases/triage.js';
import { glossaryPage } from '../usecases/show/glossary-page.js';
import { shown, type Command } from './command.js';
import type { PressData } from './read-press.js';
import type { Reply, Turn } from './turn.js';

/** Help in understanding: is this a request, and what do the words mean. */
export const guideCommands: readonly Command[] = [
  {
    word: 'is this a request',
    title: 'is this a request?',
    help: 'A few questions, and what to do with what was asked',
    who: 'all',
    also: ['is it a request', 'is that a request', 'is this a sar', 'triage'],
    run: ({ desk, person }) => shown(triageForm(desk, person)),
  },
  {
    word: 'glossary',
    title: 'glossary',
    help: 'What the words mean, and what the procedure is read with',
    who: 'all',
    also: ['what does it mean'],
    run: ({ desk }) => shown(glossaryPage(desk)),
  },
];

export const guideVerbs: Record<string, (turn: Turn, data: PressData) => Promise<Reply>> = {
  triage: async ({ desk, person }) => ({ shown: triageForm(desk, person) }),
  'triage-answer': async ({ desk, person, incoming }) => ({ shown: await answerTriage(desk, person, incoming.data ?? {}) }),
  glossary: async ({ desk }) => ({ shown: glossaryPage(desk) }),
};
