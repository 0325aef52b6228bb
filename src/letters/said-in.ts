import type { Block, Letter } from './letter.js';

/** Everything a letter says, part by part, but for the requester’s own words: what they said themselves tells them nothing. */
export function saidIn(letter: Letter): { place: string; text: string }[] {
  const place = `The letter “${letter.title}”`;
  return letter.parts.map(({ blocks }) => ({ place, text: blocks.flatMap(linesOf).join('\n') }));
}

/** The lines of one block as they stand on paper, without words quoted. */
function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'quote':
      return [];
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
