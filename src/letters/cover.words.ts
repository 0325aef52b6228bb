/* The words of the covering letter. A council may change them. They say the same whether or not something was kept back in silence (OP-15). */
export const words = {
  title: 'Our reply to your request',
  here: 'With this letter you get the information that you have a right to.',
  none: 'We cannot give you the information that we found. This letter tells you why.',
  enclosed: 'What is in this envelope or message',
  copies: (n: number) => (n === 1 ? 'a copy of one document' : `copies of ${n} documents`),
  schedule: (n: number) =>
    n === 1 ? 'a list that says what the document is' : `a list of the documents; the numbers on the copies are those of the list`,
  sheet: '“How we use your information”: why we use it, who else sees it, how long we keep it, and your rights',
  review: 'how to ask for a review: see the end of this letter',
  codes: 'If a word or an abbreviation is not clear, ask us. We will explain it.',
  keptBack: 'What we have not given you',
  keptBackIntro: {
    whole: 'We have kept back some of the documents in the list. These are the reasons:',
    part: 'In some of the documents we have covered words. These are the reasons:',
    both: 'We have kept back some of the documents in the list, and in some we have covered words. These are the reasons:',
  },
} as const;
