import type { Option } from '../domain/fields.js';

/** T1 (App. 3): the directorates and their posts; each post is one DIAO. Service words are the first rows of the knowledge base (ASG-17). */
interface Post {
  id: string;
  title: string;
  words: readonly string[];
}
interface Directorate {
  code: string;
  title: string;
  posts: readonly Post[];
}
const post = (id: string, title: string, ...words: string[]): Post => ({ id, title, words });

export const directorates: readonly Directorate[] = [
  {
    code: 'HOU',
    title: 'Housing',
    posts: [
      post('HOU-1', 'Assistant Director of Home Ownership and Rents', 'rent', 'arrears', 'leasehold', 'service charge', 'right to buy'),
      post(
        'HOU-2',
        'Assistant Director of Housing Needs',
        'homeless',
        'housing register',
        'temporary accommodation',
        'allocations',
        'bidding',
      ),
      post('HOU-3', 'Assistant Director of Housing Strategy and Performance', 'tenancy', 'tenant', 'housing', 'estate', 'neighbour'),
      post('HOU-4', 'Head of Compliance Housing', 'repairs', 'damp', 'mould', 'gas safety', 'boiler', 'lift'),
    ],
  },
  {
    code: 'CHILD',
    title: "Children's Services",
    posts: [
      post('CHILD-1', "Director of Children's Commissioning and Community Safety", 'youth offending', 'community safety'),
      post(
        'CHILD-2',
        "Director of Children's Social Care",
        'care records',
        'in care',
        'foster',
        'social worker',
        'child protection',
        'adoption',
      ),
      post('CHILD-3', 'Director of Education and Learning', 'school', 'admissions', 'special educational needs', 'education'),
    ],
  },
  {
    code: 'FIN',
    title: 'Finance and Investment',
    posts: [
      post('FIN-1', 'Director of Human Resources', 'employee', 'personnel', 'sickness', 'grievance', 'payroll', 'my job'),
      post('FIN-2', 'Director of Finance and Property', 'invoice', 'insurance claim', 'property'),
    ],
  },
  {
    code: 'IHA',
    title: 'Integrated Health and Adults',
    posts: [
      post('IHA-1', 'Assistant Director Finance (Adults and Health)', 'care charges', 'financial assessment'),
      post('IHA-2', 'Deputy Director Adults Social Care', 'safeguarding adults', 'mental health'),
      post('IHA-3', 'Assistant Director Adults Social Care', 'adult social care', 'home care', 'occupational therapy', 'care assessment'),
      post('IHA-4', 'Director of Integrated Commissioning (with CCG)', 'commissioning'),
      post('IHA-5', 'Director of Public Health', 'public health'),
    ],
  },
  {
    code: 'LEGAL',
    title: 'Legal and Governance',
    posts: [
      post('LEGAL-1', 'Assistant Director Inquiry Legal Team', 'inquiry'),
      post('LEGAL-2', 'Deputy Democratic Services Manager', 'councillor', 'committee'),
      post('LEGAL-3', 'Electoral Services Manager', 'electoral', 'voting'),
      post('LEGAL-4', 'Head of Information Governance', 'data protection', 'freedom of information'),
      post('LEGAL-5', 'Principal Lawyer Governance', 'governance'),
      post('LEGAL-6', 'Principal Lawyer Housing, Property and Planning', 'disrepair claim', 'possession'),
      post('LEGAL-7', 'Principal Lawyer Social Care', 'care proceedings'),
    ],
  },
  {
    code: 'RES',
    title: "Resident's Services",
    posts: [
      post('RES-1', 'Director of Infrastructure and Capital Delivery', 'highways', 'roads'),
      post(
        'RES-2',
        'Director of Residents Experience and Digital',
        'council tax',
        'benefits',
        'housing benefit',
        'complaint',
        'call recording',
        'library',
      ),
      post('RES-3', 'Director of Environment and Streetscene', 'parking', 'penalty charge', 'refuse', 'noise', 'street', 'cctv'),
    ],
  },
  {
    code: 'STRAT',
    title: 'Strategy and Communication',
    posts: [post('STRAT-1', 'Director of Strategy and Communication', 'press', 'newsletter', 'survey')],
  },
  {
    code: 'GROW',
    title: 'Strategy Growth and Opportunity',
    posts: [
      post('GROW-1', 'Director of Economy, Culture and Skills', 'business grant', 'culture', 'adult learning'),
      post('GROW-2', 'Director of Planning, Transport and Sustainability', 'planning', 'transport'),
      post('GROW-3', 'Director Regeneration and Housing Growth', 'regeneration'),
    ],
  },
];

export const ownersRow = { rows: ['ASG-01', 'ASG-17'], clause: '2.3.3' };
export const postChoices: readonly Option[] = directorates.flatMap((d) =>
  d.posts.map((p) => ({ value: p.id, title: `${d.title}: ${p.title}` })),
);
export const directorateChoices: readonly Option[] = directorates.map((d) => ({ value: d.code, title: d.title }));
export const directorateOf = (postId: string): string => postId.split('-')[0] ?? '';
export const directorateTitle = (code: unknown): string => directorates.find((d) => d.code === code)?.title ?? 'no directorate yet';
export const postTitle = (id: unknown): string => directorates.flatMap((d) => d.posts).find((p) => p.id === id)?.title ?? '';

/** The post whose service words stand in what the caller said; the longest word wins, so “housing benefit” is not taken for Housing. */
export function suggestPost(words: string): string | undefined {
  const said = ` ${words.toLowerCase()} `;
  const found = directorates
    .flatMap((d) => d.posts)
    .flatMap((p) => p.words.filter((w) => said.includes(w)).map((w) => ({ id: p.id, length: w.length })));
  return found.sort((a, b) => b.length - a.length)[0]?.id;
}
