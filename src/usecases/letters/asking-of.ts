import { contextOf } from '../../domain/decide.js';
import { readAnswers } from '../../domain/read-answers.js';
import { addDays } from '../../domain/local-date.js';
import type { View } from '../../domain/step.js';
import type { Facts, StepTaken, SubjectRequest } from '../../domain/subject-request.js';
import type { Asking } from '../../letters/case-parts.js';
import { procedure } from '../../procedure/contents.js';
import { limits } from '../../procedure/limits.js';
import { directorates } from '../../procedure/owners.js';
import type { Desk } from '../desk.js';

const ASK = 'ask-for-what-is-missing';
/** Words of a service that a letter gives as examples; more make a list nobody reads. */
const MOST_EXAMPLES = 5;

/** What was asked for last and is still awaited; undefined when nothing was ever asked for. */
export async function askingRecorded(desk: Desk, request: SubjectRequest): Promise<Asking | undefined> {
  const awaited = (request.state.facts['awaiting'] as string[] | undefined) ?? [];
  if (awaited.length === 0) return undefined;
  const history = (await desk.requests.history(request.id)).map((h) => h.step);
  const asked = history.findLast((s) => s.id === ASK);
  if (!asked) return undefined;
  const { answers, details } = putRight(history, asked);
  const kept = details === undefined ? {} : ((await desk.details.read([details]))[details] ?? {});
  return { ...askingFrom({ ...answers, ...kept }), items: awaited };
}

/** A step as it stands: its newest correction, if it was put right. */
const putRight = (history: readonly StepTaken[], step: StepTaken): StepTaken => history.findLast((s) => s.corrects === step.n) ?? step;

/** What is asked for on a form that is not recorded yet. */
export function askingTyped(view: View, typed: Record<string, unknown>): Asking {
  const asks = procedure.steps.find((s) => s.id === ASK)?.asks ?? {};
  return askingFrom(readAnswers(asks, typed, contextOf(view)).all);
}

function askingFrom(answers: Facts): Asking {
  const sentOn = String(answers['sentOn'] ?? '');
  const items = (answers['items'] as string[] | undefined) ?? [];
  return {
    items,
    ...(answers['question'] !== undefined && { question: String(answers['question']) }),
    services: servicesOf((answers['offered'] as string[] | undefined) ?? []),
    stops: items.includes('clarity') && answers['holdsMuch'] === true,
    sentOn,
    waitUntil: sentOn && addDays(sentOn, limits.noReply.n),
  };
}

/** Services by the names and words that people use for them: they cannot know how records are kept (VAL-05). */
const servicesOf = (codes: readonly string[]): Asking['services'] =>
  directorates
    .filter((d) => codes.includes(d.code))
    .map(({ title, posts }) => ({ title, examples: spread(posts.map((p) => p.words)).slice(0, MOST_EXAMPLES) }));

/** One word of each post, then the second of each: so that a short list shows the whole breadth of a service. */
const spread = (lists: readonly (readonly string[])[]): string[] => {
  const longest = Math.max(0, ...lists.map((l) => l.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((l) => l[i] ?? [])).flat();
};
