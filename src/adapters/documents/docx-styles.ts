import { AlignmentType, LevelFormat } from 'docx';
import type { INumberingOptions, IStylesOptions } from 'docx';

export const FONT = 'Arial';
export const INK = '1F2A33';
export const ACCENT = '1B4B66';
export const QUIET = '4A5560';
export const PALE = 'E8EEF2';
/** A4 less its margins, in twentieths of a point. */
export const TEXT_WIDTH = 9412;

/** Sizes are half points: 12 pt text, because a public letter must be readable without glasses. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 24, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    heading1: {
      run: { font: FONT, size: 36, bold: true, color: ACCENT },
      paragraph: { spacing: { before: 220, after: 140 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 26, bold: true, color: ACCENT },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Asked',
      name: 'Asked',
      basedOn: 'Normal',
      paragraph: {
        indent: { left: 284 },
        spacing: { after: 140, line: 288 },
        border: { left: { style: 'single', size: 18, space: 10, color: ACCENT } },
      },
    },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 20 }, paragraph: { spacing: { after: 0, line: 250 } } },
    { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { size: 18, color: QUIET }, paragraph: { spacing: { after: 0, line: 240 } } },
  ],
};

/** One list of bullets for every letter. */
export const BULLETS = 'bullets';
export const numbering: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 500, hanging: 284 }, spacing: { after: 60 } } },
        },
      ],
    },
  ],
};
