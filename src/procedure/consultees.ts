import type { Option } from '../domain/fields.js';

/** T9: who may be asked for a view. Most have no Teams, so the officer records what they say. */
export const consultees: readonly Option[] = [
  { value: 'HEALTH_PRO', title: 'Health professional' },
  { value: 'INVESTIGATOR', title: 'Whoever runs the investigation' },
  { value: 'AUTHOR', title: 'Author of the record' },
  { value: 'OTHER_PERSON', title: 'The other person' },
  { value: 'SOCIAL_WORKER', title: 'Social worker' },
  { value: 'LEGAL', title: 'Legal' },
  { value: 'FOIC', title: 'FOI Coordinator' },
  { value: 'IG', title: 'Information Governance' },
  { value: 'NHS_TRUST', title: 'NHS Trust' },
];
export const consulteeTitle = (code: unknown): string => consultees.find((c) => c.value === code)?.title ?? 'consultee';
/** Who is asked under an exemption that blocks release until they have answered. */
export const consulteeFor: Readonly<Record<string, string>> = { 'EX-HEALTH': 'HEALTH_PRO', 'EX-CRIME': 'INVESTIGATOR' };

export const opinions: readonly Option[] = [
  { value: 'KEEP', title: 'Keep it back' },
  { value: 'PART', title: 'Part of it may be given' },
  { value: 'GIVE', title: 'It may be given' },
  { value: 'NONE', title: 'No view' },
];
export const opinionTitle = (code: unknown): string => opinions.find((o) => o.value === code)?.title.toLowerCase() ?? '';
