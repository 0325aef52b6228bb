import { readdirSync, readFileSync } from 'node:fs';
import type { Shown } from '../../src/domain/shown.js';

export interface Sample {
  card: string;
  name: string;
  shown: Shown;
}
const FOLDER = new URL('../../cards/', import.meta.url);

export const readText = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
/** Every template and piece, by path inside `cards/`. */
export const templateFiles = (): string[] => [
  ...readdirSync(FOLDER).filter((f) => f.endsWith('.json') && !f.endsWith('.samples.json')),
  ...readdirSync(new URL('pieces/', FOLDER)).map((f) => `pieces/${f}`),
];
/** Every sample of every card. */
export const readSamples = (): Sample[] =>
  readdirSync(FOLDER)
    .filter((f) => f.endsWith('.samples.json'))
    .flatMap((f) => (JSON.parse(readText(f)) as Omit<Sample, 'card'>[]).map((s) => ({ card: f.replace('.samples.json', ''), ...s })));

/** Every object in a card that has a `type`, at any depth. */
export function walk(node: unknown): Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(walk);
  return 'type' in node ? [node, ...below] : below;
}
