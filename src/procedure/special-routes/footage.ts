import type { Option } from '../../domain/fields.js';
import { route } from './route.js';

/** §2.7.1(d), (e): footage and recorded calls, which delete themselves. */
export const cctv = route({
  code: 'CCTV',
  title: 'CCTV footage',
  rows: ['RTE-10'],
  clause: '2.7.1',
  words: ['cctv', 'footage', 'camera', 'video of me', 'parking camera'],
  stands: (f) => (f['footageOn'] === undefined ? 'the form is awaited: date, place, time, description' : 'described'),
});
export const calls = route({
  code: 'CALLS',
  title: 'A recorded phone call',
  rows: ['RTE-20', 'RTE-22'],
  clause: '2.7.1',
  words: ['recording of', 'recorded call', 'call recording', 'recorded phone', 'recordings of'],
  stands: (f) =>
    f['callForm'] === undefined ? 'recording or transcript is still to be chosen' : callFormTitle(f['callForm']).toLowerCase(),
});

export const callForms: readonly Option[] = [
  { value: 'RECORDING', title: 'The recording' },
  { value: 'TRANSCRIPT', title: 'A transcript' },
];
export const callFormTitle = (code: unknown): string => callForms.find((c) => c.value === code)?.title ?? '';

/** RTE-14, RTE-21, OP-36: kept until the copy is with the person and the time for a review is over. */
export const deletionStatements: readonly Option[] = [
  { value: 'WILL', title: 'It will be deleted when the time for a review is over' },
  { value: 'HAS', title: 'It has been deleted in the usual course' },
];
export const statementTitle = (code: unknown): string => deletionStatements.find((s) => s.value === code)?.title ?? '';
