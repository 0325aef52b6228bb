import type { Option } from '../domain/fields.js';
import { addMonths, type LocalDate } from '../domain/local-date.js';
import type { Facts } from '../domain/subject-request.js';
import { exemptionOf } from './exemption-choices.js';
import { healthOpinion } from './limits-assessing.js';
import { dpo, igTeam } from './roles.js';

/** T9: who may be asked for a view. Most have no Teams, so the officer records what they say. */
export const consultees: readonly Option[] = [
  { value: 'HEALTH_PRO', title: 'Health professional' },
  { value: 'OCC_HEALTH', title: 'Occupational health professional' },
  { value: 'INVESTIGATOR', title: 'Whoever runs the investigation' },
  { value: 'AUTHOR', title: 'Author of the record' },
  { value: 'OTHER_PERSON', title: 'The other person' },
  { value: 'SOCIAL_WORKER', title: 'Social worker' },
  { value: 'CHILD_PROTECTION', title: 'Family Support and Child Protection' },
  { value: 'LEAVING_CARE', title: 'Leaving Care Service' },
  { value: 'LAST_TEAM', title: 'Team of last contact' },
  { value: 'LEGAL', title: 'Legal' },
  { value: 'FOIC', title: 'FOI Coordinator' },
  { value: 'IG', title: 'Information Governance' },
  { value: 'DPO', title: 'Data Protection Officer' },
  { value: 'NHS_TRUST', title: 'NHS Trust' },
];
export const consulteeTitle = (code: unknown): string => consultees.find((c) => c.value === code)?.title ?? 'consultee';

/** Who is asked under an exemption that blocks release until they have answered (T4). */
const FIRST: Readonly<Record<string, string>> = {
  'EX-HEALTH': 'HEALTH_PRO',
  'EX-OCC': 'OCC_HEALTH',
  'EX-CRIME': 'INVESTIGATOR',
  'EX-TAX': 'INVESTIGATOR',
  'EX-EDU': 'AUTHOR',
  'EX-LPP': 'LEGAL',
  'EX-DISPROP': dpo.code,
};
/** Those who have a post here: they are told by a card and answer on it. */
const BY_CARD: readonly string[] = [igTeam.code, dpo.code];
export const answersByCard = (who: unknown): boolean => BY_CARD.includes(String(who));

/**
 * Whose word the reply waits for when a record is kept back under this exemption; null when nobody's. A reference that is not plainly
 * confidential goes to Information Governance (OP-18); social-work data to the one who was picked.
 */
export function waitsFor(record: Facts): string | null {
  const { code } = record;
  if (code === 'EX-REF') return record['inConfidence'] === true && record['referenceFor'] !== 'OTHER' ? null : igTeam.code;
  if (exemptionOf(code)?.consult?.blocks !== true) return null;
  return code === 'EX-SOCIAL' ? String(record['socialTeam'] ?? 'SOCIAL_WORKER') : (FIRST[String(code)] ?? 'AUTHOR');
}

export const opinions: readonly Option[] = [
  { value: 'KEEP', title: 'Keep it back' },
  { value: 'PART', title: 'Part of it may be given' },
  { value: 'GIVE', title: 'It may be given' },
  { value: 'NONE', title: 'No view' },
];
export const opinionTitle = (code: unknown): string => opinions.find((o) => o.value === code)?.title.toLowerCase() ?? '';

/** OP-19: the word of a health professional counts for six months; after that they are asked again. */
const AGES = ['EX-HEALTH', 'EX-OCC'];
export const isFresh = (consult: Facts, today: LocalDate): boolean =>
  !AGES.includes(String(consult['code'])) || addMonths(String(consult['answeredOn']), healthOpinion.n) >= today;
/** Somebody said that this record is to be kept back under this exemption, and their word still counts. */
export const backs = (consult: Facts, { record, code }: { record: string; code: unknown }, today: LocalDate): boolean =>
  consult['record'] === record &&
  consult['code'] === code &&
  ['KEEP', 'PART'].includes(String(consult['opinion'])) &&
  isFresh(consult, today);
