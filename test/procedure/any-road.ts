import fc from 'fast-check';
import { isTimelineFault } from '../../src/domain/clock.js';
import { contextOf, decide } from '../../src/domain/decide.js';
import type { Field } from '../../src/domain/fields.js';
import { addDays, londonDay } from '../../src/domain/local-date.js';
import { nextSteps, nextThing, type Offer } from '../../src/domain/next-steps.js';
import type { Person } from '../../src/domain/person.js';
import { offered } from '../../src/domain/read-answers.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { replay } from '../../src/domain/replay.js';
import { procedure } from '../../src/procedure/contents.js';
import { directorates } from '../../src/procedure/owners.js';
import type { Road } from './road.js';
import { choosable, grant, someone } from './road.js';

/** Words that may never stand in the register; a birth date is one of them. */
export const PRIVATE = 'secret-words';
export const BORN = '1951-02-03';

const everywhere = (role: string) => directorates.map((d) => grant(role, d.code));
/** Enough people that every step has somebody, in every directorate; dev may lead cases too. */
export const cast: readonly Person[] = [
  someone('sam'),
  someone('rosa', grant('CC')),
  someone('cara', grant('CCU')),
  someone('ola'),
  someone('omar'),
  someone('dev', ...everywhere('DIAO')),
  someone('dina', ...everywhere('DIAO')),
  someone('ines', grant('IG')),
  someone('dora', grant('DPO')),
];

/** A number for each question asked of chance, so that a walk can be told again and shrunk. */
export type Chance = (below: number) => number;
const chanceOf = (numbers: readonly number[]): Chance => {
  let at = 0;
  return (below) => (numbers[at++ % numbers.length] ?? 0) % Math.max(below, 1);
};

/** One move: who and what is picked by numbers, how many days pass first. */
export interface Move {
  days: number;
  numbers: number[];
}
export const anyMoves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({ days: fc.nat({ max: 4 }), numbers: fc.array(fc.nat({ max: 9973 }), { minLength: 5, maxLength: 12 }) }),
  { minLength: 6, maxLength: 24, size: 'max' },
);

/** An answer of the field's kind, now and then none where none is needed. */
function answerFor(name: string, field: Field, road: Road, chance: Chance): string | undefined {
  if (!field.required && chance(2) === 0) return undefined;
  const today = londonDay(road.now);
  const choices = offered(field, contextOf(road.view(cast[0] as Person), choosable), name).map((o) => o.value);
  switch (field.kind) {
    case 'date':
      return field.private ? BORN : addDays(today, field.notAfterToday ? -chance(6) : chance(6));
    case 'time':
      return `0${chance(10)}:30`;
    case 'number':
      return String(chance(500));
    case 'reference':
      return 'DR-2026-0007';
    case 'yes-no':
      return chance(2) === 0 ? 'true' : 'false';
    case 'choices':
      return choices.filter((_, i) => i === 0 || chance(2) === 0).join(',');
    case 'choice':
    case 'person':
      return choices[chance(choices.length)];
    default:
      return `${PRIVATE} ${chance(100)} rent`;
  }
}

export function answersFor(asks: Record<string, Field> | undefined, road: Road, chance: Chance): Record<string, unknown> {
  return Object.fromEntries(Object.entries(asks ?? {}).map(([name, field]) => [name, answerFor(name, field, road, chance)]));
}

export type Picked = { person: Person; offer: Offer };
export function offersOn(road: Road): Picked[] {
  const view = road.view(cast[0] as Person);
  return cast.flatMap((person) => nextSteps(procedure, { ...view, person }).flatMap((offer) => (offer.refusal ? [] : [{ person, offer }])));
}

/** Takes one step that is offered to somebody, with answers by chance; answers that are at fault leave the case as it is. */
export function move(road: Road, { days, numbers }: Move): { picked: Picked; result: ReturnType<Road['tries']> } {
  const chance = chanceOf(numbers);
  road.now = new Date(road.now.getTime() + days * 86_400_000);
  const onward = offersOn(road).filter(({ offer }) => offer.step.id !== 'correct-an-earlier-step');
  // Notes, withdrawals and the like are offered everywhere, so three moves in four take the next thing or another way on, and the cases get far.
  const next = nextThing(procedure, road.view(cast[0] as Person));
  const ahead = onward.filter(({ offer }) => offer.step.beside || (offer.step === next?.step && offer.item === next.item));
  const pool = chance(4) > 0 && ahead.length > 0 ? ahead : onward;
  const picked = pool[chance(pool.length)] as Picked;
  const raw = answersFor(picked.offer.step.asks, road, chance);
  const result = road.tries(picked.person, picked.offer.step.id, raw, picked.offer.item);
  if (!isRefusal(result) && !('faults' in result)) road.keeps(road.headerOf(picked.person, result));
  return { picked, result };
}

/** Puts an earlier step right with other answers, as the use case does: decided in its place, refused when it would lead elsewhere. */
export function correct(road: Road, numbers: number[]): boolean {
  const chance = chanceOf(numbers);
  const open = road.history.filter((s) => procedure.steps.find((row) => row.id === s.id)?.correctable && s.corrects === undefined);
  const wrong = open[chance(open.length)];
  const row = procedure.steps.find((s) => s.id === wrong?.id);
  if (!wrong || !row) return false;
  const person = cast[1] as Person;
  const free = { ...row, by: procedure.roles.filter((r) => r.scope === 'anyone'), needs: [] };
  const before = wrong.n === 1 ? null : replay(road.history.filter((s) => s.n < wrong.n));
  const view = { ...road.view(person), request: before, today: londonDay(new Date(wrong.at)) };
  const item = wrong.item?.split('/')[1];
  const attempt = { step: row.id, raw: answersFor(row.asks, road, chance), people: choosable, ...(item !== undefined && { item }) };
  const redone = decide({ ...procedure, steps: [free] }, view, attempt);
  if (isRefusal(redone) || 'faults' in redone || redone.effects.stage !== wrong.outcome.stage) return false;
  const header = road.headerOf(person, redone, wrong.n);
  const trial = replay([...road.history, { ...header, id: 'correct-an-earlier-step' }]);
  if (isTimelineFault(road.datesOf(trial))) return false;
  road.keeps({ ...header, id: 'correct-an-earlier-step' });
  return true;
}
