import type { Field, FieldContext, Fields, Option } from './fields.js';
import { parseLocalDate } from './local-date.js';
import type { Fact, Facts } from './subject-request.js';

export interface AnswerFault {
  field: string;
  sentence: string;
}
export interface ReadAnswers {
  /** Every answer by field name, as its kind. */
  all: Record<string, Fact>;
  /** The part that may stand in the register. */
  open: Facts;
  /** The part that is kept encrypted. */
  kept: Record<string, { kind: NonNullable<Field['private']>; value: string }>;
  faults: AnswerFault[];
}

/** Answers what a person typed, checked field by field; every fault is named, nothing is thrown away by the caller. Unknown inputs are ignored. */
export function readAnswers(fields: Fields, raw: Record<string, unknown>, about: FieldContext): ReadAnswers {
  const read: ReadAnswers = { all: {}, open: {}, kept: {}, faults: [] };
  for (const [name, field] of Object.entries(fields)) {
    if (field.asked?.(raw, about) === false) continue;
    const typed = readOne(field, name, Object.hasOwn(raw, name) ? raw[name] : undefined, about);
    if ('fault' in typed) read.faults.push({ field: name, sentence: typed.fault });
    else if (typed.value !== undefined) keep(read, name, field, typed.value);
  }
  return read;
}

function keep(read: ReadAnswers, name: string, field: Field, value: Fact): void {
  read.all[name] = value;
  if (field.private) read.kept[name] = { kind: field.private, value: String(value) };
  else read.open[name] = value;
}

type One = { value: Fact | undefined } | { fault: string };

function readOne(field: Field, name: string, raw: unknown, about: FieldContext): One {
  if (raw !== undefined && raw !== null && typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
    return { fault: 'This answer cannot be read.' };
  const typed = clean(String(raw ?? ''));
  if (typed === '') return field.required ? { fault: missing(field) } : { value: undefined };
  return READERS[field.kind](field, typed, about, name);
}

/** What to do about an answer that is not there. */
const MISSING: Partial<Record<Field['kind'], string>> = {
  choice: 'Choose one.',
  person: 'Choose one.',
  choices: 'Choose at least one.',
  'yes-no': 'Answer yes or no.',
};
const missing = ({ kind }: Field): string => MISSING[kind] ?? 'An answer is needed.';

/**
 * Control and direction-changing characters have no place in an answer. Line breaks do, also those that word processors paste
 * (vertical tab, form feed, line and paragraph separator); half of a surrogate pair cannot be stored. The two joiners are letters of a
 * name in Persian, Sinhala, Malayalam and others, where they stand after a letter; anywhere else they are invisible and go.
 */
function clean(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')

    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/(?<![\p{L}\p{M}])[\u200c\u200d]+|(?<=[\u200c\u200d])[\u200c\u200d]+/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
}

type Reader = (field: Field, typed: string, about: FieldContext, name: string) => One;

const readText: Reader = (field, typed) => {
  const most = field.maxLength ?? Infinity;
  if (typed.length > most) return { fault: `${typed.length} characters; at most ${most} fit. Shorten it, or add the rest as a note.` };
  return { value: field.kind === 'text' ? typed.replace(/\s*\n\s*/g, ' ') : typed };
};

const readDate: Reader = (field, typed, about) => {
  if (parseLocalDate(typed) === null) return { fault: 'Give a real date.' };
  if (field.notAfterToday && typed > about.today) return { fault: 'This date is in the future.' };
  if (field.notBeforeReceipt && about.received && typed < about.received) return { fault: 'This is before the request was received.' };
  return { value: typed };
};

const readTime: Reader = (_field, typed) =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? { value: typed } : { fault: 'Give a time such as 09:30.' };

const readNumber: Reader = (field, typed) => {
  const n = Number(typed);
  if (!/^-?\d+$/.test(typed) || !Number.isSafeInteger(n)) return { fault: 'Give a whole number.' };
  if (n < (field.min ?? 0)) return { fault: `At least ${field.min ?? 0}.` };
  if (field.max !== undefined && n > field.max) return { fault: `At most ${field.max}.` };
  return { value: n };
};

const readYesNo: Reader = (_field, typed) =>
  typed === 'true' || typed === 'false' ? { value: typed === 'true' } : { fault: 'Answer yes or no.' };

const readChoice: Reader = (field, typed, about, name) =>
  offered(field, about, name).some((o) => o.value === typed) ? { value: typed } : { fault: 'Choose one of those offered.' };

const readChoices: Reader = (field, typed, about, name) => {
  const picked = [...new Set(typed.split(',').map((v) => v.trim()))].filter(Boolean);
  if (picked.length === 0) return field.required ? { fault: missing(field) } : { value: undefined };
  const known = offered(field, about, name);
  return picked.every((v) => known.some((o) => o.value === v)) ? { value: picked } : { fault: 'Choose from those offered.' };
};

const readReference: Reader = (_field, typed) => {
  const ref = typed.toUpperCase().replace(/\s+/g, '');
  return /^DR-\d{4}-\d{4,6}$/.test(ref) ? { value: ref } : { fault: 'Give a reference such as DR-2026-0148.' };
};

/** The choices of a field: its own, or those that come from the store. */
export function offered(field: Field, about: FieldContext, name: string): readonly Option[] {
  const own = typeof field.options === 'function' ? field.options(about) : field.options;
  return about.people?.[name] ?? own ?? [];
}

const READERS: Record<Field['kind'], Reader> = {
  text: readText,
  'long-text': readText,
  date: readDate,
  time: readTime,
  number: readNumber,
  'yes-no': readYesNo,
  choice: readChoice,
  choices: readChoices,
  person: readChoice,
  reference: readReference,
};
