import type { Option } from '../../domain/fields.js';
import { route } from './route.js';

/** §2.12.2, App. 2: what another law gives, what is public by law, and what is no request at all. */
export const statute = route({
  code: 'STATUTE',
  title: 'Another law gives its own way to it',
  rows: ['EX-STAT'],
  clause: '2.12.2',
  words: ['pension scheme', 'pension statement', 'criminal record', 'redundancy consultation', 'minimum wage', 'parental order'],
  stands: (f) =>
    f['statute'] === undefined ? 'say which law' : f['regimeOn'] === undefined ? 'Information Governance confirms the wording' : statuteTitle(f['statute']), // prettier-ignore
});
export const publicRegister = route({
  code: 'PUBLIC_REGISTER',
  title: 'Published by law: planning applicants, licences, parking appeals',
  rows: ['RTE-80', 'EX-PUB'],
  clause: '2.12.2',
  words: ['planning application', 'hmo licence', 'licence holder', 'parking appeal', 'public register'],
  stands: (f) => (f['registerOn'] === undefined ? 'name the register; what goes beyond it is still weighed' : 'register named'),
});
export const ordinaryBusiness = route({
  code: 'BAU',
  title: 'Ordinary business: any service would answer it unasked',
  rows: ['RTE-82'],
  clause: 'App. 2',
  words: ['my balance', 'bin collection', 'unsubscribe', 'opening hours', 'opt out of'],
  stands: () => 'answer it and close',
});

/** OP-33: as the policy cites them; signposts only, and Information Governance confirms the wording each time. */
export interface Statute {
  code: string;
  rows: readonly string[];
  title: string;
  law: string;
}
export const statutes: readonly Statute[] = [
  {
    code: 'PARENTAGE',
    rows: ['RTE-71'],
    title: 'Parentage',
    law: 'Adoption Agencies Regulations 1983; Adopted Persons (Birth Records) Regulations 1991',
  },
  {
    code: 'PENSION',
    rows: ['RTE-71'],
    title: 'Pensions',
    law: 'Occupational Pension Schemes (Disclosure of Information) Regulations 1996; Stakeholder Pension Schemes Regulations 2000',
  },
  {
    code: 'INDUSTRIAL',
    rows: ['RTE-72'],
    title: 'Industrial relations',
    law: 'Trade Union and Labour Relations (Consolidation) Act 1992; transfer of undertakings; Health and Safety at Work Act 1974; information and consultation of employees',
  },
  { code: 'WAGES', rows: ['RTE-72'], title: 'Wages', law: 'National Minimum Wage Act 1998' },
  { code: 'CRIMINAL', rows: ['RTE-72'], title: 'Criminal records', law: 'Police and Crime Act 2017' },
];
export const statuteChoices: readonly Option[] = statutes.map((s) => ({ value: s.code, title: s.title }));
export const statuteTitle = (code: unknown): string => statutes.find((s) => s.code === code)?.title ?? '';
export const statuteLaw = (code: unknown): string => statutes.find((s) => s.code === code)?.law ?? '';

export const regimeScopes: readonly Option[] = [
  { value: 'ALL', title: 'All of it: the request is pointed there and closed' },
  { value: 'PART', title: 'A part: the rest is dealt with here' },
];
export const surplusChoices: readonly Option[] = [
  { value: 'NONE', title: 'Nothing is held beyond the register' },
  { value: 'CONSIDERED', title: 'More is held, and each record of it is considered' },
];
