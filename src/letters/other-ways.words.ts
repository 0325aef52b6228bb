import type { Council } from './council.js';

/* The words of the letters that point to another way, and of the two that offer or ask for something. A council may change them. */
export const words = {
  adoption: {
    title: 'Another way to ask for adoption records',
    opening: (on: string) => `On ${on} you asked us for adoption records.`,
    alone:
      'We cannot give you adoption records in answer to this kind of request. They have their own rules, and there is another way to ask for them.',
    among:
      'We cannot give you adoption records in answer to this kind of request. They have their own rules, and there is another way to ask for them. We deal with everything else that you asked for.',
    route: ({ adoption }: Council) =>
      `How to ask: phone the ${adoption.team} on ${adoption.phone} or write to ${adoption.email}. They can:`,
    varies: 'What you may see depends on when the adoption was. The team will tell you, and somebody can be with you when you read it.',
    decision: 'What we have decided',
  },
  law: {
    title: 'Another way to ask for this',
    opening: (on: string) => `On ${on} you asked us for information.`,
    all: (subject: string) => `What you ask for has its own rules (${subject}). There is another way to ask for it:`,
    part: (subject: string) => `A part of what you ask for has its own rules (${subject}). There is another way to ask for that part:`,
    rest: 'We deal with everything else that you asked for.',
    which: 'Which part',
    register: 'Anybody can look this up. We must keep it open to the public, so we do not copy it for you:',
    beyond: 'If we hold more about you than it shows, you get that from us.',
  },
  viewing: {
    title: 'Would you like to see your file?',
    opening: (on: string) => `On ${on} you asked us for information about you.`,
    instead: 'You can come and see your file in place of getting a copy. You do not have to. If you want a copy, you get one.',
    with: 'When you come:',
    worker: 'a social worker can be with you and help you to take it in',
    interpreter: 'we get an interpreter for you if you need one, at no cost',
    access: 'tell us if stairs, small print or anything else makes it hard for you, and we see to it',
    counselling: 'you can talk it over with a counsellor, more than once if you like',
    checked: 'We go through the file first. We may have to cover some things, for example what is about other people.',
    answer: 'Tell us which you want',
    form: [
      '☐ I would like to see my file. Days and times that suit me: ______________',
      '☐ I would like a copy.',
      'What I need: ______________',
      'My name and the date: ______________',
    ],
  },
  cctv: {
    title: 'Help us to find the pictures',
    opening: (on: string) => `On ${on} you asked us for pictures from a camera. To find you in them, we need your help.`,
    soon: 'Pictures are wiped after a short time. We have asked for them to be kept. Please answer soon.',
    form: 'Please fill this in',
    fields: [
      ['The date', '______________'],
      ['The time, as near as you can', 'between ________ and ________'],
      ['The place, for example the street or the building', '______________'],
      ['What you looked like, for example your clothes', '______________'],
      ['Anything else that helps us to find you', '______________'],
    ] as const,
  },
} as const;
