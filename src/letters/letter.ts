import { parseLocalDate } from '../domain/local-date.js';
import type { LocalDate } from '../domain/local-date.js';
import { refuse } from '../domain/refusals.js';
import type { Refusal } from '../domain/refusals.js';
import type { Asking, Reply } from './case-parts.js';
import type { RouteParts } from './route-parts.js';
import type { FeeAsked, MoreTime, Refused, Waiting } from './time-parts.js';
import type { AboutTheDead, MemberTerms } from './requester-parts.js';
import type { RecordParts } from './record-parts.js';
import type { Council } from './council.js';
import { writeDay } from './write-day.js';

/** What a letter is written from: words ready to print and days. Made by a use case from one request; nothing here is looked up. */
export interface LetterFacts {
  reference: string;
  /** The day on the letter. */
  on: LocalDate;
  /** To whom: the person, or whoever acts for them. Lines of the postal address; none when it goes by e-mail. */
  to: { name: string; address: string[] };
  /** The person whose data it is, when the letter goes to somebody acting for them. */
  about?: string;
  received: LocalDate;
  /** What was asked, in the words recorded, a paragraph each. */
  asked: string[];
  /** By when the council must answer; null while the clock has not started or stands still. */
  due: LocalDate | null;
  /** What the council waits for, each ready to stand in a list (`proof of who you are`). */
  awaited: string[];
  /** Why the clock stands still: not begun, or stopped while a question is open. */
  waiting?: 'not-started' | 'paused';
  /** Who deals with it: a name if there is one to give, and the team or post. */
  officer: { name?: string; team: string; phone?: string; email?: string };
  /** The part refused at this point: only branch B of §3.7, where adoption records were asked for by name among others. */
  refused?: 'adoption-records';
  /** What a special route adds. */
  route?: RouteParts;
  /** What is missing and asked for. */
  asking?: Asking;
  /** What the reply gives. */
  reply?: Reply;
  /** More time that was confirmed. */
  moreTime?: MoreTime;
  /** The whole request is refused. */
  refusal?: Refused;
  /** A fee that was approved or asked for. */
  fee?: FeeAsked;
  /** The terms for an elected member. */
  member?: MemberTerms;
  /** How a request about somebody who has died was dealt with. */
  dead?: AboutTheDead;
  /** For the form that is filled in for somebody: how to reach them, the help they need, and whether it is known who they are. */
  helped?: { contact?: string; help?: string; known: boolean };
  /** What is written from the schedule beside the reply: the file note, questions, a risk. */
  records?: RecordParts;
  /** What nobody has answered: still waited for, or closed for want of it. */
  unanswered?: Waiting;
}

/**
 * `title` stands once, at the top; `key` is the sentence that must not be missed; `sign` is a closing with its lines, kept together; a
 * table repeats its head on each page, its columns given as parts of the width.
 */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'key'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'sign'; closing: string; lines: string[] }
  | { kind: 'table'; columns: { title: string; width: number }[]; rows: string[][] }
  | { kind: 'rows'; rows: { label: string; value: string }[] };

/** One thing a letter must contain. `lacks` names in plain words what is missing for it, or null. */
export interface LetterPart {
  id: string;
  /** The requirement, as the procedure states it. */
  says: string;
  /** Whether the part belongs in this letter; always, when left out. */
  belongs?: (facts: LetterFacts) => boolean;
  lacks?: (facts: LetterFacts, council: Council) => string | null;
  write: (facts: LetterFacts, council: Council) => Block[];
}

/** A kind of letter as the procedure lists it. */
export interface LetterKind {
  /** Kebab-case; part of the file name. */
  id: string;
  row: string;
  clause: string;
  /** What staff call it; the reader's own heading is in the words. */
  title: string;
  /** Names nobody, so it needs no addressee. */
  nameless?: boolean;
  /** It goes to somebody other than the person: whom, line by line. */
  addressee?: (facts: LetterFacts) => string[];
  parts: LetterPart[];
}

/** A letter ready to be laid out. */
export interface Letter {
  id: string;
  row: string;
  reference: string;
  title: string;
  on: LocalDate;
  writtenOn: string;
  to: string[];
  council: Council;
  parts: { id: string; blocks: Block[] }[];
}

/** Writes a letter. A part that belongs but lacks its facts refuses the whole letter, naming everything that is missing at once. */
export function writeLetter(kind: LetterKind, facts: LetterFacts, council: Council): Letter | Refusal {
  const parts = kind.parts.filter((part) => part.belongs?.(facts) ?? true);
  const missing = [
    ...commonLacks(kind, facts),
    ...parts.map((part) => part.lacks?.(facts, council) ?? null).filter((lack) => lack !== null),
  ];
  if (missing.length > 0) return cannotBeMade(kind, missing);
  const written = parts.map((part) => ({ id: part.id, blocks: part.write(facts, council) }));
  const { reference, on, to } = facts;
  const { id, row, title } = kind;
  return {
    id,
    row,
    reference,
    title,
    on,
    writtenOn: writeDay(on),
    to: kind.nameless ? [] : (kind.addressee?.(facts) ?? [to.name, ...to.address]),
    council,
    parts: written,
  };
}

function cannotBeMade(kind: LetterKind, missing: string[]): Refusal {
  const sentence = `The letter “${kind.title}” (${kind.row}) cannot be made yet. Missing: ${missing.join('; ')}.`;
  return refuse('needs-something-first', sentence, { clause: kind.clause, also: missing });
}

// Every letter carries them (chapter LTR): reference, date, addressee.
function commonLacks(kind: LetterKind, facts: LetterFacts): string[] {
  return [
    ...(facts.reference.trim() ? [] : ['the case reference']),
    ...(parseLocalDate(facts.on) ? [] : ['the date of the letter']),
    ...(kind.nameless || facts.to.name.trim() ? [] : ['the name of the person it goes to']),
  ];
}

/** `DR-2026-0001-acknowledgement.docx`: says which letter, never whose. */
export function nameFile(letter: Pick<Letter, 'reference' | 'id'>, format = 'docx'): string {
  return `${`${letter.reference}-${letter.id}`.replace(/[^A-Za-z0-9-]/g, '-')}.${format}`;
}
