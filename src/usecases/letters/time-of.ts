import { deadlineOf, isTimelineFault } from '../../domain/clock.js';
import type { View } from '../../domain/step.js';
import type { RequestState } from '../../domain/subject-request.js';
import type { LetterFacts } from '../../letters/letter.js';
import type { FeeAsked, MoreTime, Refused, Waiting } from '../../letters/time-parts.js';
import { addDays } from '../../domain/local-date.js';
import { reasons } from '../../procedure/clock-reasons.js';
import { feeLines, feeTotal } from '../../procedure/fees.js';
import { limits } from '../../procedure/limits.js';
import { isKeptBack, isListed } from '../../procedure/schedule.js';
import type { Desk } from '../desk.js';
import type { Known } from '../show/known-facts.js';

/** Private answers that letters about time, money and refusals are written from. */
export const timeFields = ['moreTimeReasons', 'whyTold'] as const;
const has = (state: RequestState, name: string, ...values: string[]): boolean => values.includes(String(state.facts[name]));

/** More time, a refusal, a fee, and what nobody answered, each only where the case has it. */
export function timeOf(desk: Desk, state: RequestState, view: View, known: Known): Partial<LetterFacts> {
  const [moreTime, refusal, fee, unanswered] = [
    moreTimeOf(desk, state, view, known),
    refusalOf(state, known),
    feeOf(state, known),
    waitingOf(state),
  ];
  return { ...(moreTime && { moreTime }), ...(refusal && { refusal }), ...(fee && { fee }), ...(unanswered && { unanswered }) };
}

function moreTimeOf(desk: Desk, state: RequestState, view: View, known: Known): MoreTime | undefined {
  if (!has(state, 'moreTime', 'CONFIRMED', 'TOLD')) return undefined;
  const months = Number(state.facts['moreTimeMonths']);
  const event = { type: 'extended' as const, date: view.today, months };
  const events = has(state, 'moreTime', 'TOLD') ? state.timeline.events : [...state.timeline.events, event];
  const dates = deadlineOf({ ...state.timeline, events }, { limits, reasons, holidays: desk.holidays, asOf: view.today });
  return {
    months,
    reasons: known.detail('moreTimeReasons') ?? '',
    likelyOn: String(state.facts['likelyOn'] ?? ''),
    lastDay: isTimelineFault(dates) ? null : dates.due,
  };
}

const manifest = (state: RequestState): 'UNFOUNDED' | 'EXCESSIVE' => (state.facts['mueGround'] === 'UNFOUNDED' ? 'UNFOUNDED' : 'EXCESSIVE');

function refusalOf(state: RequestState, known: Known): Refused | undefined {
  const said = known.detail('whyTold') ?? '';
  if (has(state, 'refusing', 'MUE') || has(state, 'result', 'REFUSED_MUE')) return { ground: manifest(state), reasons: said };
  if (has(state, 'refusing', 'REPEAT') || has(state, 'result', 'REFUSED_REPEAT')) return { ground: 'REPEAT', reasons: said };
  if (has(state, 'refusing', 'ENTITLEMENT') || has(state, 'result', 'REFUSED_ENTITLEMENT')) return { ground: 'ENTITLEMENT', reasons: said };
  return Object.values(state.items['records'] ?? {}).some((r) => isListed(r) && isKeptBack(r))
    ? { ground: 'EXEMPT', reasons: '' }
    : undefined;
}

function feeOf(state: RequestState, known: Known): FeeAsked | undefined {
  if (!has(state, 'proposal', 'FEE_APPROVED') && !has(state, 'fee', 'ASKED')) return undefined;
  return { ground: manifest(state), reasons: known.detail('whyTold') ?? '', lines: feeLines(state.facts), total: feeTotal(state.facts) };
}

/** What was asked for last and has not come; thirty days from the day it was asked for (§2.6.5). */
function waitingOf({ facts }: RequestState): Waiting | undefined {
  const items = [...((facts['awaiting'] as string[] | undefined) ?? []), ...(facts['fee'] === 'ASKED' ? ['fee'] : [])];
  if (items.length === 0) return undefined;
  const askedOn = String(facts[facts['fee'] === 'ASKED' ? 'feeAskedOn' : 'askedOn'] ?? '');
  return { items, askedOn, waitUntil: askedOn && addDays(askedOn, limits.noReply.n) };
}
