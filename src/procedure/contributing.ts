import type { Option } from '../domain/fields.js';
import { formatDay } from '../domain/local-date.js';
import type { Collection } from '../domain/step.js';
import { directorateTitle, postTitle } from './owners.js';

/** ASG-15, LTR-16: how long another directorate has to help, and when it is reminded. Days of answering are calendar days; reminders working days. */
export const helpLimits = { rows: ['ASG-15'], clause: '2.3.4', answerWithin: 10, nudgeEvery: 2, toUnitAfter: 4 } as const;

/** LTR-16: what the request for help says beside who leads, what is asked and by when. */
export const helpRequest = {
  rows: ['LTR-16'],
  clause: '2.3.4',
  title: 'Another directorate asks for your help',
  duty: 'Every directorate helps the one that leads, on reasonable request. The Corporate Complaints Unit helps if you ask.',
};

export const helpAnswers: readonly Option[] = [
  { value: 'SUPPLIED', title: 'Supplied to the lead' },
  { value: 'NOTHING', title: 'Searched: nothing held' },
  { value: 'CANNOT', title: 'We cannot help' },
];
const answerTitle = (code: unknown): string =>
  code === 'DROPPED' ? 'no longer needed' : (helpAnswers.find((a) => a.value === code)?.title.toLowerCase() ?? '');

export const notOnlyOne = 'Another post has a larger share of the words, or none was recognised. Say why this one leads.';

const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');

/** Directorates that help the one that leads, and parts that belong to nobody yet. */
export const helps: Collection = {
  code: 'helps',
  title: 'Other directorates',
  words: 'helpWhat',
  head: (h) => (h['directorate'] === undefined ? 'A part that is not theirs' : directorateTitle(h['directorate'])),
  text: (h) => {
    if (h['answer'] !== undefined) return `${answerTitle(h['answer'])}, ${day(h['answeredOn'])}`;
    if (h['directorate'] === undefined)
      return `to be given to a directorate${h['proposed'] === undefined ? '' : `, perhaps: ${postTitle(h['proposed'])}`}`;
    return `asked ${day(h['askedOn'])}, answer by ${day(h['answerBy'])}`;
  },
  settled: (h) => h['answer'] !== undefined,
  sum: (all) => `${all.filter((h) => h['answer'] !== undefined).length} of ${all.length} answered`,
  lines: (h) =>
    [
      { title: 'Asked', value: day(h['askedOn']) },
      { title: 'Answer by', value: h['answer'] === undefined ? day(h['answerBy']) : '' },
      { title: 'Answered', value: h['answer'] === undefined ? '' : `${answerTitle(h['answer'])}, ${day(h['answeredOn'])}` },
    ].filter((line) => line.value),
};
