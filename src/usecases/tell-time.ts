/** Banners of messages about more time, a fee or a refusal. */
export const TIME_BANNERS: Record<string, string> = {
  'more-time-proposed': 'More time is proposed. Decide soon: the requester must be told within the first month.',
  'more-time-decided': 'Information Governance has decided on more time.',
  'look-at-proposal': 'A fee or a refusal is weighed. Give your view.',
  'view-given': 'Information Governance has given its view. Weigh it again, or go on.',
  'decide-proposal': 'A fee or a refusal is proposed. The decision is yours.',
  'proposal-decided': 'The Data Protection Officer has decided on the fee or refusal.',
  'fee-question': 'A question about a fee is waiting for your answer.',
  'fee-answered': 'Your question about the fee has been answered.',
};
