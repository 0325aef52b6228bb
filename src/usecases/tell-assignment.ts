/** What a card about assignment says first, by message. */
export const ASSIGNMENT_BANNERS: Readonly<Record<string, string>> = {
  'choose-the-lead': 'It touches several directorates. Choose who leads, and log it.',
  'part-not-ours': 'Part of it is not theirs. Give it to the directorate that holds it.',
  'help-answered': 'A directorate that was asked for help has answered.',
  'advice-wanted': 'A question for Information Governance.',
  escalated: 'A DIAO has escalated this case to Information Governance.',
  'dead-decided': 'Information Governance has decided how this is dealt with. Send the answer and close.',
  'advice-given': 'Information Governance has answered.',
};

/** LTR-39: what the FOI Coordinator is told in place of the case. */
export const ASSIGNMENT_NOTICES: Readonly<Record<string, string>> = {
  'sent-back': 'A directorate says that it is not theirs',
  'part-not-ours': 'A directorate says that part of it is not theirs',
};
