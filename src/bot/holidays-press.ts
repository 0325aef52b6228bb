import { isRefusal } from '../domain/refusals.js';
import { countMoves } from '../usecases/holiday-moves.js';
import { decideHolidays } from '../usecases/holiday-replay.js';
import { keptPage, usedPage } from '../usecases/show/holiday-pages.js';
import { refusalPage } from '../usecases/show/pages.js';
import type { PressData } from './read-press.js';
import type { Reply, Turn } from './turn.js';

/** *Use the new list* or *Keep the old list*. */
export async function holidaysDecided({ desk, person }: Turn, { n }: PressData, use: boolean): Promise<Reply> {
  const decided = await decideHolidays(desk, person, n, use);
  if (isRefusal(decided)) return { shown: refusalPage(decided) };
  return { shown: use ? usedPage(await countMoves(desk, decided)) : keptPage() };
}
