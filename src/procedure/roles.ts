import type { Role } from '../domain/step.js';
import { consulted, helper } from './roles-asked.js';

/** §1.3 and T9: who there is and what they do. A relation (reporter, case officer, task owner) comes from the case, never from a grant. */
const role = (row: Role): Role => row;

export const staff = role({
  code: 'STAFF',
  title: 'member of staff',
  clause: '2.2',
  scope: 'anyone',
  sees: 'nothing',
  does: 'report a request, search, preserve',
});
export const reporter = role({
  code: 'REPORTER',
  title: 'colleague who reported it',
  clause: '2.2.4',
  scope: 'case',
  fact: 'reporter',
  sees: 'receipt',
  does: 'tell the caller how far the request is',
});
export const callCentre = role({
  code: 'CC',
  title: 'call centre',
  clause: '1.3',
  scope: 'council',
  letInUntil: 'directorate',
  sees: 'whole',
  grantable: true,
  does: 'log requests, allocate them, give the dates, close them',
});
export const complaintsUnit = role({
  code: 'CCU',
  title: 'Corporate Complaints Unit',
  clause: '1.3',
  scope: 'council',
  letInUntil: 'directorate',
  sees: 'whole',
  grantable: true,
  does: 'keep the knowledge base and route requests between directorates',
});
export const foiCoordinator = role({
  code: 'FOIC',
  title: 'FOI Coordinator',
  clause: '1.3',
  scope: 'council',
  sees: 'nothing',
  grantable: true,
  does: 'take notices and give advice',
});
export const diao = role({
  code: 'DIAO',
  title: 'DIAO',
  clause: '1.3',
  scope: 'directorate',
  letInUntil: 'diao',
  sees: 'whole',
  grantable: true,
  does: 'validate requests, name the case officer, approve replies',
});
/** May be named case officer in a directorate. Sees nothing by itself: the relation below gives the rights. */
export const officerPool = role({
  code: 'OFFICER',
  title: 'officer who may lead cases',
  clause: '2.3.3',
  scope: 'directorate',
  sees: 'nothing',
  grantable: true,
  does: 'be named case officer in a directorate',
});
export const caseOfficer = role({
  code: 'CO',
  title: 'case officer',
  clause: '2.3.3',
  scope: 'case',
  fact: 'caseOfficer',
  sees: 'whole',
  does: 'search, assess, send, complete',
});
export const taskOwner = role({
  code: 'OWNER',
  title: 'owner of the search',
  clause: '2.7',
  scope: 'item',
  fact: 'owner',
  sees: 'task',
  does: 'search one place and answer',
});
/** Who can take something out of the deletion that would come by itself: asked from receipt on, before anybody works the case (§2.7.1). */
const keeperOf = (code: string, what: string): Role =>
  role({
    code,
    title: `keeper of ${what}`,
    clause: '2.7.1',
    scope: 'council',
    sees: 'nothing',
    grantable: true,
    does: `keep ${what} from deletion when somebody has asked for it`,
  });
export const footageKeeper = keeperOf('FOOTAGE', 'footage');
export const callsKeeper = keeperOf('CALLS', 'recorded calls');
export const mailKeeper = keeperOf('MAIL', 'mailboxes');
/** The relation of those three to what they are asked to keep; nobody holds it by a grant. */
export const keeper = role({
  code: 'KEEPER',
  title: 'keeper who was asked',
  clause: '2.7.1',
  scope: 'item',
  fact: 'to',
  namesRole: true,
  sees: 'task',
  does: 'keep one thing from deletion and say so',
});
export const assetOwner = role({
  code: 'IAO',
  title: 'Information Asset Owner',
  clause: '1.3',
  scope: 'directorate',
  sees: 'nothing',
  grantable: true,
  does: 'receive the weekly report',
});
export const igTeam = role({
  code: 'IG',
  title: 'Information Governance team',
  clause: '1.3',
  scope: 'council',
  sees: 'whole',
  grantable: true,
  does: 'advise, review, grant roles, keep the settings',
});
export const dpo = role({
  code: 'DPO',
  title: 'Data Protection Officer',
  clause: '1.1',
  scope: 'council',
  sees: 'whole',
  grantable: true,
  does: 'decide fees, restores and disproportionate searches',
});

/** A colleague whom Information Governance let see a restricted case (SEC-14). */
export const teamMember = role({
  code: 'TEAM',
  title: 'colleague named on a restricted case',
  clause: '1.3',
  scope: 'case',
  fact: 'team',
  sees: 'whole',
  does: 'see one restricted case and act on it as their post allows',
});
/** §3.14: the Senior Project Lawyer and team, to whom these requests go; other cases are not theirs to see. */
export const historicTeam = role({
  code: 'HIST',
  title: 'Historic SARs team',
  clause: '3.14',
  scope: 'council',
  onlyLetIn: true,
  sees: 'whole',
  grantable: true,
  does: 'answer the requests that §3.14 gives to them',
});

export { consulted, helper };
export const roles: readonly Role[] = [
  staff,
  reporter,
  callCentre,
  complaintsUnit,
  foiCoordinator,
  diao,
  officerPool,
  caseOfficer,
  taskOwner,
  footageKeeper,
  callsKeeper,
  mailKeeper,
  keeper,
  helper,
  consulted,
  assetOwner,
  igTeam,
  dpo,
  teamMember,
  historicTeam,
];

/** F-Q11, SEC-01, SEC-02: IG grants a role for a business need; it ends with its next review unless kept. */
export const grantRules = { rows: ['SEC-01', 'SEC-02'], clause: 'F-Q11', reviewMonths: 6, by: igTeam } as const;
