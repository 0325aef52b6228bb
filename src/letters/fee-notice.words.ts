/* The words of the letter that asks for a fee. A council may change them. */
export const words = {
  title: 'There is a fee for your request',
  opening: (received: string) => `On ${received} you asked us for information about you. Most requests are free. This one is not.`,
  openingFor: (about: string, received: string) =>
    `On ${received} you asked us for information about ${about}. Most requests are free. This one is not.`,
  why: 'What we have decided, and why',
  decided: {
    UNFOUNDED: 'It is plain that this is not really a request for information. So we may ask you to pay what it costs us.',
    EXCESSIVE: 'It is plain that this request goes much too far. So we may ask you to pay what it costs us.',
  },
  cost: 'What it costs',
  columns: [
    ['For', 75],
    ['Cost', 25],
  ] as readonly (readonly [string, number])[],
  total: (sum: string) => `The fee is ${sum}.`,
  basis: 'It is what it costs us to do the work, and nothing more.',
  next: 'What happens next',
  notBefore: 'We do not start until you have paid. We have one month to reply. The month starts on the day your payment reaches us.',
  how: 'To pay, phone us or write to us. Tell us if you cannot pay, or if you would like to ask for less.',
  wait: (days: number) => `If we have not heard from you in ${days} days, we may close your request. You can ask again whenever you like.`,
} as const;
