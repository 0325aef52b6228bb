/* The words of the list of documents. A council may change them. */
export const words = {
  title: 'List of documents',
  intro: (n: number) =>
    `This list belongs to our reply. It has ${n === 1 ? 'one document' : `${n} documents`}. The numbers on the copies are those of the list.`,
  /** Heading and share of the width, of a hundred. */
  columns: [
    ['No.', 6],
    ['Date', 18],
    ['What it is', 31],
    ['Found in', 19],
    ['What you get', 26],
  ] as readonly (readonly [string, number])[],
  undated: 'not dated',
  given: {
    whole: (_place: string) => 'A copy.',
    part: (place: string) => (place ? `A copy with words covered on ${place}.` : 'A copy with words covered.'),
    none: (_place: string) => 'Kept back.',
  },
} as const;
