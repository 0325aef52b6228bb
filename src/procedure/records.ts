import type { Option } from '../domain/fields.js';

/** T2, §2.7.1: where records are held. */
export const systems = [
  { code: 'HOUSING', title: 'Housing systems (HICS, SAFFRON, Northgate)', holds: 'tenancy, repairs, housing register' },
  { code: 'CRM', title: 'Contact system (CRM)', holds: 'contact details; which departments dealt with the person' },
  { code: 'EMAIL', title: 'Staff mailboxes', holds: 'mail' },
  { code: 'ANITE', title: 'Anite', holds: 'documents of Housing, benefits, Council Tax and adult social care' },
  { code: 'ACADEMY', title: 'Academy', holds: 'Council Tax and benefits' },
  { code: 'FRAMEWORK', title: 'Framework', holds: 'social-work clients: assessments, correspondence' },
  { code: 'UNIFORM', title: 'Uniform', holds: 'noise and environmental complaints, licensing, planning' },
  { code: 'ICPS', title: 'ICPS', holds: 'parking penalties and letters' },
  { code: 'CASEWORK', title: 'i-Casework', holds: 'complaints, FOIs, member enquiries, subject requests' },
  { code: 'HRIS', title: 'Oracle HRIS', holds: 'employees' },
  { code: 'IMPULSE', title: 'Impulse', holds: 'school admissions and appeals' },
  { code: 'YOIS', title: 'YOIS', holds: 'Youth Offending Team cases' },
  { code: 'SENATE', title: 'SENATE', holds: 'special educational needs' },
  { code: 'EPIC', title: 'EPIC', holds: 'educational psychology' },
  { code: 'MANUAL', title: 'Paper files', holds: 'paper, on and off site' },
  { code: 'ARCHIVE', title: 'Off-site archive', holds: 'archived files' },
  { code: 'UNSTRUCT', title: 'Unstructured paper', holds: 'minutes and the like' },
  { code: 'BACKUP', title: 'Back-up data', holds: 'only what is absent from live data' },
  { code: 'CCTV', title: 'CCTV', holds: 'footage' },
  { code: 'CALLS', title: 'Call recordings', holds: 'service-centre calls, six months' },
  { code: 'JOINTREC', title: 'Integrated health and social care record', holds: 'joint with the NHS Trust' },
] as const;
export const systemChoices: readonly Option[] = systems.map((s) => ({ value: s.code, title: s.title }));
export const systemTitle = (code: unknown): string => systems.find((s) => s.code === code)?.title ?? 'records';

/** SRC-01, SRC-03, SRC-05: which systems to propose, by the directorate that has the case and by words of the request. */
interface Proposal {
  systems: readonly string[];
  directorates: readonly string[];
  words: readonly string[];
}
const proposal = (systems: string[], directorates: string[], ...words: string[]): Proposal => ({ systems, directorates, words });
const proposals: readonly Proposal[] = [
  proposal(['HOUSING', 'ANITE'], ['HOU'], 'rent', 'tenan', 'housing', 'repair', 'homeless', 'leasehold', 'estate', 'damp', 'mould'),
  proposal(['ACADEMY', 'ANITE'], [], 'council tax', 'benefit'),
  proposal(['FRAMEWORK'], ['CHILD', 'IHA'], 'social work', 'in care', 'care record', 'foster', 'adult social care', 'child protection'),
  proposal(['JOINTREC'], ['IHA'], 'health', 'nhs', 'occupational therap'),
  proposal(['UNIFORM'], [], 'noise', 'licens', 'planning', 'building control', 'environmental'),
  proposal(['ICPS'], [], 'parking', 'penalty charge', 'ticket'),
  proposal(['CASEWORK'], [], 'complain', 'freedom of information', 'councillor', 'ombudsman'),
  proposal(['HRIS'], [], 'employee', 'my job', 'payroll', 'sickness', 'grievance', 'personnel'),
  proposal(['IMPULSE'], [], 'school', 'admission'),
  proposal(['SENATE', 'EPIC'], [], 'special educational need', 'educational psycholog'),
  proposal(['YOIS'], [], 'youth offending'),
  proposal(['CALLS'], [], 'call recording', 'phone call', 'recorded call'),
  proposal(['CCTV'], [], 'cctv', 'footage', 'camera'),
  proposal(['EMAIL'], [], 'e-mail', 'email', 'mailbox'),
  proposal(['MANUAL'], [], 'paper', 'file', 'letters'),
];
export const proposalRow = { rows: ['SRC-01', 'SRC-03', 'SRC-05'], clause: '2.7.1' };

/** Systems that the words of a request point at; codes only, so that no word of it stands in the register. */
export function systemsFromWords(words: string): string[] {
  const said = words.toLowerCase();
  return namesOf(proposals.filter((p) => p.words.some((word) => said.includes(word))));
}

/**
 * Systems to propose on a case: those of its directorate and of the directorates that the contact system showed, those that the request or
 * another search points at, and the contact system itself.
 */
export function proposedSystems(facts: Readonly<Record<string, unknown>>): string[] {
  const shown = Array.isArray(facts['suggestedDirectorates']) ? (facts['suggestedDirectorates'] as string[]) : [];
  const own = namesOf(proposals.filter((p) => p.directorates.some((d) => d === facts['directorate'] || shown.includes(d))));
  const pointed = Array.isArray(facts['suggestedSystems']) ? (facts['suggestedSystems'] as string[]) : [];
  return [...new Set([...own, 'CRM', ...pointed])];
}

const namesOf = (found: readonly Proposal[]): string[] => [...new Set(found.flatMap((p) => p.systems))];

export const searchAnswers: readonly Option[] = [
  { value: 'FOUND', title: 'Found' },
  { value: 'NOTHING', title: 'Nothing held' },
  { value: 'NOT_OURS', title: 'Not ours' },
];
/** A search that needs nothing more. One answered as not theirs stays open until it is passed on or withdrawn. */
export const isSearchSettled = (task: Readonly<Record<string, unknown>>): boolean =>
  ['FOUND', 'NOTHING', 'WITHDRAWN'].includes(String(task['answer']));

/** SRC-14: why nothing is held; a nil find is stated, not skipped. */
export const nilReasons: readonly Option[] = [
  { value: 'NEVER', title: 'This person does not appear here' },
  { value: 'DESTROYED', title: 'Destroyed when its time was over' },
  { value: 'MOVED', title: 'Moved to another place' },
  { value: 'OTHER', title: 'Another reason, as noted' },
];
export const nilReason = (code: unknown): string => nilReasons.find((r) => r.value === code)?.title ?? '';
