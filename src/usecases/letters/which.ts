export { lettersAt, lettersFor, mayMake } from '../../procedure/letters-sent.js';

/** What a letter can be had as: to be read and sent, or to be looked over in a word processor first. */
export type LetterFormat = 'docx' | 'pdf';
const PDF = '.pdf';

/** A link stands for a letter in a format, or for one made from answers that are kept in a draft and not recorded yet. */
export const letterCode = (id: string, draft?: string, format: LetterFormat = 'docx'): string =>
  `${draft === undefined ? id : `${id}:${draft}`}${format === 'pdf' ? PDF : ''}`;
export function readLetterCode(code: string): { id: string; draft?: string; format: LetterFormat } {
  const format = code.endsWith(PDF) ? 'pdf' : 'docx';
  const [id = '', draft] = (format === 'pdf' ? code.slice(0, -PDF.length) : code).split(':');
  return { id, ...(draft && { draft }), format };
}
