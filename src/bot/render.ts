import { readFileSync } from 'node:fs';
import { GlobalSettings, Template } from 'adaptivecards-templating';
import type { Shown } from '../domain/shown.js';
import { viewCase } from './views/case.js';
import { viewChannel } from './views/channel.js';
import { FITS, type Fit } from './views/fit.js';
import { viewForm } from './views/form.js';
import { QUIET_SUMMARY, viewPage } from './views/page.js';
import { viewStub } from './views/stub.js';

export type CardJson = Record<string, unknown>;
/** `summary` is one line for the notification banner; it is never personal. */
export interface Rendered {
  card: CardJson;
  summary: string;
}

/** Bytes of UTF-8; keeps clear of every size Teams has ever named for a message. */
export const CARD_LIMIT = 25 * 1024;
const FOLDER = new URL('../../cards/', import.meta.url);
const KINDS: readonly Shown['kind'][] = ['case', 'form', 'page', 'channel', 'stub'];
/** What views draw themselves. */
const WHOLE = new Set(['actions', 'selectAction']);
const templates = new Map<Shown['kind'], Template>();

// The library would quietly leave `${missing}` in the card; every field it could not find is noted here instead, and rendering then fails.
const missing: string[] = [];
GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
  missing.push(path);
  return '?';
};

/** Parses every template, so that the first person who presses a button does not wait for it. */
export function warmTemplates(): void {
  for (const kind of KINDS) templateFor(kind);
}

/**
 * The card for what is shown, at most 25 KB: lists and texts that do not fit are shortened, and the card says so; only a form goes over it
 * rather than lose what was typed. Throws when a template names a field that its view does not fill.
 */
export function render(shown: Shown): Rendered {
  let card: CardJson = {};
  for (const fit of FITS) {
    card = expand(templateFor(shown.kind), view(shown, fit));
    if (Buffer.byteLength(JSON.stringify(card)) <= CARD_LIMIT) break;
  }
  return { card, summary: summarise(shown) };
}

function view(shown: Shown, fit: Fit): object {
  switch (shown.kind) {
    case 'case':
      return viewCase(shown, fit);
    case 'form':
      return viewForm(shown, fit);
    case 'page':
      return viewPage(shown, fit);
    case 'channel':
      return viewChannel(shown, fit);
    case 'stub':
      return viewStub(shown, fit);
  }
}

function summarise(shown: Shown): string {
  if (shown.kind === 'page') return shown.summaryLine ?? QUIET_SUMMARY;
  return shown.kind === 'form' || shown.kind === 'stub' ? shown.title : shown.summaryLine;
}

function templateFor(kind: Shown['kind']): Template {
  const known = templates.get(kind);
  if (known) return known;
  const fresh = new Template(insertPieces(readCard(kind)));
  templates.set(kind, fresh);
  return fresh;
}

function readCard(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`${path}.json`, FOLDER), 'utf8'));
}

/** `{"$use": "actions"}` stands for `cards/pieces/actions.json`; what else is written beside it wins over the piece. */
function insertPieces(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(insertPieces);
  if (typeof node !== 'object' || node === null) return node;
  const { $use, ...own } = node as { $use?: string };
  const whole = $use === undefined ? own : { ...(insertPieces(readCard(`pieces/${$use}`)) as object), ...own };
  return Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, $use === undefined ? insertPieces(value) : value]));
}

/** Fills a template. Throws on an undefined field or any warning of the library. */
export function expand(template: Template, data: object): CardJson {
  missing.length = 0;
  const card = dropEmpty(template.expand({ $root: data })) as CardJson;
  const faults = [...missing.map((path) => `no field ${path}`), ...template.getLastTemplateExpansionWarnings()];
  if (faults.length > 0) throw new Error(`Card template: ${faults.join('; ')}`);
  return card;
}

/** A property that came out empty is left out, which is how a template has optional properties. Buttons come whole, and their data is passed on untouched. */
function dropEmpty(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(dropEmpty);
  if (typeof node !== 'object' || node === null) return node;
  const kept: CardJson = {};
  for (const [key, value] of Object.entries(node))
    if (value !== '' && value !== null) kept[key] = WHOLE.has(key) ? value : dropEmpty(value);
  return kept;
}
