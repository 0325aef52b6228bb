/* The words of the letters that pass a request on, and of the notes that tell the person so. A council may change them. */
export const words = {
  colleague: 'Dear colleague',
  request: 'The request',
  name: 'Who asks',
  contact: 'How to reach them',
  received: 'Received',
  asked: 'This is what they asked for, in the words we wrote down:',
  transfer: {
    title: 'A request that is yours to answer',
    opening: (on: string) =>
      `The council received this request on ${on}. It asks for information that you keep in your own right, so it is yours to answer.`,
    whole: 'We pass all of it on to you and close it here. Please answer the person yourself. We have told them.',
    part: 'We pass a part of it on to you and answer the rest. Please tell us how far you are, so that the person gets one reply if that can be.',
    date: 'The time for an answer runs from the day on which the request was received.',
  },
  note: {
    title: 'Who answers your request',
    opening: (on: string) => `Thank you for your request. We received it on ${on}.`,
    whole: (who: string, on: string) =>
      `What you ask for is kept by the ${who}, who is not part of the council in this. We passed your request on to them on ${on}. They will answer you.`,
    part: (who: string, on: string) =>
      `A part of what you ask for is kept by the ${who}, who is not part of the council in this. We passed that part on to them on ${on}. We answer the rest.`,
    nothingToDo: 'You need not ask again, and you need not pay anything.',
    one: 'We try to send you one reply with everything in it.',
  },
  handover: {
    title: 'A request for the Historic SARs team',
    opening: (on: string) => `The council received this request on ${on}. We hand it to you to answer.`,
    clock: 'The month for the answer runs from that day and goes on. Please tell us on which day your answer leaves.',
    care: 'The person has been told that you deal with it. Everything about the case is in your hands and those of the Information Governance team.',
  },
  who: {
    title: 'Who deals with your request',
    opening: (on: string) => `Thank you for your request. We received it on ${on}.`,
    team: 'A team that does nothing else deals with requests like yours. It has your request now and will write to you.',
    again: 'You need not ask again, and you need not explain anything twice.',
    time: 'The time for our answer has not changed.',
  },
  trust: {
    title: 'A record that we both keep',
    opening: (on: string) => `On ${on} this person asked the council for a record that the council and the Trust keep together.`,
    once: 'One request is enough for both of us. Please do not ask them to apply to you again.',
    wanted: 'Please send us your part, and tell us if anything in it should not be given, and why.',
    by: (on: string) => `We need your answer by ${on}.`,
  },
} as const;
