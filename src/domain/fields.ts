import type { LocalDate } from './local-date.js';
import type { Retention } from './retention.js';

/** Kinds of answer a form can ask for. What is `private` goes into the encrypted details, never into the register. */
export type FieldKind = 'text' | 'long-text' | 'date' | 'time' | 'number' | 'choice' | 'choices' | 'yes-no' | 'person' | 'reference';
export type PrivateKind = 'name' | 'contact' | 'address' | 'birth-date' | 'text';
export interface Option {
  value: string;
  title: string;
}

export interface Field<T = unknown, R extends boolean = boolean> {
  readonly kind: FieldKind;
  readonly label: string;
  readonly required: R;
  /** A line below the field; worked out from what was typed so far where the answer to one decides what is said. */
  readonly hint?: string | ((typed: Record<string, unknown>) => string | undefined);
  /** Heading drawn above the first field of a group. */
  readonly section?: string;
  readonly private?: PrivateKind;
  /** Asked only when what was typed so far calls for it; else it is not drawn, and an answer to it is left out. */
  readonly asked?: (typed: Record<string, unknown>, about?: FieldContext) => boolean;
  /** What may be chosen: always the same, or worked out from the case. */
  readonly options?: readonly Option[] | ((about: FieldContext) => readonly Option[]);
  /** For a person: the role whose holders may be chosen; resolved from the store, never from the card. */
  readonly holding?: string;
  /** The form opens with what is known under this name, for those who see the whole case; only what changed is kept, with what stood before. */
  readonly recalls?: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly notAfterToday?: boolean;
  readonly notBeforeReceipt?: boolean;
  /** Offered when the form opens: a fixed answer, or one worked out from the case. */
  readonly preset?: string | ((about: FieldContext) => string | undefined);
  readonly _answer?: T;
}
export type Fields = Record<string, Field>;

/** What the checks and presets of a form may look at. */
export interface FieldContext {
  today: LocalDate;
  received: LocalDate | null;
  facts: Record<string, unknown>;
  /** Collection → item id → its facts. */
  items?: Record<string, Record<string, Record<string, unknown>>>;
  /** Choices that come from the store, by field name. */
  people?: Record<string, readonly Option[]>;
  retention?: Retention;
}

export type Answers<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer T, infer R> ? (R extends true ? T : T | undefined) : never;
};

type Extra = Partial<Omit<Field, 'kind' | 'label' | 'required' | '_answer'>>;
type Optional = Extra & { optional: true };

function field<T>(kind: FieldKind) {
  function make(label: string, extra: Optional): Field<T, false>;
  function make(label: string, extra?: Extra): Field<T, true>;
  function make(label: string, extra: Extra & { optional?: true } = {}): Field<T> {
    const { optional, ...rest } = extra;
    return { kind, label, required: optional !== true, ...rest };
  }
  return make;
}

const MAX_LINE = 200;
const MAX_TEXT = 4000;

/** One line of free text; personal by default, so kept encrypted. */
export const text = (label: string, extra?: Extra): Field<string, true> =>
  field<string>('text')(label, { private: 'text', maxLength: MAX_LINE, ...extra });
export const optionalText = (label: string, extra?: Extra): Field<string, false> =>
  field<string>('text')(label, { private: 'text', maxLength: MAX_LINE, ...extra, optional: true });
/** Several lines of free text; kept encrypted. */
export const longText = (label: string, extra?: Extra): Field<string, true> =>
  field<string>('long-text')(label, { private: 'text', maxLength: MAX_TEXT, ...extra });
export const optionalLongText = (label: string, extra?: Extra): Field<string, false> =>
  field<string>('long-text')(label, { private: 'text', maxLength: MAX_TEXT, ...extra, optional: true });
export const date = field<LocalDate>('date');
export const time = field<string>('time');
export const number = field<number>('number');
export const choice = field<string>('choice');
export const choices = field<string[]>('choices');
export const yesNo = field<boolean>('yes-no');
/** Somebody known to the product who holds `holding`; the answer is an object id. */
export const person = field<string>('person');
/** Another case by its reference, which is no personal word; the use case checks that whoever types it may see the whole of that case. */
export const reference = field<string>('reference');
