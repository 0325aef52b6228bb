import { showKnowledgeFile } from '../usecases/knowledge/file-out.js';
import { pressRetire, pressRow, showRowForm, wordsForm } from '../usecases/knowledge/forms.js';
import { showKnowledge, showPosts, showRow } from '../usecases/knowledge/pages.js';
import { showForm } from '../usecases/show-form.js';
import type { PressData } from './read-press.js';
import type { Reply, Turn } from './turn.js';

type Handler = (turn: Turn, data: PressData) => Promise<Reply>;

/** Words come typed into a form, or ride along on a button to the next page. */
const wordsOf = ({ incoming }: Turn, d: PressData): string =>
  (typeof incoming.data?.['words'] === 'string' ? incoming.data['words'] : d.collection).trim().slice(0, 80);

/** Buttons of the knowledge base. */
export const knowledgeVerbs: Record<string, Handler> = {
  knowledge: async (turn, d) => ({ shown: await showKnowledge(turn.desk, turn.person, wordsOf(turn, d), d.skip) }),
  /** Proposes posts for the services typed into a form; everything else typed stays. */
  'propose-post': async ({ desk, person, incoming }, d) => {
    const { post: _post, lead: _lead, others: _others, ...typed } = incoming.data ?? {};
    return showForm(desk, person, { requestId: d.request, step: d.step, typed });
  },
  'knowledge-words': async ({ desk, person }) => ({ shown: wordsForm(desk, person) }),
  'knowledge-row': async ({ desk, person }, d) => ({ shown: await showRow(desk, person, d.item ?? '') }),
  'knowledge-posts': async ({ desk, person }) => ({ shown: await showPosts(desk, person) }),
  'knowledge-file': async ({ desk, person }) => ({ shown: await showKnowledgeFile(desk, person) }),
  'knowledge-add': async ({ desk, person }, d) => ({
    shown: await showRowForm(desk, person, { id: desk.ids.id(), version: 0, directorate: d.collection }),
  }),
  'knowledge-change': async ({ desk, person }, d) => ({
    shown: await showRowForm(desk, person, { id: d.item ?? '', version: d.n, directorate: '' }),
  }),
  'knowledge-save': async ({ desk, person, incoming }, d) => ({
    shown: await pressRow(desk, person, { id: d.item ?? '', version: d.n, directorate: d.collection, typed: incoming.data ?? {} }),
  }),
  'knowledge-retire': async ({ desk, person }, d) => ({ shown: await pressRetire(desk, person, { id: d.item ?? '', version: d.n }, true) }),
  'knowledge-restore': async ({ desk, person }, d) => ({
    shown: await pressRetire(desk, person, { id: d.item ?? '', version: d.n }, false),
  }),
};
