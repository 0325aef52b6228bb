import type { PlainEventType } from '../domain/clock.js';
import type { FieldContext, Option } from '../domain/fields.js';
import { gatingItems } from './requesters.js';

/** T3: what proves who somebody is and where they live. The kind, the date and the checker are kept, never the image (VAL-17). */
export const evidence = [
  { code: 'ID_PASSPORT', purpose: 'identity', title: 'Passport copy', clause: '2.4.3' },
  { code: 'ID_LICENCE', purpose: 'identity', title: 'Driving licence copy', clause: '2.4.3' },
  { code: 'ID_OTHER', purpose: 'identity', title: 'Another document only this person would hold', clause: '2.4.3' },
  { code: 'ID_WORKMAIL', purpose: 'identity', title: 'Known to us: own council mail address or established relationship', clause: '2.4.3' },
  { code: 'ADDR', purpose: 'address', title: 'Recent bill, tax letter or bank letter', clause: '2.4.1' },
  { code: 'AUTH_LETTER', purpose: 'authority', title: 'Letter of authority, signed and dated', clause: '1.2.3' },
  { code: 'PR_BIRTH', purpose: 'parental', title: 'Birth certificate, or other proof of parental responsibility', clause: '1.2.3' },
  { code: 'POA_CERT', purpose: 'attorney', title: 'Power of attorney, certified copy', clause: '1.2.3' },
  { code: 'COP_ORDER', purpose: 'attorney', title: 'Court of Protection order', clause: '1.2.3' },
] as const;

export const identityEvidence: readonly Option[] = evidence
  .filter((e) => e.purpose === 'identity')
  .map((e) => ({ value: e.code, title: e.title }));
/** VAL-07: what is asked for on doubt is a document; that we know somebody settles no doubt. */
export const furtherProof: readonly Option[] = evidence
  .filter((e) => (e.purpose === 'identity' || e.purpose === 'address') && e.code !== 'ID_WORKMAIL')
  .map((e) => ({ value: e.code, title: e.title }));
export const documentEvidence: readonly Option[] = evidence
  .filter((e) => e.code !== 'ID_WORKMAIL')
  .map((e) => ({ value: e.code, title: e.title }));
export const evidenceTitle = (code: unknown): string => evidence.find((e) => e.code === code)?.title ?? 'evidence';

/** §2.6.1: what the start of the month waits for, by what is asked of the requester. */
const gates: readonly { items: readonly string[]; asks: PlainEventType; brings: PlainEventType; part?: PlainEventType }[] = [
  { items: ['identity', 'address'], asks: 'id_requested', brings: 'id_received', part: 'id_part_received' },
  { items: ['authority', 'parental'], asks: 'authority_requested', brings: 'authority_received' },
  { items: ['attorney'], asks: 'poa_requested', brings: 'poa_received' },
];
export const gateOf = (item: string | undefined) => gates.find((gate) => gate.items.includes(item ?? ''));
/** The gates that these items are behind, each once. */
export const gatesOf = (items: readonly string[]) => gates.filter((gate) => gate.items.some((item) => items.includes(item)));

/** §2.6.2: what a letter may ask for. */
export const missingItems: readonly Option[] = [
  { value: 'identity', title: 'Proof of identity' },
  { value: 'address', title: 'Proof of address' },
  { value: 'authority', title: 'A letter of authority from the person whose data it is' },
  { value: 'parental', title: 'Proof of parental responsibility' },
  { value: 'attorney', title: 'A power of attorney or court order' },
  { value: 'clarity', title: 'An answer to a question: it is not clear what they want' },
];

const FOR_ANYBODY = ['identity', 'address', 'clarity'];
/** What may be asked of whoever is asking here: nobody is asked for a paper that they need not have. */
export const missingFor = (about: Pick<FieldContext, 'facts'>): readonly Option[] =>
  missingItems.filter((i) => FOR_ANYBODY.includes(i.value) || gatingItems(about).includes(i.value));

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
