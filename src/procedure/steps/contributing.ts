import { choice, choices, date, longText, optionalText } from '../../domain/fields.js';
import { addDays } from '../../domain/local-date.js';
import { step, type Effects, type Tell, type View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import { helpLimits } from '../contributing.js';
import { helpAnswers, notOnlyOne } from '../contributing.js';
import { helpOpen, partNotPlaced } from '../contributing-needs.js';
import { directorateChoices, directorateOf, postChoices } from '../owners.js';
import { rightChoices } from '../rights.js';
import { caseOfficer, complaintsUnit, diao, foiCoordinator, helper } from '../roles.js';
import { approval, assessing, assigned, awaiting, logged, reported, searching, validating } from '../stages.js';
import { serviceWords, standInsOf } from './assignment.js';

/** §2.3.4: several directorates hold a part; one leads, and the others help it. */
export const helpsOf = (view: View): Record<string, Facts> => view.request?.items['helps'] ?? {};
const whileOpen = [logged, validating, awaiting, assigned, searching, assessing, approval];
const byWhen = (view: { today: string }) => addDays(view.today, helpLimits.answerWithin);
const helpTell = (directorate: string, item: string): Tell => ({
  template: 'help-wanted',
  to: { role: diao.code, directorate },
  args: { item },
});

/** Entries for directorates that are asked now, and the messages that ask them. */
function ask(view: View, directorates: readonly string[], answerBy: string): Required<Pick<Effects, 'items' | 'about' | 'tell'>> {
  const from = Object.keys(helpsOf(view)).length + 1;
  const made = directorates.map((directorate, i) => [`h${from + i}`, { directorate, askedOn: view.today, answerBy }] as const);
  return {
    items: { helps: Object.fromEntries(made) },
    about: made.map(([id]) => `helps/${id}`),
    tell: made.map(([id, { directorate }]) => helpTell(directorate, id)),
  };
}

export const chooseTheLead = step({
  clause: '2.3.4',
  rows: ['ASG-14', 'ASG-15', 'LTR-16'],
  title: 'Several directorates: choose the lead',
  beside: true,
  knows: true,
  about: 'The post likely to hold most of the data leads. The others are asked to help it, each in their own chat.',
  done: 'chose the lead among several directorates and logged it',
  by: [complaintsUnit],
  at: [reported],
  asks: {
    serviceWords,
    lead: choice('Who leads?', { options: postChoices, hint: 'The largest share first' }),
    leadWhy: optionalText('Why, if it is not the one with the largest share?'),
    others: choices('Which other directorates help?', { options: directorateChoices }),
    helpWhat: longText('What are they asked for?', { maxLength: 1000 }),
    answerBy: date('By', { preset: byWhen }),
    right: choice('Which right is it?', { options: rightChoices, preset: (about) => about.facts['right'] as string | undefined }),
  },
  check: (view, { lead, leadWhy, others, answerBy }) => [
    ...(others.includes(directorateOf(lead)) ? [{ field: 'others', sentence: 'The lead’s own directorate need not be asked.' }] : []),
    ...(lead !== view.knowledge?.shares[0]?.post && !leadWhy ? [{ field: 'leadWhy', sentence: notOnlyOne }] : []),
    ...(answerBy < view.today ? [{ field: 'answerBy', sentence: 'This date has passed.' }] : []),
  ],
  then: (view, { lead, leadWhy, others, answerBy, right }) => {
    const helps = ask(view, others, answerBy);
    const shares = (view.knowledge?.shares ?? []).map((s) => `${s.post}:${s.words.length}`);
    const directorate = directorateOf(lead);
    return {
      ...helps,
      about: ['', ...helps.about],
      stage: logged.code,
      set: { post: lead, directorate, right, shares, leadBy: leadWhy ? 'REASON' : 'LARGEST_SHARE', ...standInsOf(view, lead) },
      clock: [{ type: 'logged', date: view.today }],
      allocated: view.today,
      tell: [{ template: 'allocated', to: { directorate } }, ...helps.tell],
    };
  },
});

export const askAnotherDirectorate = step({
  clause: '2.3.4',
  rows: ['ASG-13', 'ASG-15', 'LTR-16'],
  title: 'Ask another directorate for help',
  about: 'Every directorate helps the one that leads. Its DIAO is asked in their own chat and chased; the Complaints Unit helps you.',
  done: 'asked another directorate for help',
  by: [diao, caseOfficer, complaintsUnit],
  at: whileOpen,
  onBoard: 'helps',
  asks: {
    others: choices('Which directorates?', { options: directorateChoices }),
    helpWhat: longText('What are they asked for?', { maxLength: 1000 }),
    answerBy: date('By', { preset: byWhen }),
  },
  check: (view, { others, answerBy }) => [
    ...(answerBy < view.today ? [{ field: 'answerBy', sentence: 'This date has passed.' }] : []),
    ...(others.includes(String(view.request?.facts['directorate']))
      ? [{ field: 'others', sentence: 'This directorate leads the case. Choose others.' }]
      : []),
  ],
  then: (view, { others, answerBy }) => ask(view, others, answerBy),
});

export const answerForTheDirectorate = step({
  clause: '2.3.4',
  rows: ['ASG-15'],
  title: 'Answer the request for help',
  done: 'answered for a directorate that helps',
  next: 'Another directorate leads and asks for your help. Supply your part, or say why not.',
  by: [helper],
  at: whileOpen,
  nextAt: whileOpen,
  aside: true,
  of: 'helps',
  needs: [helpOpen],
  asks: {
    helpAnswer: choice('What do you answer?', { options: helpAnswers }),
    helpNote: longText('What was supplied and where it is, or why not', { maxLength: 1000 }),
  },
  then: (view, { helpAnswer }) => {
    const { caseOfficer: officer, diao: lead } = view.request?.facts ?? {};
    const to = typeof officer === 'string' ? officer : typeof lead === 'string' ? lead : null;
    return {
      items: { helps: { [view.item?.id ?? '']: { answer: helpAnswer, answeredOn: view.today } } },
      tell: [{ template: 'help-answered', to: to === null ? { role: complaintsUnit.code } : { person: to } }],
    };
  },
});

export const helpNotNeeded = step({
  clause: '2.3.4',
  rows: ['ASG-15'],
  title: 'Help no longer needed',
  done: 'said that help is no longer needed',
  by: [diao, caseOfficer, complaintsUnit],
  at: whileOpen,
  of: 'helps',
  needs: [helpOpen],
  asks: { droppedWhy: optionalText('Why?') },
  then: (view) => ({ items: { helps: { [view.item?.id ?? '']: { answer: 'DROPPED', answeredOn: view.today } } } }),
});

export const partNotOurs = step({
  clause: '1.3',
  rows: ['ASG-06', 'LTR-39'],
  title: 'Part of it is not ours',
  about: 'You go on with your part. The FOI Coordinator and the Complaints Unit hear of the rest, and it is given to whoever holds it.',
  done: 'said that part of it is not theirs',
  by: [diao],
  at: [validating, awaiting, assigned, searching, assessing],
  asks: {
    part: longText('Which part?', { maxLength: 1000 }),
    partWhy: longText('Why can you not answer it?', { maxLength: 1000 }),
    betterPost: choice('Who do you think holds it?', { options: postChoices, optional: true }),
  },
  check: (view, { betterPost }) =>
    betterPost !== undefined && directorateOf(betterPost) === view.request?.facts['directorate']
      ? [{ field: 'betterPost', sentence: 'That is your own directorate. Leave it empty, or name another.' }]
      : [],
  then: (view, { betterPost }) => {
    const id = `h${Object.keys(helpsOf(view)).length + 1}`;
    const proposed = betterPost === undefined ? {} : { proposed: betterPost };
    return {
      items: { helps: { [id]: { part: true, askedOn: view.today, answerBy: byWhen(view), ...proposed } } },
      about: `helps/${id}`,
      set: { partNotOursOn: view.today },
      tell: [complaintsUnit, foiCoordinator].map((role) => ({ template: 'part-not-ours', to: { role: role.code }, args: { item: id } })),
    };
  },
});

export const giveThePart = step({
  clause: '2.3.4',
  rows: ['ASG-06', 'ASG-14'],
  title: 'Give the part to a directorate',
  about: 'A directorate said that this part is not theirs. Whoever gets it supplies it to the one that leads.',
  done: 'gave a part to another directorate',
  next: 'Part of the request belongs elsewhere. Give it to the directorate that holds it.',
  by: [complaintsUnit],
  at: whileOpen,
  nextAt: whileOpen,
  aside: true,
  of: 'helps',
  needs: [partNotPlaced],
  asks: {
    to: choice('Which directorate holds it?', {
      options: directorateChoices,
      preset: (about) => (typeof about.facts['proposed'] === 'string' ? directorateOf(about.facts['proposed']) : undefined),
    }),
  },
  check: (view, { to }) =>
    to === view.request?.facts['directorate']
      ? [{ field: 'to', sentence: 'This directorate leads the case and said that it is not theirs.' }]
      : [],
  then: (view, { to }) => {
    const id = view.item?.id ?? '';
    return { items: { helps: { [id]: { directorate: to, askedOn: view.today, answerBy: byWhen(view) } } }, tell: [helpTell(to, id)] };
  },
});
