import { decide } from '../../domain/decide.js';
import { isRefusal } from '../../domain/refusals.js';
import type { Button } from '../../domain/shown.js';
import { procedure } from '../../procedure/contents.js';
import { letterOffers } from '../../procedure/letters.js';
import type { Desk } from '../desk.js';
import { peopleFor } from '../people-for.js';
import type { KnownPerson } from '../ports.js';
import { showForm } from '../show-form.js';
import { refusalPage } from '../show/pages.js';
import { forThoseWho, notThere, type Showing } from '../show-request.js';
import { linksTo } from './show-letters.js';
import { writeFor } from './write-for.js';

const NOTICE =
  'The letter is ready, made from what stands here. Nothing is recorded yet. Get it, send it, then record. The link works once, for 15 minutes.';

/**
 * *Make the letter* on a form whose answers a letter is written from: the same form comes back with everything in it, and with the link. The
 * answers are kept encrypted for a day, for the download alone.
 */
export async function letterBefore(
  desk: Desk,
  person: KnownPerson,
  ask: { requestId: string; step: string; typed: Record<string, unknown> },
): Promise<Showing> {
  const offer = letterOffers.find((o) => o.before === ask.step);
  if (!offer) return notThere();
  return forThoseWho(desk, person, { id: ask.requestId }, ['whole'], async (request, view) => {
    const people = await peopleFor(desk, ask.step, request.state);
    const decided = decide(procedure, view, { step: ask.step, raw: ask.typed, people });
    if (isRefusal(decided)) return { shown: refusalPage(decided, request) };
    if ('faults' in decided) return showForm(desk, person, { ...ask, faults: decided.faults });
    const draft = desk.ids.id();
    await desk.drafts.save(draft, person.id, onlyAnswers(ask.step, ask.typed));
    const letter = await writeFor(desk, request, view, { id: offer.id, draft });
    if (isRefusal(letter)) return showForm(desk, person, { ...ask, notice: { text: letter.sentence, tone: 'warning' } });
    const actions = (await linksTo(desk, person, request, { id: offer.id, draft })).map(beside);
    return showForm(desk, person, { ...ask, notice: { text: NOTICE, tone: 'good' }, actions });
  });
}

/** On a form the one main button is the one that records it. */
const beside = ({ primary: _primary, ...button }: Button): Button => button;

/** What was typed into the fields of the step, without what else a press carries. */
function onlyAnswers(stepId: string, typed: Record<string, unknown>): Record<string, string> {
  const names = Object.keys(procedure.steps.find((s) => s.id === stepId)?.asks ?? {});
  return Object.fromEntries(names.filter((name) => typed[name] !== undefined).map((name) => [name, String(typed[name])]));
}
