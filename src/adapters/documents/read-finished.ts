import type { ReadFinished } from '../../usecases/ports/documents.js';
import { readFinishedDocx } from './read-finished-docx.js';
import { readFinishedPdf } from './read-finished-pdf.js';

/** A finished PDF or DOCX, told by how it begins and not by its name. It is read in memory and never kept. */
export const readFinished: ReadFinished = async (bytes) => {
  const begins = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (begins.includes('%PDF-')) return readFinishedPdf(bytes);
  if (begins.startsWith('PK')) return readFinishedDocx(bytes);
  return { fault: 'This is neither a PDF nor a Word document (DOCX). An older Word file (DOC) has to be saved as DOCX or PDF first.' };
};
