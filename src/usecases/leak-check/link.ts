import { refuse } from '../../domain/refusals.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { forThoseWho, type Showing } from '../show-request.js';
import { openButton, refusalPage } from '../show/pages.js';
import { LEAK_CHECK, mayCheck } from './check.js';

/** The way to the page that takes a finished document: signed, single use, 15 minutes. */
export async function leakPage(desk: Desk, person: KnownPerson, requestId: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole'], async (request, view) => {
    const no = refuse('not-at-this-stage', 'A finished document is checked while the reply is made, by those who make it or approve it.', {
      clause: '2.12.1',
    });
    if (!mayCheck(view)) return { shown: refusalPage(no, request) };
    const token = await desk.links.make({ person: person.id, requestId: request.id, letter: LEAK_CHECK });
    const text =
      'Send the finished PDF or Word document, as it would leave. It is searched for everything that is hidden on this case and for the names you type: on the pages, under black bars, in comments, tracked changes, hidden text and properties. The document is not kept; the result and a checksum are.';
    return {
      shown: {
        kind: 'page',
        title: 'Check a finished document',
        under: `${request.ref} · §2.12.1`,
        blocks: [
          { is: 'text', text },
          { is: 'text', text: 'The link works once, for 15 minutes.', small: true, quiet: true },
        ],
        actions: [
          { title: 'Choose the document', verb: 'open-url', data: {}, url: `${desk.publicUrl}/leak-check/${token}`, primary: true },
          openButton(request),
        ],
        summaryLine: `${request.ref}: check a finished document`,
      },
      holds: { requestId: request.id, person: person.id },
    };
  });
}
