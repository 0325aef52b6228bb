import type { Document } from 'mongodb';

/** What was asked for, by kind ('commands', 'filters', …), each a sorted list of names. */
export type Operations = Record<string, string[]>;

const isPlain = (v: unknown): v is Document =>
  typeof v === 'object' && v !== null && Object.getPrototypeOf(v) !== null && !('_bsontype' in v);
const entries = (v: unknown): [string, unknown][] => (isPlain(v) && !(v instanceof Date) ? Object.entries(v) : []);
const each = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);

function note(into: Operations, kind: string, name: string): void {
  const names = (into[kind] ??= []);
  if (!names.includes(name)) names.push(name);
}

/** Adds one command as the driver sent it: its name and options, and every operator in it by the place where it stands. */
export function noteCommand(into: Operations, command: Document): void {
  const [name = ''] = Object.keys(command);
  if (name === 'explain') return noteCommand(into, command['explain'] as Document);
  note(into, 'commands', name);
  for (const option of Object.keys(command).slice(1)) if (!option.startsWith('$')) note(into, 'options', `${name}.${option}`);
  noteFilter(into, command['filter'] ?? command['query']);
  noteExpression(into, command['projection'] ?? command['fields'], 'projections');
  noteUpdate(into, command['update']);
  for (const statement of [...each(command['updates']), ...each(command['deletes'])] as Document[]) {
    for (const option of Object.keys(statement)) note(into, 'options', `${name}[].${option}`);
    noteFilter(into, statement['q']);
    noteUpdate(into, statement['u']);
    each(statement['arrayFilters']).forEach((f) => noteFilter(into, f));
  }
  each(command['arrayFilters']).forEach((f) => noteFilter(into, f));
  for (const index of each(command['indexes']) as Document[]) {
    for (const option of Object.keys(index)) note(into, 'options', `${name}[].${option}`);
    noteFilter(into, index['partialFilterExpression']);
  }
  notePipeline(into, command['pipeline']);
}

function noteFilter(into: Operations, filter: unknown): void {
  each(filter).forEach((part) => noteFilter(into, part));
  for (const [name, value] of Array.isArray(filter) ? [] : entries(filter)) {
    if (name.startsWith('$')) note(into, 'filters', name);
    if (name === '$expr') noteExpression(into, value, 'expressions');
    else noteFilter(into, value);
  }
}

function noteUpdate(into: Operations, update: unknown): void {
  if (Array.isArray(update)) return notePipeline(into, update);
  for (const [operator, fields] of entries(update)) {
    if (!operator.startsWith('$')) continue;
    note(into, 'updates', operator);
    for (const [, value] of entries(fields)) {
      for (const [inner] of entries(value))
        if (inner.startsWith('$') && (operator === '$push' || operator === '$addToSet')) note(into, 'updates', `${operator} ${inner}`);
      if (operator === '$pull') noteFilter(into, value);
    }
  }
}

function notePipeline(into: Operations, pipeline: unknown): void {
  for (const stage of each(pipeline)) {
    for (const [name, value] of entries(stage)) {
      note(into, 'stages', name);
      if (name === '$match') noteFilter(into, value);
      else if (name === '$group')
        for (const [field, e] of entries(value)) noteExpression(into, e, field === '_id' ? 'expressions' : 'accumulators');
      else if (name === '$facet') for (const [, sub] of entries(value)) notePipeline(into, sub);
      else noteExpression(into, value, 'expressions');
      if (name === '$lookup') notePipeline(into, (value as Document)['pipeline']);
    }
  }
}

/** The outermost operator is of `kind`; what stands inside it is an expression. */
function noteExpression(into: Operations, value: unknown, kind: string): void {
  each(value).forEach((v) => noteExpression(into, v, kind));
  for (const [name, inner] of Array.isArray(value) ? [] : entries(value)) {
    if (name.startsWith('$')) note(into, kind, name);
    noteExpression(into, inner, name.startsWith('$') ? 'expressions' : kind);
  }
}

/** Several lists as one, sorted. */
export function merge(lists: Operations[]): Operations {
  const all: Operations = {};
  for (const list of lists) for (const [kind, names] of Object.entries(list)) names.forEach((name) => note(all, kind, name));
  return Object.fromEntries(
    Object.keys(all)
      .sort()
      .map((kind) => [kind, [...(all[kind] ?? [])].sort()]),
  );
}
