import { formatDay, formatDayAndTime } from '../../domain/local-date.js';
import type { AnswerFault } from '../../domain/read-answers.js';
import type { Field, Option } from '../../domain/fields.js';
import type { FormShown, PageBlock, PageShown } from '../../domain/shown.js';
import type { Step, View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { loggingScript, script, spellOut } from '../../procedure/script.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { REPORT, type Typed } from '../report.js';
import { viewOf } from '../view-of.js';
import { cite } from './cite.js';
import { stepForm } from './step-form.js';

const reportStep = procedure.steps.find((s) => s.id === REPORT) as Step;

/** The verbal card of INT-19. `draft` is the key that makes a second press harmless. */
export function reportForm(
  desk: Desk,
  person: KnownPerson,
  draft: string,
  before: { typed?: Typed; faults?: AnswerFault[] } = {},
): FormShown {
  const data = { d: draft };
  const form = stepForm(reportStep, {
    view: viewOf(desk, null, person),
    typed: before.typed ?? freshReport(desk),
    ...(before.faults && { faults: before.faults }),
    actions: [
      { title: 'Look over and record', verb: 'review-report', data, primary: true },
      { title: 'Cancel', verb: 'cancel-report', data, leaves: true },
    ],
  });
  return { ...form, under: `${cite(reportStep.clause)} · ${script.danger}` };
}

/** What stands in the form before anything is typed. */
export const freshReport = (desk: Desk): Typed => ({ ...presets(), heardOn: desk.clock.today(), heardAt: timeNow(desk) });

/** Half past nine is enough for most calls: the hour now, in London. */
const timeNow = (desk: Desk): string => formatDayAndTime(desk.clock.now()).slice(-5);

function presets(): Typed {
  const fixed = Object.entries(reportStep.asks ?? {}).filter(([, f]) => typeof f.preset === 'string');
  return Object.fromEntries(fixed.map(([name, f]) => [name, String(f.preset)]));
}

/** The review step: what will be recorded, before it is. */
export function reviewPage(draft: string, typed: Typed, repeats: readonly { id: string; ref: string }[] = []): PageShown {
  const facts = Object.entries(reportStep.asks ?? {}).flatMap(([name, field]) => {
    const value = typed[name];
    if (!value || value === 'false') return [];
    const title = field.kind === 'yes-no' ? 'Told they may write' : field.label.replace(/\?$/, '');
    return [{ title, value: field.kind === 'yes-no' ? 'yes' : (optionTitle(field, value) ?? dayOr(value)) }];
  });
  return {
    kind: 'page',
    title: 'Is this right?',
    under: `Nothing is recorded yet · ${cite(reportStep.clause)}`,
    blocks: [...repeatsBlock(repeats), { is: 'facts', facts }],
    actions: [
      { title: repeats.length > 0 ? 'Record it all the same' : 'Record it', verb: 'record-report', data: { d: draft }, primary: true },
      { title: 'Change something', verb: 'edit-report', data: { d: draft } },
      { title: 'Cancel', verb: 'cancel-report', data: { d: draft } },
    ],
  };
}

const optionTitle = (field: Field, value: string): string | undefined =>
  Array.isArray(field.options) ? (field.options as readonly Option[]).find((o) => o.value === value)?.title : undefined;
const dayOr = (value: string): string => (/^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value);

/** After Cancel: nothing is kept. */
export function cancelledPage(): PageShown {
  return {
    kind: 'page',
    title: 'Cancelled. Nothing was recorded.',
    blocks: [{ is: 'text', text: 'What you typed has been deleted.' }],
    actions: [{ title: 'Report a request', verb: 'report', data: {} }],
  };
}

/** The receipt: the reference, the words to read out, the safe date with its reason, and by when it must be logged. */
export function receiptPage(
  request: SubjectRequest,
  { deadline, now }: Pick<View, 'deadline' | 'now'>,
  repeats: readonly { id: string; ref: string }[] = [],
): PageShown {
  const why = (deadline?.why ?? []).filter((w) => w.of === 'due').map((w) => `${w.text} ${cite(w.clause)}`);
  return {
    kind: 'page',
    title: 'Recorded. The day you heard it counts as day one.',
    tone: 'good',
    figures: [
      { title: 'Reference', value: request.ref },
      { title: 'The council must answer by', value: deadline?.due ? formatDay(deadline.due) : 'not known yet' },
    ],
    blocks: [
      { is: 'quote', heading: 'Read this to the caller', text: script.recorded(spellOut(request.ref)) },
      ...repeatsBlock(repeats),
      { is: 'list', heading: 'Why this date', numbered: true, items: why },
      { is: 'text', text: sayLogBy(deadline?.logBy, now), small: true, quiet: true },
    ],
    actions: [
      { title: 'Report another', verb: 'report', data: {} },
      { title: 'Slip for the caller', verb: 'slip', data: { r: request.id } },
      { title: 'Correct something…', verb: 'correct', data: { r: request.id } },
      { title: 'My requests', verb: 'my-requests', data: {} },
    ],
    summaryLine: `${request.ref} is recorded`,
  };
}

/** INT-16: open cases that may be of the same person, by reference; empty for those who may not see them. */
function repeatsBlock(repeats: readonly { id: string; ref: string }[]): PageBlock[] {
  if (repeats.length === 0) return [];
  const rows = repeats.map(({ id, ref }) => ({
    title: ref,
    text: 'Open, and perhaps of the same person. Look before you go on.',
    action: { title: 'Open', verb: 'open', data: { r: id } },
  }));
  return [{ is: 'rows', heading: 'Possible repeat', rows, empty: '' }];
}

/** By when it is logged, said as still to come only if it is. */
function sayLogBy(logBy: string | null | undefined, now: Date): string {
  if (!logBy) return loggingScript.held;
  const at = new Date(logBy);
  const said = at >= now ? loggingScript.toCome : loggingScript.passed;
  return `${said(formatDayAndTime(at))} ${cite(loggingScript.clause)}`;
}
