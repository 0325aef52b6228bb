import { choice, date, longText, number, optionalText, person } from '../../domain/fields.js';
import { addDays } from '../../domain/local-date.js';
import { step, type View } from '../../domain/step.js';
import { searchOpen } from '../needs.js';
import { searchAnswers, systemChoices } from '../records.js';
import { caseOfficer, officerPool, taskOwner } from '../roles.js';
import { assessing, assigned, searching } from '../stages.js';

/** §2.7: ask each record holder, record what was found. Altering or destroying what was asked for is a crime from the day of receipt. */
export const offenceWarning = {
  rows: ['SRC-11', 'SEC-10'],
  clause: '2.11',
  sentence: 'Nothing asked for may be altered, blocked or destroyed to keep it from the person. That is a crime.',
};

const tasks = (view: View) => view.request?.items['tasks'] ?? {};

export const askForASearch = step({
  clause: '2.7',
  rows: ['SRC-01', 'SRC-02', 'SRC-11'],
  title: 'Ask for a search',
  about: offenceWarning.sentence,
  done: 'asked for a search',
  next: 'Ask those who hold records to search them.',
  // Once everything is answered the next thing is the reply; another search stays possible.
  nextAt: [assigned],
  by: [caseOfficer],
  at: [assigned, searching, assessing],
  asks: {
    system: choice('Where?', { options: systemChoices, preset: 'HOUSING' }),
    owner: person('Who searches?', { holding: officerPool.code }),
    terms: longText('What to look for', { hint: 'Names, addresses, dates, and what the requester asked for', maxLength: 1000 }),
    answerBy: date('Answer by', { preset: (about) => addDays(about.today, 7) }),
  },
  check: (view, { answerBy }) => (answerBy < view.today ? [{ field: 'answerBy', sentence: 'This date has passed.' }] : []),
  then: (view, { system, owner, answerBy }) => {
    const id = `t${Object.keys(tasks(view)).length + 1}`;
    return {
      stage: searching.code,
      items: { tasks: { [id]: { system, owner, answerBy, askedOn: view.today } } },
      about: `tasks/${id}`,
      tell: [{ template: 'your-search', to: { person: owner }, args: { item: id } }],
    };
  },
});

export const answerASearch = step({
  clause: '2.7',
  rows: ['SRC-02', 'SRC-13', 'SRC-14'],
  title: 'Answer the search',
  about: offenceWarning.sentence,
  done: 'answered a search',
  next: 'Answer the search: found, or nothing held. Nothing held is an answer too.',
  by: [taskOwner, caseOfficer],
  at: [searching],
  of: 'tasks',
  needs: [searchOpen],
  correctable: true,
  asks: {
    answer: choice('What did you find?', { options: searchAnswers }),
    pages: number('Pages found', { optional: true, max: 100_000 }),
    minutes: number('Minutes spent', { max: 10_000 }),
    termsUsed: optionalText('Terms searched for', { maxLength: 400, section: 'Needed when nothing is held' }),
    datesSearched: optionalText('Dates searched'),
    placesSearched: optionalText('Places searched', { hint: 'Systems, folders, mailboxes' }),
  },
  check: (_view, { answer, termsUsed, datesSearched, placesSearched }) => {
    if (answer !== 'NOTHING') return [];
    const lacking = Object.entries({ termsUsed, datesSearched, placesSearched }).filter(([, value]) => !value);
    return lacking.map(([field]) => ({ field, sentence: 'Nothing held needs the terms, the dates and the places that were searched.' }));
  },
  then: (view, { answer, pages, minutes }) => {
    const id = view.item?.id ?? '';
    const openAfter = Object.entries(tasks(view)).some(([other, task]) => other !== id && task['answer'] === undefined);
    const facts = { answer, minutes, answeredOn: view.today, ...(pages !== undefined && { pages }) };
    const done = { items: { tasks: { [id]: facts } } };
    if (openAfter) return done;
    return {
      ...done,
      stage: assessing.code,
      tell: [{ template: 'searches-answered', to: { person: String(view.request?.facts['caseOfficer']) } }],
    };
  },
});
