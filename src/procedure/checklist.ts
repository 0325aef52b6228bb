import type { FieldContext, Option } from '../domain/fields.js';

/** T7, §2.12.1: what is checked before a reply leaves. What the record shows already is not asked again. */
interface Check {
  code: string;
  title: string;
  clause: string;
  /** The record answers it: nobody is asked to tick it. */
  shown?: (facts: Record<string, unknown>) => boolean;
}
const check = (code: string, title: string, clause: string, shown?: Check['shown']): Check => ({
  code,
  title,
  clause,
  ...(shown && { shown }),
});

export const checks: readonly Check[] = [
  check('IDENTITY', 'Identity and addressee are right', '2.12.1', (f) => f['identity'] !== undefined),
  check('CONSENT', 'Third parties: consent got, identity concealed, or reasonable without', '2.12.1'),
  check('STAFF_NAMES', 'Names of staff considered', '2.12.1'),
  check('ADDRESS', 'Address or e-mail is the person’s own', '2.12.1'),
  check('CODES', 'Codes and abbreviations explained', '2.10'),
  check('COMPLETE', 'Edited copies are complete, with a schedule if there is much', '2.12.1'),
  check('FILE_NOTES', 'A file note for everything withheld; consultations answered', '3.1', (f) => f['approvedOn'] !== undefined),
  check('UNALTERED', 'Nothing altered or destroyed; notes on wrong or overdue records enclosed', '2.11'),
  check('SUPPLEMENT', 'Supplementary information sheet enclosed', '1.2.5'),
  check('COVER', 'Covering letter: who to ask, exemptions, review, the regulator', '2.12.1'),
  check('FORMAT', 'Format is the one wished for', '1.2', (f) => f['formatWish'] === 'NO_WISH'),
  check('PLAIN', 'Plain English; simpler for a child', '1.2'),
  check('UNSAID', 'Nothing is named that must not be mentioned', '3.12'),
  check('APPROVAL', 'Approved by the DIAO', '2.12', (f) => f['approvedOn'] !== undefined),
];
export const checklistRows = { rows: ['DSP-01', 'DSP-03', 'ASS-12', 'GEN-05'], clause: '2.12.1' };

/** What is left to tick for this case. */
export const leftToCheck = (about: Pick<FieldContext, 'facts'>): readonly Option[] =>
  checks.filter((c) => !c.shown?.(about.facts)).map((c) => ({ value: c.code, title: c.title }));
