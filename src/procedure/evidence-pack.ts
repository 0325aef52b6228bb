import { caseOfficer, diao, dpo, igTeam } from './roles.js';

/** DSP-09, §2.12.2: everything about one case in one file, for the Commissioner, a court or a review; and what of it the requester may have. */
export const evidencePack = {
  rows: ['DSP-09'],
  clause: '2.12.2',
  by: [caseOfficer, diao, igTeam, dpo],
};

/**
 * The steps that the requester may read of in their own version, in words for them. A step that is not here is not in it: what was found,
 * weighed, asked of others or decided inside is told by the reply itself, or not at all.
 */
export const toldToTheRequester: Readonly<Record<string, string>> = {
  'report-a-request': 'Your request reached us.',
  'log-and-allocate': 'We entered your request in our register.',
  'ask-for-what-is-missing': 'We asked you for what was missing.',
  'record-what-arrived': 'What we asked you for reached us.',
  'confirm-identity': 'We checked who you are.',
  'record-acknowledgement': 'We wrote to you that we have your request.',
  'extend-the-time': 'We told you that we need more time, and why.',
  'ask-for-the-fee': 'We told you of a fee.',
  'record-the-fee': 'The fee reached us.',
  'refuse-the-request': 'We told you our decision, and why.',
  'record-a-letter-as-sent': 'We wrote to you.',
  'record-as-sent': 'We sent you our reply.',
  'close-the-case': 'We closed your request.',
  withdraw: 'You took your request back.',
  reopen: 'We opened your request again.',
};

/** Letters that are never the requester's, whatever the case: none of them goes into their version. */
export const lettersOfOurOwn: readonly string[] = ['slip'];
