import type { Deadline } from './clock.js';
import type { Answers, Fields } from './fields.js';
import type { KnowledgeRow } from './knowledge-base.js';
import type { Share } from './knowledge-look-up.js';
import type { LocalDate } from './local-date.js';
import type { Person } from './person.js';
import type { AnswerFault } from './read-answers.js';
import type { Retention } from './retention.js';
import type { Facts, Outcome, RequestState } from './subject-request.js';

/** Whose a role is: everybody's, the whole council's, one directorate's, or a relation to one case or one item of it. */
export interface Role {
  code: string;
  title: string;
  clause: string;
  scope: 'anyone' | 'council' | 'directorate' | 'case' | 'item';
  /** For a relation: the fact of the case (or item) that holds the person's id. */
  fact?: string;
  /** For a relation to an item by directorate: the role whose holders in that directorate have it. */
  through?: string;
  /** For a relation to an item: the fact holds the code of a role of the whole council, whose holders have it. */
  namesRole?: true;
  /** What its holder may read: the whole case, the receipt with its stage, the one task, or nothing. */
  sees: 'whole' | 'receipt' | 'task' | 'nothing';
  /** On a restricted case that lets this post in: only while this fact of the case is not set. */
  letInUntil?: string;
  /** Counts only on restricted cases that let it in. */
  onlyLetIn?: true;
  /** Can be asked for in chat and granted by IG. */
  grantable?: boolean;
  does: string;
}

export interface Stage {
  code: string;
  title: string;
  /** Place on the line of stages that the case card draws; stages that share a number are drawn as one. */
  order: number;
  open: boolean;
  /** What a caller may be told when they ask how far their request is. */
  tellCaller: string;
  clause: string;
}

/** What guards and outcomes may look at. `request` is null only for the step that starts a case. */
export interface View {
  request: RequestState | null;
  item?: { id: string; facts: Facts };
  person: Person;
  now: Date;
  today: LocalDate;
  deadline: Deadline | null;
  /** The knowledge base and what the words of the request point at in it, the largest share first; only for a step that `knows`. */
  knowledge?: { rows: readonly KnowledgeRow[]; shares: readonly Share[] };
  /** How long recordings and mailboxes are kept, by the council's own settings. */
  retention?: Retention;
  /** Keyed, one-way mark of what was typed: two answers can be compared later without either being kept in the open. */
  mark(text: string): string;
}

/** Something that must hold first. The sentence says what stands in the way and whom to move. */
export interface Need {
  code: string;
  sentence: string;
  clause: string;
  /** About who asks, not about the case: left out when looking for the one next thing. */
  personal?: boolean;
  holds(view: View): boolean;
}

/** A message the step promises: template, to whom, and codes for it. */
export interface Tell {
  template: string;
  to: { person: string } | { directorate: string } | { role: string; directorate?: string };
  args?: Record<string, string | number | boolean>;
}
export interface Effects extends Outcome {
  tell?: Tell[];
  /** Private words of single entries (`records/r7/description`), where one step makes many that differ. Kept with its private answers. */
  keep?: Record<string, string>;
  /** A step on another case that goes with this one; refused there, refused here. Its answer `other` is this case's own reference. */
  also?: { ref: string; step: string; answers: Record<string, string> };
}

export interface Step<F extends Fields = Fields> {
  /** Export name in kebab-case: step id, card verb, audit label. */
  id: string;
  clause: string;
  /** Rows of the requirements catalogue that this declaration meets. */
  rows: readonly string[];
  title: string;
  /** One sentence on the form: what this is for. */
  about?: string;
  /** Past tense, for the history: "accepted the request". */
  done: string;
  by: readonly Role[];
  /** Stages it may be taken at; `start` opens a case; `open` is every open stage; `any` is every stage. */
  at: readonly Stage[] | 'start' | 'open' | 'any';
  /** Collection whose items the step is taken on. */
  of?: string;
  needs?: readonly Need[];
  asks?: F;
  /** Sentence of the one-next-thing box; a step with it can be the next thing. */
  next?: string;
  /** Its title in that box, where the button's own would say too little. */
  nextTitle?: string;
  /** Stages at which it can be the next thing, when they are fewer than those it may be taken at. */
  nextAt?: readonly Stage[];
  /** What must hold besides `needs` for it to be the next thing: it may be taken without. */
  nextIf?(view: View): boolean;
  /** Somebody’s to see to, in their own list, and never the one next thing of the case: a question, help that is asked for. */
  aside?: boolean;
  /** Another way on from where the case stands: its button stands beside the next thing, not under the menu. */
  beside?: boolean;
  /** Taken only with a step on another case (`Effects.also`) or by a command of the shell: it has no button, and no press can ask for it. */
  alongside?: boolean;
  /** By it the reply goes on its way: its letters are held against what must not be said, and it is not taken while one says it. */
  guardsReply?: boolean;
  /** It looks at the knowledge base: its form proposes posts and people from there. */
  knows?: boolean;
  /** Its form says which other cases may be of the same person. */
  looksForRepeats?: boolean;
  /** A board on which its button stands too, as for a step that adds entries to it. */
  onBoard?: string;
  /** After it, whoever took it sees the board (of its entry, or `onBoard`) again while anything on it is open, and not the case. */
  backToBoard?: boolean;
  /** May be put right later; what it led to may not change. */
  correctable?: boolean;
  /** Checks that look at more than one answer, or at the case. */
  check?(view: View, answers: Answers<F>): AnswerFault[];
  then(view: View, answers: Answers<F>): Effects;
}

/** A row of the procedure, as it is written down in `procedure/steps`: all but its id, which is its name. */
export type StepRow<F extends Fields = Fields> = Omit<Step<F>, 'id'>;

/** Declares a step. The types of the answers follow from its `asks`. */
export function step<F extends Fields = Record<string, never>>(row: StepRow<F>): StepRow {
  return row;
}

/** Entries of a kind that a case has several of: searches, records, consultations. */
export interface Collection {
  code: string;
  /** Title of its board: `Searches`. */
  title: string;
  /** One line that names an entry, from its open facts. */
  head(facts: Facts, id: string): string;
  /** Name of the private answer that tells one entry from another, for its board. */
  words?: string;
  /** Where the entry stands. `name` answers a colleague's name. */
  text(facts: Facts, name: (id: unknown) => string): string;
  /** Has nothing more to be done. */
  settled(facts: Facts): boolean;
  /** Of entries that need nothing more, those with the least stand first on the board; what is open stands before them. */
  rank?(facts: Facts): number;
  /** All entries in one line of numbers, for the case card: `11 of 13 answered, 214 pages`. */
  sum?(all: Facts[]): string;
  /** What is openly recorded about one entry, for its own page. */
  lines?(facts: Facts, name: (id: unknown) => string): { title: string; value: string }[];
}

export interface Procedure {
  version: string;
  collections: readonly Collection[];
  stages: readonly Stage[];
  roles: readonly Role[];
  steps: readonly Step[];
}

/** Names each row after its export: `acceptTheRequest` → `accept-the-request`. */
export function nameSteps(rows: Record<string, StepRow>): Step[] {
  return Object.entries(rows).map(([name, row]) => ({ ...row, id: kebab(name) }));
}
const kebab = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
