import { Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Letter } from '../../letters/letter.js';
import { addressBlock, blockParagraphs } from './docx-blocks.js';
import { letterhead, pageFooter, runningHead } from './docx-frame.js';
import { numbering, styles } from './docx-styles.js';

/** The type of a DOCX file, for HTTP. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

// A4 in twentieths of a point; margins of 2.2 cm.
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1247, right: 1247, bottom: 1247, left: 1247, header: 680, footer: 567 },
};

/**
 * Lays a letter out as DOCX: letterhead, address, reference and date, headed sections, "Page x of y". The same letter gives the same
 * bytes, so its hash can stand in the audit trail. People's words are data: they cannot become fields, links or markup.
 */
export async function renderDocx(letter: Letter): Promise<Uint8Array> {
  const document = new Document({
    title: `${letter.title} (${letter.reference})`,
    creator: letter.council.name,
    lastModifiedBy: letter.council.name,
    description: `${letter.row} ${letter.reference}`,
    styles,
    numbering,
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { first: letterhead(letter), default: runningHead(letter) },
        footers: { first: pageFooter(letter), default: pageFooter(letter) },
        children: [...addressBlock(letter), ...letter.parts.flatMap(({ blocks }) => blocks.flatMap(blockParagraphs))],
      },
    ],
  });
  return steady(new Uint8Array(await Packer.toBuffer(document)), letter.on);
}

// docx writes the time of day into the properties and into the zip; both become the day of the letter.
function steady(bytes: Uint8Array, on: string): Uint8Array {
  const parts = unzipSync(bytes);
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
  const dated = core.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${on}T12:00:00Z`);
  const [year = 2020, month = 1, day = 1] = on.split('-').map(Number);
  // fflate reads the local parts of the stamp, so it is built from local parts.
  const mtime = new Date(year, month - 1, day, 12);
  return zipSync({ ...parts, 'docProps/core.xml': strToU8(dated) }, { mtime, level: 6 });
}
