import { date, longText, yesNo } from '../../domain/fields.js';
import { addDays } from '../../domain/local-date.js';
import { step } from '../../domain/step.js';
import { everyNegotiationLive, restsOnANegotiation } from '../assessment-needs.js';
import { caseOfficer } from '../roles.js';
import { assessing } from '../stages.js';
import { putBack } from './assessment.js';

/** §3.10: what is kept back for a negotiation is given once that is over, unless another live one would suffer. */
export const lookAtTheNegotiation = step({
  clause: '3.10',
  rows: ['EXM-01'],
  title: 'Look at the negotiation again',
  about: 'The exemption ends with the negotiation. If it is over and no other live one would suffer, the record is decided again.',
  done: 'looked at a negotiation again',
  next: 'A record is kept back for a negotiation. Say whether it still goes on.',
  nextIf: (view) => !everyNegotiationLive.holds(view) && String(view.item?.facts['lookAgainOn']) < view.today,
  by: [caseOfficer],
  at: [assessing],
  of: 'records',
  needs: [restsOnANegotiation],
  asks: {
    live: yesNo('It still goes on, or another live negotiation would suffer'),
    negotiationNow: longText('How does it stand?', { maxLength: 1000 }),
    lookAgain: date('If so: look again on', { optional: true, preset: ({ today }) => addDays(today, 14) }),
  },
  check: (view, { live, lookAgain }) =>
    live && (lookAgain === undefined || lookAgain < view.today)
      ? [{ field: 'lookAgain', sentence: 'Give a day to come on which to look again.' }]
      : [],
  then: (view, { live, lookAgain }) => {
    const id = view.item?.id ?? '';
    return live ? { items: { records: { [id]: { lookAgainOn: lookAgain ?? view.today } } } } : putBack(view, id);
  },
});
