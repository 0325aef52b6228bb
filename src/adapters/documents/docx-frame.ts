import { BorderStyle, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { Letter } from '../../letters/letter.js';
import { textRuns } from './docx-runs.js';
import { ACCENT, TEXT_WIDTH as RIGHT } from './docx-styles.js';

const rule = { style: BorderStyle.SINGLE, size: 8, color: ACCENT, space: 6 };

/** The head of the first page: whose letter it is and how to reach them. */
export function letterhead({ council }: Letter): Header {
  return new Header({
    children: [
      new Paragraph({ children: [new TextRun({ text: council.name, bold: true, size: 34, color: ACCENT })], spacing: { after: 40 } }),
      new Paragraph({ style: 'Quiet', children: textRuns([council.team, ...council.address].join(', ')) }),
      new Paragraph({
        style: 'Quiet',
        children: textRuns([council.phone, council.email, council.website].join('  ·  ')),
        border: { bottom: rule },
        spacing: { after: 200 },
      }),
    ],
  });
}

/** The head of the pages after it. */
export function runningHead({ council, reference }: Letter): Header {
  return new Header({
    children: [
      new Paragraph({
        style: 'Quiet',
        children: [...textRuns(council.name), new TextRun({ text: '\t' }), ...textRuns(reference)],
        tabStops: [{ type: TabStopType.RIGHT, position: RIGHT }],
        border: { bottom: rule },
        spacing: { after: 200 },
      }),
    ],
  });
}

/** "Page 1 of 2", with the reference, so that a lost sheet finds its way back. */
export function pageFooter({ reference }: Letter): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Quiet',
        children: [...textRuns(reference), new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
        tabStops: [{ type: TabStopType.RIGHT, position: RIGHT }],
      }),
    ],
  });
}
