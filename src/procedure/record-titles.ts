import { systemTitle } from './records.js';

/** The name of a system without what is in brackets. */
export const shortSystem = (code: unknown): string => systemTitle(code).replace(/ \(.*/, '');
