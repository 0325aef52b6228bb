import { escapeSpeech } from './escape.js';

/** What stands for the card where it cannot be drawn, or is read out: never personal. */
export function standIn(summary: string): { fallbackText: string; speak: string } {
  return { fallbackText: `${summary} Open this in a newer Teams to see the card.`, speak: escapeSpeech(summary) };
}
