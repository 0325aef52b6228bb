import { choice, choices, date, person, text, type Option } from '../domain/fields.js';
import { postChoices } from './owners.js';
import { systemChoices } from './records.js';
import { callCentre, complaintsUnit, diao, dpo, igTeam, officerPool } from './roles.js';

/** ASG-02, ASG-17: the Corporate Complaints Unit keeps the knowledge base; those who work cases look things up in it. */
export const keeping = { rows: ['ASG-02', 'ASG-17'], clause: '1.3', by: [complaintsUnit] } as const;
export const lookingUp = { rows: ['ASG-17'], clause: '2.3.3', by: [callCentre, complaintsUnit, diao, officerPool, igTeam, dpo] } as const;

/** T11: the special route that a request about a service area may need. */
export const routeFlags: readonly Option[] = [
  { value: 'ELECTORAL', title: 'Electoral register: passed to the Electoral Registration Officer' },
  { value: 'BMD', title: 'Births, deaths, marriages: passed to the registrar' },
  { value: 'CCTV', title: 'CCTV: asks for place and time, keeps the footage' },
  { value: 'CALLS', title: 'Recorded calls: keeps the recording' },
  { value: 'UNSTRUCTURED', title: 'Unstructured paper' },
  { value: 'BACKUP', title: 'Back-up data' },
  { value: 'JOINT_HEALTH', title: 'Joint record with the NHS Trust' },
  { value: 'HISTORIC_ABUSE', title: 'Historic abuse: the Historic SARs team' },
  { value: 'ADOPTION', title: 'Adoption' },
  { value: 'LEAVING_CARE', title: 'Leaving care' },
  { value: 'EMPLOYEE_RECORDS', title: 'Employee records' },
  { value: 'MEMBER', title: 'Elected members' },
  { value: 'PUBLIC_REGISTER', title: 'Public register' },
];
export const routeFlagTitle = (code: unknown): string => routeFlags.find((r) => r.value === code)?.title ?? '';

/** An answer once chosen cannot be taken back on a card, so that nobody and nothing can be chosen too. */
export const NONE = 'NONE';
export const nobody: Option = { value: NONE, title: 'Nobody' };

/** What a row says, as its form asks it. `words` and `area` are words of the service, never of a person. */
export const areaFields = {
  area: text('Service area', { maxLength: 80, hint: 'For example: Rents and home ownership' }),
  words: text('Service words', { maxLength: 600, hint: 'Parted by commas, as people say them: rent, arrears, leasehold' }),
  systems: choices('Systems they hold', { optional: true, options: systemChoices }),
  post: choice('Which DIAO post answers for it?', { options: postChoices }),
  deputy: person('Deputy, when the post cannot act', { optional: true, holding: diao.code }),
  officer: person('Case officer proposed first', { optional: true, holding: officerPool.code }),
  route: choice('Special route it may need', { optional: true, options: [{ value: NONE, title: 'None' }, ...routeFlags] }),
  from: date('Valid from', { preset: (about) => about.today }),
  to: date('Valid to, its last day', { optional: true }),
};

/** Columns of the file, in its order; `row` and `version` tell a changed row from a new one, and from one changed by somebody since. */
export const knowledgeColumns = ['row', 'version', 'area', 'words', 'systems', 'post', 'deputy', 'officer', 'route', 'from', 'to'] as const;

const LARGEST_WORD = 40;
const MOST_WORDS = 40;

/** Service words as typed: small letters, each once. */
export const splitWords = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map((word) => word.trim().replace(/\s+/g, ' ').toLowerCase())
      .filter(Boolean),
  ),
];

/** What is wrong with a row's words; null when nothing. A number, an address or a name of a person has no place here. */
export function faultInWords(words: readonly string[]): string | null {
  const odd = words.find((word) => /[^\p{L}\p{N} &'’/().-]/u.test(word) || /\d{5,}/.test(word));
  if (odd !== undefined) return `“${odd}” is no service word: letters and short numbers only.`;
  const long = words.find((word) => word.length > LARGEST_WORD);
  if (long !== undefined) return `“${long.slice(0, LARGEST_WORD)}…” is longer than ${LARGEST_WORD} characters.`;
  return words.length > MOST_WORDS ? `At most ${MOST_WORDS} words for one area.` : null;
}
