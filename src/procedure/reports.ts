import { countOpen, countReceived, type Counting, type Dimension } from '../domain/reports/figures.js';
import type { Role } from '../domain/step.js';
import { assetOwner, callCentre, caseOfficer, complaintsUnit, diao, dpo, igTeam, officerPool } from './roles.js';

/** §4: what is reported, to whom and when. The policy names no day, recipients or format (OP-30); these are our reading. */

/** A large figure of a report, with its heading in a table: at most six letters, for a phone. */
interface Figure {
  title: string;
  column: string;
}
export interface WeeklyReport {
  id: string;
  rows: readonly string[];
  clause: string;
  title: string;
  /** The cases it counts: received in the week, or open on the day. */
  of: 'received' | 'open';
  counting: Counting;
  figures: readonly Figure[];
  /** Those in a directorate get its own figures, those of the whole council the council’s, case officers those of their cases. The channels come by themselves. */
  to: readonly Role[];
  /** What the council’s card and a directorate’s card are broken down by; the first is drawn as a chart. */
  council: readonly Dimension[];
  directorate: readonly Dimension[];
}

/** How soon is soon, in calendar days; on cards, in filters and in the digest. */
export const soonDays = 7;
/** T10: the doors by which a request is spoken. */
export const spokenChannels = ['PHONE', 'FACE_TO_FACE'] as const;

export const weeklyReports: readonly WeeklyReport[] = [
  {
    id: 'weekly-received',
    rows: ['MON-02', 'MON-06', 'LTR-41'],
    clause: '4-1',
    title: 'Received',
    of: 'received',
    counting: countReceived(spokenChannels),
    figures: [
      { title: 'Received', column: 'New' },
      { title: 'Spoken', column: 'Spoken' },
      { title: 'Logged late', column: 'Late' },
      { title: 'Held', column: 'Held' },
    ],
    to: [assetOwner, igTeam, complaintsUnit],
    council: ['directorate', 'right', 'channel', 'route'],
    directorate: ['right', 'channel', 'route'],
  },
  {
    id: 'weekly-outstanding',
    rows: ['MON-03', 'LTR-41'],
    clause: '4-1',
    title: 'Outstanding',
    of: 'open',
    counting: countOpen(soonDays),
    figures: [
      { title: 'Open', column: 'Open' },
      { title: 'Due in 7 days', column: 'Soon' },
      { title: 'Overdue', column: 'Late' },
      { title: 'Waiting', column: 'Wait' },
    ],
    to: [assetOwner, diao, caseOfficer, igTeam, complaintsUnit],
    council: ['directorate', 'stage'],
    directorate: ['stage'],
  },
];

/** The hour, in London, at which reports and the digest go out: Mondays, or the next working day. */
export const reportHour = '09:00';
/** References on one weekly card, the worst first; the rest is behind `outstanding`. */
export const worstShown = 8;

/** A count under five, by itself, may point at a person; restricted routes (adoption, historic abuse, safeguarding) would betray themselves. */
export const channelSummary = { rows: ['MON-09'], clause: '4-1', leastShown: 5 };

/** Reports that turned out to be no request of their own count as none received (T6). */
export const notCounted: readonly string[] = ['REPORTED_IN_ERROR', 'MERGED'];

/** Who may ask for figures and lists at any time: the whole council, their own directorate, or the cases they lead. */
export const liveReports = {
  rows: ['MON-01'],
  clause: '4-1',
  by: [callCentre, complaintsUnit, igTeam, dpo, diao, assetOwner, officerPool],
};
/** How far back answers are looked at for “in time”. */
export const complianceWeeks = 12;

/**
 * The morning list of what waits for somebody and what is at risk, on working days: of a DIAO in their area, of whoever leads cases in those.
 * It is the same message that holds the notices of the day.
 */
export const morningDigest = { rows: ['MON-05'], clause: '1.3', by: [diao, officerPool], areas: [diao] };
/** The step by which a case comes to a stage, for how long the rest usually takes. */
export const cameBy: Readonly<Record<string, string>> = {
  LOGGED: 'log-and-allocate',
  VALIDATING: 'accept',
  ASSIGNED: 'name-case-officer',
  SEARCHING: 'ask-for-a-search',
  ASSESSING: 'answer-a-search',
  APPROVAL: 'submit-for-approval',
  READY_TO_SEND: 'approve',
};

/** What is told of an outstanding case, in the order of the columns of the register’s spreadsheet. */
export const outstandingFields = [
  { code: 'reference', title: 'Reference' },
  { code: 'right', title: 'Right' },
  { code: 'directorate', title: 'Directorate' },
  { code: 'post', title: 'DIAO post' },
  { code: 'stage', title: 'Stage' },
  { code: 'received', title: 'Received' },
  { code: 'start', title: 'Clock started' },
  { code: 'due', title: 'Due' },
  { code: 'left', title: 'Days left' },
  { code: 'still', title: 'Held or paused' },
  { code: 'why', title: 'Why' },
  { code: 'extendedTo', title: 'Extended to' },
  { code: 'next', title: 'Next step owner' },
] as const;
export const outstandingRow = { rows: ['MON-07'], clause: '4-1' };
