import { refuse, type Refusal } from '../../domain/refusals.js';
import { nameFile, type Letter } from '../../letters/letter.js';
import { DOCX_TYPE, renderDocx } from './docx.js';
import { undrawable } from './pdf-glyphs.js';
import { PDF_TYPE, renderPdf } from './pdf.js';

/** What a letter can be had as. */
export type LetterFormat = 'docx' | 'pdf';

/** What people call each kind of file. */
export const formatTitle: Readonly<Record<LetterFormat, string>> = { docx: 'Word document (DOCX)', pdf: 'PDF document, readable aloud' };

/** One letter as a file in the format asked for; a refusal when its words cannot be printed in it. */
export async function renderLetter(
  letter: Letter,
  format: LetterFormat,
): Promise<{ name: string; type: string; bytes: Uint8Array } | Refusal> {
  const name = nameFile(letter, format);
  if (format === 'docx') return { name, type: DOCX_TYPE, bytes: await renderDocx(letter) };
  const lacking = undrawable(letter);
  if (lacking.length > 0) return cannotPrint(lacking);
  return { name, type: PDF_TYPE, bytes: await renderPdf(letter) };
}

const cannotPrint = (characters: readonly string[]): Refusal =>
  refuse(
    'wrong-place',
    `The PDF cannot show ${characters.slice(0, 10).join(' ')}. Take the Word document instead and check these characters in it.`,
    { clause: '1.2' },
  );
