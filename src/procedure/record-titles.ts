import { systemTitle } from './records.js';

/** The name of a system without what is in brackets. */
export const shortSystem = (code: unknown): string => systemTitle(code).replace(/ \(.*/, '');

/** What a search is of: a system, or whoever searches' own mailbox. */
export const searchedPlace = (task: Readonly<Record<string, unknown>>): string =>
  task['own'] === true ? 'Own mailbox' : shortSystem(task['system']);
