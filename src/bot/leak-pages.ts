import { isRefusal, type Refusal } from '../domain/refusals.js';
import type { Links, Log } from '../usecases/ports.js';
import type { LeakLink, LeakReport } from '../usecases/leak-check/check.js';
import { escapeHtml, type PageReply, type PageRequest, type PageRoute } from './page.js';
import { showPage } from './page-layout.js';

export interface LeakPagePorts {
  links: Links;
  log: Log;
  /** The reference of the case, or why that person may not. */
  allowed: (link: LeakLink) => Promise<string | Refusal>;
  check: (link: LeakLink, sent: { bytes: Uint8Array; names: readonly string[] }) => Promise<LeakReport | Refusal | { fault: string }>;
}

const PATH = '/leak-check/:token';
const LARGEST = 25_000_000;

/** The page that takes a finished document, says what must not be in it and is, and forgets it. Only a document that was read spends the link. */
export function makeLeakPages(ports: LeakPagePorts): PageRoute[] {
  const guarded = (answer: (request: PageRequest) => Promise<PageReply>) => async (request: PageRequest) => {
    try {
      return await answer(request);
    } catch (error) {
      ports.log.error('leak-page-failed', { error });
      return showPage(
        503,
        'The document was not checked',
        '<p>Something is wrong on our side. Nothing was kept. Go back and try again in a moment.</p>',
      );
    }
  };
  return [
    { method: 'GET', path: PATH, handle: guarded((request) => open(ports, request)) },
    { method: 'POST', path: PATH, upload: LARGEST, handle: guarded((request) => send(ports, request)) },
  ];
}

async function open({ links, allowed }: LeakPagePorts, { params }: PageRequest): Promise<PageReply> {
  const link = await links.peek(params['token'] ?? '');
  if (!link) return noGood();
  const reference = await allowed(link);
  return isRefusal(reference) ? notNow(reference) : form(reference);
}

async function send(ports: LeakPagePorts, { params, headers, sent }: PageRequest): Promise<PageReply> {
  const token = params['token'] ?? '';
  const link = await ports.links.peek(token);
  if (!link) return noGood();
  const reference = await ports.allowed(link);
  if (isRefusal(reference)) return notNow(reference);
  if (!sent) return form(reference, 'This document is larger than 25 MB. Check it in parts.');
  const read = await readForm(sent, headers['content-type'] ?? '');
  if (!read) return form(reference, 'No document came. Choose one.');
  const report = await ports.check(link, read);
  if (isRefusal(report)) return notNow(report);
  if ('fault' in report) return form(reference, report.fault);
  await ports.links.use(token);
  return told(report);
}

/** The document and the names as the browser sends them; null when there is no document in it. */
async function readForm(sent: Uint8Array, type: string): Promise<{ bytes: Uint8Array; names: string[] } | null> {
  const fields = await new Response(Buffer.from(sent), { headers: { 'content-type': type } }).formData().catch(() => null);
  const [file, names] = [fields?.get('document'), fields?.get('names')];
  if (!file || typeof file === 'string' || file.size === 0) return null;
  const typed = typeof names === 'string' ? names.slice(0, 8_000).split(/\r?\n/) : [];
  return { bytes: new Uint8Array(await file.arrayBuffer()), names: typed.filter((name) => name.trim() !== '') };
}

function form(reference: string, fault?: string): PageReply {
  const alert = fault === undefined ? '' : `<p role="alert"><strong>${escapeHtml(fault)}</strong></p>`;
  return showPage(
    fault === undefined ? 200 : 422,
    'Check a finished document',
    `<p>Case ${escapeHtml(reference)}</p>${alert}<form method="post" enctype="multipart/form-data">
<p><label for="document">The PDF or Word document, as it would leave</label><br><input id="document" name="document" type="file" accept=".pdf,.docx" required></p>
<p><label for="names">Names and words that must not be in it, one a line</label><br><textarea id="names" name="names" rows="6" cols="40" placeholder="Nell Neighbour"></textarea></p>
<button type="submit">Check it</button></form>
<p>What is hidden on the case is searched for in any case. The document and the names are not kept.</p>`,
  );
}

function told({ reference, found, unread, sha256 }: LeakReport): PageReply {
  const clean = found.length === 0 && unread.length === 0;
  const items = found.map(({ place, word, why }) => `<li>${escapeHtml(place)} says “${escapeHtml(word)}”: ${escapeHtml(why)}</li>`);
  const blind = unread.map((one) => `<li>${escapeHtml(one)}</li>`);
  const title = clean ? 'Nothing was found' : found.length > 0 ? 'Do not send this document' : 'Part of it could not be read';
  return showPage(
    200,
    title,
    `<p>Case ${escapeHtml(reference)}</p>
${items.length > 0 ? `<h2>It says what must not be said</h2><ul>${items.join('')}</ul><p>Take it out, not over: a black bar leaves the words below it. Then have it checked again.</p>` : ''}
${blind.length > 0 ? `<h2>Nobody can search these: look at each yourself</h2><ul>${blind.join('')}</ul>` : ''}
${clean ? '<p>None of the words that must not be in it is in it. Names that nobody typed were not searched for.</p>' : ''}
<p>The result is recorded on the case. The document is not kept. Its checksum (SHA-256) is</p><p><code>${sha256.replace(/.{8}/g, '$& ').trim()}</code></p>`,
  );
}

const noGood = (): PageReply =>
  showPage(
    410,
    'This link does not work any more',
    '<p>A link works once, for 15 minutes. Nothing was checked. Ask for it again on the case in Teams.</p>',
  );
const notNow = ({ sentence }: Refusal): PageReply =>
  showPage(403, 'This is not possible now', `<p>${escapeHtml(sentence)}</p><p>Nothing was checked.</p>`);
