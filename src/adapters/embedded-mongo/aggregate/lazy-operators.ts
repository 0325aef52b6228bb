import { fail } from '../errors.js';
import { boxOf, isDoc, isNil, isTruthy, typeNameOf, type Doc, isList } from '../bson/values.js';
import type { Scope } from './expressions.js';

type Evaluate = (expr: unknown, scope: Scope) => unknown;
type Lazy = (arg: unknown, scope: Scope, evaluate: Evaluate) => unknown;

const listOf = (arg: unknown): unknown[] => (isList(arg) ? arg : [arg]);

/** The named arguments of an operator; refuses names it does not know, which MongoDB does too. */
function named(op: string, arg: unknown, required: string[], optional: string[] = []): Doc {
  if (!isDoc(arg)) return fail(40075, `${op} only supports an object as its argument`);
  for (const name of Object.keys(arg))
    if (![...required, ...optional].includes(name)) fail(40075, `Unrecognized parameter to ${op}: ${name}`);
  for (const name of required) if (!(name in arg)) fail(40075, `Missing '${name}' parameter to ${op}`);
  return arg;
}

function inputArray(op: string, value: unknown): unknown[] | null {
  if (isNil(value)) return null;
  return isList(value) ? value : fail(28651, `input to ${op} must be an array not ${typeNameOf(value)}`);
}

const withVars = (scope: Scope, vars: Record<string, unknown>): Scope => ({ ...scope, vars: { ...scope.vars, ...vars } });

const cond: Lazy = (arg, scope, evaluate) => {
  const [test, yes, no] = isList(arg) ? arg : ['if', 'then', 'else'].map((n) => named('$cond', arg, ['if', 'then', 'else'])[n]);
  if (isList(arg) && arg.length !== 3) fail(16020, `Expression $cond takes exactly 3 arguments. ${arg.length} were passed in.`);
  return evaluate(isTruthy(evaluate(test, scope)) ? yes : no, scope);
};

const ifNull: Lazy = (arg, scope, evaluate) => {
  let value: unknown;
  for (const e of listOf(arg)) if (!isNil((value = evaluate(e, scope)))) break;
  return value;
};

const switchOf: Lazy = (arg, scope, evaluate) => {
  const { branches, default: otherwise } = named('$switch', arg, ['branches'], ['default']);
  for (const b of listOf(branches)) {
    const { case: test, then } = named('$switch', b, ['case', 'then']);
    if (isTruthy(evaluate(test, scope))) return evaluate(then, scope);
  }
  if (!('default' in (arg as Doc))) fail(40066, '$switch could not find a matching branch for an input, and no default was specified.');
  return evaluate(otherwise, scope);
};

const letIn: Lazy = (arg, scope, evaluate) => {
  const { vars, in: body } = named('$let', arg, ['vars', 'in']);
  const values = Object.fromEntries(Object.entries(vars as Doc).map(([k, e]) => [k, evaluate(e, scope)]));
  return evaluate(body, withVars(scope, values));
};

const map: Lazy = (arg, scope, evaluate) => {
  const { input, as = 'this', in: body } = named('$map', arg, ['input', 'in'], ['as']);
  const items = inputArray('$map', evaluate(input, scope));
  return items && items.map((item) => evaluate(body, withVars(scope, { [as as string]: item })) ?? null);
};

const filter: Lazy = (arg, scope, evaluate) => {
  const { input, as = 'this', cond: test, limit } = named('$filter', arg, ['input', 'cond'], ['as', 'limit']);
  const items = inputArray('$filter', evaluate(input, scope));
  const most = limit === undefined ? Infinity : ((evaluate(limit, scope) as number | null) ?? Infinity);
  return items && items.filter((item) => isTruthy(evaluate(test, withVars(scope, { [as as string]: item })))).slice(0, most);
};

function fieldName(op: string, field: unknown, scope: Scope, evaluate: Evaluate): string {
  const name = evaluate(field, scope);
  return typeof name === 'string' ? name : fail(3041704, `${op} requires 'field' to evaluate to a constant string`);
}

const getField: Lazy = (arg, scope, evaluate) => {
  const { field, input } = isDoc(arg) && 'field' in arg ? named('$getField', arg, ['field', 'input']) : { field: arg, input: '$$CURRENT' };
  const doc = evaluate(input, scope);
  const name = fieldName('$getField', field, scope, evaluate);
  return isDoc(doc) && !boxOf(doc) && Object.hasOwn(doc, name) ? doc[name] : isNil(doc) ? doc : undefined;
};

const setField: Lazy = (arg, scope, evaluate) => {
  const { field, input, value } = named('$setField', arg, ['field', 'input', 'value']);
  const doc = evaluate(input, scope);
  if (isNil(doc)) return null;
  const out = { ...(doc as Doc) };
  const name = fieldName('$setField', field, scope, evaluate);
  const next = evaluate(value, scope);
  if (next === undefined) delete out[name];
  else out[name] = next;
  return out;
};

/** Operators that decide themselves what to evaluate, or bind variables. */
export const LAZY_OPERATORS: Record<string, Lazy | undefined> = {
  $literal: (arg) => arg,
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchOf,
  $let: letIn,
  $map: map,
  $filter: filter,
  $getField: getField,
  $setField: setField,
  $and: (arg, scope, evaluate) => listOf(arg).every((e) => isTruthy(evaluate(e, scope))),
  $or: (arg, scope, evaluate) => listOf(arg).some((e) => isTruthy(evaluate(e, scope))),
};
