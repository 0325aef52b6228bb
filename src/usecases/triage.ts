import { readAnswers } from '../domain/read-answers.js';
import type { FormShown, PageShown } from '../domain/shown.js';
import { mailboxRule, triage, triageAsks, triageRule, type TriageAnswers } from '../procedure/triage.js';
import { rights } from '../procedure/rights.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { cite } from './show/cite.js';
import { freshReport } from './show/report-pages.js';
import { stepForm } from './show/step-form.js';
import { viewOf } from './view-of.js';

/** The questions, with what was typed and what is at fault. */
export function triageForm(desk: Desk, person: KnownPerson, before: { typed?: Record<string, unknown> } = {}): FormShown {
  const faults = before.typed ? read(desk, before.typed).faults : [];
  return stepForm(
    { title: triageRule.title, clause: triageRule.clause, about: triageRule.about, asks: triageAsks },
    {
      view: viewOf(desk, null, person),
      ...before,
      faults,
      actions: [
        { title: 'Tell me', verb: 'triage-answer', data: {}, primary: true },
        { title: 'Report a request', verb: 'report', data: {}, leaves: true },
      ],
    },
  );
}

const read = (desk: Desk, typed: Record<string, unknown>) =>
  readAnswers(triageAsks, typed, { today: desk.clock.today(), received: null, facts: {} });

/**
 * What the answers make of it, why, and what to do next. Their words are kept, encrypted and for a day, only to fill in the report that the
 * button leads to.
 */
export async function answerTriage(desk: Desk, person: KnownPerson, typed: Record<string, unknown>): Promise<FormShown | PageShown> {
  const { all, faults } = read(desk, typed);
  if (faults.length > 0) return triageForm(desk, person, { typed });
  const outcome = triage(all as unknown as TriageAnswers);
  const draft = desk.ids.id();
  const right = rights.some((r) => r.code === all['wants']) ? { right: String(all['wants']) } : {};
  await desk.drafts.save(draft, person.id, {
    ...freshReport(desk),
    ...right,
    ...(all['words'] !== undefined && { words: String(all['words']) }),
  });
  return {
    kind: 'page',
    title: outcome.title,
    under: `${triageRule.title} · ${cite(outcome.clause)}`,
    ...(outcome.reported && { tone: 'good' as const }),
    blocks: [
      { is: 'text', heading: 'Why', text: outcome.reason },
      { is: 'text', heading: 'What to do next', text: outcome.next },
      ...(outcome.reported ? [{ is: 'text' as const, text: mailboxRule.sentence(desk.council.mailbox) }] : []),
      { is: 'text', text: triageRule.doubt, small: true, quiet: true },
    ],
    actions: [
      {
        title: outcome.reported ? 'Report it' : 'Report it all the same',
        verb: 'edit-report',
        data: { d: draft },
        primary: outcome.reported === true,
      },
      { title: 'Ask again', verb: 'triage', data: {} },
    ],
    summaryLine: outcome.title,
  };
}
