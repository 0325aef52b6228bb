/* The words of the reply that nothing is held. A council may change them. */
export const words = {
  title: 'We found nothing',
  result: 'We have looked, and we do not hold this information.',
  searched: 'Where we looked',
  searchedIntro: 'We asked everybody who could have it:',
  place: (place: string, destroyed: boolean) =>
    destroyed ? `${place}. It was there once. It was destroyed when its time was over.` : place,
  elsewhere: 'Do you think that we should have something? Tell us what it is and where it could be. We will look again.',
} as const;
