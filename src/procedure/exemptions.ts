/** T4, §3, App. 5: what may be kept back, each with its test and its limits. Applied case by case, cautiously, to the least that is needed (EXM-01). */
export interface Exemption {
  code: string;
  title: string;
  clause: string;
  /** What must be true of the very words that are kept back. */
  test: string;
  limits: string;
  /** Who is asked first; `blocks` when nothing is released until they have answered (T4). */
  consult?: { who: string; blocks: boolean };
  /** What the file note says beside what is withheld and why. */
  note: string;
  /** When the requester need not be told which exemption it is; left out when they always are (OP-15). IG approves each silence. */
  silence?: 'prejudice' | 'harm' | 'branches C and D';
  /** May cover a whole class of records; the others a page or a paragraph. */
  wholeClass?: true;
  /** Not an exemption of records but a ground for refusing the request (§2.4.4, §3.3). */
  refusalGround?: true;
}
const exemption = (code: string, clause: string, title: string, row: Omit<Exemption, 'code' | 'clause' | 'title'>): Exemption => ({
  code,
  clause,
  title,
  ...row,
});
const inquiry = 'Not blanket: shown for this case, with a substantial chance of noticeable damage, and for the prejudicial parts only.';
const serious = 'Serious harm to the body or mind of the person or somebody else is likely.';

export const exemptions: readonly Exemption[] = [
  exemption('EX-TP', '2.9', 'About somebody else', {
    test: 'It identifies another person, who does not consent, and giving it without consent is not reasonable.',
    limits: 'Only what identifies them; consider what the requester knows already.',
    consult: { who: 'the other person, where apt', blocks: false },
    note: 'The four factors and the steps taken to get consent.',
  }),
  exemption('EX-AUTH', 'App. 5', 'Written by somebody else', {
    test: 'Not exempt in itself: weigh what the requester knows, had, and would be worried by, and how it is marked.',
    limits: 'The council decides.',
    consult: { who: 'the author', blocks: false },
    note: 'The four answers.',
  }),
  exemption('EX-CRIME', '3.4', 'Crime: preventing, detecting, prosecuting', {
    test: 'Giving it is likely to prejudice preventing or detecting crime, or catching or prosecuting offenders.',
    limits: inquiry,
    consult: { who: 'whoever runs the investigation', blocks: true },
    note: 'The prejudice in this case.',
    silence: 'prejudice',
  }),
  exemption('EX-TAX', '3.4', 'Tax or duty', {
    test: 'Giving it is likely to prejudice assessing or collecting a tax or duty; also assessments of the risk of fraud or non-payment.',
    limits: inquiry,
    consult: { who: 'the tax or benefit investigator', blocks: true },
    note: 'The prejudice in this case.',
    silence: 'prejudice',
  }),
  exemption('EX-HEALTH', '3.5(i)', 'Health: serious harm', {
    test: serious,
    limits: 'The most serious cases only. Nothing is given or kept back before the health professional has answered.',
    consult: { who: 'the health professional in charge of care', blocks: true },
    note: 'Who was asked, what they said, when.',
    silence: 'harm',
  }),
  exemption('EX-EDU', '3.5(ii)', 'Education', {
    test: 'Serious harm is likely; or a parent or appointee asks, the data is about child abuse, and giving it is not in the child’s interests.',
    limits: 'Only on one of these two limbs.',
    consult: { who: 'the author of the record', blocks: true },
    note: 'Which limb, and the author’s view.',
    silence: 'harm',
  }),
  exemption('EX-SOCIAL', '3.5(iii)', 'Social work', {
    test: 'Social work would be prejudiced because serious harm to the person or somebody else is likely.',
    limits: 'Narrow; a concern that the case is put at risk may be considered.',
    consult: { who: 'the author or lead social worker', blocks: true },
    note: 'Who was asked and their view.',
    silence: 'harm',
  }),
  exemption('EX-OCC', '3.5(iv)', 'Occupational health', {
    test: serious,
    limits: 'Reports on a current or former employee.',
    consult: { who: 'the professional who wrote the report', blocks: true },
    note: 'Their view.',
    silence: 'harm',
  }),
  exemption('EX-HSCC', '3.6', 'Health and social care complaint', {
    test: 'Handling the complaint is likely to be prejudiced.',
    limits: 'Regulatory activity only.',
    consult: { who: 'the complaint handler', blocks: false },
    note: 'The prejudice.',
  }),
  exemption('EX-ADOPT', '3.7', 'Adoption records', {
    test: 'It is an adoption record.',
    limits: 'The whole class; another law gives access.',
    consult: { who: 'the adoption social worker', blocks: false },
    note: 'The branch, A to D.',
    silence: 'branches C and D',
    wholeClass: true,
  }),
  exemption('EX-REF', '3.8', 'Confidential reference', {
    test: 'It is a reference given or received in confidence.',
    limits: 'Confidential references only.',
    note: 'Given or received, and for what.',
  }),
  exemption('EX-MGMT', '3.9', 'Management planning', {
    test: 'The conduct of the business is likely to be prejudiced by giving forecasts or plans.',
    limits: 'To that extent only.',
    consult: { who: 'the owner of the plan', blocks: false },
    note: 'The prejudice.',
    silence: 'prejudice',
  }),
  exemption('EX-NEG', '3.10', 'Negotiation with the requester', {
    test: 'The council’s position in a negotiation with this person is likely to be prejudiced.',
    limits: 'Ends with the negotiation, unless another would suffer.',
    consult: { who: 'the negotiator or Legal', blocks: false },
    note: 'Whether it is live, and which.',
    silence: 'prejudice',
  }),
  exemption('EX-LPP', '3.11', 'Legal privilege', {
    test: 'It passed between the council and its legal advisers, to get advice or for litigation that is a real prospect.',
    limits: 'Narrow: what it says counts, not who sent it.',
    consult: { who: 'the legal adviser', blocks: true },
    note: 'Which kind, and which adviser.',
  }),
  exemption('EX-PUB', '2.12.2', 'Published by law', {
    test: 'The council must publish it by law.',
    limits: 'Not what goes beyond that.',
    note: 'The law.',
    wholeClass: true,
  }),
  exemption('EX-STAT', '2.12.2', 'Another law gives access', {
    test: 'Another statute has its own way of access.',
    limits: 'Point the requester to it.',
    consult: { who: 'Information Governance', blocks: false },
    note: 'The statute.',
    wholeClass: true,
  }),
  exemption('EX-DISPROP', '3.2', 'Disproportionate effort', {
    test: 'A permanent copy would take effort out of proportion.',
    limits: 'The copy only; a viewing may still be owed.',
    consult: { who: 'the Data Protection Officer', blocks: true },
    note: 'Cost, time and difficulty against the effect on the person.',
  }),
  exemption('EX-REPEAT', '3.3', 'Asked again too soon', {
    test: 'The same or a similar request came before a reasonable time had passed.',
    limits: 'Mind what is new.',
    consult: { who: 'Information Governance, if unsure', blocks: false },
    note: 'The factors.',
    refusalGround: true,
  }),
  exemption('EX-MUE', '2.4.4', 'Manifestly unfounded or excessive', {
    test: 'Plainly unfounded or excessive, on the facts of this request.',
    limits: 'A ground for refusing or for a fee, not an exemption.',
    consult: { who: 'Information Governance; the Data Protection Officer on a fee', blocks: false },
    note: 'The weighing.',
    refusalGround: true,
  }),
];
export const exemptionRow = { rows: ['EXM-01'], clause: '3.1' };
