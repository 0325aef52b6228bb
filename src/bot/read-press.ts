/** What a card's button may carry: ids, a version, keys. Everything is text or a number; anything else counts as missing. */
export interface PressData {
  request: string;
  version: number;
  key: string;
  step: string;
  item?: string;
  draft: string;
  ask: string;
  collection: string;
  letter: string;
  skip: number;
  n: number;
}

const MAX_ID = 80;

/** Reads the data of a button. Nothing here is believed: the store says who may do what. */
export function readPress(data: Record<string, unknown> = {}): PressData {
  const text = (name: string): string => (typeof data[name] === 'string' && data[name].length <= MAX_ID ? data[name] : '');
  const number = (name: string): number => {
    const n = Number(typeof data[name] === 'string' || typeof data[name] === 'number' ? data[name] : 0);
    return Number.isSafeInteger(n) && n >= 0 && n < 1_000_000 ? n : 0;
  };
  const item = text('i');
  return {
    request: text('r'),
    version: number('v'),
    key: text('k'),
    step: text('s'),
    ...(item && { item }),
    draft: text('d'),
    ask: text('a'),
    collection: text('c'),
    letter: text('l'),
    skip: number('skip'),
    n: number('n'),
  };
}
