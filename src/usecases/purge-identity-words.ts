import type { StepTaken } from '../domain/subject-request.js';
import { identitySteps } from '../procedure/identity-kept.js';
import type { Desk } from './desk.js';

/** Closed cases looked after at once; the rest follow a minute later. */
const BATCH = 50;

/**
 * VAL-17: of a closed case, deletes the words about the proof of identity. The kind of proof, its day and who checked it stay in the step, and the
 * audit chain stays whole: it holds hashes only. Answers how many cases.
 */
export async function purgeIdentityWords(desk: Desk): Promise<number> {
  const due = await desk.identityWords.due(BATCH);
  for (const id of due) {
    const history = (await desk.requests.history(id)).map(({ step }) => step);
    const gone = await desk.identityWords.purge(id, wordsIn(history));
    if (gone > 0) await desk.audit.record({ what: 'identity-words-purged', by: 'rightsdesk', requestId: id, codes: { count: gone } });
  }
  return due.length;
}

/** Details of the steps about identity, and of the corrections of them. */
function wordsIn(history: readonly StepTaken[]): string[] {
  const about = history.filter((s) => identitySteps.includes(s.id)).map((s) => s.n);
  const all = history.filter((s) => about.includes(s.n) || (s.corrects !== undefined && about.includes(s.corrects)));
  return all.flatMap((s) => s.details ?? []);
}
