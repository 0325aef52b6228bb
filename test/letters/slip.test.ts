import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { renderDocx } from '../../src/adapters/documents/docx.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { defaultCouncil } from '../../src/letters/council.js';
import { nameFile, writeLetter, type LetterFacts } from '../../src/letters/letter.js';
import { slip } from '../../src/letters/slip.js';
import { someFacts } from './facts.js';

const council = defaultCouncil();
/** What the reader sees, from the file itself. */
async function printed(change: Partial<LetterFacts> = {}): Promise<string> {
  const letter = writeLetter(slip, someFacts(change), council);
  if (isRefusal(letter)) throw new Error(letter.sentence);
  const files = unzipSync(await renderDocx(letter));
  const all = Object.entries(files).filter(([name]) => name.endsWith('.xml'));
  return all
    .map(([, bytes]) => strFromU8(bytes).replace(/<[^>]+>/g, ' '))
    .join(' ')
    .replace(/\s+/g, ' ');
}

describe('the slip for somebody at a counter', () => {
  it('INT-06 §2.2.4 has the reference, the day, what happens next, the date of our reply and how to reach us', async () => {
    const text = await printed();
    for (const part of [
      'Your reference is DR-2026-0001.',
      'on 1 October 2026',
      'We may ask for proof of who you are.',
      'We will reply by Monday 2 November 2026.',
      '01632 960 100 (Monday to Friday, 9am to 5pm)',
    ])
      expect(text).toContain(part);
  });

  it('INT-06 names nobody, whatever it is given: it may be left on a bus', async () => {
    const text = await printed();
    for (const personal of ['Ann Example', '9 Sample Street', 'rent account', 'Sam Sample']) expect(text).not.toContain(personal);
  });

  it('INT-06 promises no date while the clock has none, and needs no addressee', async () => {
    const text = await printed({ due: null, to: { name: '', address: [] } });
    expect(text).toContain('We need something from you before we can go on.');
    expect(text).not.toContain('We will reply by');
    expect(nameFile({ reference: 'DR-2026-0001', id: slip.id })).toBe('DR-2026-0001-slip.docx');
  });

  it('refuses to be written without the day of receipt', () => {
    const letter = writeLetter(slip, someFacts({ received: 'soon' }), council);
    expect(isRefusal(letter) && letter.sentence).toContain('Missing: the date the request was received.');
  });
});
