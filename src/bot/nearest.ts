/** Letters to change, add or drop to get from one word to the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word somebody meant: as many words as it has are compared, so that what follows it does not count. Short words need a closer match. */
export function nearestWord<T extends { word: string }>(typed: string, known: readonly T[]): T | undefined {
  const said = typed.toLowerCase().split(' ');
  const far = (c: T) => distance(said.slice(0, c.word.split(' ').length).join(' '), c.word);
  const nearest = [...known].sort((a, b) => far(a) - far(b))[0];
  if (!nearest) return undefined;
  return far(nearest) <= (nearest.word.length <= 4 ? 1 : Math.ceil(nearest.word.length / 3)) ? nearest : undefined;
}
