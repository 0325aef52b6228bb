import { sayCount } from '../domain/clock/words.js';
import { limits } from './limits.js';

/** Words for the person at the counter or on the phone (§2.2.4, §2.6.1): what to read out once a request is recorded. */
export const script = {
  rows: ['INT-05', 'INT-06', 'TRN-01'],
  clause: '2.2.4',
  recorded: (spelt: string) =>
    `I have recorded your request. Your reference is ${spelt}. You do not have to put it in writing, though you may. ` +
    'We may ask for proof of who you are; if we do, the month for our answer starts when it reaches us.',
  welcome:
    'Anybody can ask the council what it holds about them, in any words, at any counter or on any phone. ' +
    `From that moment the council has ${sayCount(limits.respond.n, limits.respond.unit)}. ` +
    'You need no form and no law: report it here in a minute and I see to the rest.',
  danger: 'If somebody is in danger now, ring 999 first.',
} as const;

/** `D R, 2026, 0 1 4 8`: a reference as it is read out. */
export function spellOut(ref: string): string {
  const [letters = '', year = '', number = ''] = ref.split('-');
  return `${[...letters].join(' ')}, ${year}, ${[...number].join(' ')}`;
}

/** What the receipt says of logging: a call entered late may be past its hours already, and then nothing is still to come. `when` is the last moment, written out. */
export const loggingScript = {
  clause: limits.log.clause,
  held: 'The call centre has it.',
  toCome: (when: string) => `The call centre has it. It must be logged by ${when}.`,
  passed: (when: string) => `The call centre has it. It had to be logged by ${when}, which has passed: it is logged at once.`,
} as const;
