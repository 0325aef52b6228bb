import { choice, date, optionalText } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { lettersFor, letterWays, recordable } from '../letters-sent.js';
import { callCentre, caseOfficer, complaintsUnit, diao, dpo, igTeam } from '../roles.js';

/** §1.2: a letter is made by the bot and sent by a person, who says when and how. */
export const recordALetterAsSent = step({
  clause: '1.2',
  rows: ['LTR-10', 'LTR-11'],
  title: 'Record a letter as sent',
  about: 'The bot makes letters and sends none. Say which one left, when and how; it stands on the page of letters from then on.',
  done: 'sent a letter',
  by: [callCentre, complaintsUnit, diao, caseOfficer, igTeam, dpo],
  at: 'any',
  correctable: true,
  asks: {
    letter: choice('Which letter?', { options: recordable }),
    sentOn: date('Sent on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
    method: choice('How did it leave?', { options: letterWays, preset: 'POST' }),
    letterProof: optionalText('Proof of sending', { hint: 'Tracking number or message reference, if there is one' }),
  },
  check: (view, { letter }) =>
    lettersFor(view).some((offer) => offer.id === letter)
      ? []
      : [{ field: 'letter', sentence: 'This letter does not belong to where the case stands, or is not yours to send.' }],
  then: (view, { letter, sentOn, method }) => {
    const entry = `l${Object.keys(view.request?.items['letters'] ?? {}).length + 1}`;
    return { items: { letters: { [entry]: { letter, sentOn, method } } } };
  },
});
