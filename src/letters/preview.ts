import type { PageBlock } from '../domain/shown.js';
import type { Block, Letter } from './letter.js';

/** A letter as it reads in the chat, block by block: what is looked over there is what the file says. */
export const previewOf = (letter: Letter): PageBlock[] => letter.parts.flatMap(({ blocks }) => joined(blocks)).flatMap(blockOf);

/** A heading goes with the block below it; a heading over a heading stands alone. */
function joined(blocks: readonly Block[]): { heading?: string; block?: Block }[] {
  const found: { heading?: string; block?: Block }[] = [];
  let heading: string | undefined;
  for (const block of blocks) {
    if (block.kind === 'title' || block.kind === 'heading') {
      if (heading !== undefined) found.push({ heading });
      heading = block.text;
    } else {
      found.push({ ...(heading !== undefined && { heading }), block });
      heading = undefined;
    }
  }
  return heading === undefined ? found : [...found, { heading }];
}

function blockOf({ heading, block }: { heading?: string; block?: Block }): PageBlock[] {
  const under = heading === undefined ? {} : { heading };
  if (block === undefined) return [{ is: 'text', ...under, text: '' }];
  switch (block.kind) {
    case 'title':
    case 'heading':
      return [];
    case 'paragraph':
    case 'key':
      return [{ is: 'text', ...under, text: block.text }];
    case 'quote':
      return [{ is: 'quote', heading: heading ?? '', text: block.text }];
    case 'list':
      return [{ is: 'list', ...under, items: block.items }];
    case 'rows':
      return [{ is: 'facts', ...under, facts: block.rows.map(({ label, value }) => ({ title: label, value })) }];
    case 'table':
      return [{ is: 'list', ...under, items: block.rows.map((row) => row.filter(Boolean).join(' · ')) }];
    case 'sign':
      return [{ is: 'text', ...under, text: [block.closing, ...block.lines].join('\n') }];
  }
}
