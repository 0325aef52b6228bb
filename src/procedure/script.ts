/** Words for the person at the counter or on the phone (§2.2.4, §2.6.1): what to read out once a request is recorded. */
export const script = {
  rows: ['INT-05', 'INT-06', 'TRN-01'],
  clause: '2.2.4',
  recorded: (spelt: string) =>
    `I have recorded your request. Your reference is ${spelt}. You do not have to put it in writing, though you may. ` +
    'We may ask for proof of who you are; if we do, the month for our answer starts when it reaches us.',
  danger: 'If somebody is in danger now, ring 999 first.',
} as const;

/** `D R, 2026, 0 1 4 8`: a reference as it is read out. */
export function spellOut(ref: string): string {
  const [letters = '', year = '', number = ''] = ref.split('-');
  return `${[...letters].join(' ')}, ${year}, ${[...number].join(' ')}`;
}
