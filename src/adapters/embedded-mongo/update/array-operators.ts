import { fail } from '../errors.js';
import { compare, isEqual } from '../bson/compare.js';
import { boxOf, clone, isDoc, toNumber, typeNameOf, type Doc, isList } from '../bson/values.js';
import { compileFilter, elementTest } from '../query/match.js';
import { isOperatorDoc } from '../query/leaf-tests.js';
import { parseSort, sortKeyOf } from '../query/sort.js';
import { FIELD_OPERATORS, type FieldOperator } from './field-operators.js';
import type { Modifier } from './modifiers.js';
import { LEAVE } from './places.js';

const PUSH_MODIFIERS = ['$each', '$position', '$slice', '$sort'];

function itemsOf({ op, value }: Modifier, allowed: string[]): { items: unknown[]; options: Doc } {
  if (!isDoc(value) || boxOf(value) || !('$each' in value)) {
    const lone = isDoc(value) && Object.keys(value).find((k) => PUSH_MODIFIERS.includes(k));
    return lone ? fail(2, `Unrecognized clause in ${op}: ${lone} without $each`) : { items: [value], options: {} };
  }
  const odd = Object.keys(value).find((k) => !allowed.includes(k));
  if (odd) return fail(2, `Unrecognized clause in ${op}: ${odd}`);
  if (!isList(value.$each))
    return fail(2, `The argument to $each in ${op} must be an array but it was of type: ${typeNameOf(value.$each)}`);
  return { items: value.$each, options: value };
}

function wholeNumber(clause: string, value: unknown): number {
  const n = toNumber(value, NaN);
  return Number.isInteger(n) ? n : fail(2, `The value for ${clause} must be an integer value but was given type: ${typeNameOf(value)}`);
}

function sortItems(list: unknown[], sort: unknown): unknown[] {
  if (isDoc(sort) && !boxOf(sort)) {
    if (Object.keys(sort).length === 0) return fail(2, 'The $sort pattern is empty when it should be a set of fields.');
    const order = parseSort(sort);
    const rows = list.map((item) => ({ item, key: sortKeyOf(isDoc(item) ? item : {}, order) }));
    return rows.sort((a, b) => Buffer.compare(a.key, b.key)).map((r) => r.item);
  }
  const direction = toNumber(sort, NaN);
  if (direction !== 1 && direction !== -1) return fail(2, 'The $sort element value must be either 1 or -1');
  return [...list].sort((a, b) => compare(a, b) * direction);
}

const push: FieldOperator = (old, modifier, { id }) => {
  const { items, options } = itemsOf(modifier, PUSH_MODIFIERS);
  if (old !== undefined && !isList(old)) {
    return fail(
      2,
      `The field '${modifier.path}' must be an array but is of type ${typeNameOf(old)} in document {_id: ${JSON.stringify(id())}}`,
    );
  }
  let list: unknown[] = [...(old ?? [])];
  const at = '$position' in options ? wholeNumber('$position', options.$position) : list.length;
  list.splice(at, 0, ...items.map(clone));
  if ('$sort' in options) list = sortItems(list, options.$sort);
  if (!('$slice' in options)) return list;
  const slice = wholeNumber('$slice', options.$slice);
  return slice < 0 ? list.slice(slice) : list.slice(0, slice);
};

const addToSet: FieldOperator = (old, modifier) => {
  const { items } = itemsOf(modifier, ['$each']);
  if (old !== undefined && !isList(old)) {
    return fail(
      2,
      `Cannot apply $addToSet to non-array field. Field named '${modifier.parts.at(-1)}' has non-array type ${typeNameOf(old)}`,
    );
  }
  const list: unknown[] = [...(old ?? [])];
  for (const item of items) if (!list.some((have) => isEqual(have, item))) list.push(clone(item));
  return list;
};

function arrayToPull(old: unknown): unknown[] | undefined {
  if (old === undefined) return undefined;
  return isList(old) ? old : fail(2, 'Cannot apply $pull to a non-array value');
}

/** $pull takes a condition on elements: operators on the value, a filter on documents, or else a value to be equal to. */
function pullTest(value: unknown): (element: unknown) => boolean {
  if (boxOf(value) === 'BSONRegExp' || isOperatorDoc(value)) return elementTest(value);
  if (!isDoc(value) || boxOf(value)) return (element) => isEqual(element, value);
  const { test } = compileFilter(value);
  return (element) => isDoc(element) && !boxOf(element) && test(element);
}

const pull: FieldOperator = (old, { value }) => {
  const test = pullTest(value);
  return arrayToPull(old)?.filter((element) => !test(element)) ?? LEAVE;
};

const pullAll: FieldOperator = (old, { value }) => {
  if (!isList(value)) return fail(2, `$pullAll requires an array argument but was given a ${typeNameOf(value)}`);
  return arrayToPull(old)?.filter((element) => !value.some((v) => isEqual(v, element))) ?? LEAVE;
};

const pop: FieldOperator = (old, { path, value }) => {
  const end = toNumber(value, NaN);
  if (end !== 1 && end !== -1) return fail(9, `$pop expects 1 or -1, found: ${JSON.stringify(value)}`);
  if (old === undefined) return LEAVE;
  if (!isList(old)) return fail(14, `Path '${path}' contains an element of non-array type '${typeNameOf(old)}'`);
  return end === 1 ? old.slice(0, -1) : old.slice(1);
};

/** What a $push adds at the end, if that is all it does. */
export function pushed(modifier: Modifier): readonly unknown[] | undefined {
  if (modifier.op !== '$push') return undefined;
  const { items, options } = itemsOf(modifier, PUSH_MODIFIERS);
  return Object.keys(options).every((name) => name === '$each') ? items : undefined;
}

/** Every modifier that changes one field by itself, which is all but $rename. */
export const OPERATORS: Record<string, FieldOperator> = {
  ...FIELD_OPERATORS,
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
};

export const operatorOf = ({ op }: Modifier): FieldOperator => OPERATORS[op] as FieldOperator;
