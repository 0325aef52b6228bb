import { formatDay, formatShortDay } from '../../domain/local-date.js';
import { NONE, type Dimension } from '../../domain/reports/figures.js';
import { OTHER } from '../../domain/reports/fold.js';
import type { ReportedCase } from '../../domain/reports/reported-case.js';
import { channelsIn } from '../../procedure/intake.js';
import type { Press } from '../../domain/shown.js';
import { directorateTitle, postTitle } from '../../procedure/owners.js';
import { soonDays } from '../../procedure/reports.js';
import { rightTitle } from '../../procedure/rights.js';
import { roles } from '../../procedure/roles.js';
import { stages } from '../../procedure/stages.js';
import { days } from '../show/due-chip.js';

/** The title of a row of a breakdown. */
export function rowTitle(dimension: Dimension, code: string): string {
  if (code === OTHER) return 'Other';
  if (code === NONE) return dimension === 'directorate' ? 'Not allocated yet' : 'None';
  if (dimension === 'directorate') return directorateTitle(code);
  if (dimension === 'right') return rightTitle(code);
  if (dimension === 'stage') return stageTitleOf(code);
  return channelsIn.find((c) => c.value === code)?.title ?? sentence(code);
}

export const stageTitleOf = (code: string): string => stages.find((s) => s.code === code)?.title ?? code;
const sentence = (code: string): string => `${code.slice(0, 1)}${code.slice(1).toLowerCase().replace(/_/g, ' ')}`;

/** `Right of access` → `access`. */
export const shortRight = (code: string): string => rightTitle(code).replace(/^(Right of |Right to |Withdrawal of )/, '').toLowerCase(); // prettier-ignore

/** `Assistant Director of Housing Needs` → `Housing Needs`. */
const shortPost = (id: string): string => postTitle(id).replace(/^(Assistant |Deputy )?(Director|Head) (of )?/, '');

/** Whose move it is, by role and never by name. */
export function nextOwner(c: Pick<ReportedCase, 'next' | 'caseOfficer'>): string {
  const owners = c.next.map((mark) => {
    const [kind, code = ''] = mark.split(':');
    if (kind === 'role') return roles.find((r) => r.code === code)?.title ?? code;
    return code === c.caseOfficer ? 'case officer' : 'colleague asked';
  });
  return [...new Set(owners)].join(' or ');
}

/** Why no date runs: `held for identity`, `paused for an answer`. */
export function whyStill(c: Pick<ReportedCase, 'still' | 'heldFor'>): string {
  if (c.still === 'held') return c.heldFor.length > 0 ? `held for ${c.heldFor.join(' and ')}` : 'held';
  if (c.still === 'paused') return 'paused for an answer';
  return c.still === 'answered' ? 'answered, not closed' : '';
}

/** Days left or over: `14 days over`, `today`, `3 days`. */
export function leftWords(left: number | null): string {
  if (left === null) return '';
  return left < 0 ? `${days(-left)} over` : left === 0 ? 'today' : days(left);
}

/** What stands at the edge of a row: days left or over, or why no date runs. */
export function edgeOf(one: ReportedCase): { side: string; press: Press } {
  const side = leftWords(one.left) || whyStill(one).split(' ')[0] || '–';
  if (one.left === null) return { side, press: 'none' };
  return { side, press: one.left < 0 ? 'late' : one.left <= soonDays ? 'soon' : 'none' };
}

/** One case in a line, without its reference: MON-07, whatever is told beside it. */
export function caseLine(c: ReportedCase, has: { directorate?: boolean } = {}): string {
  return [
    shortRight(c.right),
    has.directorate ? directorateTitle(c.directorate) : '',
    c.post ? shortPost(c.post) : '',
    stageTitleOf(c.stage).toLowerCase(),
    `received ${formatShortDay(c.received)}`,
    c.start && c.start !== c.received ? `clock from ${formatShortDay(c.start)}` : '',
    c.extendedTo ? `extended to ${formatDay(c.extendedTo)}` : c.due ? `due ${formatShortDay(c.due)}` : '',
    whyStill(c),
    nextOwner(c) ? `next: ${nextOwner(c)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
