/** §1.1: the words of the procedure, in everyday English. */
export const glossary: readonly { term: string; means: string }[] = [
  { term: 'Personal data', means: 'Anything that is about a living person who can be told from it, in any form.' },
  { term: 'Identifiable person', means: 'Somebody who can be told by a name, a number, a place or what is said about them.' },
  {
    term: 'Special category data',
    means: 'Race, politics or union, religion, health, sex life, genes and fingerprints: it needs extra protection.',
  },
  { term: 'Controller', means: 'Whoever decides what personal data is used for and how: here, the council.' },
  { term: 'Processor', means: 'A company or body that uses personal data for the council and only as the council says.' },
  { term: 'Subject request', means: 'Somebody uses one of their rights over data about them, in any words.' },
  { term: 'Subject access request (SAR)', means: 'The right used most: to be told what is held, and to have a copy.' },
  { term: 'Breach', means: 'Personal data lost, changed, or seen by somebody who should not. Tell Information Governance at once.' },
  { term: 'DPO', means: 'Data Protection Officer: advises the council, watches over it, decides fees and refusals.' },
  { term: 'DIAO', means: 'Deputy Information Asset Owner: takes on the requests of their service and approves the replies.' },
  { term: 'Supervisory authority', means: 'The Information Commissioner’s Office (ICO), to which anybody may complain.' },
];
export const glossaryRow = { rows: ['GEN-03'], clause: '1.1' } as const;

/** GEN-02: what the procedure is read with; where each is kept stands in the council’s own file. */
export const readWith = { rows: ['GEN-02'], clause: '1.2', title: 'Read with' } as const;
