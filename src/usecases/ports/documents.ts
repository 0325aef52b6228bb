import type { Said } from '../../procedure/do-not-mention.js';

/** What stands in a finished document, wherever it stands: on the pages and off them. */
export interface FinishedDocument {
  kind: 'PDF' | 'DOCX';
  said: readonly Said[];
  /** Parts of it that nobody can look into: pictures of pages, files in the file. */
  unread: readonly string[];
}
/** Reads a finished document in memory and forgets it. A fault is a sentence for whoever sent it. */
export type ReadFinished = (bytes: Uint8Array) => Promise<FinishedDocument | { fault: string }>;
