/* The words of the letters that refuse a request. A council may change them. They name no law, and nobody who objected. */
export const words = {
  title: 'Our decision about your request',
  opening: (received: string) =>
    `On ${received} you asked us for information about you. This letter tells you what we have decided, and why.`,
  openingFor: (about: string, received: string) =>
    `On ${received} you asked us for information about ${about}. This letter tells you what we have decided, and why.`,
  asked: 'This is what you asked for:',
  decision: 'What we have decided',
  why: 'Why',
  decided: {
    UNFOUNDED: 'We will not deal with this request. It is not really a request for information, and that is plain to see.',
    EXCESSIVE: 'We will not deal with this request. It goes much too far, and that is plain to see.',
    REPEAT: 'We will not deal with this request now. You asked for the same information before, and not enough time has passed since.',
    ENTITLEMENT: 'We cannot give you this information, because it is not shown that you may have it.',
    EXEMPT: 'We cannot give you the information that you asked for.',
    /** Nothing may be named: the words are true whether something is held or not, and hint at neither. */
    SILENT: 'We have looked. There is no information that we have to give you.',
  },
  reasonsIntro: 'These are the reasons:',
  silentWhy:
    'The law does not make us give out every kind of information, or always say what we hold. We have looked at your request with care.',
  later: 'You can ask again when more time has passed, or when something has changed.',
  queries: 'If you have a question',
} as const;
