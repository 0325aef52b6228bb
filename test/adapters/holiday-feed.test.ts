import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holidayFeed } from '../../src/adapters/holidays/fetch-list.js';
import { ownList } from '../../src/adapters/holidays/load-holidays.js';
import { listText, startHolidayFeed, type Feed } from '../support/holiday-feed.js';

describe('the address of the list of bank holidays', () => {
  let feed: Feed;
  beforeAll(async () => {
    feed = await startHolidayFeed();
  });
  afterAll(() => feed.stop());
  const read = (withinMs?: number) => holidayFeed(feed.url, ownList(), withinMs)();

  it('CLK-12 gives a list of England and Wales, whatever stands beside it', async () => {
    feed.lists({ add: { '2026-12-23': 'A day of thanks' } });
    const found = await read();
    expect(found).toMatchObject({ source: 'feed', list: { firstYear: 2019, lastYear: 2030 } });
    expect('list' in found && found.list.days).toContainEqual({ date: '2026-12-23', title: 'A day of thanks' });
  });

  it('CLK-12 without an address the product’s own list is all there is', async () => {
    expect(await holidayFeed(null, ownList())()).toEqual({ source: 'own', list: ownList() });
  });

  const elsewhere: [string, number, string, Record<string, string>, string][] = [
    ['a server that fails', 500, 'no', {}, 'not-reached'],
    ['nothing there', 404, listText({}), {}, 'not-reached'],
    ['being sent elsewhere', 302, '', { location: 'http://127.0.0.1:9/' }, 'not-reached'],
    ['a page for people', 200, '<html></html>', {}, 'not-a-list'],
    ['another country', 200, '{"scotland":{"division":"scotland","events":[]}}', {}, 'another-country'],
    ['far too much', 200, `${listText({})}${' '.repeat(600_000)}`, {}, 'too-large'],
  ];
  it.each(elsewhere)('CLK-12 %s is a fault and no list', async (_what, status, body, headers, fault) => {
    feed.answers(status, body, headers);
    expect(await read()).toEqual({ fault });
  });

  it('CLK-12 an address that never answers is given up', async () => {
    feed.falls();
    expect(await read(200)).toEqual({ fault: 'not-reached' });
  });
});
