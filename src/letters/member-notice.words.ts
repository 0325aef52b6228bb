/* The words of the notice that goes with information for an elected member. A council may change them. */
export const words = {
  title: 'Information for you as an elected member',
  opening: (received: string) => `You asked us for information on ${received}. It comes with this notice. Please read the notice first.`,
  openingFor: (about: string, received: string) =>
    `You asked us for information about ${about} on ${received}. It comes with this notice. Please read the notice first.`,
  purposes: 'What you may use it for',
  purposesIntro: 'You may use it for this, and pass it on for this only:',
  only: 'For nothing else',
  onlyFor: {
    WARD: 'You get it only to help this person. Do not use it for anything else, now or later.',
    COUNCIL: 'You get it only for your duty as a member of the council. Do not use it for anything else, now or later.',
    PARTY: 'You get it only for what is named above. Do not try to find out who anybody in it is.',
  },
  politics: 'You may not use it for your party, in an election, or for your own ends.',
  record: 'We keep a record of what you asked for and what we gave you.',
  safe: 'How to keep it safe',
  safeIntro: 'It leaves the council, or you read it from elsewhere. Do this to keep it safe:',
  safeHere: 'It stays in the council. Do not take a copy away, and do not read it from elsewhere.',
  after: 'Destroy it, or give it back to us, when you no longer need it. If it is lost, tell us at once.',
} as const;
