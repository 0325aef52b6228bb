/** An answer to each question of an exemption's own, all invented; one that the case decides is overridden by the test. */
export const ofExemption: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'EX-CRIME': { investigation: 'OTHER', realChance: 'true', consultee: 'PC Example' },
  'EX-TAX': { investigation: 'COUNCIL', realChance: 'true', consultee: 'Tess Tax' },
  'EX-HEALTH': { harmTo: 'PERSON', consultee: 'Dr Sample, by letter' },
  'EX-EDU': { eduLimb: 'HARM', harmTo: 'PERSON', consultee: 'Ted Teacher' },
  'EX-SOCIAL': { harmTo: 'OTHER', socialTeam: 'LEAVING_CARE', consultee: 'the duty desk' },
  'EX-OCC': { harmTo: 'PERSON', consultee: 'Dr Work' },
  'EX-HSCC': {},
  'EX-ADOPT': { branch: 'A' },
  'EX-REF': { referenceWay: 'GIVEN', referenceFor: 'WORK', inConfidence: 'true' },
  'EX-MGMT': {},
  'EX-NEG': { negotiation: 'the claim of 2025', lookAgainOn: '2027-01-15' },
  'EX-LPP': { privilege: 'ADVICE', consultee: 'Lee Legal' },
  'EX-PUB': { law: 'Licensing Act 2003', whereElse: 'the public register' },
  'EX-STAT': { law: 'Pension Schemes Regulations 1996', whereElse: 'the pension office' },
  'EX-DISPROP': { effort: 'forty boxes by hand', effect: 'little', viewing: 'true' },
};
