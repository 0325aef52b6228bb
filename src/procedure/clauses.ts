/** The policy whose clauses are cited, with the reading we took where it is unclear (“Open points” of the requirements catalogue). */
export const policy = { title: 'Data Subject Access Request Policy and Procedure', version: '7.2' } as const;

export interface Clause {
  heading: string;
  reading?: string;
  /** Tells how the document is meant and asks nothing of anybody, so nothing need cite it. */
  guidance?: boolean;
}

/**
 * Every clause that a declaration cites: its heading, so that a card can say what “§2.6.2” is. A test fails on a citation that is not
 * here, and on a rule here that nothing cites.
 */
export const clauses: Record<string, Clause> = {
  '1.1': { heading: 'Definitions' },
  '1.2': { heading: 'Principles' },
  '1.2.2': { heading: 'Who may ask' },
  '1.2.3': {
    heading: 'Asking for somebody else',
    reading:
      'An age of twelve only proposes; a recorded assessment decides (OP-14). Only a solicitor certifies, unless Information Governance allows another (OP-28).',
  },
  '1.2.5': { heading: 'What a requester is owed', guidance: true },
  '1.2.6': {
    heading: 'Seeing the file in place of a copy',
    reading: 'Nobody has a right to it; it takes the place of a copy only if they agree.',
  },
  '1.3': { heading: 'Roles and duties' },
  '2.1': { heading: 'The procedure in outline', guidance: true, reading: 'The flowchart is missing; the stages are our reading (OP-01).' },
  '2.2': { heading: 'Recognising and taking a request' },
  '2.2.4': { heading: 'Spoken requests' },
  '2.3': { heading: 'Passing it on to be logged' },
  '2.3.2': { heading: 'Logging within 48 hours', reading: '48 elapsed hours from the first receipt by anybody (OP-09).' },
  '2.3.3': {
    heading: 'Assignment from the knowledge base',
    reading: 'Two steps: allocate to a DIAO on logging, name the case officer after validation (OP-02).',
  },
  '2.3.4': { heading: 'Requests that cross directorates' },
  '2.3.5': {
    heading: 'What belongs to another controller',
    reading: 'Passed on at once and closed; Information Governance leads only where a part is mixed in (OP-05, OP-40).',
  },
  '2.4.1': { heading: 'Validation and the ten general steps' },
  '2.4.2': { heading: 'Asking what they mean', reading: 'Pauses the month, also for gaps found in validation (OP-08).' },
  '2.4.3': { heading: 'Proof of identity' },
  '2.4.4': { heading: 'Asking for a fee' },
  '2.6.1': {
    heading: 'The time limit',
    reading: 'Day of receipt counts; corresponding date of the next month; weekends and bank holidays roll forward (OP-07).',
  },
  '2.6.2': { heading: 'Asking for what is missing', reading: '7 calendar days from receipt (OP-09).' },
  '2.6.4': { heading: 'More time', reading: 'The DIAO proposes it with its ground, Information Governance confirms; once only (OP-12).' },
  '2.6.5': { heading: 'Closing when no reply comes' },
  '2.7': { heading: 'Searching for records' },
  '2.7.1': { heading: 'Where records are held' },
  '2.8': { heading: 'Assessing what was found' },
  '2.9': { heading: 'Data that also identifies somebody else' },
  '2.10': { heading: 'Codes and abbreviations', guidance: true },
  '2.11': { heading: 'Inaccurate or out-of-date records' },
  '2.12': { heading: 'Sending the reply and closing' },
  '2.12.1': { heading: 'Checks before sending' },
  '2.12.2': { heading: 'Completion' },
  '3.1': { heading: 'Withholding: item by item, with a note' },
  '3.2': { heading: 'Disproportionate effort' },
  '3.3': { heading: 'Requests repeated too soon' },
  '3.4': { heading: 'Crime and taxation' },
  '3.5': { heading: 'Health, education, social work, occupational health' },
  '3.6': { heading: 'Health and social care complaints' },
  '3.7': { heading: 'Adoption records' },
  '3.8': { heading: 'References' },
  '3.9': { heading: 'Management forecasts' },
  '3.10': { heading: 'Negotiations' },
  '3.11': { heading: 'Legal privilege' },
  '3.12': {
    heading: 'Telling the requester what was withheld',
    reading:
      'The exemption is named unless naming it would do the harm it guards against; Information Governance approves each silence (OP-15).',
  },
  '3.13': { heading: 'Files of those who were in care' },
  '3.14': {
    heading: 'Historic child abuse',
    reading: 'Handed to the Historic SARs team; our clock keeps running until they have answered (OP-40).',
  },
  '4-1': {
    heading: 'Monitoring and reporting',
    reading: 'No day, recipients or format are named: Mondays at nine, received to the IAOs, outstanding to all who act (OP-30).',
  },
  'App. 1': {
    heading: 'Elected members',
    reading: 'Authority is assumed only when all three answers are yes (OP-25).',
  },
  'App. 2': {
    heading: 'Data of people who have died',
    reading: 'A discrete disclosure is a single one, decided by Information Governance with reasons (OP-26, OP-27).',
  },
  'App. 4': { heading: 'Internal review' },
  'App. 5': { heading: 'Exemptions in short' },
  'App. 6-1': { heading: 'Taking back consent' },
  'App. 6-2': { heading: 'Access' },
  'App. 6-3': { heading: 'Erasure' },
  'App. 6-4': { heading: 'Rectification and restriction', reading: 'Two parts of the appendix carry the number 4; both are meant.' },
  'App. 6-5': { heading: 'Portability' },
  'App. 6-6': { heading: 'Objection' },
  'App. 6-7': { heading: 'Decisions by computer alone' },
  'F-Q7': { heading: 'Reviewing who still needs access', reading: 'Every six months, each grant is kept, changed or ended.' },
  'F-Q11': { heading: 'Access for a business-critical need' },
  'UK GDPR Art. 12A': {
    heading: 'Time limits, and when they stand still',
    reading: 'A question that is needed to find the data pauses the clock; the policy is older and starts it anew (OP-08).',
  },
  'DPA 2018 s. 164A': {
    heading: 'Complaints to the council',
    reading: 'Acknowledged within 30 days, for complaints from 19 June 2026 on.',
  },
};
