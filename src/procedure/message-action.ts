/** A message of a chat reported where it stands (§2.2): what is asked in the dialog, and what the message answers by itself. */
export const messageAction = {
  rows: ['INT-01', 'INT-02'],
  clause: '2.2',
  command: 'report-message',
  asks: ['requesterName', 'contact', 'right'] as readonly string[],
  answers: { channel: 'STAFF_CHAT', identityAtCounter: 'NOT_YET', behalf: 'SELF', formatWish: 'NO_WISH' },
  /** Characters of a message that are kept. */
  mostWords: 4000,
  about: 'The words of this message and its time are kept as the request. Nothing is written into this conversation.',
  cut: 'The message is very long: its first 4,000 characters are kept. Keep the message itself.',
  empty: 'This message has no words, perhaps only a picture or a file. Say what was asked for.',
  recorded: (ref: string) => `Recorded as ${ref}. It counts from the time of the message.`,
  already: (ref: string) => `This message is recorded already, as ${ref}. Nothing was recorded a second time.`,
} as const;
