/** As much of an element as is needed in the page itself, where the test's types do not reach. */
export interface Shown {
  ownerDocument: { querySelector(selector: string): { blur?(): void } | null };
  parentElement: Shown | null;
  style: { width: string };
  textContent: string | null;
  getBoundingClientRect(): { right: number };
  querySelectorAll(selector: string): Iterable<Shown>;
  scrollIntoView(where: { block: 'end' }): void;
  scrollBy(x: number, y: number): void;
}

/* These run in the page itself, so each stands alone. */

export function asWideAs(card: Shown, width: string): void {
  card.style.width = width;
}

/** Words and buttons whose box goes beyond the card's right edge. */
export function wordsOverTheEdge(card: Shown): string[] {
  const edge = card.getBoundingClientRect().right;
  return [...card.querySelectorAll('.ac-textBlock, .ac-pushButton')]
    .filter((each) => each.getBoundingClientRect().right > edge + 1)
    .map((each) => each.textContent ?? '');
}

// The box to type in covers the end of the chat, so the chat is moved on a little.
export function bringIntoSight(card: Shown): void {
  card.ownerDocument.querySelector(':focus')?.blur?.();
  card.scrollIntoView({ block: 'end' });
  for (let each: Shown | null = card; each; each = each.parentElement) each.scrollBy(0, 60);
}
