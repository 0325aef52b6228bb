import { describe, expect, it } from '@jest/globals';
import { keepNames } from '../../../src/adapters/mongo/names-kept.js';
import { stillTime } from './open-database.js';

describe('Names of colleagues', () => {
  const people = new Map([
    ['ann', 'Ann Example'],
    ['bo', 'Bo Example'],
  ]);
  const start = () => {
    const asked: string[][] = [];
    const time = stillTime();
    const namesOf = keepNames(async (ids) => {
      asked.push(ids);
      return ids.flatMap((id) => (people.has(id) ? [{ id, name: people.get(id) ?? '' }] : []));
    }, time);
    return { asked, time, namesOf };
  };

  it('are read once a minute', async () => {
    const { asked, time, namesOf } = start();
    expect(Object.fromEntries(await namesOf(['ann', 'bo']))).toEqual({ ann: 'Ann Example', bo: 'Bo Example' });
    await namesOf(['ann']);
    expect(asked).toEqual([['ann', 'bo']]);
    time.pass(1);
    people.set('ann', 'Ann Newname');
    expect((await namesOf(['ann', 'bo'])).get('ann')).toBe('Ann Newname');
    expect(asked).toHaveLength(2);
  });

  it('of somebody unknown are asked for each time, and none is made up', async () => {
    const { asked, namesOf } = start();
    expect((await namesOf(['nobody'])).has('nobody')).toBe(false);
    await namesOf(['nobody', 'bo']);
    expect(asked).toEqual([['nobody'], ['nobody', 'bo']]);
  });
});
