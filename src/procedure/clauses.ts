/** The policy whose clauses are cited, with the reading we took where it is unclear (“Open points” of the requirements catalogue). */
export const policy = { title: 'Data Subject Access Request Policy and Procedure', version: '7.2' } as const;

/** Every clause that a declaration cites: its heading, so that a card can say what “§2.6.2” is. A test fails on a citation that is not here. */
export const clauses: Record<string, { heading: string; reading?: string }> = {
  '1.1': { heading: 'Definitions' },
  '1.2': { heading: 'Principles' },
  '1.2.1': { heading: 'How a request may be made' },
  '1.2.2': { heading: 'Who may ask' },
  '1.2.3': { heading: 'Asking for somebody else' },
  '1.2.5': { heading: 'What a requester is owed' },
  '1.3': { heading: 'Roles and duties' },
  '2.1': { heading: 'The procedure in outline', reading: 'The flowchart is missing; the stages are our reading (OP-01).' },
  '2.2': { heading: 'Recognising and taking a request' },
  '2.2.4': { heading: 'Spoken requests' },
  '2.3': { heading: 'Receipt, logging and assignment' },
  '2.3.2': { heading: 'Logging within 48 hours', reading: '48 elapsed hours from the first receipt by anybody (OP-09).' },
  '2.3.3': {
    heading: 'Assignment from the knowledge base',
    reading: 'Two steps: allocate to a DIAO on logging, name the case officer after validation (OP-02).',
  },
  '2.3.4': { heading: 'Requests that cross directorates' },
  '2.4.1': { heading: 'Validation and the ten general steps' },
  '2.4.2': { heading: 'Clarification' },
  '2.4.3': { heading: 'Proof of identity' },
  '2.5': { heading: 'Who deals with a request' },
  '2.6.1': {
    heading: 'The time limit',
    reading: 'Day of receipt counts; corresponding date of the next month; weekends and bank holidays roll forward (OP-07).',
  },
  '2.6.2': { heading: 'Asking for what is missing', reading: '7 calendar days from receipt (OP-09).' },
  '2.6.3': { heading: 'Every effort to answer in time' },
  '2.6.5': { heading: 'Closing when no reply comes' },
  '2.7': { heading: 'Searching for records' },
  '2.7.1': { heading: 'Where records are held' },
  '2.8': { heading: 'Assessing what was found' },
  '2.11': { heading: 'Inaccurate or out-of-date records' },
  '2.12': { heading: 'Sending the reply and closing' },
  '2.12.1': { heading: 'Checks before sending' },
  '2.12.2': { heading: 'Completion' },
  '3.7': { heading: 'Adoption records' },
  'App. 4': { heading: 'Internal review' },
  'F-Q11': { heading: 'Access for a business-critical need' },
};
