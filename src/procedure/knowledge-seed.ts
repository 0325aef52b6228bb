import type { KnowledgeRow } from '../domain/knowledge-base.js';
import { directorateOf, directorates } from './owners.js';

/** T1, T2: the knowledge base as it begins, one row a post; the Corporate Complaints Unit takes it from there (ASG-17). */
const areas: Readonly<Record<string, readonly [area: string, systems: readonly string[], route?: string]>> = {
  'HOU-1': ['Rents and home ownership', ['HOUSING', 'ANITE']],
  'HOU-2': ['Housing needs and homelessness', ['HOUSING', 'ANITE']],
  'HOU-3': ['Tenancies and estates', ['HOUSING', 'ANITE']],
  'HOU-4': ['Repairs and safety at home', ['HOUSING', 'ANITE']],
  'CHILD-1': ['Youth offending and community safety', ['YOIS', 'FRAMEWORK']],
  'CHILD-2': ['Children’s social care', ['FRAMEWORK', 'ARCHIVE'], 'LEAVING_CARE'],
  'CHILD-3': ['Schools and education', ['IMPULSE', 'SENATE', 'EPIC']],
  'FIN-1': ['Employees', ['HRIS', 'EMAIL'], 'EMPLOYEE_RECORDS'],
  'FIN-2': ['Finance and property', ['MANUAL']],
  'IHA-1': ['Care charges', ['FRAMEWORK']],
  'IHA-2': ['Safeguarding adults and mental health', ['FRAMEWORK', 'JOINTREC'], 'JOINT_HEALTH'],
  'IHA-3': ['Adult social care', ['FRAMEWORK', 'JOINTREC'], 'JOINT_HEALTH'],
  'IHA-4': ['Commissioning of care', ['MANUAL']],
  'IHA-5': ['Public health', ['MANUAL']],
  'LEGAL-1': ['Inquiries', ['MANUAL']],
  'LEGAL-2': ['Councillors and committees', ['CASEWORK', 'UNSTRUCT']],
  'LEGAL-3': ['Electoral register', ['MANUAL'], 'ELECTORAL'],
  'LEGAL-4': ['Information governance', ['CASEWORK']],
  'LEGAL-5': ['Governance', ['UNSTRUCT']],
  'LEGAL-6': ['Legal claims about housing and planning', ['MANUAL']],
  'LEGAL-7': ['Legal claims about social care', ['MANUAL']],
  'RES-1': ['Highways and building works', ['UNIFORM']],
  'RES-2': ['Council Tax, benefits, complaints, contact centre', ['ACADEMY', 'ANITE', 'CASEWORK', 'CRM', 'CALLS'], 'CALLS'],
  'RES-3': ['Parking, streets, noise, CCTV', ['ICPS', 'UNIFORM', 'CCTV'], 'CCTV'],
  'STRAT-1': ['Communication', ['MANUAL']],
  'GROW-1': ['Business, culture, adult learning', ['MANUAL']],
  'GROW-2': ['Planning and transport', ['UNIFORM']],
  'GROW-3': ['Regeneration', ['MANUAL']],
};

export const knowledgeSeed: readonly KnowledgeRow[] = directorates.flatMap((d) =>
  d.posts.map((p): KnowledgeRow => {
    const [area = p.title, systems = [], route = null] = areas[p.id] ?? [];
    const id = p.id.toLowerCase();
    return {
      ...{ id, version: 1, change: `seed:${id}`, area, words: [...p.words], systems: [...systems] },
      ...{ directorate: directorateOf(p.id), post: p.id, deputy: null, officer: null, route, from: '2026-01-01', to: null },
    };
  }),
);
