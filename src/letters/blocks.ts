import type { Block } from './letter.js';

/** The blocks that most letters are made of. */
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items: [...items] });
/** A list under its heading; nothing at all when the list is empty. */
export const listUnder = (title: string, items: readonly string[]): Block[] => (items.length > 0 ? [heading(title), list(items)] : []);
