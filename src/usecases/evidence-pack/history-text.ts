import type { Field, FieldContext } from '../../domain/fields.js';
import { formatDay, formatDayAndTime, parseLocalDate } from '../../domain/local-date.js';
import type { Fact, StepTaken } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { cite } from '../show/cite.js';
import type { Gathered } from './gather.js';

/** The history in plain words: what happened, when, by whom and as what, under which clause, with what was answered and what became of the date. */
export function historyText(all: Gathered): string {
  const steps = all.history.map(({ step }) => step);
  return steps.map((step, i) => entry(all, step, steps[i - 1])).join('\n\n');
}

function entry(all: Gathered, step: StepTaken, before: StepTaken | undefined): string {
  const row = procedure.steps.find(({ id }) => id === step.id);
  const role = procedure.roles.find(({ code }) => code === step.as)?.title ?? step.as;
  const which = step.corrects === undefined ? '' : ` (puts number ${step.corrects} right)`;
  const head = `${step.n}. ${formatDayAndTime(new Date(step.at))}: ${all.name(step.by)}, ${role}, ${row?.done ?? step.id}${which} ${cite(step.clause)}`;
  const said = [...Object.entries(step.answers), ...Object.entries(all.wordsOf(step))].filter(([, value]) => value !== '');
  const lines = said.map(([name, value]) => `     ${labelOf(row?.asks?.[name], name)}: ${sayAnswer(all, row?.asks?.[name], value)}`);
  return [head, ...lines, ...dateLine(before, step).map((line) => `     ${line}`)].join('\n');
}

const labelOf = (field: Field | undefined, name: string): string => field?.label ?? name.replace(/([A-Z])/g, ' $1').toLowerCase();

/** An answer as staff saw it on the form: titles for codes, names for people, days written out. */
function sayAnswer(all: Gathered, field: Field | undefined, value: Fact): string {
  if (Array.isArray(value)) return value.map((one) => sayAnswer(all, field, one)).join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field?.kind === 'person') return all.name(value);
  const text = String(value);
  if (field?.kind === 'date' && parseLocalDate(text)) return formatDay(text);
  const options = typeof field?.options === 'function' ? field.options(contextOf(all)) : (field?.options ?? []);
  return (options.find((o) => o.value === text)?.title ?? text).replace(/\n/g, '\n       ');
}

const contextOf = ({ request: { state }, view }: Gathered): FieldContext => ({
  today: view.today,
  received: state.timeline.received,
  facts: state.facts,
  items: state.items,
});

/** What became of the date by this step. */
export function dateLine(before: StepTaken | undefined, now: StepTaken): string[] {
  const [was, is] = [before?.clock?.due ?? null, now.clock?.due ?? null];
  if (was === is) return [];
  if (is === null) return ['The due date was taken away: the clock waits.'];
  return [was === null ? `Due ${formatDay(is)}.` : `Due ${formatDay(is)} instead of ${formatDay(was)}.`];
}
