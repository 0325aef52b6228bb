import { fail } from '../errors.js';
import { isDoc, typeNameOf, type Doc } from '../bson/values.js';
import { OPERATORS } from './array-operators.js';

/** One operator on one path of an update, e.g. {$inc: {'a.b': 1}}. */
export interface Modifier {
  readonly op: string;
  readonly path: string;
  readonly parts: readonly string[];
  readonly value: unknown;
}

/** Whether an update document consists of operators; a mixture is refused. */
export function isOperatorUpdate(update: Doc): boolean {
  return Object.keys(update)[0]?.startsWith('$') ?? false;
}

const isPositional = (part: string): boolean => part === '$' || /^\$\[\w*\]$/.test(part);

function checkPath(path: string, parts: readonly string[]): void {
  if (path === '') fail(56, 'An empty update path is not valid.');
  if (parts.includes('')) fail(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (isPositional(parts[0] as string)) fail(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  const dollar = parts.find((p) => p.startsWith('$') && !isPositional(p));
  if (dollar)
    fail(52, `The dollar ($) prefixed field '${dollar}' in '${path}' is not allowed in the context of an update's replacement document.`);
  if (parts.filter((p) => p === '$').length > 1) fail(2, `Too many positional (i.e. '$') elements found in path '${path}'`);
}

/**
 * The modifiers of an operator update, sorted by path as MongoDB applies them.
 * Throws 9 for an unknown modifier, 40 if two of them touch the same place.
 */
export function parseModifiers(update: Doc): Modifier[] {
  const found: Modifier[] = [];
  for (const [op, paths] of Object.entries(update)) {
    if (op === '$bit') fail(115, '$bit is not supported by the embedded database');
    if (op !== '$rename' && !Object.hasOwn(OPERATORS, op))
      fail(9, `Unknown modifier: ${op}. Expected a valid update modifier or pipeline-style update specified as an array`);
    if (!isDoc(paths))
      return fail(
        9,
        `Modifiers operate on fields but we found type ${typeNameOf(paths)} instead. For example: {$mod: {<field>: ...}} not {${op}: ...}`,
      );
    for (const [path, value] of Object.entries(paths)) found.push({ op, path, parts: path.split('.'), value });
  }
  found.forEach(({ path, parts }) => checkPath(path, parts));
  checkConflicts(found);
  return found.sort((a, b) => compareParts(a.parts, b.parts));
}

function checkConflicts(modifiers: Modifier[]): void {
  const targets = modifiers.flatMap((m) => (m.op === '$rename' && typeof m.value === 'string' ? [m.path, m.value] : [m.path]));
  const taken: string[] = [];
  for (const path of targets) {
    const other = taken.find((t) => t === path || path.startsWith(`${t}.`) || t.startsWith(`${path}.`));
    if (other !== undefined)
      fail(40, `Updating the path '${path}' would create a conflict at '${other.length < path.length ? other : path}'`);
    taken.push(path);
  }
}

/** Field names in lexicographic order, array positions by number. */
function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i] as string, b[i] as string];
    if (x === y) continue;
    return /^\d+$/.test(x) && /^\d+$/.test(y) ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return a.length - b.length;
}
