import { offerToRecord, recordWords } from '../usecases/record-words.js';
import type { Reply, Turn } from './turn.js';

/** Fewer words than this are a command misspelt rather than something said. */
const A_SENTENCE = 3;

/** `record DR-2026-0148 the words`: line breaks are part of what was said. */
export async function record(turn: Turn): Promise<Reply> {
  const [, ref, words] = /^\s*record\s+(\S+)\s+([\s\S]+)$/i.exec(turn.incoming.text ?? '') ?? [];
  const text = 'Type record, the reference and what was said, for example: record DR-2026-0001 She will come in on Monday.';
  if (!ref || !words)
    return { shown: { kind: 'page', title: 'What was said, and on which case?', blocks: [{ is: 'text', text }], actions: [] } };
  return recordWords(turn.desk, turn.person, { ref }, words.trim(), `say:${turn.incoming.activityId}`);
}

/** A sentence after a case was opened may be meant for that case. Null when it is no sentence, there is no such case, or others read along. */
export async function offerRecord({ desk, person, incoming }: Turn): Promise<Reply | null> {
  const words = (incoming.text ?? '').trim();
  if (incoming.chat.scope !== 'personal' || words.split(/\s+/).length < A_SENTENCE) return null;
  return offerToRecord(desk, person, words);
}
