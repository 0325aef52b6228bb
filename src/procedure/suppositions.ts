import type { ClockEvent, PlainEventType } from '../domain/clock.js';
import type { LocalDate } from '../domain/local-date.js';
import { limits } from './limits.js';

/** Something that may happen to the clock: what people call it, and the event it would be. */
export interface Supposition {
  code: string;
  title: string;
  /** Words by which it is known; the first that fits counts. */
  said: RegExp;
  clause: string;
  event(on: LocalDate): ClockEvent;
}
const plain =
  (type: PlainEventType) =>
  (date: LocalDate): ClockEvent => ({ type, date });
const extend =
  (months: number) =>
  (date: LocalDate): ClockEvent => ({ type: 'extended', date, months });

/** CLK-13, §2.6.1, §1.2(7): what can be tried out without recording anything. */
export const suppositions: readonly Supposition[] = [
  {
    code: 'QUESTION',
    title: 'We ask for clarification, and the clock stops',
    said: /\bask\b.*(clarif|question)/i,
    clause: '2.6.1(b)',
    event: (date) => ({ type: 'clarification_requested', date, stopsClock: true }),
  },
  {
    code: 'ID_ASKED',
    title: 'We ask for proof of identity',
    said: /\bask\b.*(identity|proof|\bid\b)/i,
    clause: '2.6.1(a)',
    event: plain('id_requested'),
  },
  { code: 'FEE_ASKED', title: 'We ask for a fee', said: /\bask\b.*fee/i, clause: '2.6.1(e)', event: plain('fee_requested') },
  { code: 'FEE_PAID', title: 'The fee is paid', said: /fee|paid|payment/i, clause: '2.6.1(e)', event: plain('fee_paid') },
  { code: 'AUTHORITY', title: 'The written authority arrives', said: /authority/i, clause: '2.6.1(c)', event: plain('authority_received') },
  { code: 'ATTORNEY', title: 'The power of attorney arrives', said: /attorney|court/i, clause: '2.6.1(d)', event: plain('poa_received') },
  { code: 'IDENTITY', title: 'Proof of identity arrives', said: /identity|proof|\bid\b/i, clause: '2.6.1(a)', event: plain('id_received') },
  {
    code: 'ANSWER',
    title: 'The answer to our question comes',
    said: /answer|clarif|reply/i,
    clause: '2.6.1(b)',
    event: (date) => ({ type: 'clarification_received', date }),
  },
  {
    code: 'EXTEND_1',
    title: 'We extend by one month',
    said: /exten(d|sion).*(\b1\b|\bone\b|\ba month\b)/i,
    clause: '1.2(7)',
    event: extend(1),
  },
  { code: 'EXTEND_2', title: 'We extend by two months', said: /exten(d|sion)/i, clause: '1.2(7)', event: extend(limits.extension.n) },
];
