import { heading, paragraph } from './blocks.js';
import { closing, contactBlocks } from './common-parts.js';
import type { Block, LetterFacts, LetterKind, LetterPart } from './letter.js';
import type { FileNote, ViewAsked } from './record-parts.js';
import { words } from './records.words.js';
import { writeDay } from './write-day.js';

const rows = (all: readonly { label: string; value: string }[]): Block => ({ kind: 'rows', rows: all.filter((row) => row.value.trim()) });
const day = (on: string | null): string => (on === null ? '' : writeDay(on));

const notesOf = (facts: LetterFacts): readonly FileNote[] => facts.records?.fileNotes ?? [];
const notes: LetterPart = {
  id: 'notes',
  says: 'page, item, exemption, reasons, method, consulted, cited',
  lacks: (facts) => {
    const bare = notesOf(facts).filter((n) => !n.why.trim() || !n.what.trim());
    if (bare.length > 0) return `what is kept back and why, of ${bare.map((n) => n.record).join(', ')}`;
    return notesOf(facts).length === 0 ? 'a record that is kept back' : null;
  },
  write: (facts) => [
    { kind: 'title', text: words.note.title },
    { kind: 'key', text: words.note.internal },
    paragraph(words.note.keeps),
    ...notesOf(facts).flatMap((n) => [heading(n.record), noteRows(n)]),
  ],
};
const noteRows = (n: FileNote): Block =>
  rows([
    { label: 'Description', value: n.description },
    { label: 'Decision', value: n.how },
    { label: 'Where', value: n.place || words.note.whole },
    { label: 'What', value: n.what },
    { label: 'Exemption', value: `${n.exemption} (${n.clause})` },
    { label: 'Why', value: n.why },
    ...n.more,
    { label: 'Consulted', value: n.consulted.join('; ') },
    { label: 'In the reply', value: n.named },
    { label: 'Decided', value: [n.by, day(n.on)].filter(Boolean).join(', ') },
  ]);

const log: LetterPart = {
  id: 'redaction-log',
  says: 'what was blocked out, how, by whom',
  belongs: (facts) => notesOf(facts).some((n) => n.method),
  write: (facts) => [
    heading(words.note.log),
    {
      kind: 'table',
      columns: words.note.columns.map(([title, width]) => ({ title, width })),
      rows: notesOf(facts)
        .filter((n) => n.method)
        .map((n) => [n.record, n.place, n.method, n.by, day(n.on)]),
    },
  ],
};

/** LTR-29, §3.1, §3.12: the note on the file, with the redaction log. Never sent. */
export const fileNote: LetterKind = {
  id: 'file-note',
  row: 'LTR-29',
  clause: '3.1',
  title: 'File note on what is kept back (internal)',
  nameless: true,
  parts: [notes, log],
};

type Which = 'consent' | 'consultation';
const asked = (which: Which) => (facts: LetterFacts) => facts.records?.[which];
const lacksView = (which: Which) => (facts: LetterFacts) => {
  const view = asked(which)(facts);
  if (!view) return 'somebody who was asked and has not answered';
  return view.question.trim() ? null : 'what they are asked';
};
const toWhom = ({ to }: ViewAsked): Block => rows([{ label: 'To', value: to }]);
const signing = (title: string, lines: readonly string[]): Block[] => [heading(title), rows(lines.map((label) => ({ label, value: '…' })))];

const consentAsked: LetterPart = {
  id: 'consent',
  says: 'what would be shown, consent or refusal, reason for refusal, reply date',
  lacks: lacksView('consent'),
  write: (facts, council) => {
    const view = asked('consent')(facts);
    if (!view) return [];
    return [
      toWhom(view),
      { kind: 'title', text: words.consent.title },
      paragraph(words.consent.why),
      paragraph(words.consent.shown),
      { kind: 'quote', text: view.question },
      { kind: 'key', text: words.consent.please(writeDay(view.answerBy)) },
      paragraph(words.consent.refuse),
      paragraph(words.consent.decide),
      ...signing(words.consent.answer, words.consent.lines),
      ...contactBlocks(facts, council),
    ];
  },
};

/** LTR-12, §2.9: asks the other person. It names nobody: who asked is not theirs to know. */
export const consentRequest: LetterKind = {
  id: 'asking-for-consent',
  row: 'LTR-12',
  clause: '2.9',
  title: 'Asking somebody else for consent',
  nameless: true,
  parts: [consentAsked, closing],
};

const viewAsked: LetterPart = {
  id: 'view',
  says: 'data at issue, test to answer, reply date, opinion and signature',
  lacks: lacksView('consultation'),
  write: (facts, council) => {
    const view = asked('consultation')(facts);
    if (!view) return [];
    return [
      toWhom(view),
      { kind: 'title', text: words.consultation.title },
      paragraph(words.consultation.why(view.person)),
      heading(words.consultation.issue),
      paragraph([view.record, view.place].filter(Boolean).join(', ')),
      ...(view.test ? [heading(words.consultation.test), paragraph(view.test)] : []),
      heading(words.consultation.question),
      { kind: 'quote', text: view.question },
      { kind: 'key', text: words.consultation.please(writeDay(view.answerBy)) },
      ...signing(words.consultation.answer, words.consultation.lines),
      ...contactBlocks(facts, council),
    ];
  },
};

/** LTR-13, §3.4, §3.5, §3.11: asks whoever has to be heard before something is kept back or given. */
export const consultationRequest: LetterKind = {
  id: 'asking-for-a-view',
  row: 'LTR-13',
  clause: '3.5',
  title: 'Asking for a view',
  nameless: true,
  parts: [viewAsked, closing],
};

const risk: LetterPart = {
  id: 'risk',
  says: 'pattern, cases, practice change asked',
  lacks: (facts) => (facts.records?.risk ? null : 'a risk that was raised'),
  write: (facts) => {
    const note = facts.records?.risk;
    if (!note) return [];
    return [
      { kind: 'title', text: words.risk.title },
      paragraph(words.risk.lead),
      rows([
        { label: 'Fault', value: note.kind },
        { label: 'Pattern', value: note.pattern },
        { label: 'Cases', value: note.cases },
        { label: 'Change asked', value: note.change },
        { label: 'Raised', value: [note.by, day(note.on)].filter(Boolean).join(', ') },
      ]),
      { kind: 'key', text: words.risk.ask },
    ];
  },
};

/** LTR-40, §2.11: to the manager who answers for the records. */
export const riskNote: LetterKind = {
  id: 'risk-note',
  row: 'LTR-40',
  clause: '2.11',
  title: 'Risk note to the manager',
  nameless: true,
  parts: [risk, closing],
};

export const recordLetters: readonly LetterKind[] = [consentRequest, consultationRequest, fileNote, riskNote];
