/* The words of the notes and questions that go with assessing records. A council may change them. */
export const words = {
  note: {
    title: 'What is kept back, and why',
    internal: 'This note is for our own file. It is not sent with the reply.',
    keeps: 'It is kept so that each decision can be shown to the Commissioner or a court, and to help with later requests.',
    log: 'Redaction log',
    columns: [
      ['Record', 24],
      ['Where', 20],
      ['How', 20],
      ['By', 20],
      ['On', 16],
    ] as readonly (readonly [string, number])[],
    whole: 'The whole of it',
  },
  consent: {
    title: 'May we show something that is about you?',
    why: 'Somebody has asked us for a copy of the information that we hold about them. Some of it is about you too.',
    shown: 'This is what we would show them:',
    please: (by: string) => `Please tell us by ${by} whether you agree. You may agree, agree to a part, or refuse.`,
    refuse: 'If you refuse, please tell us why. It helps us to decide fairly.',
    decide: 'We listen to what you say. The law leaves the decision to us, so we may still have to show some of it.',
    answer: 'Your answer',
    lines: ['I agree / I agree to this part only / I refuse:', 'If I refuse, this is why:', 'Name and signature:', 'Date:'],
  },
  consultation: {
    title: 'We need your view on a record',
    why: (person: string) =>
      `We are answering a request for personal data about ${person}. Before we give or keep back what follows, we ask you.`,
    issue: 'What it is about',
    test: 'What has to be true for it to be kept back',
    question: 'What we ask you',
    please: (by: string) => `Please answer by ${by}. Nothing is given or kept back before we have your answer.`,
    answer: 'Your opinion',
    lines: ['It may be given / a part may be given / it should be kept back:', 'Reasons:', 'Name, post and signature:', 'Date:'],
  },
  risk: {
    title: 'A risk in how records are kept',
    lead: 'While answering requests for personal data, we have seen the same fault again and again. We raise it with you as a risk.',
    ask: 'Please tell us what you will change, and by when.',
  },
} as const;
