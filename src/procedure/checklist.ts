import type { FieldContext, Option } from '../domain/fields.js';

/** T7, §2.12.1: what is checked before a reply leaves. What the record shows already is not asked again. */
interface Check {
  code: string;
  title: string;
  clause: string;
  rows: readonly string[];
  /** The record answers it: nobody is asked to tick it. */
  shown?: (facts: Record<string, unknown>) => boolean;
}

export const checks: readonly Check[] = [
  {
    code: 'IDENTITY',
    title: 'Identity and addressee are right',
    clause: '2.12.1',
    rows: ['DSP-02'],
    shown: (f) => f['identity'] !== undefined,
  },
  {
    code: 'CONSENT',
    title: 'Third parties: consent got, identity concealed, or reasonable without',
    clause: '2.12.1',
    rows: ['DSP-03'],
  },
  { code: 'STAFF_NAMES', title: 'Names of staff considered', clause: '2.12.1', rows: ['ASS-11'] },
  { code: 'ADDRESS', title: 'Address or e-mail is the person’s own', clause: '2.12.1', rows: ['DSP-04'] },
  { code: 'CODES', title: 'Codes and abbreviations explained', clause: '2.10', rows: ['ASS-12'] },
  { code: 'COMPLETE', title: 'Edited copies are complete, with a schedule if there is much', clause: '2.12.1', rows: ['DSP-05'] },
  {
    code: 'FILE_NOTES',
    title: 'A file note for everything withheld; consultations answered',
    clause: '3.1',
    rows: ['EXM-04'],
    shown: (f) => f['approvedOn'] !== undefined,
  },
  {
    code: 'UNALTERED',
    title: 'Nothing altered or destroyed; notes on wrong or overdue records enclosed',
    clause: '2.11',
    rows: ['ASS-14', 'ASS-16'],
  },
  { code: 'SUPPLEMENT', title: 'Supplementary information sheet enclosed', clause: '1.2.5', rows: ['DSP-07'] },
  { code: 'COVER', title: 'Covering letter: who to ask, exemptions, review, the regulator', clause: '2.12.1', rows: ['DSP-06'] },
  { code: 'FORMAT', title: 'Format is the one wished for', clause: '1.2', rows: ['GEN-07'], shown: (f) => f['formatWish'] === 'NO_WISH' },
  { code: 'PLAIN', title: 'Plain English; simpler for a child', clause: '1.2', rows: ['GEN-05', 'ASS-13'] },
  { code: 'UNSAID', title: 'Nothing is named that must not be mentioned', clause: '3.12', rows: ['EXM-06'] },
  {
    code: 'APPROVAL',
    title: 'Approved by the DIAO',
    clause: '2.12',
    rows: ['DSP-11'],
    shown: (f) => f['approvedOn'] !== undefined,
  },
];

/** What is left to tick for this case. */
export const leftToCheck = (about: Pick<FieldContext, 'facts'>): readonly Option[] =>
  checks.filter((c) => !c.shown?.(about.facts)).map((c) => ({ value: c.code, title: c.title }));
