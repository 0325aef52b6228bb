import type { FormField } from '../../domain/shown.js';
import { breakLongWords, neutralise } from './escape.js';

type Shape = 'text' | 'bounded' | 'choice' | 'toggle';
/** One of the four lists holds the input; the others are empty and draw nothing. */
export type DrawnInput = Record<Shape, object[]>;

/** Data for `cards/pieces/field.json`. What was typed goes in as it is: an input's value is not Markdown. */
export function drawInput(field: FormField): DrawnInput {
  const none: DrawnInput = { text: [], bounded: [], choice: [], toggle: [] };
  if (isUnanswerable(field)) return none;
  const [shape, input] = SHAPES[field.kind](field);
  return { ...none, [shape]: [{ ...common(field), ...input }] };
}

/** A choice among nothing, which clients refuse to draw; the form says so in its place. */
export function isUnanswerable(field: FormField): boolean {
  return (field.kind === 'choice' || field.kind === 'choices') && (field.options ?? []).length === 0;
}

type Draw = (field: FormField) => [Shape, object];

const text =
  (multiline: boolean): Draw =>
  (field) => ['text', { multiline, maxLength: field.maxLength ?? '' }];
const bounded =
  (type: string): Draw =>
  (field) => ['bounded', { type, min: field.min ?? '', max: field.max ?? '' }];

/** Choices few and short enough to be seen at once are drawn in full; more go into a list that opens. */
const MOST_IN_FULL = 6;
/** Boxes to tick are read one by one, so more of them stand in full. */
const MOST_BOXES_IN_FULL = 12;
const MOST_LETTERS = 90;

const choice =
  (several: boolean): Draw =>
  (field) => {
    const options = field.options ?? [];
    const inFull = options.length <= (several ? MOST_BOXES_IN_FULL : MOST_IN_FULL) && options.every((o) => o.title.length <= MOST_LETTERS);
    const choices = options.map((o) => ({ title: neutralise(o.title) || o.value, value: o.value }));
    return ['choice', { several, choices, style: inFull ? 'expanded' : 'compact', placeholder: several ? 'Choose any' : 'Choose one' }];
  };

const SHAPES: Record<FormField['kind'], Draw> = {
  text: text(false),
  'long-text': text(true),
  date: bounded('Input.Date'),
  time: bounded('Input.Time'),
  number: bounded('Input.Number'),
  choice: choice(false),
  choices: choice(true),
  // Never "required": Teams would then accept only yes.
  'yes-no': (field) => ['toggle', { value: field.value ?? 'false' }],
};

const NEEDED: Record<FormField['kind'], string> = {
  text: 'An answer is needed.',
  'long-text': 'An answer is needed.',
  date: 'Give a date.',
  time: 'Give a time, such as 09:30.',
  number: 'Give a number.',
  choice: 'Choose one.',
  choices: 'Choose at least one.',
  'yes-no': 'Answer yes or no.',
};

function common(field: FormField): object {
  const { id, required } = field;
  return { id, label: breakLongWords(field.label), required, error: NEEDED[field.kind], value: numberOr(field) };
}

/** Teams wants a number in a number input; what was typed and is none cannot stand there, its fault says so. */
function numberOr(field: FormField): string | number {
  if (field.kind !== 'number' || field.value === undefined || field.value.trim() === '') return field.value ?? '';
  const n = Number(field.value);
  return Number.isFinite(n) ? n : '';
}
