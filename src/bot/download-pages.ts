import { isRefusal } from '../domain/refusals.js';
import type { Refusal } from '../domain/refusals.js';
import type { AuditLog, Links, Log } from '../usecases/ports.js';
import { showPage } from './page-layout.js';
import { escapeHtml, safeHeaders } from './page.js';
import type { PageReply, PageRequest, PageRoute } from './page.js';

/** What a link stands for. */
export interface LinkedLetter {
  person: string;
  requestId: string;
  letter: string;
}

/** What the first page says of the file: whose case or which part of the register, what it is, and of which kind. */
export interface Described {
  reference: string;
  /** What the reference names: a case, when nothing else is said. */
  of?: string;
  title: string;
  /** What to call it: a letter, when nothing else is said. */
  noun?: string;
  format?: string;
  care?: string;
}

/** A file made for download, whole or part by part. `name` and `title` say which letter, never whose. */
export interface LetterFile {
  name: string;
  type: string;
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface DownloadPorts {
  links: Links;
  audit: AuditLog;
  log: Log;
  /** Whether that person may have that letter now; answers the case reference and the letter's title, or why not. Asked on the page and again at the download. */
  describe: (link: LinkedLetter) => Promise<Described | Refusal>;
  /** Writes the letter from the facts as they are now. */
  make: (link: LinkedLetter) => Promise<LetterFile | Refusal>;
}

export const DOWNLOAD_PATH = '/letters/:token';
/** The address of a link on our own host. */
export const downloadAddress = (publicUrl: string, token: string): string => `${publicUrl.replace(/\/+$/, '')}/letters/${token}`;

/**
 * The two pages behind a download link (platform §4, design §8). Programs that open links ahead of people only reach the first, which
 * spends nothing; the button spends the link. Access is checked afresh each time, and what is not in the audit log is not handed out.
 */
export function makeDownloadPages(ports: DownloadPorts): PageRoute[] {
  const guarded = (answer: (ports: DownloadPorts, token: string) => Promise<PageReply>) => async (request: PageRequest) => {
    try {
      return await answer(ports, request.params['token'] ?? '');
    } catch (error) {
      ports.log.error('download-failed', { error });
      return trouble();
    }
  };
  return [
    { method: 'GET', path: DOWNLOAD_PATH, handle: guarded(askFirst) },
    { method: 'POST', path: DOWNLOAD_PATH, handle: guarded(handOut) },
  ];
}

async function askFirst({ links, describe }: DownloadPorts, token: string): Promise<PageReply> {
  const link = await links.peek(token);
  if (!link) return noGood();
  const letter = await describe(link);
  return isRefusal(letter) ? notNow(letter) : confirm(letter);
}

async function handOut(ports: DownloadPorts, token: string): Promise<PageReply> {
  const link = await ports.links.peek(token);
  if (!link) return noGood();
  const allowed = await ports.describe(link);
  if (isRefusal(allowed)) return refuseAloud(ports, link, allowed);
  // Made before the link is spent: a letter that cannot be made does not cost the person the link.
  const file = await ports.make(link);
  if (isRefusal(file)) return refuseAloud(ports, link, file);
  const bytes = await begin(file.bytes);
  if (!(await ports.links.use(token))) {
    await drop(bytes);
    return noGood();
  }
  await record(ports, link, 'download', { letter: link.letter });
  return send({ ...file, bytes });
}

/** Makes the first part of a file that is made while it is sent: what cannot be begun costs nobody their link. */
async function begin(bytes: LetterFile['bytes']): Promise<LetterFile['bytes']> {
  if (bytes instanceof Uint8Array) return bytes;
  const parts = bytes[Symbol.asyncIterator]();
  let first: IteratorResult<Uint8Array> | null = await parts.next();
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const part = first ?? (await parts.next());
    first = null;
    return part;
  };
  const end = async (): Promise<IteratorResult<Uint8Array>> => (await parts.return?.()) ?? { done: true, value: undefined };
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
}

/** A file begun that nobody gets: whatever it reads from is let go. */
async function drop(bytes: LetterFile['bytes']): Promise<void> {
  if (!(bytes instanceof Uint8Array)) await bytes[Symbol.asyncIterator]().return?.();
}

async function refuseAloud(ports: DownloadPorts, link: LinkedLetter, refusal: Refusal): Promise<PageReply> {
  await record(ports, link, 'download-refused', { letter: link.letter, code: refusal.code });
  return notNow(refusal);
}

function record(ports: DownloadPorts, { person, requestId }: LinkedLetter, what: string, codes: Record<string, string>): Promise<void> {
  return ports.audit.record({ what, by: person, requestId, codes });
}

function send({ name, type, bytes }: LetterFile): PageReply {
  const headers = {
    ...safeHeaders(),
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9.-]/g, '-')}"`,
    ...(bytes instanceof Uint8Array && { 'Content-Length': String(bytes.byteLength) }),
  };
  return { status: 200, headers, body: bytes };
}

// The form has no address of its own: it posts to where it stands, so the token appears in the page nowhere.
function confirm({
  reference,
  of = 'Case',
  title,
  noun = 'letter',
  format = 'Word document (DOCX)',
  care = 'It holds personal details.',
}: Described): PageReply {
  const [Noun, what] = [escapeHtml(`${noun.charAt(0).toUpperCase()}${noun.slice(1)}`), escapeHtml(noun)];
  return showPage(
    200,
    `Download a ${noun}`,
    `<dl><dt>${Noun}</dt><dd>${escapeHtml(title)}</dd><dt>${escapeHtml(of)}</dt><dd>${escapeHtml(reference)}</dd><dt>Kind of file</dt><dd>${escapeHtml(format)}</dd></dl>
<p>${escapeHtml(care)} Keep it where only people who need it can open it.</p>
<form method="post"><button type="submit">Download the ${what}</button></form>
<p>The link works once, for 15 minutes. The download is recorded.</p>`,
  );
}

const again = '<p>Go back to the case in your own chat in Teams and ask for the letter again. You will get a new link.</p>';

function noGood(): PageReply {
  return showPage(410, 'This link does not work any more', `<p>A link works once, for 15 minutes. Nothing was downloaded.</p>${again}`);
}

function notNow(refusal: Refusal): PageReply {
  return showPage(403, 'This letter cannot be downloaded now', `<p>${escapeHtml(refusal.sentence)}</p><p>Nothing was downloaded.</p>`);
}

function trouble(): PageReply {
  return showPage(503, 'The letter could not be fetched', `<p>Something is wrong on our side. Nothing was downloaded.</p>${again}`);
}
