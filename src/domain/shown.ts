/**
 * What people are shown, as plain data: the use cases fill these, the views draw them. Strings are as people typed them (a view escapes);
 * dates are formatted already (`Mon 9 Nov 2026`).
 */
export interface Button {
  title: string;
  verb: string;
  data: Record<string, string | number | boolean>;
  primary?: boolean;
  /** Goes under the overflow menu. */
  secondary?: boolean;
  /** Leaves a form without its inputs being checked or sent. */
  leaves?: boolean;
  /** Opens a page instead of pressing. */
  url?: string;
}
export type Press = 'none' | 'good' | 'soon' | 'late';

/** The date that matters, at the right edge: `Due in 6 days`, `Mon 9 Nov 2026`. */
export interface DueChip {
  headline: string;
  date?: string;
  press: Press;
}

export interface CaseShown {
  kind: 'case';
  ref: string;
  right: string;
  /** Housing · reported by phone, Thu 1 Oct 2026 · Ola Officer is case officer */
  summary: string;
  /** What just happened, when the card answers a press: "Accepted. 10:12". */
  banner?: { text: string; tone: 'good' | 'attention' | 'accent' };
  due: DueChip;
  line: { title: string; state: 'done' | 'now' | 'to-come' }[];
  next?: { headline: string; text: string; clause: string; mine: boolean };
  facts: { title: string; value: string }[];
  searches: { title: string; value: string }[];
  actions: Button[];
  /** Longest first line of a notification: never personal. */
  summaryLine: string;
}

export interface FormField {
  id: string;
  kind: 'text' | 'long-text' | 'date' | 'time' | 'number' | 'choice' | 'choices' | 'yes-no';
  label: string;
  section?: string;
  hint?: string;
  required: boolean;
  value?: string;
  fault?: string;
  options?: readonly { value: string; title: string }[];
  maxLength?: number;
  min?: number | string;
  max?: number | string;
}
export interface FormShown {
  kind: 'form';
  title: string;
  /** DR-2026-0148 · §2.6.2 · by Thu 8 Oct */
  under?: string;
  about?: string;
  /** Something at fault, changed since the form was opened, or made from it, said first. */
  notice?: { text: string; tone: 'good' | 'attention' | 'warning' };
  fields: FormField[];
  actions: Button[];
}

/** Facts in groups to look over before they are recorded, and the plain page for most other answers. */
export interface PageShown {
  kind: 'page';
  title: string;
  under?: string;
  tone?: 'good' | 'attention' | 'warning';
  /** Two to four large figures side by side: the receipt's, the weekly report's. */
  figures?: { title: string; value: string; press?: Press }[];
  blocks: PageBlock[];
  actions: Button[];
  summaryLine?: string;
}
export type PageBlock =
  | { is: 'text'; heading?: string; text: string; small?: boolean; quiet?: boolean }
  /** Words to be read out or quoted, in a box. */
  | { is: 'quote'; heading: string; text: string }
  | { is: 'facts'; heading?: string; facts: { title: string; value: string }[] }
  /** Numbered reasons or steps of a chain. */
  | { is: 'list'; heading?: string; numbered?: boolean; items: string[] }
  /** Figures in columns; the first cell names its row. Headings of at most six letters: longer ones break on a phone. */
  | { is: 'table'; heading?: string; columns: string[]; rows: string[][] }
  /** One bar a name, in parts. Phones may not draw it and a reader hears nothing of it: the same figures belong in a table beside it. */
  | { is: 'chart'; heading: string; bars: { title: string; parts: { legend: string; value: number; press: Exclude<Press, 'none'> }[] }[] }
  /** Rows that open something: a case, a step. Without a button they only tell, where others read along. */
  | { is: 'rows'; heading?: string; rows: { title: string; text: string; side?: string; press?: Press; action?: Button }[]; empty: string };

/** The post in a directorate's channel: no name, no story, one button. */
export interface ChannelShown {
  kind: 'channel';
  title: string;
  /** DR-2026-0151 · right of access · by phone */
  under: string;
  side: { title: string; value: string; press: Press };
  text: string;
  action: Button;
  summaryLine: string;
}

/** What stays where a card with personal details was: on closing, a lost role, hand-over, anonymising. No name, no story. */
export interface StubShown {
  kind: 'stub';
  /** DR-2026-0148: nothing to see here any more */
  title: string;
  text: string;
  action?: Button;
}

export type Shown = CaseShown | FormShown | PageShown | ChannelShown | StubShown;
