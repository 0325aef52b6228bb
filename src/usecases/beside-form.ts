import { sightOf } from '../domain/access.js';
import type { Button } from '../domain/shown.js';
import type { Step } from '../domain/step.js';
import type { SubjectRequest } from '../domain/subject-request.js';
import { procedure } from '../procedure/contents.js';
import { letterOffers } from '../procedure/letters.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { propose } from './knowledge/propose.js';
import { possibleRepeats } from './possible-repeats.js';
import { recall } from './recall.js';
import { pressData } from './show/buttons.js';
import { setsSideBySide, sideBySide } from './side-by-side.js';
import type { FormGiven } from './show/step-form.js';

/** A letter is written from what stands in the form; nothing is recorded by it. */
const makeLetter = (desk: Desk, request: SubjectRequest, step: Step): Button => ({
  title: 'Make the letter',
  verb: 'letter-before',
  data: { ...pressData(desk, request), s: step.id },
});

/** Buttons to other cases that a form has room for. */
const MOST_BUTTONS = 3;

/** What a form says that is not in its answers: what is known already, and which other cases may be of the same person. */
export async function besideForm(
  desk: Desk,
  person: KnownPerson,
  request: SubjectRequest,
  step: Step,
  given: Pick<FormGiven, 'typed' | 'people'> = {},
): Promise<Pick<FormGiven, 'recalled' | 'notice' | 'people'> & { actions: Button[] }> {
  // A reporter reads back only what they wrote themselves.
  const whole = sightOf(procedure, person, request.state, desk.clock.today()) === 'whole';
  const [recalled, repeats, proposed, beside] = await Promise.all([
    whole ? recall(desk, step, request.state) : {},
    step.looksForRepeats ? possibleRepeats(desk, person, request) : [],
    step.knows && whole ? propose(desk, request, { step, typed: given.typed, people: given.people ?? {} }) : null,
    whole && setsSideBySide(step) ? sideBySide(desk, person, request) : null,
  ]);
  const letter = letterOffers.some((o) => o.before === step.id) ? [makeLetter(desk, request, step)] : [];
  const known = { recalled: { ...recalled, ...proposed?.recalled, ...beside?.recalled }, people: { ...given.people, ...proposed?.people } };
  const first = [...(proposed?.actions ?? []), ...letter, ...(beside?.actions ?? [])];
  if (repeats.length === 0) return { ...known, ...(proposed?.notice && { notice: proposed.notice }), actions: first };
  const refs = repeats.map((r) => r.ref).join(', ');
  const repeat = `Possible repeat: ${refs}. Look before you go on: if it is the same request, go back and press “Same as another case”.`;
  const text = [repeat, proposed?.notice?.text].filter(Boolean).join(' ');
  const actions = repeats.slice(0, MOST_BUTTONS).map((r) => ({ title: `Open ${r.ref}`, verb: 'open', data: { r: r.id }, leaves: true }));
  return { ...known, notice: { text, tone: 'attention' }, actions: [...first, ...actions] };
}
