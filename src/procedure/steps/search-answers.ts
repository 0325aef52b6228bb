import { choice, choices, date, number, optionalText, person, text } from '../../domain/fields.js';
import { addDays } from '../../domain/local-date.js';
import { step, type Effects, type View } from '../../domain/step.js';
import type { Fact } from '../../domain/subject-request.js';
import { searchChase } from '../limits.js';
import { directorateChoices } from '../owners.js';
import { searchAwaited, searchOpen } from '../needs.js';
import { isSearchSettled, nilReasons, searchAnswers, systemChoices } from '../records.js';
import { caseOfficer, officerPool, taskOwner } from '../roles.js';
import { assessing, assigned, searching } from '../stages.js';
import { offenceWarning, searchesOf } from './search.js';
import { isBoxAwaited } from './search-offsite.js';

/** §2.7: what came of a search. The board holds the case in SEARCHING until nothing on it is open (SRC-14). */
type Change = Record<string, Fact | null>;

/** The board with one search changed: where the case goes once nothing on it is open. */
function withSearch(view: View, change: Change): Effects {
  const id = view.item?.id ?? '';
  const others = Object.entries(searchesOf(view)).filter(([other]) => other !== id);
  const all = [...others.map(([, task]) => task), change];
  const done: Effects = { items: { tasks: { [id]: change } } };
  if (!all.every(isSearchSettled) || view.request?.stage !== searching.code) return done;
  if (all.every((task) => task['answer'] === 'WITHDRAWN')) return { ...done, stage: assigned.code };
  const officer = String(view.request.facts['caseOfficer']);
  return { ...done, stage: assessing.code, tell: [{ template: 'searches-answered', to: { person: officer } }] };
}

const NIL = 'Nothing held needs its reason, and the terms, the dates and the places that were searched.';

export const answerASearch = step({
  clause: '2.7',
  rows: ['SRC-02', 'SRC-09', 'SRC-13', 'SRC-14'],
  title: 'Answer the search',
  about: offenceWarning.sentence,
  done: 'answered a search',
  next: 'Answer the search: found, or nothing held. Nothing held is an answer too.',
  by: [taskOwner, caseOfficer],
  at: [searching, assessing],
  of: 'tasks',
  needs: [searchOpen, searchAwaited],
  correctable: true,
  asks: {
    answer: choice('What did you find?', { options: searchAnswers }),
    minutes: number('Minutes spent', { max: 10_000 }),
    pages: number('Pages found', { optional: true, max: 100_000, section: 'When something was found' }),
    forwarded: number('Mails copied and forwarded to the case officer', { optional: true, max: 100_000 }),
    leads: choices('Does it point to records elsewhere?', { optional: true, options: systemChoices }),
    departments: choices('Which directorates does it show dealt with the person?', {
      optional: true,
      options: directorateChoices,
      asked: (_typed, about) => about?.facts['system'] === 'CRM',
    }),
    nilReason: choice('Why is nothing held?', { optional: true, options: nilReasons, section: 'When nothing is held' }),
    termsUsed: optionalText('Terms searched for', { maxLength: 400 }),
    datesSearched: optionalText('Dates searched'),
    placesSearched: optionalText('Places searched', { hint: 'Systems, folders, mailboxes' }),
    whoMight: optionalText('Who might hold it?', { section: 'When it is not yours' }),
  },
  check: (view, { answer, forwarded, whoMight, nilReason, termsUsed, datesSearched, placesSearched }) => {
    if (answer !== 'NOT_OURS' && isBoxAwaited(view.item?.facts ?? {}))
      return [{ field: 'answer', sentence: 'What was ordered from off site has not arrived. Record its arrival first.' }];
    const mail = view.item?.facts['system'] === 'EMAIL';
    if (answer === 'FOUND' && mail && forwarded === undefined)
      return [{ field: 'forwarded', sentence: 'Say how many mails you copied and forwarded.' }];
    if (answer === 'NOT_OURS' && !whoMight) return [{ field: 'whoMight', sentence: 'Say who might hold it, or that you do not know.' }];
    if (answer !== 'NOTHING') return [];
    const lacking = Object.entries({ nilReason, termsUsed, datesSearched, placesSearched }).filter(([, value]) => !value);
    return lacking.map(([field]) => ({ field, sentence: NIL }));
  },
  then: (view, a) => {
    if (a.answer === 'NOT_OURS') return notOurs(view, a.minutes);
    const counts = a.answer === 'FOUND' ? { pages: a.pages, forwarded: a.forwarded } : { nilReason: a.nilReason };
    const given: Change = Object.fromEntries(
      Object.entries(counts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const done = withSearch(view, { answer: a.answer, minutes: spent(view, a.minutes), answeredOn: view.today, ...given });
    return { ...done, ...pointing(view, a) };
  },
});

/** Minutes add up when a search passes through several hands (SRC-13). */
const spent = (view: View, minutes: number): number => minutes + Number(view.item?.facts['minutes'] ?? 0);
/** SRC-03: what an answer points at is proposed: systems, and those of directorates that the contact system shows. */
function pointing(view: View, found: { leads?: string[] | undefined; departments?: string[] | undefined }): Pick<Effects, 'set'> {
  const known = (name: string): string[] => (view.request?.facts[name] as string[] | undefined) ?? [];
  const added = (name: string, more: string[] | undefined) => (more ? { [name]: [...new Set([...known(name), ...more])] } : {});
  const set = { ...added('suggestedSystems', found.leads), ...added('suggestedDirectorates', found.departments) };
  return Object.keys(set).length > 0 ? { set } : {};
}

function notOurs(view: View, minutes: number): Effects {
  const change = { answer: 'NOT_OURS', minutes: spent(view, minutes), answeredOn: view.today };
  const officer = String(view.request?.facts['caseOfficer']);
  return {
    ...withSearch(view, change),
    tell: [{ template: 'search-not-theirs', to: { person: officer }, args: { item: view.item?.id ?? '' } }],
  };
}

export const passASearchOn = step({
  clause: '2.7',
  rows: ['SRC-01', 'SRC-14'],
  title: 'Pass the search on',
  about: 'Somebody else searches instead. Whoever had it no longer sees the task.',
  done: 'passed a search on',
  nextIf: (view) => view.item?.facts['answer'] === 'NOT_OURS',
  next: 'A search was answered as not theirs. Pass it to somebody else, or withdraw it with a reason.',
  by: [caseOfficer],
  at: [searching, assessing],
  of: 'tasks',
  needs: [searchOpen],
  asks: {
    owner: person('Who searches instead?', { holding: officerPool.code }),
    answerBy: date('Answer by', { preset: (about) => addDays(about.today, searchChase.answerWithin) }),
    passedWhy: optionalText('What they should know'),
  },
  check: (view, { owner, answerBy }) => [
    ...(answerBy < view.today ? [{ field: 'answerBy', sentence: 'This date has passed.' }] : []),
    ...(owner === view.item?.facts['owner'] ? [{ field: 'owner', sentence: 'They have this search already.' }] : []),
  ],
  then: (view, { owner, answerBy }) => {
    const id = view.item?.id ?? '';
    return {
      items: { tasks: { [id]: { owner, answerBy, askedOn: view.today, answer: null, answeredOn: null } } },
      tell: [{ template: 'your-search', to: { person: owner }, args: { item: id } }],
    };
  },
});

export const withdrawASearch = step({
  clause: '2.7',
  rows: ['SRC-14'],
  title: 'Withdraw the search',
  about: 'The search is no longer needed. The reason stays on the case.',
  done: 'withdrew a search',
  by: [caseOfficer],
  at: [searching, assessing],
  of: 'tasks',
  needs: [searchOpen],
  asks: { withdrawnWhy: text('Why is it not needed?', { maxLength: 400 }) },
  then: (view) => withSearch(view, { answer: 'WITHDRAWN', answeredOn: view.today }),
});
