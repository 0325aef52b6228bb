/* The words of the reply about somebody who has died. A council may change them. */
export const words = {
  title: 'Our reply about somebody who has died',
  opening: (received: string) => `We are sorry for your loss. On ${received} you asked us for information about somebody who has died.`,
  openingFor: (about: string, received: string) =>
    `We are sorry for your loss. On ${received} you asked us for information about ${about}.`,
  asked: 'This is what you asked for:',
  why: 'How we have dealt with it',
  noRight:
    'The right to see what we hold belongs to people who are living. It ends when somebody dies. So yours was not a request of that kind.',
  route: {
    BAU: 'We have dealt with it as part of our ordinary work.',
    DISCRETE: 'We have looked at it by itself, with care for what was told to us in confidence.',
    FOI: 'We deal with it as a freedom of information request.',
  },
  goesOn: (reference: string) => `Its number there is ${reference}. You will get a reply to it from us.`,
  outcome: 'What came of it',
  result: {
    GIVEN: 'You get what you asked for with this letter.',
    PART: 'You get part of what you asked for with this letter. The rest we cannot give you.',
    NOT_GIVEN: 'We cannot give you what you asked for.',
  },
  living: 'We have left out what would tell you about other people who are living.',
} as const;
