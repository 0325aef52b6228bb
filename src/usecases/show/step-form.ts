import { contextOf } from '../../domain/decide.js';
import { offered } from '../../domain/read-answers.js';
import type { Field, FieldContext, Fields } from '../../domain/fields.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import type { Button, FormField, FormShown } from '../../domain/shown.js';
import type { Step, View } from '../../domain/step.js';
import { cite } from './cite.js';

export interface FormGiven {
  view: View;
  ref?: string;
  people?: FieldContext['people'];
  /** What was typed before; kept whatever is wrong with it. */
  typed?: Record<string, unknown>;
  /** What is known already, for fields that recall it. */
  recalled?: Record<string, string>;
  faults?: readonly AnswerFault[];
  notice?: FormShown['notice'];
  actions: Button[];
}

/** The form of any step, drawn from its `asks`: what it is for, its fields with what was typed, and what is at fault. */
export function stepForm(step: Pick<Step, 'title' | 'clause' | 'about' | 'asks'>, given: FormGiven): FormShown {
  const about = contextOf(given.view, given.people);
  const general = (given.faults ?? []).filter((f) => !(f.field in (step.asks ?? {})));
  const notice =
    given.notice ?? (general[0] && { text: general[0].sentence, tone: 'warning' as const }) ?? moreToAnswer(step.asks ?? {}, given);
  return {
    kind: 'form',
    title: step.title,
    under: [given.ref, cite(step.clause)].filter(Boolean).join(' · '),
    ...(step.about !== undefined && { about: step.about }),
    ...(notice && { notice }),
    fields: Object.entries(step.asks ?? {})
      .filter(([, field]) => field.asked?.(given.typed ?? presetsOf(step.asks ?? {}, about), about) ?? true)
      .map(([id, field]) => formField(id, field, about, given)),
    actions: given.actions,
  };
}

function formField(id: string, field: Field, about: FieldContext, given: FormGiven): FormField {
  // A question that the answers so far bring up was not on the form before, so it opens with what is known.
  const isNew = wasNotAsked(id, field, given);
  const value = given.typed && !isNew ? asText(given.typed[id]) : (given.recalled?.[id] ?? preset(field, about));
  const fault = isNew && field.required ? undefined : given.faults?.find((f) => f.field === id)?.sentence;
  const hint = typeof field.hint === 'function' ? field.hint(given.typed ?? {}) : field.hint;
  const kind = field.kind === 'person' ? 'choice' : field.kind === 'reference' ? 'text' : field.kind;
  return {
    id,
    kind,
    label: field.label,
    required: field.required,
    ...(field.section !== undefined && { section: field.section }),
    ...(hint !== undefined && { hint }),
    ...(value !== undefined && value !== '' && { value }),
    ...(fault !== undefined && { fault }),
    ...(['choice', 'choices', 'person'].includes(field.kind) && { options: offered(field, about, id) }),
    ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
    ...(field.min !== undefined && { min: field.min }),
    ...(field.max !== undefined && { max: field.max }),
  };
}

/** Brought up by what has been typed, so it was not on the form before and is no fault yet. */
const wasNotAsked = (id: string, field: Field | undefined, given: FormGiven): boolean =>
  field?.asked !== undefined && given.typed !== undefined && given.typed[id] === undefined;

function moreToAnswer(asks: Fields, given: FormGiven): FormShown['notice'] {
  const faults = given.faults ?? [];
  const more = faults.length > 0 && faults.every(({ field }) => asks[field]?.required && wasNotAsked(field, asks[field], given));
  return more ? { text: 'There is more to answer.', tone: 'warning' } : undefined;
}

const asText = (value: unknown): string | undefined => (['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined);

const presetsOf = (asks: Fields, about: FieldContext): Record<string, unknown> =>
  Object.fromEntries(Object.entries(asks).map(([id, field]) => [id, preset(field, about)]));

function preset(field: Field, about: FieldContext): string | undefined {
  return typeof field.preset === 'function' ? field.preset(about) : field.preset;
}
