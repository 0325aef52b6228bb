/** GEN-08, §1.2: everybody acts without delay, so the card says for how long a case has stood where it stands. Calendar days. */
export const stageAge = {
  rows: ['GEN-08'],
  clause: '1.2',
  say: (days: number) => `at this stage ${days < 1 ? 'since today' : days === 1 ? 'since yesterday' : `for ${days} days`}`,
} as const;
