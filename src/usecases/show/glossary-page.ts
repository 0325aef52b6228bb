import type { PageShown } from '../../domain/shown.js';
import { glossary, glossaryRow, readWith } from '../../procedure/glossary.js';
import { mailboxRule } from '../../procedure/triage.js';
import type { Desk } from '../desk.js';
import { cite } from './cite.js';

const TITLE = 'What the words mean';

/** The words of the procedure, and what it is read with: for everybody. */
export function glossaryPage(desk: Desk): PageShown {
  return {
    kind: 'page',
    title: TITLE,
    under: cite(glossaryRow.clause),
    blocks: [
      { is: 'facts', facts: glossary.map(({ term, means }) => ({ title: term, value: means })) },
      { is: 'list', heading: `${readWith.title} ${cite(readWith.clause)}`, items: desk.council.readWith.map((d) => d.title) },
      { is: 'text', text: mailboxRule.sentence(desk.council.mailbox), small: true },
    ],
    actions: [
      ...desk.council.readWith.map((d, at) => ({
        title: d.title,
        verb: 'open-url',
        data: {},
        url: d.url,
        ...(at > 1 && { secondary: true }),
      })),
      { title: 'What I can do', verb: 'help', data: {} },
    ],
    summaryLine: TITLE,
  };
}
