import { describe, expect, it } from '@jest/globals';
import { tasks } from '../../src/procedure/collections.js';
import { contextOf } from '../../src/domain/decide.js';
import { procedure } from '../../src/procedure/contents.js';
import { proposedSystems } from '../../src/procedure/records.js';
import { coverageSentence, notLookedAt, placesOf } from '../../src/procedure/search-coverage.js';
import { ola, omar, roadTo, someone, type Road } from './road.js';
import { struckBy } from './struck.js';

const ask = { system: 'CRM', owner: 'omar', terms: 'Jo Example', answerBy: '2026-10-08' };
const found = { answer: 'FOUND', pages: '12', minutes: '30' };
const mail = { saysMail: 'true', staffKnow: 'true', correspondents: 'the rent team', subjects: 'arrears' };
const holders = { holders: 'omar,dev', terms: 'Jo Example', answerBy: '2026-10-08' };
const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);
const taskOf = (road: Road, id: string) => road.state?.items['tasks']?.[id] ?? {};
const searching = (system: string) => roadTo('ASSIGNED').takes(ola, 'ask-for-a-search', { ...ask, system });

describe('leads', () => {
  it('SRC-03 §2.7.1 the contact system shows which directorates dealt with the person, and their systems are proposed', () => {
    const answer = procedure.steps.find((s) => s.id === 'answer-a-search')?.asks?.['departments'];
    const road = searching('CRM,HOUSING');
    const about = (id: string) => contextOf({ ...road.view(omar), item: { id, facts: taskOf(road, id) } });
    expect([answer?.asked?.({}, about('t1')), answer?.asked?.({}, about('t2'))]).toEqual([true, false]);
    road.takes(omar, 'answer-a-search', { ...found, departments: 'CHILD', leads: 'MANUAL' }, 't1');
    expect(road.state?.facts).toMatchObject({ suggestedDirectorates: ['CHILD'], suggestedSystems: expect.arrayContaining(['MANUAL']) });
    expect(proposedSystems(road.state!.facts)).toEqual(['HOUSING', 'ANITE', 'FRAMEWORK', 'CRM', 'MANUAL']);
  });
});

describe('the checklist of systems', () => {
  it('SRC-05 §2.7.1 each place is searched, ruled out with its reason, proposed or not considered', () => {
    const road = searching('HOUSING').takes(ola, 'rule-out-a-place', { system: 'ANITE,YOIS', ruledOutWhy: 'a tenant since 2024' });
    const looked = Object.fromEntries(placesOf(road.state!).map((p) => [p.code, p.looked]));
    expect(looked).toMatchObject({ HOUSING: 'open', ANITE: 'ruled out', YOIS: 'ruled out', CRM: 'proposed', EPIC: 'not considered' });
    expect(placesOf(road.state!)).toHaveLength(21);
    expect(road.state?.details).toHaveProperty(['places/ANITE/ruledOutWhy']);
    expect(road.state?.details).toHaveProperty(['places/YOIS/ruledOutWhy']);
    expect(JSON.stringify(road.state)).not.toContain('a tenant since');
  });

  it('ENT-03 §1.2.5 computer records and paper are both accounted for, and an approver sees what nobody looked at', () => {
    const road = searching('HOUSING').takes(omar, 'answer-a-search', found, 't1');
    expect(coverageSentence(road.state!)).toBe('Computer records: 1 searched. Paper: not looked at yet.');
    expect(notLookedAt(road.state!)).toBe('Contact system, Anite, any paper');
    road.takes(ola, 'rule-out-a-place', { system: 'CRM,ANITE,MANUAL', ruledOutWhy: 'everything is in one system' });
    expect(coverageSentence(road.state!)).toBe('Computer records: 1 searched, 2 not relevant. Paper: 0 searched, 1 not relevant.');
    expect(notLookedAt(road.state!)).toBeUndefined();
  });
});

describe('mailboxes', () => {
  const scoped = () => roadTo('ASSIGNED').takes(ola, 'scope-the-mail', mail);

  it('SRC-08 §2.7.1 staff who dealt with the person look in their own mailboxes first, each with a task of their own', () => {
    expect(roadTo('ASSIGNED').tries(ola, 'ask-mailbox-holders', holders)).toMatchObject({ code: 'needs-something-first' });
    const decided = scoped().tries(ola, 'ask-mailbox-holders', holders);
    expect('effects' in decided && decided.effects.tell).toEqual([
      { template: 'your-search', to: { person: 'omar' }, args: { item: 't1' } },
      { template: 'your-search', to: { person: 'dev' }, args: { item: 't2' } },
    ]);
    const road = scoped().takes(ola, 'ask-mailbox-holders', holders);
    expect(taskOf(road, 't2')).toEqual({ system: 'EMAIL', own: true, owner: 'dev', answerBy: '2026-10-08', askedOn: '2026-10-01' });
    expect(tasks.head(taskOf(road, 't2'), 't2')).toBe('Own mailbox');
    expect(faultsOf(road.tries(ola, 'ask-mailbox-holders', { ...holders, holders: 'dev' })).map((f) => f.field)).toEqual(['holders']);
  });

  it('SRC-08 SRC-07 §2.7.1 a search of mailboxes by others waits until they answered or their day has passed', () => {
    const road = scoped();
    const wide = { ...ask, system: 'EMAIL', answerBy: '2026-10-20' };
    const sentence = () => faultsOf(road.tries(ola, 'ask-for-a-search', wide)).map((f) => f.sentence);
    expect(sentence()).toEqual(['Staff who dealt with the person know of mail. Ask them about their own mailboxes first.']);
    road.takes(ola, 'ask-mailbox-holders', holders).takes(omar, 'answer-a-search', { ...found, forwarded: '3' }, 't1');
    expect(sentence()).toEqual(['Staff were asked about their own mailboxes and still have time to answer. Wait for them first.']);
    road.on('2026-10-09');
    expect(sentence()).toEqual([]);
  });

  it('SRC-09 §2.7.1 mail found in one’s own mailbox is copied and forwarded, and counted', () => {
    const road = scoped().takes(ola, 'ask-mailbox-holders', holders);
    expect(faultsOf(road.tries(omar, 'answer-a-search', found, 't1')).map((f) => f.field)).toEqual(['forwarded']);
    road.takes(omar, 'answer-a-search', { ...found, forwarded: '14' }, 't1');
    expect(taskOf(road, 't1')).toMatchObject({ forwarded: 14, answer: 'FOUND' });
  });
});

describe('paper that is kept off site', () => {
  const order = { box: 'box 4711', registered: 'true', orderedOn: '2026-10-01', expectedOn: '2026-10-06' };

  it('SRC-04 §2.7.1 is ordered by its box, and the search is not answered before it has arrived', () => {
    const road = searching('MANUAL,CRM').takes(omar, 'order-from-off-site', order, 't1');
    expect(taskOf(road, 't1')).toMatchObject({ orderedOn: '2026-10-01', expectedOn: '2026-10-06' });
    expect(JSON.stringify(road.state)).not.toContain('4711');
    expect(road.tries(omar, 'order-from-off-site', order, 't1')).toMatchObject({ code: 'needs-something-first' });
    expect(road.tries(omar, 'order-from-off-site', order, 't2')).toMatchObject({ code: 'needs-something-first' });
    expect(faultsOf(road.tries(omar, 'answer-a-search', found, 't1'))).toEqual([
      { field: 'answer', sentence: 'What was ordered from off site has not arrived. Record its arrival first.' },
    ]);
    expect(faultsOf(road.on('2026-10-05').tries(omar, 'record-its-arrival', { arrivedOn: '2026-09-30' }, 't1'))).toHaveLength(1);
    road.takes(omar, 'record-its-arrival', { arrivedOn: '2026-10-05' }, 't1').takes(omar, 'answer-a-search', found, 't1');
    expect(taskOf(road, 't1')).toMatchObject({ arrivedOn: '2026-10-05', answer: 'FOUND' });
  });

  it('SRC-06 §2.7.1 the archive supplier is reached only after registering', () => {
    const road = searching('ARCHIVE');
    expect(faultsOf(road.tries(omar, 'order-from-off-site', { ...order, registered: 'false' }, 't1')).map((f) => f.field)).toEqual([
      'registered',
    ]);
    expect(taskOf(road.takes(omar, 'order-from-off-site', order, 't1'), 't1')).toMatchObject({ registered: true });
  });

  it('SRC-04 §2.7.1 what does not come is asked after, each second working day', () => {
    const road = searching('ARCHIVE').takes(omar, 'order-from-off-site', order, 't1');
    const late = () => struckBy(road, ['off-site'], '2026-10-01T10:00', '2026-10-12T00:00');
    expect(late()).toEqual(['Wed 7 Oct, 09:00 to person:omar', 'Fri 9 Oct, 09:00 to person:omar']);
    road.takes(omar, 'record-its-arrival', { arrivedOn: '2026-10-01' }, 't1');
    expect(late()).toEqual([]);
  });
});

describe('a reminder that may wait', () => {
  const until = (day: string) => ({ until: day, putOffWhy: 'on leave' });

  it('SRC-14 §2.7 is put off by the owner of the search for a few days; the DIAO hears of a late search all the same', () => {
    const road = roadTo('SEARCHING').on('2026-10-08');
    expect(faultsOf(road.tries(omar, 'put-off-the-search-reminder', until('2026-10-08'), 't1')).map((f) => f.field)).toEqual(['until']);
    expect(faultsOf(road.tries(omar, 'put-off-the-search-reminder', until('2026-10-14'), 't1')).map((f) => f.sentence)).toEqual([
      'It may wait until Tue 13 Oct 2026 at most.',
    ]);
    expect(road.tries(someone('sam'), 'put-off-the-search-reminder', until('2026-10-13'), 't1')).toMatchObject({ code: 'not-your-step' });
    road.takes(omar, 'put-off-the-search-reminder', until('2026-10-13'), 't1');
    expect(struckBy(road, ['search'], '2026-10-08T10:00', '2026-10-17T00:00')).toEqual(
      ['Tue 13 Oct', 'Wed 14 Oct', 'Fri 16 Oct'].map((day) => `${day}, 09:00 to person:omar`),
    );
    expect(struckBy(road, ['search-to-diao'], '2026-10-08T10:00', '2026-10-15T00:00')).toEqual(['Wed 14 Oct, 09:00 to person:dev']);
    expect(taskOf(road, 't1')).toMatchObject({ answerBy: '2026-10-08' });
  });

  it('SRC-14 §2.7 never past the day on which the request must be answered', () => {
    const road = roadTo('SEARCHING').on('2026-11-01');
    expect(faultsOf(road.tries(omar, 'put-off-the-search-reminder', until('2026-11-03'), 't1'))).toHaveLength(1);
    expect(road.on('2026-11-02').tries(omar, 'put-off-the-search-reminder', until('2026-11-03'), 't1')).toMatchObject({
      sentence: 'The request itself is due: the reminder cannot wait.',
    });
  });
});
