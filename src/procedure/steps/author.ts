import { choice, longText, optionalText, yesNo } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { nobodyElse, recordUndecided } from '../assessment-needs.js';
import { caseOfficer } from '../roles.js';
import { methods } from '../schedule.js';
import { assessing } from '../stages.js';
import { checkPlace, placeFields, placeFrom } from './place.js';

/** App. 5: a document by another person or body is not exempt for that; the council weighs four things and decides. */
export const weighTheAuthor = step({
  clause: 'App. 5',
  rows: ['ASS-10', 'ASS-09'],
  title: 'Weigh what somebody else wrote',
  about: 'Something written by another person or body is not exempt for that. You may ask the author first; the council decides.',
  done: 'weighed what somebody else wrote',
  by: [caseOfficer],
  at: [assessing],
  of: 'records',
  needs: [recordUndecided, nobodyElse],
  backToBoard: true,
  correctable: true,
  asks: {
    alreadyKnown: yesNo('What it says is known to the requester already', { section: 'Four questions' }),
    likelyHadCopy: yesNo('The requester is likely to have had a copy'),
    contentious: yesNo('It is contentious, and the author would worry if it were given'),
    marked: yesNo('It is marked as not to be given'),
    decision: choice('What follows?', {
      section: 'What follows',
      options: [
        { value: 'GIVE', title: 'Give it' },
        { value: 'REDACT', title: 'Give it in part' },
        { value: 'WITHHOLD', title: 'Withhold it' },
      ],
    }),
    ...placeFields,
    method: choice('If in part: how is it taken out?', { options: methods, optional: true }),
    what: optionalText('What is kept back?', { maxLength: 400 }),
    why: longText('Why?', { maxLength: 2000, hint: 'Fit to be shown to the Commissioner or a court' }),
  },
  check: (view, a) => {
    if (a.decision === 'GIVE') return [];
    const nothing = (a.alreadyKnown || a.likelyHadCopy) && !a.contentious && !a.marked;
    return [
      ...(nothing ? [{ field: 'decision', sentence: 'None of the four answers speaks against giving it.' }] : []),
      ...checkPlace(view, a, false),
      ...(a.what ? [] : [{ field: 'what', sentence: 'The file note says what is kept back.' }]),
      ...(a.decision === 'REDACT' && !a.method ? [{ field: 'method', sentence: 'Say how it is taken out.' }] : []),
    ];
  },
  then: (view, a) => {
    const { alreadyKnown, likelyHadCopy, contentious, marked, decision } = a;
    const weighed = { alreadyKnown, likelyHadCopy, contentious, marked, decision, decidedOn: view.today, decidedBy: view.person.id };
    const kept = { code: 'EX-AUTH', cite: true, ...placeFrom(a), ...(a.method !== undefined && { method: a.method }) };
    return { items: { records: { [view.item?.id ?? '']: decision === 'GIVE' ? weighed : { ...weighed, ...kept } } } };
  },
});
