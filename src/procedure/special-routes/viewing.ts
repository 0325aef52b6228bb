import type { Option } from '../../domain/fields.js';
import { route } from './route.js';

/** §1.2.6: seeing the file in place of a copy, if the person agrees. */
export const viewing = route({
  code: 'VIEWING',
  title: 'Seeing the file in place of a copy',
  rows: ['RTE-30'],
  clause: '1.2.6',
  words: ['see my file', 'look at my file', 'view my file', 'read my file'],
  stands: (f) =>
    f['viewingOfferedOn'] === undefined
      ? 'to be offered'
      : { undefined: 'offered', AGREED: f['viewingCheckedOn'] === undefined ? 'agreed; check the file first' : 'agreed, and the file is checked', DECLINED: 'declined: they get a copy' }[String(f['viewing'])] ?? '', // prettier-ignore
});

export const viewingAnswers: readonly Option[] = [
  { value: 'AGREED', title: 'They agree to see it in place of a copy' },
  { value: 'DECLINED', title: 'They want a copy' },
];
export const interpreters: readonly Option[] = [
  { value: 'NOT_NEEDED', title: 'None is needed' },
  { value: 'APPROVED', title: 'An approved interpreter is booked' },
];
export const viewingNeeds: readonly Option[] = [
  { value: 'BUILDING', title: 'The building is accessible to them' },
  { value: 'SUITABLE', title: 'It is laid out as their language or disability needs' },
];
