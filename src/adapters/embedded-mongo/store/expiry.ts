import { capOf } from './index-entries.js';
import type { Store } from './store.js';
import type { Writer } from './writer.js';
import { rangeInterval } from '../query/bounds.js';
import { steady } from '../query/pause.js';

/**
 * Deletes documents whose date in a TTL index is older than its expireAfterSeconds, by the index (of several dates the earliest counts).
 * Answers how many. Must be inside a transaction.
 */
export function sweepExpired(store: Store, writer: Writer, now: Date): number {
  let removed = 0;
  for (const collection of store.catalog.list()) {
    for (const index of collection.indexes) {
      const { expireAfterSeconds, key } = index.spec;
      if (expireAfterSeconds === undefined) continue;
      const high = { value: new Date(now.getTime() - expireAfterSeconds * 1000), inclusive: true };
      const interval = rangeInterval(index.prefix, { high }, Object.values(key)[0] === -1, capOf(1));
      if (!interval) continue;
      for (const hit of [...steady(store.byIndex(collection, [interval], false))]) {
        if (!store.read(hit.key)) continue;
        writer.remove(collection, hit.key, hit.bytes);
        removed++;
      }
    }
  }
  return removed;
}
