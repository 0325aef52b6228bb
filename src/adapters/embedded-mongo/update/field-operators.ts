import { Int32, Timestamp } from 'bson';
import { fail } from '../errors.js';
import { combine } from '../bson/arithmetic.js';
import { compare } from '../bson/compare.js';
import { clone, isDoc, isNumber, typeNameOf } from '../bson/values.js';
import { LEAVE, REMOVE } from './places.js';
import type { Modifier } from './modifiers.js';

export interface ApplyContext {
  readonly now: Date;
  readonly isInsert: boolean;
  /** The _id, for error messages. */
  readonly id: () => unknown;
}

/** What a field becomes under one modifier; `old` is undefined if the field is missing. */
export type FieldOperator = (old: unknown, modifier: Modifier, context: ApplyContext) => unknown;

const arithmetic =
  (op: 'add' | 'multiply'): FieldOperator =>
  (old, { path, value, op: name }, { id }) => {
    if (!isNumber(value))
      return fail(14, `Cannot ${op === 'add' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(value)}}`);
    if (old === undefined) return op === 'add' ? value : combine('multiply', value, new Int32(0), true);
    if (isNumber(old)) return combine(op, old, value, true);
    const field = path.split('.').pop();
    return fail(
      14,
      `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(id())}} has the field '${field}' of non-numeric type ${typeNameOf(old)}`,
    );
  };

const extreme =
  (sign: 1 | -1): FieldOperator =>
  (old, { value }) =>
    old === undefined || compare(value, old) * sign > 0 ? clone(value) : LEAVE;

const currentDate: FieldOperator = (_, { value }, { now }) => {
  if (value === true || value === false) return now;
  const type = isDoc(value) ? value.$type : undefined;
  if (type === 'date') return now;
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  return fail(2, `The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}`);
};

export const FIELD_OPERATORS: Record<string, FieldOperator> = {
  $set: (_, { value }) => clone(value),
  $setOnInsert: (_, { value }, { isInsert }) => (isInsert ? clone(value) : LEAVE),
  $unset: (old) => (old === undefined ? LEAVE : REMOVE),
  $inc: arithmetic('add'),
  $mul: arithmetic('multiply'),
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: currentDate,
};
