/**
 * What is kept of a proof of identity (OP-13, VAL-17): its kind, the day and who checked it. Never an image, and the words about it (how somebody
 * is known to us, what the doubt was) only until the case is closed.
 */
export const identitySteps = ['confirm-identity', 'doubt-the-identity'];
export const identityKeptRow = { rows: ['VAL-17'], clause: '2.4.3' };
/** The private answers of those steps, by name. */
export const identityWords = ['basis', 'doubt'];
