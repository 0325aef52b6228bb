/* The words of the list of documents. A council may change them. */
export const words = {
  title: 'List of documents',
  intro: (n: number) =>
    n === 1
      ? 'This is the document that goes with our reply.'
      : `These are the ${n} documents that go with our reply. The numbers on the copies are those of this list.`,
  /** Heading and share of the width, of a hundred. */
  columns: [
    ['No.', 7],
    ['Date', 16],
    ['What it is', 32],
    ['Where we found it', 19],
    ['What you get', 26],
  ] as readonly (readonly [string, number])[],
  undated: 'not dated',
  given: {
    whole: (_place: string) => 'A copy.',
    part: (place: string) => (place ? `A copy with words covered on ${place}.` : 'A copy with words covered.'),
    none: (_place: string) => 'Kept back.',
  },
} as const;
