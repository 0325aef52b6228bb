/* The words of LTR-01, apart from its rules, so that a council can change them. Short sentences, everyday words. */
export const words = {
  title: 'Your request, written down for you',
  opening: (day: string) => `On ${day} you asked us for information. You did not have to write it down, so we have done it for you.`,
  counts: 'Your request counts from that day. We are working on it, whether or not you send this form back.',
  check: 'Please check it',
  checkHow: ['Read what we wrote.', 'Change what is wrong, on the form.', 'Sign it and send it back to us.'],
  proof:
    'If you have not shown us who you are, please send a copy of something that does with the form. A passport or a driving licence will do. Do not send the original.',
  proofSeen: 'You have shown us who you are, so you need not send anything else.',
  help: 'How to get help',
  helpHow: 'Phone us or come in. Somebody reads the form with you and changes it for you. You may bring a friend.',
  helpKnown: (help: string) => `You told us what helps you: ${help}.`,
  form: 'Request form, filled in for you',
  rows: { name: 'Your name', contact: 'Phone or e-mail', address: 'Your address', reference: 'Reference', asked: 'What you ask for' },
  open: '……………………………',
  sign: 'If this is right, sign here:',
  lines: ['Signature: ……………………………', 'Date: ……………………………'],
} as const;
