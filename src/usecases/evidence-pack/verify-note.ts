import type { Gathered } from './gather.js';

/** SEC-05: the marks of the chain, a step each, as they stand in the register. */
export const chainFile = ({ request, history }: Gathered, seal: { n: number; head: string } | null): string =>
  `${JSON.stringify({ case: request.ref, begins: `request:${request.id}`, steps: history, head: request.mac, newestBlock: seal }, null, 2)}\n`;

/** How somebody who did not make this file can tell that it is whole, and that the history in it was not rewritten. */
export const verifyNote = ({ request, history }: Gathered): string => `How to verify this file

1. That no paper in it was changed. SHA256SUMS.txt holds a checksum for each of them. Unpack everything into one folder and run
      sha256sum -c SHA256SUMS.txt
   On Windows, Get-FileHash shows the same number for a file. The checksum of SHA256SUMS.txt itself was written into the council's
   audit log when this file was made, under “evidence-pack”, with the head of the chain. Ask the council to read it out.

2. That the history was not rewritten. Each of the ${history.length} steps in chain.json carries a mark (“mac”). A mark is made with a key that
   the council keeps apart, from the mark before it, the step, and a salted checksum of the words that belong to it. The first
   starts from the number of this case. Change, leave out or add one step, and every mark after it is wrong. The last is
      ${request.mac}

3. The council proves it with its key, on the register itself:
      npm run -s audit -- verify
   It works out every mark again, compares each with the register, and says whether the whole is sound. Compare the marks it stands
   by with those in chain.json. The audit log, and the heads of all cases, are sealed each minute into blocks; the number and the head
   of the newest block are printed on the weekly card, so a rewritten register would not agree with cards sent long ago:
      npm run -s audit -- verify --head HEAD

Without the key nobody outside can make a mark or check one; what they can check is that the marks of two copies agree.
`;
