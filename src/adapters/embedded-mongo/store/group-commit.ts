import type { Environment } from './environment.js';

interface Waiting {
  readonly write: () => unknown;
  readonly resolve: (result: never) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Commits together what arrived together: a sync costs far more than a write, so writers who come at the same time share one.
 * Each still gets its answer only after the sync that holds its change.
 */
export class GroupCommit {
  #waiting: Waiting[] = [];

  /** `undo` brings what is kept in memory back to what is stored, after a transaction came to nothing. */
  constructor(
    private readonly root: Environment['root'],
    private readonly undo: () => void,
  ) {}

  /**
   * Runs `write` in the next transaction and answers once it is synced; if it throws, nothing it did is kept and the answer is what it threw.
   * It may run twice (see below), so it must read what it needs afresh and change nothing but the store.
   */
  run<T>(write: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // The turn of the event loop ends first, so that every message already received joins in.
      if (this.#waiting.push({ write, resolve, reject }) === 1) setImmediate(() => this.#commitAll());
    });
  }

  #commitAll(): void {
    const group = this.#waiting;
    this.#waiting = [];
    // When one of several fails, none is kept, and each runs again alone: a failure is only its own.
    if (!this.#commit(group)) for (const one of group) this.#commit([one]);
  }

  /** False if a group of several has to be taken apart. */
  #commit(group: Waiting[]): boolean {
    try {
      const results = this.root.transactionSync(() => group.map(({ write }) => write()));
      group.forEach(({ resolve }, i) => resolve(results[i] as never));
    } catch (e) {
      this.undo();
      if (group.length > 1) return false;
      group[0]?.reject(e);
    }
    return true;
  }
}
