import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ACCUMULATORS } from '../../../src/adapters/embedded-mongo/aggregate/accumulators.js';
import { isExpressionOperator } from '../../../src/adapters/embedded-mongo/aggregate/expressions.js';
import { STAGES } from '../../../src/adapters/embedded-mongo/aggregate/stages.js';
import { checkFields } from '../../../src/adapters/embedded-mongo/commands/context.js';
import { COMMANDS } from '../../../src/adapters/embedded-mongo/commands/dispatch.js';
import { compileFilter } from '../../../src/adapters/embedded-mongo/query/match.js';
import { compileProjection } from '../../../src/adapters/embedded-mongo/query/project.js';
import { OPERATORS } from '../../../src/adapters/embedded-mongo/update/array-operators.js';
import type { Operations } from './operations.js';

/** What the product, mongoose and agenda asked for during the tests; record-operations.ts says how it is made. */
const used = JSON.parse(readFileSync(join(import.meta.dirname, 'used-operations.json'), 'utf8')) as Operations;
const cases = (kind: string): string[] => used[kind] ?? [];

/** A filter with the operator in it. */
function filterWith(operator: string): Record<string, unknown> {
  const values: Record<string, unknown> = { $in: [1], $nin: [1], $all: [1], $size: 1, $mod: [2, 1], $regex: 'a', $type: 'int', $not: { $gt: 1 }, $elemMatch: { a: 1 } }; // prettier-ignore
  return ['$and', '$or', '$nor'].includes(operator) ? { [operator]: [{ a: 1 }] } : { a: { [operator]: values[operator] ?? 1 } };
}

it('the list is there and says what everybody knows', () => {
  expect(Object.keys(used)).toEqual(['accumulators', 'commands', 'filters', 'options', 'projections', 'stages', 'updates']);
  expect(cases('commands')).toEqual(expect.arrayContaining(['find', 'findAndModify', 'insert', 'update', 'createIndexes', 'getMore']));
});

it.each(cases('commands'))('the command %s is supported', (name) => expect(COMMANDS).toHaveProperty(name));

it.each(cases('options').filter((o) => !o.includes('[]')))('the option %s is understood', (option) => {
  const [name = '', field = ''] = option.split('.');
  const command = COMMANDS[name];
  expect(command).toBeDefined();
  if (command) expect(() => checkFields(name, command, { [name]: 1, [field]: 'something' })).not.toThrow();
});

it.each(cases('filters'))('the filter operator %s is supported', (operator) =>
  expect(() => compileFilter(filterWith(operator))).not.toThrow(),
);
it.each(cases('projections'))('the projection operator %s is supported', (operator) =>
  expect(() => compileProjection({ a: { [operator]: { b: 1 } } }, { find: true })).not.toThrow(),
);
it.each(cases('updates').filter((u) => !u.includes(' ')))('the update operator %s is supported', (operator) =>
  expect([...Object.keys(OPERATORS), '$rename']).toContain(operator),
);
it.each(cases('stages'))('the stage %s is supported', (stage) => expect(STAGES).toHaveProperty(stage));
it.each(cases('accumulators'))('the accumulator %s is supported', (name) =>
  expect(name in ACCUMULATORS || isExpressionOperator(name)).toBe(true),
);
