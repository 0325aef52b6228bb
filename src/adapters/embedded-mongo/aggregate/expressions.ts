import { fail, refuse } from '../errors.js';
import { resolveField } from '../query/paths.js';
import { boxOf, isDoc, type Doc, isList } from '../bson/values.js';
import { LAZY_OPERATORS } from './lazy-operators.js';
import { DATE_OPERATORS } from './date-operators.js';
import { VALUE_OPERATORS } from './value-operators.js';

/** Every operator of an expression. */
export const isExpressionOperator = (op: string): boolean => op in LAZY_OPERATORS || op in VALUE_OPERATORS || op in DATE_OPERATORS;

export type Variables = Readonly<Record<string, unknown>>;

export interface Scope {
  readonly root: unknown;
  readonly current: unknown;
  readonly vars: Variables;
}

const STARTED = { now: new Date() };

/** Sets what $$NOW means; called at the start of each command. */
export const setNow = (now: Date): void => void (STARTED.now = now);

/**
 * The value of an aggregation expression; undefined means missing.
 * Every operator comes from one of these tables; a name in none of them is refused (115), never passed over.
 */
export function evaluate(expr: unknown, scope: Scope): unknown {
  if (typeof expr === 'string') return expr.startsWith('$') ? readPath(expr, scope) : expr;
  if (isList(expr)) return expr.map((e) => evaluate(e, scope) ?? null);
  if (!isDoc(expr) || boxOf(expr)) return expr;
  const op = operatorOf(expr);
  if (op !== undefined) return callOperator(op, expr[op], scope);
  const out: Doc = {};
  for (const [name, e] of Object.entries(expr)) {
    const value = evaluate(e, scope);
    if (value !== undefined) out[name] = value;
  }
  return out;
}

/** Walks an expression and refuses unsupported operators and undefined variables' syntax before any document is read. */
evaluate.check = function check(expr: unknown): void {
  if (isList(expr)) return expr.forEach(check);
  if (!isDoc(expr) || boxOf(expr)) return;
  const op = operatorOf(expr);
  if (op === '$literal') return;
  if (op !== undefined && !isExpressionOperator(op)) {
    if (!/^\$[a-zA-Z0-9]+$/.test(op)) fail(168, `Unrecognized expression '${op}'`);
    refuse(`the expression operator ${op}`);
  }
  Object.values(expr).forEach(check);
};

function operatorOf(expr: Doc): string | undefined {
  const names = Object.keys(expr);
  if (!names[0]?.startsWith('$')) return undefined;
  if (names.length > 1) fail(15983, `an object representing an expression must have exactly one field: ${names.join(', ')}`);
  return names[0];
}

function callOperator(op: string, arg: unknown, scope: Scope): unknown {
  const lazy = LAZY_OPERATORS[op];
  if (lazy) return lazy(arg, scope, evaluate);
  const strict = VALUE_OPERATORS[op];
  if (strict) {
    const args = isList(arg) ? arg.map((a) => evaluate(a, scope)) : [evaluate(arg, scope)];
    return strict(args, isList(arg));
  }
  const ofDate = DATE_OPERATORS[op];
  return ofDate ? ofDate(evaluate(arg, scope)) : refuse(`the expression operator ${op}`);
}

function readPath(expr: string, { root, current, vars }: Scope): unknown {
  const parts = expr.split('.');
  const head = parts[0] as string;
  if (!head.startsWith('$$')) return resolveField(current, [head.slice(1), ...parts.slice(1)]);
  return resolveField(readVariable(head.slice(2), root, current, vars), parts, 1);
}

function readVariable(name: string, root: unknown, current: unknown, vars: Variables): unknown {
  if (name === 'ROOT') return root;
  if (name === 'CURRENT') return current;
  if (name === 'REMOVE') return undefined;
  if (name === 'NOW') return STARTED.now;
  return name in vars ? vars[name] : fail(17276, `Use of undefined variable: ${name}`);
}
