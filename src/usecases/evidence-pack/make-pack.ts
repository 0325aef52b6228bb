import { createHash } from 'node:crypto';
import { formatDay } from '../../domain/local-date.js';
import { isRefusal, type Refusal } from '../../domain/refusals.js';
import type { Letter } from '../../letters/letter.js';
import type { Desk } from '../desk.js';
import type { WriteSheet } from '../ports.js';
import { requesterVersion, type Paper } from './for-requester.js';
import type { Gathered } from './gather.js';
import { historyText } from './history-text.js';
import { packLetters } from './pack-letters.js';
import { datesText, fileNotesText, summaryText, viewsText } from './papers.js';
import { scheduleTable, searchesTable, type Table } from './sheets.js';
import { chainFile, verifyNote } from './verify-note.js';

export interface PackedFile {
  name: string;
  bytes: Uint8Array;
}
/** What turns papers into files: a letter as PDF, a sheet as CSV, all files as one ZIP. */
export interface PackPorts {
  print: (letter: Letter) => Promise<{ name: string; bytes: Uint8Array } | Refusal>;
  sheet: WriteSheet;
  zip: (files: readonly PackedFile[]) => Uint8Array;
}
interface Made {
  papers: readonly Paper[];
  sheets?: readonly PackedFile[];
  letters: readonly Letter[];
}
export type PackFor = 'us' | 'requester';

/** One ZIP of the case. Its checksum goes into the audit log with the head of the chain, so that this very file can be told from another. */
export async function makePack(desk: Desk, all: Gathered, whom: PackFor, ports: PackPorts, by: string): Promise<Uint8Array | Refusal> {
  const packed = await packLetters(desk, all);
  const made: Made | Refusal = whom === 'us' ? await ourFiles(desk, all, packed, ports) : requesterVersion(all, packed.letters);
  if (isRefusal(made)) return made;
  const letters: PackedFile[] = [];
  for (const [i, letter] of made.letters.entries()) {
    const file = await ports.print(letter);
    if (isRefusal(file)) return file;
    letters.push({ name: `letters/${String(i + 1).padStart(2, '0')}-${file.name}`, bytes: file.bytes });
  }
  const files = [...made.papers.map(paperFile), ...(made.sheets ?? []), ...letters];
  const sums = files.map(({ name, bytes }) => `${sumOf(bytes)}  ${name}`).join('\n');
  const list = paperFile({ name: 'SHA256SUMS.txt', text: sums });
  const codes = { whom, files: files.length, sum: sumOf(list.bytes), head: all.request.mac };
  await desk.audit.record({ what: 'evidence-pack', by, requestId: all.request.id, codes });
  return ports.zip([...files, list]);
}

async function ourFiles(
  desk: Desk,
  all: Gathered,
  { letters, lacking }: { letters: readonly Letter[]; lacking: readonly string[] },
  ports: PackPorts,
) {
  const papers: Paper[] = [
    { name: '00-read-me.txt', text: readMe(all, lacking) },
    { name: '01-completion.txt', text: summaryText(all) },
    { name: '02-history.txt', text: historyText(all) },
    { name: '03-why-each-date.txt', text: datesText(all) },
    { name: '05-file-notes.txt', text: fileNotesText(all) },
    { name: '06-views.txt', text: viewsText(all) },
    { name: 'chain/chain.json', text: chainFile(all, await desk.newestSeal()) },
    { name: 'chain/how-to-verify.txt', text: verifyNote(all) },
  ];
  const sheets = await Promise.all([
    sheetFile(ports, '04-schedule.csv', scheduleTable(all)),
    sheetFile(ports, '07-searches.csv', searchesTable(all)),
  ]);
  return { papers, sheets, letters };
}

async function sheetFile({ sheet }: PackPorts, name: string, { columns, rows }: Table): Promise<PackedFile> {
  async function* each(): AsyncIterable<Table['rows'][number]> {
    for (const row of rows) yield row;
  }
  const parts: Uint8Array[] = [];
  for await (const part of sheet({ columns, rows: each() })) parts.push(part);
  return { name, bytes: Buffer.concat(parts) };
}

const paperFile = ({ name, text }: Paper): PackedFile => ({ name, bytes: Buffer.from(`${text.trimEnd()}\n`, 'utf8') });
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const readMe = (
  { request, view }: Gathered,
  lacking: readonly string[],
): string => `Evidence pack for ${request.ref}, made on ${formatDay(view.today)}

It is for those who answer for the case: the Information Governance team, the Commissioner, a court. It names people and says what was
kept back and why. It is NOT for the requester, who has a version of their own.

01-completion.txt       outcome, dates, minutes by activity, lateness, where the copies are
02-history.txt          every step: when, who, in which role, under which clause, what was answered
03-why-each-date.txt    the rule behind each date, and every change of it
04-schedule.csv         every record and what was decided of it
05-file-notes.txt       what was kept back, under what, and why
06-views.txt            whom we asked before deciding, and what they said
07-searches.csv         who searched where, for what, and what came of it
letters                 what was sent, written again from the record, with the day on which it left
chain                   the marks of the history, and how to verify them
SHA256SUMS.txt          a checksum for each file

The copies of the records themselves are not in here. They are where 01-completion.txt says.
${lacking.length === 0 ? '' : `\nSent, but not to be written again from the record:\n${lacking.map((one) => `- ${one}`).join('\n')}\n`}`;
