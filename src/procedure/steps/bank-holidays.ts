import { step } from '../../domain/step.js';
import { holidayRules } from '../bank-holidays.js';
import { dpo, igTeam } from '../roles.js';

/** The list of bank holidays has changed and Information Governance confirmed it: each case whose dates move records it. */
export const moveDatesForBankHolidays = step({
  clause: holidayRules.clause,
  rows: ['CLK-12'],
  title: 'Move the dates for a change of bank holidays',
  done: 'confirmed a change of bank holidays that moves its dates',
  alongside: true,
  by: [igTeam, dpo],
  at: 'open',
  then: (view) => {
    const officer = view.request?.facts['caseOfficer'];
    return typeof officer === 'string' ? { tell: [{ template: 'dates-moved', to: { person: officer } }] } : {};
  },
});
