import type { Facts } from '../domain/subject-request.js';

/** §2.4.4(2), OP-11: a fee rests on what complying costs. The rates, in pence, and the lines of the worksheet stand here. */
export const feeRates = { staffHour: 2500, copiedPage: 10 } as const;
export const feeRow = { rows: ['VAL-12'], clause: '2.4.4(2)' };

/** The facts of a worksheet: minutes, pages, and pence for post and for anything else. */
export const FEE_FACTS = ['feeMinutes', 'feePages', 'feePost', 'feeOther'] as const;

export interface FeeLine {
  what: string;
  pence: number;
}

const count = (facts: Facts, name: (typeof FEE_FACTS)[number]): number => (typeof facts[name] === 'number' ? facts[name] : 0);

/** The lines of a worksheet that cost anything, each with its sum in pence; part of an hour is charged by the minute and rounded down. */
export function feeLines(facts: Facts): FeeLine[] {
  const [minutes, pages] = [count(facts, 'feeMinutes'), count(facts, 'feePages')];
  return [
    {
      what: `Time of our staff: ${minutes} minutes at ${pounds(feeRates.staffHour)} an hour`,
      pence: Math.floor((minutes * feeRates.staffHour) / 60),
    },
    { what: `Copies: ${pages} pages at ${feeRates.copiedPage}p each`, pence: pages * feeRates.copiedPage },
    { what: 'Post and packing', pence: count(facts, 'feePost') },
    { what: 'Other', pence: count(facts, 'feeOther') },
  ].filter((line) => line.pence > 0);
}

export const feeTotal = (facts: Facts): number => feeLines(facts).reduce((sum, { pence }) => sum + pence, 0);

/** `£62.50`. */
export const pounds = (pence: number): string => `£${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
