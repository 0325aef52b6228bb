/** The columns of the file that cases already open are taken over from, in any order; each fills one answer of the step `import-a-case`. */
export const importColumns = [
  { column: 'external_reference', field: 'otherReference', says: 'the reference in the earlier register; makes a second run harmless' },
  { column: 'requester_name', field: 'requesterName', says: 'full name' },
  { column: 'contact', field: 'contact', says: 'phone or e-mail' },
  { column: 'words', field: 'words', says: 'what they asked for' },
  { column: 'date_of_birth', field: 'dateOfBirth', says: 'a day' },
  { column: 'address', field: 'address', says: 'lines may be broken inside quotes' },
  { column: 'received', field: 'receivedOn', says: 'the day the council received it' },
  { column: 'right', field: 'right', says: 'code or title: ACCESS, Right to erasure' },
  { column: 'channel', field: 'channel', says: 'code or title: EMAIL, By post' },
  { column: 'stage', field: 'stage', says: 'code or title: REPORTED, LOGGED, VALIDATING, AWAITING_REQUESTER, ASSIGNED' },
  { column: 'post', field: 'post', says: 'id of the DIAO post, such as HOU-3; from LOGGED on' },
  { column: 'logged', field: 'loggedOn', says: 'a day; from LOGGED on' },
  { column: 'acknowledged', field: 'acknowledgedOn', says: 'a day' },
  { column: 'diao', field: 'diao', says: 'name or object id of a DIAO of the directorate; from VALIDATING on' },
  { column: 'officer', field: 'officer', says: 'name or object id of an officer of the directorate; at ASSIGNED' },
  { column: 'identity_evidence', field: 'evidence', says: 'code: ID_PASSPORT, ID_LICENCE, ID_OTHER, ID_WORKMAIL; at ASSIGNED' },
  { column: 'identity_asked', field: 'identityAskedOn', says: 'a day' },
  { column: 'identity_arrived', field: 'identityCameOn', says: 'a day; empty while it is awaited' },
  { column: 'question_asked', field: 'questionOn', says: 'a day; a question that pauses the clock' },
  { column: 'question_answered', field: 'answerOn', says: 'a day; empty while it is open' },
  { column: 'extension_told', field: 'extendedOn', says: 'the day the requester was told' },
  { column: 'extension_months', field: 'extendedMonths', says: '1 or 2' },
  { column: 'note', field: 'note', says: 'anything else, at most 200 characters' },
] as const;

/** Columns a file must have. The others may be left out; whether a row needs them follows from its stage. */
export const neededColumns = ['external_reference', 'requester_name', 'contact', 'words', 'received', 'right', 'channel', 'stage'] as const;
