import { isDeepStrictEqual } from 'node:util';
import type { RequestState } from '../../domain/subject-request.js';

/** `$set` and `$unset` of an update, by dotted path. */
export interface Changes {
  set: Record<string, unknown>;
  unset: Record<string, 1>;
}

type Part = Record<string, unknown>;

/** How deep a part of the state is looked into: one entry of a collection is written as a whole, and so are the dates. */
const DEPTH: Record<keyof RequestState, number> = {
  stage: 0,
  since: 0,
  facts: 1,
  details: 1,
  items: 2,
  timeline: 0,
  took: 1,
  list: 0,
  actors: 0,
};

/**
 * What must be written so that a stored state becomes another: a press on a case with 400 records changes one of them. Parts that a step
 * left alone are the same objects before and after, and are not looked at.
 */
export function stateChanges(before: RequestState, after: RequestState): Changes {
  const changes: Changes = { set: {}, unset: {} };
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof RequestState>)
    compare(changes, `state.${name}`, [before[name], after[name]], DEPTH[name]);
  return changes;
}

function compare(changes: Changes, path: string, [was, is]: [unknown, unknown], depth: number): void {
  if (was === is) return;
  if (is === undefined) changes.unset[path] = 1;
  else if (depth > 0 && isPart(was) && isPart(is) && mayGoInto(was, is)) {
    for (const name of Object.keys(was)) compare(changes, `${path}.${name}`, [was[name], is[name]], depth - 1);
    for (const name of Object.keys(is)) if (!Object.hasOwn(was, name)) changes.set[`${path}.${name}`] = is[name];
  } else if (!isDeepStrictEqual(was, is)) changes.set[path] = is;
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A name with a dot would be read as a path. Entries stand on their board in the order in which they were made, and the database puts
 * several new ones in an order of its own: then the part is written as a whole, and so is an empty one, which must stay.
 */
function mayGoInto(was: Part, is: Part): boolean {
  const names = Object.keys(is);
  const fresh = names.filter((name) => !Object.hasOwn(was, name));
  return names.length > 0 && fresh.length <= 1 && [...Object.keys(was), ...fresh].every((name) => PLAIN.test(name));
}
const PLAIN = /^[^.$][^.]*$/;
