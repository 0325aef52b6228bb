import { zipSync } from 'fflate';

/** Local time, because the format knows no zone: the same files give the same bytes anywhere. */
const STAMP = new Date(2020, 0, 1, 12);

/** Files as one ZIP, in their order, reproducible byte by byte. */
export const writeZip = (files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { mtime: STAMP }]])));
