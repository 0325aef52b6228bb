import type { Option } from '../domain/fields.js';

/** T3: what proves who somebody is and where they live. The kind, the date and the checker are kept, never the image (VAL-17). */
export const evidence = [
  { code: 'ID_PASSPORT', purpose: 'identity', title: 'Passport copy', clause: '2.4.3' },
  { code: 'ID_LICENCE', purpose: 'identity', title: 'Driving licence copy', clause: '2.4.3' },
  { code: 'ID_OTHER', purpose: 'identity', title: 'Another document only this person would hold', clause: '2.4.3' },
  { code: 'ID_WORKMAIL', purpose: 'identity', title: 'Known to us: own council mail address or established relationship', clause: '2.4.3' },
  { code: 'ADDR', purpose: 'address', title: 'Recent bill, tax letter or bank letter', clause: '2.4.1' },
] as const;

export const identityEvidence: readonly Option[] = evidence
  .filter((e) => e.purpose === 'identity')
  .map((e) => ({ value: e.code, title: e.title }));
export const documentEvidence: readonly Option[] = evidence
  .filter((e) => e.code !== 'ID_WORKMAIL')
  .map((e) => ({ value: e.code, title: e.title }));
export const evidenceTitle = (code: unknown): string => evidence.find((e) => e.code === code)?.title ?? 'evidence';

/** §2.6.2: what a letter may ask for. */
export const missingItems: readonly Option[] = [
  { value: 'identity', title: 'Proof of identity' },
  { value: 'address', title: 'Proof of address' },
  { value: 'clarity', title: 'An answer to a question: it is not clear what they want' },
];

/** INT-09, §1.2.1: what makes a request valid. */
export const validityChecks: readonly Option[] = [
  { value: 'PERSONAL_DATA', title: 'It is about personal data' },
  { value: 'VERIFIED', title: 'We know who is asking' },
  { value: 'LOCATABLE', title: 'There is enough to find the data' },
];

/** T3 ADDR, §2.4.1: what shows where somebody lives. Ask for the least that is needed (OP-13). */
export const addressBasis: readonly Option[] = [
  { value: 'MATCHES', title: 'It matches what we hold' },
  { value: 'ADDR', title: 'A recent bill, tax letter or bank letter' },
  { value: 'NOT_NEEDED', title: 'Not needed for this request' },
];
