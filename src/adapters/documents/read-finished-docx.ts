import { strFromU8, unzipSync } from 'fflate';
import type { FinishedDocument } from '../../usecases/ports/documents.js';

/** A document that unpacks to more than this is no letter. */
const LARGEST_UNPACKED = 200_000_000;
const READ = /\.(xml|rels)$/;

/** The words of every part: pages, headers, notes, comments, what was deleted with changes tracked, hidden text, alternative texts, authors, titles. */
export function readFinishedDocx(bytes: Uint8Array): FinishedDocument | { fault: string } {
  let unpacked = 0;
  const unread: string[] = [];
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!READ.test(name)) return note(unread, name);
        unpacked += originalSize;
        if (unpacked > LARGEST_UNPACKED) throw new TooLarge();
        return true;
      },
    });
    if (!parts['word/document.xml']) return { fault: 'This is not a Word document: its text is missing.' };
    const said = Object.entries(parts).flatMap(([name, xml]) => wordsOf(name, strFromU8(xml)));
    return { kind: 'DOCX', said, unread };
  } catch (error) {
    return {
      fault:
        error instanceof TooLarge ? 'This document is too large when unpacked.' : 'This Word document is damaged and cannot be opened.',
    };
  }
}
class TooLarge extends Error {}

/** Files inside the file, which nobody can look into here. Pictures count: a scanned page is one. */
function note(unread: string[], name: string): boolean {
  if (/^word\/(media|embeddings|activeX)\//.test(name)) unread.push(name.replace('word/', ''));
  return false;
}

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/comments/, 'A comment'],
  [/(foot|end)notes/, 'A note at the foot'],
  [/header|footer/, 'A head or foot of the pages'],
  [/^docProps/, 'The properties of the document'],
  [/document\.xml$/, 'The text'],
];

function wordsOf(name: string, xml: string): { place: string; text: string }[] {
  const place = PLACES.find(([is]) => is.test(name))?.[1] ?? `The part ${name}`;
  const deleted = [...xml.matchAll(/<w:del\b[\s\S]*?<\/w:del>/g)].map(([one]) => plain(one)).join('\n');
  // Names and alternative texts stand in attributes.
  const beside = [...xml.matchAll(/(?:w:author|w:initials|descr|title|Target|w:instr)="([^"]*)"/g)].map(([, value = '']) =>
    unescape(value),
  );
  return [
    { place, text: plain(xml.replace(/<w:del\b[\s\S]*?<\/w:del>/g, '')) },
    ...(deleted ? [{ place: 'A tracked change: what was deleted', text: deleted }] : []),
    ...(beside.length > 0 ? [{ place: `${place}, beside the words (author, alternative text, link)`, text: beside.join('\n') }] : []),
  ];
}

/** Runs of one paragraph are one text, however Word cut them up. */
const plain = (xml: string): string =>
  unescape(xml.replace(/<\/w:p>|<w:(br|tab|cr)\b[^>]*>|<\/(dc|cp|vt|Company|Manager)[^>]*>/g, '\n').replace(/<[^>]+>/g, ''));
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, hex: string) => sign(parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_all, n: string) => sign(Number(n)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => SIGNS[name] ?? '');
const sign = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
