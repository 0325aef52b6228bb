import { choice, choices, date, longText, optionalText, person, yesNo, type FieldContext } from '../../domain/fields.js';
import { addDays } from '../../domain/local-date.js';
import { step, type View } from '../../domain/step.js';
import { searchChase } from '../limits.js';
import { keptForSearch } from '../holds.js';
import { mailNotScoped } from '../needs.js';
import { staffFirst } from '../own-mailboxes.js';
import { proposedSystems, systemChoices, systems } from '../records.js';
import { cameraChoices } from '../retention.js';
import { caseOfficer, officerPool } from '../roles.js';
import { beforeSearching } from '../special-routes/needs.js';
import { assessing, assigned, searching } from '../stages.js';

/** §2.7: ask each record holder, record what was found. Altering or destroying what was asked for is a crime from the day of receipt. */
export const offenceWarning = {
  rows: ['SRC-11', 'SEC-10'],
  clause: '2.11',
  sentence: 'Nothing asked for may be altered, blocked or destroyed to keep it from the person. That is a crime.',
};
/** LTR-14: what the request to search says beside scope, places and day. */
export const searchRequest = {
  rows: ['LTR-14'],
  clause: '2.7',
  title: 'Please search for this person’s records',
  nil: 'An answer is needed also when nothing is held: say which terms, dates and places you searched.',
  mail: 'Copy what you find in a mailbox and forward it to the case officer. Do not delete the original.',
};

export const searchesOf = (view: View) => view.request?.items['tasks'] ?? {};

/** Proposed and not asked for yet; mailboxes only once the questions about mail are answered (SRC-07). */
const stillToAsk = ({ facts, items }: FieldContext): string[] => {
  const asked = Object.values(items?.['tasks'] ?? {}).map((t) => t['system']);
  const out = (facts['ruledOut'] as string[] | undefined) ?? [];
  const open = proposedSystems(facts).filter((code) => !asked.includes(code) && !out.includes(code));
  return open.filter((code) => code !== 'EMAIL' || facts['mailScopedOn'] !== undefined);
};

const proposedFirst = (about: FieldContext) => {
  const proposed = stillToAsk(about);
  return [...systemChoices].sort((a, b) => Number(proposed.includes(b.value)) - Number(proposed.includes(a.value)));
};

export const askForASearch = step({
  clause: '2.7',
  rows: ['SRC-01', 'SRC-02', 'SRC-03', 'SRC-11'],
  title: 'Ask for a search',
  about: `Each place becomes a search of its own. ${offenceWarning.sentence}`,
  done: 'asked for a search',
  next: 'Ask those who hold records to search them.',
  // Once everything is answered the next thing is the reply; another search stays possible.
  nextAt: [assigned],
  by: [caseOfficer],
  at: [assigned, searching, assessing],
  needs: beforeSearching,
  onBoard: 'tasks',
  asks: {
    system: choices('Where?', {
      options: proposedFirst,
      preset: (about) => stillToAsk(about).join(','),
      hint: 'Ticked: what the request, other searches and the contact system point at',
    }),
    owner: person('Who searches?', { holding: officerPool.code }),
    terms: longText('What to look for', { hint: 'Names, addresses, dates, and what the requester asked for', maxLength: 1000 }),
    where: optionalText('Folders, mailboxes or shelves to look in'),
    answerBy: date('Answer by', { preset: (about) => addDays(about.today, searchChase.answerWithin) }),
    recordedOn: date('On which day was it made?', {
      optional: true,
      section: 'For footage and recorded calls',
      hint: 'Its day of deletion follows',
    }),
    camera: choice('Which camera?', { optional: true, options: cameraChoices }),
  },
  check: (view, { system, answerBy, recordedOn }) => [
    ...(answerBy < view.today ? [{ field: 'answerBy', sentence: 'This date has passed.' }] : []),
    ...(recordedOn !== undefined && recordedOn > view.today ? [{ field: 'recordedOn', sentence: 'This date is in the future.' }] : []),
    ...(system.includes('EMAIL') && view.request?.facts['mailScopedOn'] === undefined
      ? [{ field: 'system', sentence: 'Before mailboxes are searched, the questions about mail are answered.' }]
      : []),
    ...(system.includes('EMAIL') ? staffFirst(view) : []),
  ],
  then: (view, { system, owner, answerBy, recordedOn, camera }) => {
    const from = Object.keys(searchesOf(view)).length + 1;
    const common = { owner, answerBy, askedOn: view.today };
    const kept = keptForSearch(view, system, { owner, recordedOn, camera });
    const made = system.map((code, i) => [`t${from + i}`, { system: code, ...common }] as const);
    return {
      stage: searching.code,
      items: { tasks: Object.fromEntries(made), ...(kept && { holds: kept }) },
      about: made.map(([id]) => `tasks/${id}`),
      // One card tells of all of them.
      tell: [{ template: 'your-search', to: { person: owner }, args: { item: made[0]?.[0] ?? '' } }],
    };
  },
});

/** SRC-07: what is considered before mailboxes are searched. */
export const scopeTheMail = step({
  clause: '2.7.1',
  rows: ['SRC-07', 'SRC-08'],
  title: 'Questions about mail',
  about: 'Mail is in scope. First ask the staff who dealt with the person to look in their own mailboxes; it matters most for employees.',
  done: 'answered the questions about mail',
  by: [caseOfficer],
  at: [assigned, searching, assessing],
  needs: [mailNotScoped],
  correctable: true,
  asks: {
    saysMail: yesNo('The requester says that there is mail'),
    staffKnow: yesNo('Staff who dealt with them know of mail'),
    correspondents: longText('Who wrote it, who received it?', { maxLength: 1000 }),
    subjects: longText('What is it about?', { maxLength: 1000 }),
  },
  then: (view, { saysMail, staffKnow }) => ({ set: { mailScopedOn: view.today, saysMail, staffKnow } }),
});

export const ruleOutAPlace = step({
  clause: '2.7.1',
  rows: ['SRC-05'],
  title: 'Not relevant',
  about:
    'For places that do not come into question. The reason stays on the case, beside each of them, and whoever approves the reply sees it.',
  done: 'ruled out places to search',
  by: [caseOfficer],
  at: [assigned, searching, assessing],
  onBoard: 'tasks',
  asks: {
    system: choices('Which places?', { options: (about) => notAsked(about) }),
    ruledOutWhy: longText('Why are they not relevant?', { maxLength: 1000 }),
  },
  then: (view, { system }) => {
    const before = (view.request?.facts['ruledOut'] as string[] | undefined) ?? [];
    return {
      set: { ruledOut: [...before, ...system] },
      items: { places: Object.fromEntries(system.map((code) => [code, { ruledOutOn: view.today }])) },
      about: system.map((code) => `places/${code}`),
    };
  },
});

const notAsked = ({ facts, items }: FieldContext) => {
  const known = [...Object.values(items?.['tasks'] ?? {}).map((t) => t['system']), ...((facts['ruledOut'] as string[] | undefined) ?? [])];
  return systems.filter((s) => !known.includes(s.code)).map((s) => ({ value: s.code, title: s.title }));
};
