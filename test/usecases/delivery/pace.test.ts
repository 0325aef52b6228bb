import { describe, expect, it } from '@jest/globals';
import { backoff, waitAfter } from '../../../src/usecases/delivery/backoff.js';
import { afterAttempt, createProcessPace, mayPostAt } from '../../../src/usecases/delivery/pace.js';
import type { ConversationPace } from '../../../src/usecases/ports.js';

const START = Date.parse('2026-11-02T09:00:00.000Z');
const most = (times: number[], window: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + window).length));

describe('the pace of one conversation', () => {
  it('never exceeds 1 a second, 60 in 30 seconds and 1,800 an hour, however fast it is asked', () => {
    let pace: ConversationPace = { notBefore: 0, minutes: [] };
    const posts: number[] = [];
    for (let now = START; posts.length < 5_000; now = mayPostAt(pace, now + 1)) {
      if (mayPostAt(pace, now) > now) continue;
      posts.push(now);
      pace = afterAttempt(pace, now);
    }
    expect(most(posts.slice(0, 200), 1_000)).toBe(1);
    expect(most(posts.slice(0, 200), 30_000)).toBeLessThanOrEqual(60);
    const hours = posts.filter((_at, i) => i % 97 === 0).map((from) => posts.filter((at) => at >= from && at < from + 3_600_000).length);
    expect(Math.max(...hours)).toBe(1_800);
    expect(pace.minutes.length).toBeLessThanOrEqual(61);
    // Full speed for half an hour, then the window has to move on: three rounds fit in a little over two hours.
    expect((posts.at(-1) ?? 0) - START).toBeLessThan(3 * 3_660_000);
  });

  it('waits as long as the server asks', () => {
    const pace = afterAttempt({ notBefore: 0, minutes: [] }, START, 7_000);
    expect(mayPostAt(pace, START + 1_000)).toBe(START + 7_000);
  });
});

describe('the pace of one process', () => {
  it('lets 20 go in any second and tells the next when its place is free', () => {
    const take = createProcessPace(20);
    const answers = Array.from({ length: 25 }, (_, i) => take(START + i));
    expect(answers.filter((answer) => answer === 0)).toHaveLength(20);
    expect(answers[20]).toBe(START + 1_000);
    expect([take(START + 1_000), take(START + 1_000)]).toEqual([0, START + 1_001]);
  });
});

describe('waiting after a failure', () => {
  it('doubles up to ten minutes and spreads over the upper half', () => {
    expect([1, 2, 3, 11, 5_000].map((attempts) => backoff(attempts, () => 1))).toEqual([1_000, 2_000, 4_000, 600_000, 600_000]);
    expect([1, 2, 3].map((attempts) => backoff(attempts, () => 0))).toEqual([500, 1_000, 2_000]);
  });

  it('believes the server, but not beyond an hour', () => {
    expect([waitAfter(0, 9, () => 1), waitAfter(7_000, 1, () => 1), waitAfter(1e12, 1, () => 1)]).toEqual([0, 7_000, 3_600_000]);
  });
});
