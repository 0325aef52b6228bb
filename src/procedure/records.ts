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

export const searchAnswers: readonly Option[] = [
  { value: 'FOUND', title: 'Found' },
  { value: 'NOTHING', title: 'Nothing held' },
];
