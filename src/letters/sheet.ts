import { heading, list, listUnder, paragraph } from './blocks.js';
import { complaint } from './common-parts.js';
import { words as common } from './letter.words.js';
import type { Council } from './council.js';
import type { Block, LetterKind, LetterPart } from './letter.js';
import { words } from './sheet.words.js';

/** One item of ENT-02 from the council's own file; the sheet cannot be made while it is empty. */
function section(id: keyof Omit<Council['sheet'], 'version'>, says: string, write: (lines: readonly string[]) => Block[]): LetterPart {
  return {
    id,
    says,
    lacks: (_facts, council) => (council.sheet[id].some((line) => line.trim()) ? null : `${says}, in the council’s own file`),
    write: (_facts, council) => write(council.sheet[id]),
  };
}
const prose =
  (title: string) =>
  (lines: readonly string[]): Block[] => [heading(title), ...lines.map(paragraph)];

const opening: LetterPart = {
  id: 'who',
  says: 'whose sheet it is, and which version',
  lacks: (_facts, council) => (council.sheet.version.trim() ? null : 'the version of the sheet, in the council’s own file'),
  write: (_facts, council) => [{ kind: 'title', text: words.title }, paragraph(words.intro(council))],
};

const regulator: LetterPart = {
  id: 'regulator',
  says: 'how to complain to the regulator',
  write: (facts, council) => [
    ...complaint.write(facts, council),
    heading(words.ask),
    paragraph(common.quote(facts.reference)),
    {
      kind: 'rows',
      rows: [
        { label: 'Phone', value: `${council.phone} (${council.hours})` },
        { label: 'E-mail', value: council.email },
        { label: 'Sheet', value: words.version(council.sheet.version) },
      ],
    },
  ],
};

/** LTR-23, §1.2.5-1c, ENT-02: what everybody is owed beside the copy. It names nobody. */
export const sheet: LetterKind = {
  id: 'how-we-use-your-information',
  row: 'LTR-23',
  clause: '1.2.5',
  title: 'Supplementary information sheet',
  nameless: true,
  parts: [
    opening,
    section('purposes', 'purposes', (l) => [heading(words.purposes), paragraph(words.purposesIntro), list(l)]),
    section('categories', 'categories', (l) => [...listUnder(words.categories, l), paragraph(words.categoriesIntro)]),
    section('recipients', 'recipients', (l) => listUnder(words.recipients, l)),
    section('retention', 'retention', prose(words.retention)),
    section('sources', 'sources', prose(words.sources)),
    section('automated', 'decisions by a computer', prose(words.automated)),
    section('rights', 'rights', (l) => [heading(words.rights), paragraph(words.rightsIntro), list(l), paragraph(words.rightsNext)]),
    regulator,
  ],
};
