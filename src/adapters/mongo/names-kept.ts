/** How long a name may be shown after it was changed. */
const KEPT_MS = 60_000;
const MOST = 2_000;

/**
 * Names by id, read again after a minute: the same few colleagues stand on every card, and their names hardly ever change. Nothing else
 * about a person is kept: what they may do is read afresh each time.
 */
export function keepNames(read: (ids: string[]) => Promise<{ id: string; name: string }[]>, now: () => Date) {
  const kept = new Map<string, { name: string; until: number }>();
  return async (ids: string[]): Promise<ReadonlyMap<string, string>> => {
    const at = now().getTime();
    const fresh = ids.filter((id) => (kept.get(id)?.until ?? 0) <= at);
    if (kept.size > MOST) kept.clear();
    const found = new Map(ids.flatMap((id) => (fresh.includes(id) ? [] : [[id, kept.get(id)?.name ?? ''] as const])));
    if (fresh.length === 0) return found;
    for (const { id, name } of await read(fresh)) {
      kept.set(id, { name, until: at + KEPT_MS });
      found.set(id, name);
    }
    return found;
  };
}
