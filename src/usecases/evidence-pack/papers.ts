import { formatDay, londonDay } from '../../domain/local-date.js';
import type { Facts } from '../../domain/subject-request.js';
import { deliveryTitle, outcomeTitle } from '../../procedure/closing.js';
import { consults as views } from '../../procedure/collections.js';
import { exemptionOf, exemptionTitle } from '../../procedure/exemption-choices.js';
import { questionLines } from '../../procedure/exemption-questions.js';
import { directorateTitle, postTitle } from '../../procedure/owners.js';
import { rightTitle } from '../../procedure/rights.js';
import { isKeptBack, isListed, methodTitle, placeOf, recordName } from '../../procedure/schedule.js';
import { limbTitle } from '../../procedure/steps/third-party.js';
import { cite } from '../show/cite.js';
import { minutesOf } from './sheets.js';
import type { Gathered } from './gather.js';

type Line = [title: string, value: string | undefined];
const day = (value: unknown): string | undefined => (typeof value === 'string' ? formatDay(value) : undefined);
const write = (lines: Line[]): string => lines.flatMap(([title, value]) => (value ? [`${title}: ${value}`] : [])).join('\n');

/** The completion record on one page (DSP-08): outcome, dates, minutes by activity, lateness and where the copies are. */
export function summaryText(all: Gathered): string {
  const { request, view, detail } = all;
  const { facts, timeline } = request.state;
  const spent = minutesOf(all).map(({ what, minutes }): Line => [`Minutes: ${what}`, String(minutes)]);
  const people: Line[] = [
    ['Directorate', facts['directorate'] === undefined ? undefined : directorateTitle(facts['directorate'])],
    ['Post', facts['post'] === undefined ? undefined : postTitle(facts['post'])],
    ['DIAO', facts['diao'] === undefined ? undefined : all.name(facts['diao'])],
    ['Case officer', facts['caseOfficer'] === undefined ? undefined : all.name(facts['caseOfficer'])],
  ];
  return write([
    ['Case', request.ref],
    ['Right', rightTitle(facts['right'])],
    ['Requester', detail('requesterName')],
    ['Whose data', detail('subjectName')],
    ...people,
    ['Received', formatDay(timeline.received)],
    ['Clock started', day(view.deadline?.start)],
    ['Due', day(view.deadline?.due)],
    ['Latest date that could be argued', day(view.deadline?.latestArguable)],
    ['Reply sent', day(facts['sentOn'])],
    ['How it left', deliveryTitle(facts['method']) || undefined],
    ['Proof of sending', detail('proof')],
    ['Copy of what was sent', detail('filedAt')],
    ['Closed', closedOn(all)],
    ['Outcome', outcomeTitle(facts['outcome'] ?? facts['result']) || undefined],
    ['Late', facts['late'] === undefined ? undefined : facts['late'] === true ? 'yes' : 'no'],
    ['Why late', detail('lateReason')],
    ['Where it was late', facts['lateTeam'] === undefined ? undefined : directorateTitle(facts['lateTeam'])],
    ...spent,
  ]);
}

/** The day on which it was closed the last time. */
function closedOn({ history }: Gathered): string | undefined {
  const last = history.findLast(({ step }) => step.id === 'close-the-case')?.step.at;
  return last === undefined ? undefined : formatDay(londonDay(new Date(last)));
}

/** Why each date: the rule behind the one in force, the other limits, and every change (CLK-12). */
export function datesText({ view, changes }: Gathered): string {
  const why = (view.deadline?.why ?? []).map(({ text, clause }, i) => `${i + 1}. ${text} ${cite(clause)}`);
  const moved = changes.map(({ title, text }) => `- ${title}. ${text}`);
  return ['Why this date', ...why, '', 'How the date has changed', ...(moved.length > 0 ? moved : ['It has not changed.'])].join('\n');
}

/** LTR-29, §3.1: for each record that is kept back, in whole or in part, what, under what, why, and how it was taken out. */
export function fileNotesText(all: Gathered): string {
  const kept = Object.entries(all.request.state.items['records'] ?? {}).filter(([, r]) => isListed(r) && isKeptBack(r));
  if (kept.length === 0) return 'Nothing was kept back.';
  return kept.map(([id, record]) => noteOf(all, id, record)).join('\n\n');
}

function noteOf(all: Gathered, id: string, r: Facts): string {
  const said = (field: string): string | undefined => all.detail(`records/${id}/${field}`);
  const clause = exemptionOf(r['code'])?.clause;
  return write([
    ['Record', [recordName(r).replace('Record ', ''), said('description')].filter(Boolean).join(' · ')],
    ['Decision', r['decision'] === 'WITHHOLD' ? 'withheld' : 'redacted'],
    ['Where', placeOf(r)],
    ['Exemption', `${exemptionTitle(r['code'])} ${clause === undefined ? '' : cite(clause)}`.trim()],
    ['What is kept back', said('what')],
    ['Why', said('why')],
    ['Weighed', r['limb'] === undefined ? undefined : limbTitle(r['limb'])],
    ...questionLines(r).map(({ title, value }): Line => [title, value]),
    ['Taken out by', methodTitle(r['method'])],
    ['Named to the requester', r['cite'] === true ? 'yes' : 'no'],
    ['Why it is not named', said('silenceWhy')],
    ['Decided', r['decidedBy'] === undefined ? undefined : `${all.name(r['decidedBy'])}, ${day(r['decidedOn']) ?? ''}`],
  ]);
}

/** Whom we asked before deciding, what, and what they said. */
export function viewsText(all: Gathered): string {
  const asked = Object.entries(all.request.state.items['consults'] ?? {});
  if (asked.length === 0) return 'Nobody was asked for a view.';
  const one = ([id, c]: [string, Facts]): string => {
    const said = (field: string): string | undefined => all.detail(`consults/${id}/${field}`);
    return write([
      ['Asked', [views.head(c, id), said('consultee')].filter(Boolean).join(' · ')],
      ['On', day(c['askedOn'])],
      ['Question', said('question')],
      ['Answer', views.text(c, all.name)],
      ['Answered by', said('answeredBy')],
      ['In their words', said('viewWords')],
    ]);
  };
  return asked.map(one).join('\n\n');
}
