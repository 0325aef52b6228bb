import { formatDay, formatDayAndTime } from '../../domain/local-date.js';
import type { Figures } from '../../domain/reports/figures.js';
import type { ReportedCase } from '../../domain/reports/reported-case.js';
import { mondayOf, sundayOf } from '../../domain/reports/week.js';
import type { Button, PageBlock, PageShown } from '../../domain/shown.js';
import { directorateTitle } from '../../procedure/owners.js';
import { channelSummary, type WeeklyReport } from '../../procedure/reports.js';
import type { ReportMade } from '../ports.js';
import { COUNCIL } from './send-weekly.js';
import { breakdownBlocks, figureTiles } from './weekly-breakdown.js';
import { caseLine, edgeOf } from './words.js';

/** Characters of the newest head of the audit trail: enough for `audit -- verify --head`. */
const HEAD_SHOWN = 16;

/** What one card is drawn from. */
export interface Drawn {
  report: WeeklyReport;
  made: ReportMade;
  figures: Figures;
  worst: ReportedCase[];
  council: boolean;
  /** Small rows are not told: its readers see no case, or others read along. */
  folds: boolean;
  /** There are more than the worst that are shown. */
  more: boolean;
}

interface For {
  scope: string;
  inChannel: boolean;
  /** The figures of an officer's own cases, when it is theirs. */
  own?: Told;
}
type Told = ReportMade['directorates'][string];
const NOTHING: Told = { total: [], by: {}, worst: [] };

/** A weekly report as a card: four figures, one chart, the same figures as a table, how they were counted, the newest audit head (MON-02, MON-03, MON-09). */
export function weeklyPage(report: WeeklyReport, made: ReportMade, { scope, inChannel, own }: For): PageShown {
  const council = scope === COUNCIL;
  const told = own ?? (council ? { ...made.council, worst: made.worst } : (made.directorates[scope] ?? NOTHING));
  const { worst, ...figures } = told;
  const drawn: Drawn = { report, made, figures, worst, council, folds: !council && !own, more: (figures.total[0] ?? 0) > worst.length };
  const whose = own ? 'your cases' : council ? 'the whole council' : directorateTitle(scope);
  return {
    kind: 'page',
    title: `${report.title}: ${whose}`,
    under: report.of === 'received' ? spanOf(made) : `As at ${formatDayAndTime(new Date(made.at))}`,
    figures: figureTiles(report, figures.total),
    blocks: [...breakdownBlocks(drawn), ...worstBlock(drawn), ...counted(drawn)],
    actions: inChannel ? [] : own ? [{ title: 'My work', verb: 'my-work', data: {}, primary: true }] : buttons(council ? '' : scope),
    summaryLine: `Weekly report: ${report.title.toLowerCase()}, ${whose}`,
  };
}

const spanOf = ({ week }: ReportMade): string => `${formatDay(mondayOf(week)).slice(0, -5)} to ${formatDay(sundayOf(week))}`;

/** The worst cases by reference, with what the register says of each and no name (MON-07). */
function worstBlock({ worst, council, more }: Drawn): PageBlock[] {
  if (worst.length === 0) return [];
  const rows = worst.map((c) => ({ title: c.ref, text: caseLine(c, { directorate: council }), ...edgeOf(c) }));
  return [{ is: 'rows', heading: more ? `The worst ${worst.length}` : 'Worst first', rows, empty: '' }];
}

/** How it was counted, in one line, and the newest head of the audit trail. */
function counted({ report, made, council, folds }: Drawn): PageBlock[] {
  const { earlier } = made;
  const late = `${earlier} received before that week and recorded only since ${earlier === 1 ? 'is' : 'are'} counted here. `;
  const how =
    report.of === 'received'
      ? `Counted by the day of receipt. ${council && earlier > 0 ? late : ''}`
      : 'Not yet answered. Waiting: for proof or for an answer, so no date runs. ';
  const folded = folds
    ? `Rows under ${channelSummary.leastShown} and restricted routes are counted under Other.`
    : 'Restricted routes are counted under Other.';
  const seal = made.seal
    ? `Audit trail: block ${made.seal.n}, ${made.seal.head.slice(0, HEAD_SHOWN)}`
    : 'Audit trail: no block is sealed yet.';
  const gap =
    council && made.unreached.length > 0 ? [`No channel and no IAO is told for ${made.unreached.map(directorateTitle).join(', ')}.`] : [];
  return [
    ...gap.map((text) => ({ is: 'text' as const, text, small: true })),
    { is: 'text', text: `${how}${folded}`, small: true, quiet: true },
    { is: 'text', text: seal, small: true, quiet: true },
  ];
}

function buttons(scope: string): Button[] {
  return [
    { title: 'Outstanding list', verb: 'outstanding', data: { c: scope }, primary: true },
    { title: 'By officer', verb: 'caseload', data: { c: scope } },
    { title: 'Spreadsheet', verb: 'register-file', data: {} },
  ];
}
