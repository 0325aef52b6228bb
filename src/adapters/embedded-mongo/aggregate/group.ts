import { textKeyOf } from '../bson/keys.js';
import { boxOf, isDoc, type Doc, isList } from '../bson/values.js';
import { fail, refuse } from '../errors.js';
import { allOf } from '../query/pause.js';
import { ACCUMULATORS, type Accumulator } from './accumulators.js';
import { evaluate, type Scope, type Variables } from './expressions.js';
import type { Stage } from './stages.js';

interface Field {
  readonly name: string;
  readonly make: () => Accumulator;
  readonly expr: unknown;
}

function readFields(spec: Doc): Field[] {
  return Object.entries(spec).flatMap(([name, value]) => {
    if (name === '_id') return [];
    if (name.includes('.')) return fail(40235, `The field name '${name}' cannot contain '.'`);
    const ops = isDoc(value) && !boxOf(value) ? Object.keys(value) : [];
    const [op] = ops;
    if (op === undefined || !op.startsWith('$')) return fail(40234, `The field '${name}' must be an accumulator object`);
    if (ops.length > 1) return fail(40238, `The field '${name}' must specify one accumulator`);
    const make = ACCUMULATORS[op] ?? refuse(`the accumulator ${op}`);
    const expr = (value as Doc)[op];
    evaluate.check(expr);
    return [{ name, make, expr: isList(expr) && expr.length === 1 ? expr[0] : expr }];
  });
}

/** $group: one running state per key, so memory grows with the groups and not with the documents. */
export function compileGroup(spec: Doc, vars: Variables): Stage {
  if (!('_id' in spec)) return fail(15955, 'a group specification must include an _id');
  evaluate.check(spec._id);
  const fields = readFields(spec);
  return (docs) => {
    const groups = new Map<string, { id: unknown; states: Accumulator[] }>();
    const take = (doc: Doc): void => {
      const scope: Scope = { root: doc, current: doc, vars };
      const id = evaluate(spec._id, scope) ?? null;
      const key = typeof id === 'string' ? id : `\0${textKeyOf(id)}`;
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { id, states: fields.map((f) => f.make()) }));
      group.states.forEach((state, i) => state.add(evaluate(fields[i]?.expr, scope)));
    };
    const row = ({ id, states }: { id: unknown; states: Accumulator[] }): Doc => ({
      _id: id,
      ...Object.fromEntries(fields.map((f, i) => [f.name, states[i]?.result()])),
    });
    return allOf<Doc, Doc>(docs, take, () => [...groups.values()].map(row));
  };
}
