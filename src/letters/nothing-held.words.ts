/* The words of the reply that nothing is held. A council may change them. */
export const words = {
  title: 'We found nothing',
  opening: (received: string) => `On ${received} you asked us for information about you. This is our reply.`,
  openingFor: (about: string, received: string) => `On ${received} you asked us for information about ${about}. This is our reply.`,
  asked: 'This is what you asked for:',
  result: 'We have looked, and we do not hold this information.',
  searched: 'Where we looked',
  searchedIntro: 'We asked everybody who could have it:',
  place: (place: string, destroyed: boolean) =>
    destroyed ? `${place}. It was there once. It was destroyed when its time was over.` : place,
  elsewhere: 'Do you think that we should have something? Tell us what it is and where it could be. We will look again.',
  queries: 'If you have a question',
} as const;
