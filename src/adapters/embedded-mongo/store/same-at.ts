import { elementsOf } from '../bson/fields.js';

const DOCUMENT = 3;

type Level = { readonly was: Map<string, Buffer>; readonly is: Map<string, Buffer>; readonly below: Map<string, Level> };

/** Answers whether two versions of a document hold the same bytes where a path leads. Each level of them is read once, whatever is asked. */
export function comparison(before: Buffer, after: Buffer): (path: string) => boolean {
  const top = levelOf(before, after);
  return (path) => isSame(top, path.split('.'));
}

const levelOf = (before: Buffer, after: Buffer): Level => ({ was: namesOf(before), is: namesOf(after), below: new Map() });

function namesOf(bytes: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const { name, from, end } of elementsOf(bytes)) found.set(name, bytes.subarray(from, end));
  return found;
}

function isSame({ was, is, below }: Level, [name = '', ...rest]: readonly string[]): boolean {
  const [a, b] = [was.get(name), is.get(name)];
  if (!a || !b) return a === b;
  if (a.equals(b)) return true;
  if (rest.length === 0 || a[0] !== DOCUMENT || b[0] !== DOCUMENT) return false;
  const start = Buffer.byteLength(name) + 2;
  const level = below.get(name) ?? levelOf(a.subarray(start), b.subarray(start));
  below.set(name, level);
  return isSame(level, rest);
}
