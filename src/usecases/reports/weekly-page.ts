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
  /** There are more than the worst that are shown. */
  more: boolean;
}

/** A weekly report as a card: four figures, one chart, the same figures as a table, how they were counted, the newest audit head (MON-02, MON-03, MON-09). */
export function weeklyPage(report: WeeklyReport, made: ReportMade, { scope, inChannel }: { scope: string; inChannel: boolean }): PageShown {
  const council = scope === COUNCIL;
  const { worst, ...figures } = (council ? { ...made.council, worst: made.worst } : made.directorates[scope]) ?? {
    total: [],
    by: {},
    worst: [],
  };
  const drawn: Drawn = { report, made, figures, worst, council, more: (figures.total[0] ?? 0) > worst.length };
  return {
    kind: 'page',
    title: `${report.title}: ${council ? 'the whole council' : directorateTitle(scope)}`,
    under: report.of === 'received' ? spanOf(made) : `As at ${formatDayAndTime(new Date(made.at))}`,
    figures: figureTiles(report, figures.total),
    blocks: [...breakdownBlocks(drawn), ...worstBlock(drawn), ...counted(drawn)],
    actions: inChannel ? [] : buttons(council ? '' : scope),
    summaryLine: `Weekly report: ${report.title.toLowerCase()}, ${council ? 'the whole council' : directorateTitle(scope)}`,
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
function counted({ report, made, council }: Drawn): PageBlock[] {
  const { earlier } = made;
  const late = `${earlier} received before that week and recorded only since ${earlier === 1 ? 'is' : 'are'} counted here. `;
  const how =
    report.of === 'received'
      ? `Counted by the day of receipt. ${council && earlier > 0 ? late : ''}`
      : 'Not yet answered. Waiting: for proof or for an answer, so no date runs. ';
  const folded = council
    ? 'Restricted routes are counted under Other.'
    : `Rows under ${channelSummary.leastShown} and restricted routes are counted under Other.`;
  const seal = made.seal
    ? `Audit trail: block ${made.seal.n}, ${made.seal.head.slice(0, HEAD_SHOWN)}`
    : 'Audit trail: no block is sealed yet.';
  return [
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
