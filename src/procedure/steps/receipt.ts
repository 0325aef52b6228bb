import { choice, date, longText, optionalLongText, optionalText, text, time, yesNo } from '../../domain/fields.js';
import { londonDay, parseInstant } from '../../domain/local-date.js';
import { step } from '../../domain/step.js';
import { doorFields } from '../doors.js';
import { channelsIn, formatWishes, identityAtCounter, isForAnother, notAskedFor, onWhoseBehalf } from '../intake.js';
import { keptFromReceipt } from '../holds.js';
import { suggestPost } from '../owners.js';
import { systemsFromWords } from '../records.js';
import { rightChoices } from '../rights.js';
import { routesFromWords } from '../special-routes/index.js';
import { callCentre, caseOfficer, complaintsUnit, diao, reporter, staff } from '../roles.js';
import { notAcknowledged } from '../needs.js';
import { closed, logged, reported } from '../stages.js';

/** §2.2–2.3: taking a request. Giving it to a directorate is in `assignment.ts`. */
export const reportARequest = step({
  clause: '2.2.4',
  rows: ['INT-01', 'INT-04', 'INT-05', 'INT-06', 'INT-19'],
  title: 'Report a request',
  about: `Somebody asked for their data. It counts from the moment they said it, in any words. ${notAskedFor.sentence}`,
  done: 'reported the request',
  by: [staff],
  at: 'start',
  correctable: true,
  asks: {
    requesterName: text('Who is asking?', { private: 'name', hint: 'Full name' }),
    contact: text('How can we reach them?', { private: 'contact', hint: 'Phone or e-mail' }),
    words: longText('What did they ask for, in their own words?', { hint: 'For example: everything you hold on me about my housing' }),
    right: choice('Which right is it?', { options: rightChoices, preset: 'ACCESS' }),
    channel: choice('How did they ask?', { options: channelsIn, preset: 'PHONE' }),
    ...doorFields,
    heardOn: date('On which day did you hear it?', {
      notAfterToday: true,
      preset: (about) => about.today,
      hint: 'That day counts, also when you enter it later',
    }),
    heardAt: time('At what time?', { hint: 'As near as you remember' }),
    identityAtCounter: choice('Do we know who they are?', { options: identityAtCounter, preset: 'NOT_YET' }),
    dateOfBirth: date('Date of birth', { optional: true, private: 'birth-date', notAfterToday: true, section: 'If they told you' }),
    address: optionalLongText('Address', { private: 'address', maxLength: 400 }),
    behalf: choice('Whose data is it?', { options: onWhoseBehalf, preset: 'SELF' }),
    subjectName: optionalText('If somebody else’s: whose, and what are they to each other?', { private: 'name' }),
    places: optionalText('Services, dates or places they named', { hint: 'For example: Housing, since 2019' }),
    formatWish: choice('How would they like the answer?', { options: formatWishes, preset: 'NO_WISH' }),
    help: optionalText('Language or help they need'),
    encouraged: yesNo('I said that they may also put it in writing. They do not have to.', { optional: true }),
  },
  check: (view, { heardOn, heardAt, behalf, subjectName }) => [
    ...(heardInstant(heardOn, heardAt) > view.now ? [{ field: 'heardAt', sentence: 'This is in the future.' }] : []),
    ...(isForAnother(behalf) && !subjectName ? [{ field: 'subjectName', sentence: 'Say whose data it is.' }] : []),
  ],
  then: (view, a) => ({
    stage: reported.code,
    received: { on: a.heardOn, at: heardInstant(a.heardOn, a.heardAt).toISOString() },
    set: {
      reporter: view.person.id,
      right: a.right,
      channel: a.channel,
      behalf: a.behalf,
      identityAtCounter: a.identityAtCounter,
      formatWish: a.formatWish,
      ...(a.memberRole !== undefined && { memberRole: a.memberRole }),
      ...(a.scanReference !== undefined && { scanned: true }),
      suggestedPost: suggestPost(`${a.words} ${a.places ?? ''}`) ?? null,
      suggestedSystems: systemsFromWords(`${a.words} ${a.places ?? ''}`),
      suggestedRoutes: routesFromWords(`${a.words} ${a.places ?? ''}`, a.channel),
    },
    ...keptFromReceipt(`${a.words} ${a.places ?? ''}`, view.today, { template: 'reported', to: { role: callCentre.code } }),
  }),
});

/** The instant of receipt in London; the day itself when the hour does not exist on it. */
function heardInstant(on: string, at: string): Date {
  const instant = parseInstant(`${on}T${at}`) as Date;
  return londonDay(instant) === on ? instant : (parseInstant(`${on}T00:00`) as Date);
}

export const reportedInError = step({
  clause: '2.2',
  rows: ['INT-02'],
  title: 'Reported in error',
  about: 'For a report that was not a request after all, or was made twice. It stays on the record with your reason.',
  done: 'marked the report as made in error',
  by: [reporter, callCentre],
  at: [reported, logged],
  asks: { reason: longText('Why was it reported in error?') },
  then: (view) => ({ stage: closed.code, set: { outcome: 'REPORTED_IN_ERROR' }, clock: [{ type: 'closed', date: view.today }] }),
});

export const recordAcknowledgement = step({
  clause: '3.7',
  rows: ['INT-17', 'LTR-02'],
  title: 'Record the acknowledgement as sent',
  about: 'Make the letter, send it, then say here when it left.',
  done: 'sent the acknowledgement',
  by: [callCentre, complaintsUnit, diao, caseOfficer],
  at: 'open',
  needs: [notAcknowledged],
  correctable: true,
  asks: {
    sentOn: date('Sent on', { notAfterToday: true, notBeforeReceipt: true, preset: (about) => about.today }),
    how: choice('How', { options: channelsIn.slice(2, 4), preset: 'EMAIL' }),
  },
  then: (_view, { sentOn, how }) => ({ set: { acknowledgedOn: sentOn, acknowledgedBy: how } }),
});
