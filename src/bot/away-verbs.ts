import { awayForm, endAway, saveAway } from '../usecases/away/cover.js';
import { confirmHandover, handoverForm, handoverList } from '../usecases/away/hand-over-pages.js';
import type { PressData } from './read-press.js';
import type { Reply, Turn } from './turn.js';

/** Buttons of being away and of handing over. */
export const awayVerbs: Record<string, (turn: Turn, data: PressData) => Promise<Reply>> = {
  away: async ({ desk, person }) => ({ shown: await awayForm(desk, person) }),
  'away-save': async ({ desk, person, incoming }) => ({ shown: await saveAway(desk, person, incoming.data ?? {}) }),
  'away-end': async ({ desk, person }) => ({ shown: await endAway(desk, person) }),
  handover: async ({ desk, person }) => ({ shown: await handoverForm(desk, person) }),
  'handover-list': async ({ desk, person, incoming }, d) => ({ shown: await handoverList(desk, person, d.draft, incoming.data ?? {}) }),
  'handover-confirm': async ({ desk, person }, d) => ({ shown: await confirmHandover(desk, person, d.draft) }),
};
