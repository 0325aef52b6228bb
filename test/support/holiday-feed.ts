import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ownList } from '../../src/adapters/holidays/load-holidays.js';

/** What the address answers: a list of days in the shape of gov.uk, or anything else. */
export interface Feed {
  url: string;
  /** From now on: our own list of some years, with and without some days. */
  lists(change: { add?: Record<string, string>; drop?: string[]; years?: [number, number] }): void;
  answers(status: number, body: string, headers?: Record<string, string>): void;
  /** Takes the question and never answers. */
  falls(): void;
  asked: number;
  stop(): Promise<void>;
}

export async function startHolidayFeed(): Promise<Feed> {
  let answer: { status: number; body: string; headers: Record<string, string> } | null = { status: 200, body: '', headers: {} };
  const server = createServer((_request, response) => {
    feed.asked += 1;
    if (!answer) return;
    // In steps: the bot's own server library changes what these answer, in the whole process.
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const feed: Feed = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bank-holidays.json`,
    asked: 0,
    lists: (change) => feed.answers(200, listText(change)),
    answers: (status, body, headers = {}) => {
      answer = { status, body, headers };
    },
    falls: () => {
      answer = null;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
  feed.lists({});
  return feed;
}

/** Our own list in the shape of the feed, changed. */
export function listText({ add = {}, drop = [], years = [2019, 2030] }: Parameters<Feed['lists']>[0]): string {
  const own = ownList().days.filter(({ date }) => date >= `${years[0]}` && date < `${years[1] + 1}` && !drop.includes(date));
  const days = [...own, ...Object.entries(add).map(([date, title]) => ({ date, title }))];
  const events = days.map(({ date, title }) => ({ title, date, notes: '', bunting: true }));
  return JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events }, scotland: { division: 'scotland', events: [] } });
}
