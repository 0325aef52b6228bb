import type { KnowledgeChange, KnowledgeRow } from '../../domain/knowledge-base.js';

/** One row as it should stand, and the version it takes the place of: 0 for a row there was none of. */
export interface RowWrite {
  row: KnowledgeRow;
  entry: KnowledgeChange;
}

/** Who holds what (ASG-17). One read answers the whole of it; a write changes all the rows it names or none. */
export interface KnowledgeBase {
  read(): Promise<KnowledgeRow[]>;
  /** False when one of the rows was changed since, or is there already: nothing was written. */
  write(writes: readonly RowWrite[]): Promise<boolean>;
  /** The history of one row, the newest first. */
  history(row: KnowledgeRow): Promise<KnowledgeChange[]>;
}
