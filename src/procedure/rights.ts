import type { Option } from '../domain/fields.js';

/** T5, §2.4.1, App. 6: the eight rights. CCTV is under access. */
export const rights = [
  { code: 'ACCESS', title: 'Right of access', plain: 'A copy of what is held about them', clause: 'App. 6-2' },
  { code: 'RECTIFY', title: 'Right to rectification', plain: 'Something held is wrong and should be put right', clause: 'App. 6-4' },
  { code: 'ERASE', title: 'Right to erasure', plain: 'Something held should be deleted', clause: 'App. 6-3' },
  { code: 'RESTRICT', title: 'Right to restriction', plain: 'Something held should not be used for now', clause: 'App. 6-4' },
  { code: 'OBJECT', title: 'Right to object', plain: 'They object to how their data is used', clause: 'App. 6-6' },
  { code: 'PORT', title: 'Right to portability', plain: 'Data they gave, in a form to take elsewhere', clause: 'App. 6-5' },
  { code: 'WITHDRAW', title: 'Withdrawal of consent', plain: 'They take back a consent they gave', clause: 'App. 6-1' },
  { code: 'ADM', title: 'Automated decisions', plain: 'A decision was made by a computer alone', clause: 'App. 6-7' },
] as const;
export const rightsRow = { rows: ['GEN-01', 'INT-13'], clause: '2.4.1' };

export const rightChoices: readonly Option[] = rights.map((r) => ({
  value: r.code,
  title: `${r.plain} (${r.title.replace(/^Right (of|to) /, '').toLowerCase()})`,
}));
export const rightTitle = (code: unknown): string => rights.find((r) => r.code === code)?.title ?? 'Subject request';
