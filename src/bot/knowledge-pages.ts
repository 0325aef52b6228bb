import { isRefusal, type Refusal } from '../domain/refusals.js';
import type { Links, Log } from '../usecases/ports.js';
import { escapeHtml, type PageReply, type PageRequest, type PageRoute } from './page.js';
import { showPage } from './page-layout.js';

interface Fault {
  line: number;
  column: string;
  reason: string;
}
export interface KnowledgePagePorts {
  links: Links;
  log: Log;
  /** What a link to this page names. */
  letter: string;
  /** Whether that person may still send a file in. */
  allowed: (person: string) => Promise<Refusal | null>;
  /** Takes the pasted cells in; all of them or none. */
  take: (
    person: string,
    pasted: string,
  ) => Promise<
    { was: 'at-fault'; faults: readonly Fault[] } | { was: 'taken-in'; added: number; changed: number; unchanged: number } | Refusal
  >;
}

const PATH = '/knowledge/:token';
/** What is pasted, with its spaces written as signs. */
const LARGEST = 240_000;
/** Faults told at once; the rest come with the next try. */
const MOST_FAULTS = 100;

/** The page that takes the knowledge base in by a link: cells pasted from a spreadsheet. What was pasted stays until it is taken in; only then is the link spent. */
export function makeKnowledgePages(ports: KnowledgePagePorts): PageRoute[] {
  const guarded = (answer: (request: PageRequest) => Promise<PageReply>) => async (request: PageRequest) => {
    try {
      return await answer(request);
    } catch (error) {
      ports.log.error('knowledge-page-failed', { error });
      return showPage(
        503,
        'Nothing was taken in',
        '<p>Something is wrong on our side. Go back, copy what you pasted, and try again in a moment.</p>',
      );
    }
  };
  return [
    { method: 'GET', path: PATH, handle: guarded((request) => open(ports, request)) },
    { method: 'POST', path: PATH, largest: LARGEST, handle: guarded((request) => send(ports, request)) },
  ];
}

async function open(ports: KnowledgePagePorts, { params }: PageRequest): Promise<PageReply> {
  const link = await ports.links.peek(params['token'] ?? '');
  if (!link || link.letter !== ports.letter) return noGood();
  const no = await ports.allowed(link.person);
  return no ? notNow(no) : form('');
}

async function send(ports: KnowledgePagePorts, { params, form: typed }: PageRequest): Promise<PageReply> {
  const token = params['token'] ?? '';
  const link = await ports.links.peek(token);
  if (!link || link.letter !== ports.letter) return noGood();
  const pasted = typed['rows'] ?? '';
  if (pasted.trim() === '') return form('', [{ line: 1, column: '', reason: 'Nothing was pasted.' }]);
  const taken = await ports.take(link.person, pasted);
  if (isRefusal(taken)) return notNow(taken);
  if (taken.was === 'at-fault') return form(pasted, taken.faults);
  await ports.links.use(token);
  return showPage(
    200,
    'Taken in',
    `<p>${taken.added} added, ${taken.changed} changed, ${taken.unchanged} as they were.</p><p>Go back to Teams and type <strong>knowledge base</strong>.</p>`,
  );
}

function form(pasted: string, faults: readonly Fault[] = []): PageReply {
  const items = faults
    .slice(0, MOST_FAULTS)
    .map(({ line, column, reason }) => `<li>Line ${line}${column === '' ? '' : `, ${escapeHtml(column)}`}: ${escapeHtml(reason)}</li>`);
  const told = faults.length === 0 ? '' : `<h2>Nothing was taken in</h2><ul role="alert">${items.join('')}</ul>`;
  return showPage(
    faults.length === 0 ? 200 : 422,
    'Take the knowledge base in',
    `${told}<form method="post"><p><label for="rows">Copy all cells of your spreadsheet, with the line of titles, and paste them here.</label></p>
<p><textarea id="rows" name="rows" rows="12" cols="40" required>
${escapeHtml(pasted)}</textarea></p>
<button type="submit">Check it and take it in</button></form>
<p>Every row is checked first. One bad row, and nothing is taken in.</p>`,
  );
}

const noGood = (): PageReply =>
  showPage(
    410,
    'This link does not work any more',
    '<p>A link works once, for 15 minutes. Nothing was taken in. Type knowledge base in Teams and ask for the file again.</p>',
  );
const notNow = ({ sentence }: Refusal): PageReply =>
  showPage(403, 'This is not for you', `<p>${escapeHtml(sentence)}</p><p>Nothing was taken in.</p>`);
