import type { Role, View } from '../domain/step.js';
import { diao, dpo, igTeam } from './roles.js';
import { isKeptBack, isListed, recordsOf } from './schedule.js';

/** T13: decisions about the reply that somebody signs, and who. The DIAO signs theirs together, by approving the reply; never the case officer’s own (SEC-12). */
interface Gate {
  code: string;
  decision: string;
  clause: string;
  by: Role;
  /** Whom they may ask. */
  consult?: string;
  applies(view: Pick<View, 'request'>): boolean;
}
const some = (view: Pick<View, 'request'>, is: (record: Readonly<Record<string, unknown>>) => boolean): boolean =>
  Object.values(recordsOf(view)).some((record) => isListed(record) && is(record));

export const gates: readonly Gate[] = [
  {
    code: 'G-FEE',
    decision: 'a fee, or refusing what is unfounded or excessive',
    clause: '2.4.4',
    by: dpo,
    consult: 'Information Governance',
    applies: ({ request }) => request?.facts['proposal'] !== undefined,
  },
  {
    code: 'G-EXTEND',
    decision: 'more time',
    clause: '2.6.4',
    by: igTeam,
    applies: ({ request }) => request?.facts['moreTime'] !== undefined,
  },
  { code: 'G-SEARCH', decision: 'the search is complete', clause: '2.7', by: diao, applies: () => true },
  {
    code: 'G-TP',
    decision: 'what is done with somebody else’s data',
    clause: '2.9',
    by: diao,
    consult: 'Legal or Information Governance',
    applies: (view) => some(view, (r) => r['about'] === 'OTHER'),
  },
  {
    code: 'G-EXEMPT',
    decision: 'each exemption',
    clause: '3.1',
    by: diao,
    consult: 'the consultee of the exemption; the FOI Coordinator or Information Governance when it is complex',
    applies: (view) => some(view, (r) => isKeptBack(r as never)),
  },
  {
    code: 'G-SILENT',
    decision: 'not naming an exemption',
    clause: '3.12',
    by: igTeam,
    consult: 'the DIAO',
    applies: (view) => some(view, (r) => r['silence'] !== undefined),
  },
  {
    code: 'G-DISPROP',
    decision: 'a copy out of proportion',
    clause: '3.2',
    by: dpo,
    applies: (view) => some(view, (r) => r['code'] === 'EX-DISPROP'),
  },
  {
    code: 'G-PR',
    decision: 'the child’s best interests',
    clause: '1.2.3',
    by: diao,
    consult: 'a social worker',
    applies: ({ request }) => request?.facts['bestInterests'] === 'IN',
  },
  { code: 'G-RELEASE', decision: 'sending the reply', clause: '2.12', by: diao, applies: () => true },
];

/** What a DIAO signs by approving this reply. */
export const gatesToSign = (view: Pick<View, 'request'>): readonly Gate[] => gates.filter((gate) => gate.by === diao && gate.applies(view));
/** `the search is complete; each exemption; sending the reply`. */
export const signedWords = (codes: readonly string[]): string =>
  gates
    .filter((gate) => codes.includes(gate.code))
    .map((gate) => gate.decision)
    .join('; ');
