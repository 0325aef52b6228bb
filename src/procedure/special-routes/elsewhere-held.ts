import type { Option } from '../../domain/fields.js';
import { route } from './route.js';

/** §2.7.1(b), (c), (f), (g): data that is hard to find, restored at a cost, or held with the NHS. */
export const unstructured = route({
  code: 'UNSTRUCTURED',
  title: 'Unstructured paper, such as minutes of a date',
  rows: ['RTE-23'],
  clause: '2.7.1',
  words: ['minutes of', 'notebook', 'loose papers', 'handwritten'],
  stands: (f) => (f['paperOn'] === undefined ? 'a description is awaited' : 'described'),
});
export const offSite = route({
  code: 'OFF_SITE',
  title: 'Files in the off-site archive',
  rows: [],
  clause: '2.7.1',
  words: ['archive', 'old file', 'stored file'],
  stands: () => 'recall the files in good time',
});
export const backup = route({
  code: 'BACKUP',
  title: 'Back-up data',
  rows: ['RTE-24'],
  clause: '2.7.1',
  words: ['back-up', 'backup', 'backups', 'deleted emails', 'deleted e-mails'],
  stands: (f) =>
    f['backupAskedOn'] === undefined
      ? 'say first how it differs from live data'
      : ({ undefined: 'the Data Protection Officer decides', RESTORE: 'to be restored', NOT: 'not restored' }[String(f['backup'])] ?? ''),
});
export const jointHealth = route({
  code: 'JOINT_HEALTH',
  title: 'A record shared with the NHS Trust',
  rows: ['RTE-26'],
  clause: '2.7.1',
  words: ['nhs', 'hospital', 'joint record', 'mental health team', 'community mental'],
  stands: (f) =>
    f['trustAskedOn'] === undefined ? 'ask the Trust' : f['trustRepliedOn'] === undefined ? 'the Trust has been asked' : 'the Trust has replied', // prettier-ignore
});

export const backupDifferences: readonly Option[] = [
  { value: 'NOT_LIVE', title: 'It is not in live data' },
  { value: 'DIFFERENT', title: 'It differs from live data' },
];
export const backupDecisions: readonly Option[] = [
  { value: 'RESTORE', title: 'Yes: then we restore it for the person too' },
  { value: 'NOT', title: 'No: it is not restored' },
];
/** The right to data on unstructured paper dates from this day. */
export const paperSince = '2005-01-01';
