import { getDocumentProxy } from 'unpdf';
import type { FinishedDocument } from '../../usecases/ports/documents.js';

type Said = FinishedDocument['said'][number];
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
const MOST_PAGES = 3_000;
/** Reading stops here, so that one odd file holds nobody else up. */
const LONGEST_MS = 20_000;

/** The words of every page, also those under a black bar or in white; notes and forms on the pages, bookmarks, files inside, properties. */
export async function readFinishedPdf(bytes: Uint8Array): Promise<FinishedDocument | { fault: string }> {
  let pdf: Pdf;
  try {
    // It takes the bytes for its own, so it gets a copy.
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false, stopAtErrors: true });
  } catch (error) {
    return {
      fault: isLocked(error)
        ? 'This PDF is locked with a password. Check it before it is locked.'
        : 'This PDF is damaged and cannot be opened.',
    };
  }
  try {
    return await wordsOf(pdf);
  } catch {
    return { fault: 'A page of this PDF is damaged and cannot be read.' };
  } finally {
    await pdf.destroy();
  }
}
const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

async function wordsOf(pdf: Pdf): Promise<FinishedDocument | { fault: string }> {
  if (pdf.numPages > MOST_PAGES) return { fault: `This PDF has more than ${MOST_PAGES} pages. Check it in parts.` };
  const until = performance.now() + LONGEST_MS;
  const said: Said[] = [...(await properties(pdf)), ...(await bookmarks(pdf))];
  const bare: number[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    if (performance.now() > until) return { fault: 'This PDF takes too long to read. Check it in parts.' };
    const { words, notes } = await pageOf(pdf, n);
    if (words.trim() === '') bare.push(n);
    said.push({ place: `Page ${n}`, text: words }, ...(notes ? [{ place: `A note, form or link on page ${n}`, text: notes }] : []));
  }
  const files = Object.keys(((await pdf.getAttachments()) as Record<string, unknown> | null) ?? {});
  if (files.length > 0) said.push({ place: 'The name of a file inside', text: files.join('\n') });
  const unread = [
    ...(bare.length > 0 ? [`page ${bare.slice(0, 10).join(', ')}: a picture without words`] : []),
    ...files.map((f) => `the file ${f} inside`),
  ];
  return { kind: 'PDF', said, unread };
}

async function pageOf(pdf: Pdf, n: number): Promise<{ words: string; notes: string }> {
  const page = await pdf.getPage(n);
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  const notes = ((await page.getAnnotations()) as unknown[]).map(stringsIn).join('\n').trim();
  page.cleanup();
  return { words, notes };
}

/** Every text anywhere in a value: contents, titles, authors, answers in a form, addresses of links. */
function stringsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return '';
  return Object.values(value).map(stringsIn).filter(Boolean).join('\n');
}

async function properties(pdf: Pdf): Promise<Said[]> {
  const { info, metadata } = await pdf.getMetadata();
  const raw = (metadata as { getRaw?: () => unknown } | null)?.getRaw?.();
  const text = [stringsIn(info), typeof raw === 'string' ? raw.replace(/<[^>]+>/g, '\n') : ''].join('\n').trim();
  return text ? [{ place: 'The properties of the document', text }] : [];
}

async function bookmarks(pdf: Pdf): Promise<Said[]> {
  const text = stringsIn(await pdf.getOutline());
  return text ? [{ place: 'A bookmark', text }] : [];
}
