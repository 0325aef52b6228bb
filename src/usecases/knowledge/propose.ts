import type { Option } from '../../domain/fields.js';
import { isInForce, type KnowledgeRow } from '../../domain/knowledge-base.js';
import { lookUp, sharesOf, unknownWords, type Share } from '../../domain/knowledge-look-up.js';
import type { Button } from '../../domain/shown.js';
import type { Step, View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { routeFlagTitle } from '../../procedure/knowledge.js';
import { directorateOf, directorateTitle, postChoices, postTitle } from '../../procedure/owners.js';
import { routing } from '../../procedure/steps/assignment.js';
import type { Desk } from '../desk.js';
import { pressData } from '../show/buttons.js';
import type { FormGiven } from '../show/step-form.js';
import { readHolders, type Holders } from './who.js';

type Knowledge = NonNullable<View['knowledge']>;

/** The knowledge base and what it says of a request: its own words, or the services typed into the form. Two reads. */
export async function knowledgeFor(desk: Desk, request: SubjectRequest, typed: unknown): Promise<Knowledge> {
  const [rows, words] = await Promise.all([desk.knowledge.read(), wordsOf(desk, request, typed)]);
  return { rows, shares: sharesOf(lookUp(rows, words, desk.clock.today())) };
}

async function wordsOf(desk: Desk, { state }: SubjectRequest, typed: unknown): Promise<string> {
  if (typeof typed === 'string' && typed.trim() !== '') return typed;
  const ids = [state.details['words'], state.details['places']].filter((id) => id !== undefined);
  const found = ids.length > 0 ? Object.values(await desk.details.read([...new Set(ids)])) : [];
  return found.map((details) => `${details['words'] ?? ''} ${details['places'] ?? ''}`).join(' ');
}

type Proposed = Pick<FormGiven, 'recalled' | 'notice' | 'people'> & { actions: Button[] };

/** What the form of a step that knows the knowledge base proposes: posts with reasons, the best first, or the default case officer. */
export async function propose(
  desk: Desk,
  request: SubjectRequest,
  given: { step: Step; typed: Record<string, unknown> | undefined; people: NonNullable<FormGiven['people']> },
): Promise<Proposed> {
  const { step, typed, people } = given;
  if (step.asks?.['officer']) return proposeOfficer(request, people);
  const [{ rows, shares }, holders] = await Promise.all([knowledgeFor(desk, request, typed?.['serviceWords']), readHolders(desk)]);
  const field = ['post', 'lead', 'newPost'].find((name) => step.asks?.[name]) ?? 'post';
  const unknown = typeof typed?.['serviceWords'] === 'string' ? unknownWords(rows, typed['serviceWords'], desk.clock.today()) : [];
  const best = shares[0]?.post;
  // What a directorate said that sent it back comes before the words.
  const named = field === 'post' ? request.state.facts['betterPost'] : undefined;
  const first = typeof named === 'string' ? named : best;
  const others = [...new Set(shares.map((s) => s.directorate))].filter((d) => best === undefined || d !== directorateOf(best));
  const look: Button = { title: 'Look up', verb: 'propose-post', data: { ...pressData(desk, request), s: step.id } };
  return {
    people: { [field]: optionsFrom(shares, holders) },
    recalled: {
      ...(first !== undefined && field !== 'newPost' && { [field]: first }),
      ...(step.asks?.['others'] && others.length > 0 && { others: others.join(',') }),
    },
    notice: {
      text: `${first === best ? '' : `Whoever sent it back names: ${postTitle(first)}. `}${reasons(desk, { rows, shares, holders, unknown })}`,
      tone: best === undefined || others.length > 0 || unknown.length > 0 || holders[best]?.length === 0 ? 'attention' : 'good',
    },
    actions: step.asks?.['serviceWords'] ? [look] : [],
  };
}

/** Every post, those that the words point at first, each with its reason and whether anybody holds it. */
function optionsFrom(shares: readonly Share[], holders: Holders): Option[] {
  const all = shares.reduce((sum, s) => sum + s.words.length, 0);
  const place = (post: string): number => shares.findIndex((s) => s.post === post) + 1 || shares.length + 1;
  return [...postChoices]
    .sort((a, b) => place(a.value) - place(b.value))
    .map(({ value, title }) => {
      const share = shares.find((s) => s.post === value);
      const why = share ? ` · ${share.words.length} of ${all}: ${share.words.slice(0, 3).join(', ')}` : '';
      return { value, title: `${title}${why}${holders[value]?.length === 0 ? ' · nobody holds it' : ''}` };
    });
}

function reasons(desk: Desk, found: Knowledge & { holders: Holders; unknown: readonly string[] }): string {
  const { rows, shares, holders, unknown } = found;
  const [best] = shares;
  const plainly = unknown.map((word) => `No service area has the word “${word}”.`);
  if (!best) return [...plainly, 'The knowledge base does not know these words. Look up others, or choose by hand.'].join(' ');
  const areas = new Set(shares.map((s) => s.directorate)).size;
  const flags = rows.filter((row) => row.post === best.post && row.route !== null && isInForce(row, desk.clock.today()));
  return [
    ...plainly,
    `Proposed: ${postTitle(best.post)}, for ${best.words.map((w) => `“${w}”`).join(', ')}.`,
    ...(holders[best.post]?.length === 0 ? [`Nobody holds this post. ${deputyOf(rows, best.post)}`] : []),
    ...(areas >= routing.atLeast ? [`The words point to ${areas} directorates: ${shareWords(shares)}.`] : []),
    ...flags.slice(0, 1).map((row) => `It may need a special route: ${routeFlagTitle(row.route)}.`),
  ].join(' ');
}

/** `Housing 2, Finance and Investment 1`: how many of the words are whose, the largest share first. */
function shareWords(shares: readonly Share[]): string {
  const counts = new Map<string, number>();
  for (const s of shares) counts.set(s.directorate, (counts.get(s.directorate) ?? 0) + s.words.length);
  return [...counts].map(([code, count]) => `${directorateTitle(code)} ${count}`).join(', ');
}
const deputyOf = (rows: readonly KnowledgeRow[], post: string): string =>
  rows.some((row) => row.post === post && row.deputy !== null)
    ? 'Its deputy is told if nobody accepts.'
    : 'It has no deputy either: tell the Complaints Unit.';

/** ASG-12: the officer whom the knowledge base names for this post, when they can be chosen. */
function proposeOfficer({ state }: SubjectRequest, people: NonNullable<FormGiven['people']>): Proposed {
  const officer = people['officer']?.find((o) => o.value === state.facts['proposedOfficer']);
  if (!officer) return { actions: [] };
  const text = `${officer.title} is the case officer named in the knowledge base for this post.`;
  return { recalled: { officer: officer.value }, notice: { text, tone: 'good' }, actions: [] };
}
