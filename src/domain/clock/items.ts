import { laterOf, type LocalDate } from '../local-date.js';
import type { Question } from './questions.js';
import type { ClockEvent, ItemName, Timeline } from './types.js';

/** Something the council asked for before it need begin; `arrived` is null while it is awaited. */
export interface AskedItem {
  item: ItemName;
  asked: LocalDate;
  arrived: LocalDate | null;
}

const gates: readonly { item: ItemName; asks: ClockEvent['type']; brings: ClockEvent['type'] }[] = [
  { item: 'identity', asks: 'id_requested', brings: 'id_received' },
  { item: 'authority', asks: 'authority_requested', brings: 'authority_received' },
  { item: 'attorney', asks: 'poa_requested', brings: 'poa_received' },
  { item: 'fee', asks: 'fee_requested', brings: 'fee_paid' },
];

// An arrival answers what was asked before it; asked again after that, on doubt (§1.2(11)), the item is awaited again.
// An arrival that nobody asked for, and a second arrival, change nothing.
function followItem({ item, asks, brings }: (typeof gates)[number], sorted: readonly ClockEvent[]): AskedItem[] {
  let held: AskedItem | undefined;
  for (const { type, date } of sorted) {
    if (type === asks && (!held || held.arrived)) held = { item, asked: date, arrived: null };
    else if (type === brings && held) held.arrived ??= date;
  }
  return held ? [held] : [];
}

/** Every item that was asked for, with the day it arrived. In restart mode each question that stops the clock is one too. */
export function listItems(sorted: readonly ClockEvent[], questions: readonly Question[], mode: Timeline['clarification']): AskedItem[] {
  const items = gates.flatMap((gate) => followItem(gate, sorted));
  if (mode !== 'restart') return items;
  const asClarity = ({ asked, answered }: Question): AskedItem => ({ item: 'clarity', asked, arrived: answered });
  return [...items, ...questions.filter((question) => question.stops).map(asClarity)];
}

/** The day the time to answer starts: receipt, or the day the last item asked for arrived if later; null while one is awaited. */
export function findStart(received: LocalDate, items: readonly AskedItem[]): LocalDate | null {
  let start = received;
  for (const { arrived } of items) {
    if (!arrived) return null;
    start = laterOf(start, arrived);
  }
  return start;
}
