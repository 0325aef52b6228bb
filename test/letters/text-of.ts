import { expect } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { renderDocx } from '../../src/adapters/documents/docx.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { defaultCouncil, type Council } from '../../src/letters/council.js';
import { writeLetter } from '../../src/letters/letter.js';
import type { Block, Letter, LetterFacts, LetterKind } from '../../src/letters/letter.js';
import { someFacts } from './facts.js';

/** The letter from ordinary facts, changed where a test needs it; throws its refusal. */
export function letterOf(kind: LetterKind, change: Partial<LetterFacts> = {}, council: Council = defaultCouncil()): Letter {
  const letter = writeLetter(kind, someFacts(change), council);
  if (isRefusal(letter)) throw new Error(letter.sentence);
  return letter;
}

/** What the letter lacks, or nothing when it can be made. */
export function lacksOf(kind: LetterKind, change: Partial<LetterFacts> = {}, council: Council = defaultCouncil()): string[] {
  const letter = writeLetter(kind, someFacts(change), council);
  return isRefusal(letter) ? (letter.also ?? []) : [];
}

export const partsOf = (letter: Letter): string[] => letter.parts.map(({ id }) => id);
export const textOf = (letter: Letter): string => letter.parts.flatMap(({ blocks }) => blocks.flatMap(linesOf)).join('\n');

/** The lines of one block, as they stand on paper. */
export function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'rows':
      return block.rows.map(({ label, value }) => `${label}: ${value}`);
    case 'table':
      return block.rows.map((row) => row.join(' | '));
    case 'sign':
      return [block.closing, ...block.lines];
    default:
      return [block.text];
  }
}

/** The parts of the DOCX as XML, and the words of its body. */
export async function openDocx(letter: Letter): Promise<{ part: (name: string) => string; words: string }> {
  return readDocx(await renderDocx(letter));
}
export function readDocx(docx: Uint8Array): { part: (name: string) => string; words: string } {
  const parts = unzipSync(docx);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const words = part('word/document.xml')
    .replace(/<w:(br|tab)[^>]*>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');
  return { part, words };
}

/** Sentences short enough, in everyday words, with nothing left open by a template. */
export function expectPlain(text: string): void {
  const jargon = /data subject|controller|pursuant|statutory|hereby|in respect of|prior to|UK GDPR|legislation|undefined|\bnull\b|\bNaN\b/i;
  expect(jargon.exec(text)?.[0] ?? 'plain').toEqual('plain');
  const sentences = text.split(/[.:]\s|\n/).filter((line) => /^[A-Z].*[a-z]/.test(line) && !line.startsWith('Write to'));
  expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 24)).toEqual([]);
}
