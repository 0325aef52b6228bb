import type { Activity } from 'botbuilder';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** A message in our words: a card, a line for the banner, a line of text. */
export interface Shown {
  card?: Record<string, unknown>;
  summary?: string;
  text?: string;
}

/** As Teams wants it. Text is plain, so that words a person typed cannot turn into links. */
export function toActivity({ card, summary, text }: Shown): Partial<Activity> {
  return {
    type: 'message',
    ...(text !== undefined && { text, textFormat: 'plain' }),
    ...(summary !== undefined && { summary }),
    ...(card !== undefined && { attachments: [{ contentType: CARD_TYPE, content: card }] }),
  };
}
