import { readFileSync } from 'node:fs';
import type { Retention } from '../domain/retention.js';

/** Whose letter it is: names, addresses and wording that differ from council to council. Every entry is plain text, ready to print. */
export interface Council {
  name: string;
  /** Who signs when nobody is named, and who answers questions. */
  team: string;
  address: string[];
  phone: string;
  email: string;
  hours: string;
  /** Where correspondence that asks for personal data is sent on to (§2.2-3). */
  mailbox: string;
  /** What the procedure is read with, and where staff find it (§1.2). */
  readWith: { title: string; url: string }[];
  website: string;
  otherFormats: string;
  /** How to complain to the council first. */
  complaint: string;
  /** The internal review (App. 4), for letters that refuse something. */
  review: string;
  /** The review procedure step by step, printed at the end of every reply. */
  reviewSteps: string[];
  /** The remedy in court that the law names beside the regulator (OP-29). */
  court: string;
  regulator: { name: string; whatItIs: string; address: string[]; phone: string; website: string };
  /** The right way to adoption records (§3.7, RTE-56). */
  adoption: { team: string; phone: string; email: string; offers: string[] };
  /** How long footage and the mailboxes of those who left are kept, in calendar days (T12). Recorded calls follow the procedure. */
  retention: Retention;
  /** The supplementary information sheet (§1.2.5-1c, LTR-23), and which version of it was sent. */
  sheet: {
    version: string;
    purposes: string[];
    categories: string[];
    recipients: string[];
    retention: string[];
    sources: string[];
    automated: string[];
    rights: string[];
  };
}

/** An invented council, used until an installation gives its own. */
export function defaultCouncil(): Council {
  return JSON.parse(readFileSync(new URL('./council.default.json', import.meta.url), 'utf8')) as Council;
}

/** Reads a council's own file. Answers it, or everything missing or of the wrong kind by its path (`regulator.phone`). */
export function parseCouncil(text: string): { council: Council } | { faults: string[] } {
  const given = parseJson(text);
  if (given === undefined) return { faults: ['the file is not JSON'] };
  const faults = compare(defaultCouncil(), given, '');
  return faults.length > 0 ? { faults } : { council: given as Council };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// The default has every entry, so it is its own schema.
function compare(model: unknown, given: unknown, path: string): string[] {
  if (typeof model === 'string') return isText(given) ? [] : [`${path} must be text`];
  if (typeof model === 'number') return isCount(given) ? [] : [`${path} must be a whole number of days, at least 1`];
  if (Array.isArray(model) && typeof model[0] === 'object') return compareGroups(model[0], given, path);
  if (Array.isArray(model))
    return Array.isArray(given) && given.length > 0 && given.every(isText) ? [] : [`${path} must be a list of text`];
  if (typeof given !== 'object' || given === null) return [`${path || 'the file'} must be a group of entries`];
  const [known, found] = [model as Record<string, unknown>, given as Record<string, unknown>];
  const inner = (name: string) => (path ? `${path}.${name}` : name);
  const unknown = Object.keys(found).filter((name) => !(name in known)).map((name) => `${inner(name)} is not an entry we know`); // prettier-ignore
  return [...Object.keys(known).flatMap((name) => compare(known[name], found[name], inner(name))), ...unknown];
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;

/** A list of groups of entries, each like the first of the default. */
const compareGroups = (model: unknown, given: unknown, path: string): string[] =>
  Array.isArray(given) && given.length > 0
    ? given.flatMap((each, at) => compare(model, each, `${path}.${at + 1}`))
    : [`${path} must be a list of groups of entries`];
