import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../../src/bot/render.js';
import type { Shown } from '../../src/domain/shown.js';
import { openCardPictures } from './card-picture.js';

/* By hand: node --import tsx test/support/card-pictures.ts OUTDIR [part of a card's or sample's name] draws every sample at two widths. */
const CHAT_AND_PHONE = [540, 320];
const [, , folder, only = ''] = process.argv;
if (folder === undefined) throw new Error('Name the folder for the pictures.');
mkdirSync(folder, { recursive: true });
const pictures = await openCardPictures();
for (const file of readdirSync('cards').filter((f) => f.endsWith('.samples.json'))) {
  const samples = JSON.parse(readFileSync(join('cards', file), 'utf8')) as { name: string; shown: Shown }[];
  for (const { name, shown } of samples) {
    const title = `${file.replace('.samples.json', '')}-${name.replace(/\W+/g, '-')}`;
    if (!title.includes(only)) continue;
    writeFileSync(join(folder, `${title}.png`), await pictures.draw(render(shown).card, CHAT_AND_PHONE));
    process.stdout.write(`${title}\n`);
  }
}
await pictures.close();
