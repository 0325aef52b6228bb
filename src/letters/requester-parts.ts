/** The terms on which an elected member gets the data, for the notice that goes with it (LTR-30). */
export interface MemberTerms {
  /** In what they ask: for a constituent, for council duties, or for a party. */
  for: 'WARD' | 'COUNCIL' | 'PARTY';
  purposes: string;
  /** How it is kept safe; only when a copy leaves the council or is read from elsewhere. */
  security?: string;
  leaves: boolean;
}

/** What came of a request about somebody who has died (LTR-31). */
export interface AboutTheDead {
  route: 'BAU' | 'DISCRETE' | 'FOI';
  /** The reference under which it goes on, for freedom of information. */
  foiReference?: string;
  result?: 'GIVEN' | 'PART' | 'NOT_GIVEN';
}
