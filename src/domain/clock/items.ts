import { laterOf, type LocalDate } from '../local-date.js';
import type { Question } from './questions.js';
import type { ClockEvent, ItemName, Timeline } from './types.js';

/** Something the council asked for before it need begin; `arrived` is null while it is awaited. */
export interface AskedItem {
  item: ItemName;
  asked: LocalDate;
  arrived: LocalDate | null;
}

const gates: readonly { item: ItemName; asks: ClockEvent['type']; brings: ClockEvent['type']; bringsPart?: ClockEvent['type'] }[] = [
  { item: 'identity', asks: 'id_requested', brings: 'id_received', bringsPart: 'id_part_received' },
  { item: 'authority', asks: 'authority_requested', brings: 'authority_received' },
  { item: 'attorney', asks: 'poa_requested', brings: 'poa_received' },
  { item: 'fee', asks: 'fee_requested', brings: 'fee_paid' },
];

// An arrival answers what was asked before it; asked again after that, on doubt (§1.2(11)), the item is awaited again.
// An arrival that nobody asked for, and a second arrival, change nothing. Of parts the last day counts, whichever part was recorded last.
function followItem({ item, asks, brings, bringsPart }: (typeof gates)[number], sorted: readonly ClockEvent[]): AskedItem[] {
  let held: AskedItem | undefined;
  let part: LocalDate | null = null;
  for (const { type, date } of sorted) {
    if (type === asks && (!held || held.arrived)) [held, part] = [{ item, asked: date, arrived: null }, null];
    else if (type === brings && held) held.arrived ??= date;
    else if (type === bringsPart && held) part = date;
  }
  if (!held) return [];
  return [{ ...held, arrived: held.arrived && part ? laterOf(held.arrived, part) : held.arrived }];
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
