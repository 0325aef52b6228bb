import type { Option } from '../domain/fields.js';

/** §1.2.1: what nobody who asks has to give. No field of the form asks for it. */
export const notAskedFor = { rows: ['INT-10'], clause: '1.2', sentence: 'They need give no reason and quote no law.' } as const;

export { channelsIn } from './doors.js';

/** INT-04, §2.4.3: what is known about who is asking, at the counter. */
export const identityAtCounter: readonly Option[] = [
  { value: 'NOT_YET', title: 'Not yet; we will ask if we need to' },
  { value: 'DOCUMENT_SEEN', title: 'I saw a document such as a passport' },
  { value: 'KNOWN', title: 'The service knows this person' },
];

export const formatWishes: readonly Option[] = [
  { value: 'NO_WISH', title: 'No wish' },
  { value: 'ELECTRONIC', title: 'By e-mail or download' },
  { value: 'PAPER', title: 'On paper' },
  { value: 'LARGE_PRINT', title: 'Large print' },
  { value: 'AUDIO', title: 'Audio' },
];

export { isForAnother, onWhoseBehalf } from './requesters.js';
