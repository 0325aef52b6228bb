/* The words of the pages that go beside the copies. A council may change them. */
export const words = {
  wrong: {
    title: 'Some of what we held was wrong',
    sorry: 'We are sorry. Some of the information that we held about you was not right. This is what was wrong:',
    copy: 'You get a copy of it as it was, because that is what we held when you asked.',
    AMENDED: 'We have put it right. A corrected copy is with this page.',
    ANNOTATED: 'We have put a note beside it that says what is right.',
  },
  keptTooLong: {
    title: 'We kept some information too long',
    sorry: 'You get a copy of this information. We should not have kept it so long, and we are sorry:',
    gone: (day: string) => `We have taken it out of use. It was safely destroyed on ${day}.`,
    goes: (day: string) => `We have taken it out of use. It will be safely destroyed on ${day}.`,
    proof: 'We keep one copy of what we sent you until the time in which you can ask for a review is over. Then we destroy that too.',
  },
  recording: {
    title: 'A recording of you',
    which: 'This is about:',
    gone: (day: string) => `You have your copy. Our own was deleted on ${day}.`,
    goes: (day: string) => `You have your copy. Our own will be deleted on ${day}.`,
  },
  codes: {
    title: 'What the codes mean',
    intro: 'You will find these codes and short forms in the copies.',
    columns: [
      ['Code', 30],
      ['What it means', 70],
    ] as readonly (readonly [string, number])[],
    ask: 'Is something else not clear? Ask us. We will explain it.',
  },
  /** As they stand among what is enclosed. */
  enclosed: {
    WRONG: 'a page about something that was wrong',
    KEPT_TOO_LONG: 'a page about something that we kept too long',
    RECORDING: 'a page about a recording of you',
    CODES: 'a page that says what the codes mean',
  },
} as const;
