import type { HolidayBook, HolidayOffers, Log } from '../../usecases/ports.js';

const EVERY_MS = 2_000;

/** Keeps the lists in memory as the database has them, so that every bot reckons with a new one from the same moment. Answers how to stop. */
export function watchLists(offers: Pick<HolidayOffers, 'all'>, book: Pick<HolidayBook, 'learn'>, log: Log): () => void {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      book.learn(await offers.all());
    } catch (error) {
      log.warn('holidays-away', { error });
    } finally {
      looking = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
