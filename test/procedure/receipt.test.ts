import { afterEach, describe, expect, it } from '@jest/globals';
import { Settings } from 'luxon';
import { procedure } from '../../src/procedure/contents.js';
import { cara, dev, report, Road, roadTo, rosa, sam, someone } from './road.js';

const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);
const asks = procedure.steps.find((s) => s.id === 'report-a-request')?.asks ?? {};

afterEach(() => {
  Settings.now = Date.now;
});

describe('§2.2 taking a request', () => {
  it('INT-01 INT-04 INT-06 anybody reports a spoken request, and who heard it, when and how stands on it', () => {
    const road = new Road().takes(someone('anybody'), 'report-a-request', { ...report, channel: 'FACE_TO_FACE' });
    expect(road.stage).toBe('REPORTED');
    expect(road.state?.facts).toMatchObject({
      reporter: 'anybody',
      channel: 'FACE_TO_FACE',
      right: 'ACCESS',
      identityAtCounter: 'NOT_YET',
    });
    expect(road.state?.timeline).toMatchObject({ received: '2026-10-01', receivedAt: '2026-10-01T08:15:00.000Z' });
    expect(road.history[0]?.kept).toEqual(['requesterName', 'contact', 'words']);
  });

  it('INT-10 INT-19 §1.2.1 the form asks who, how to reach them, their words and where, and for no reason and no law', () => {
    const labels = Object.values(asks).map((f) => f.label);
    expect(labels).toEqual(expect.arrayContaining(['Who is asking?', 'How can we reach them?', 'Services, dates or places they named']));
    expect(labels.filter((label) => /why|reason|law|act\b|legal/i.test(label))).toEqual([]);
    expect(procedure.steps.find((s) => s.id === 'report-a-request')?.about).toContain('They need give no reason and quote no law.');
    expect(Object.keys(asks)).toEqual(expect.arrayContaining(['right', 'channel', 'heardOn', 'heardAt', 'formatWish', 'help', 'behalf']));
  });

  it('INT-05 §2.2.4 putting it in writing is encouraged and never a condition', () => {
    expect(asks['encouraged']).toMatchObject({ required: false, label: expect.stringContaining('They do not have to.') });
    expect(new Road().takes(sam, 'report-a-request', report).stage).toBe('REPORTED');
  });

  it('INT-19 §2.2.4 counts the day it was heard, also when it is entered later, and no day to come', () => {
    const road = new Road('2026-10-05T09:00');
    expect(road.takes(sam, 'report-a-request', report).state?.timeline.received).toBe('2026-10-01');
    const early = new Road('2026-10-01T09:00');
    expect(faultsOf(early.tries(sam, 'report-a-request', report))).toEqual([{ field: 'heardAt', sentence: 'This is in the future.' }]);
    expect(faultsOf(early.tries(sam, 'report-a-request', { ...report, heardOn: '2026-10-02' }))).toEqual([
      { field: 'heardOn', sentence: 'This date is in the future.' },
    ]);
  });

  it.each([
    ['2027-03-28', '01:30', '2027-03-28T01:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '23:59', '2026-10-25T23:59:00.000Z'],
    ['2026-07-01', '00:15', '2026-06-30T23:15:00.000Z'],
  ])('INT-19 §2.2.4 heard on %s at %s in London is the instant %s, on that day', (heardOn, heardAt, instant) => {
    for (const season of ['2026-07-01', '2026-12-01']) {
      Settings.now = () => Date.parse(season);
      const road = new Road('2027-04-01T09:00').takes(sam, 'report-a-request', { ...report, heardOn, heardAt });
      expect(road.state?.timeline).toMatchObject({ received: heardOn, receivedAt: instant });
    }
  });

  it('INT-19 §2.2.4 asks whose data it is when it is somebody else’s', () => {
    const other = { ...report, behalf: 'OTHER' };
    expect(faultsOf(new Road().tries(sam, 'report-a-request', other))).toEqual([
      { field: 'subjectName', sentence: 'Say whose data it is.' },
    ]);
    expect(new Road().takes(sam, 'report-a-request', { ...other, subjectName: 'Al Example, their son' }).state?.facts['behalf']).toBe(
      'OTHER',
    );
  });

  it('INT-02 §2.2 a report made in error is closed with its reason kept apart, by its reporter', () => {
    const road = roadTo('REPORTED').takes(sam, 'reported-in-error', { reason: 'The caller wanted the opening hours' });
    expect(road.state).toMatchObject({ stage: 'CLOSED', facts: { outcome: 'REPORTED_IN_ERROR' } });
    expect(roadTo('REPORTED').tries(someone('other'), 'reported-in-error', { reason: 'x' })).toMatchObject({ code: 'not-your-step' });
  });
});

describe('§2.3 logging and allocating', () => {
  it('INT-12 ASG-01 §2.3.2 is dated, gives the case a post and its directorate, and tells the channel', () => {
    const road = roadTo('REPORTED').on('2026-10-02');
    const decided = road.tries(rosa, 'log-and-allocate', { post: 'FIN-1', right: 'ACCESS' });
    expect(decided).toMatchObject({ effects: { tell: [{ template: 'allocated', to: { directorate: 'FIN' } }] } });
    road.takes(rosa, 'log-and-allocate', { post: 'FIN-1', right: 'ACCESS' });
    expect(road.state).toMatchObject({ stage: 'LOGGED', facts: { post: 'FIN-1', directorate: 'FIN' } });
    expect(road.state?.timeline).toMatchObject({ allocated: '2026-10-02', events: [{ type: 'logged', date: '2026-10-02' }] });
  });

  it('INT-13 §2.4.1 puts the request under one of the eight rights', () => {
    const road = roadTo('REPORTED').takes(cara, 'log-and-allocate', { post: 'HOU-1', right: 'ERASE' });
    expect(road.state?.facts['right']).toBe('ERASE');
    expect(faultsOf(roadTo('REPORTED').tries(cara, 'log-and-allocate', { post: 'HOU-1', right: 'FOI' }))).toHaveLength(1);
  });

  it('ASG-04 ASG-18 §2.3.4 whoever accepts it is its DIAO', () => {
    expect(roadTo('LOGGED').takes(dev, 'accept').state).toMatchObject({ stage: 'VALIDATING', facts: { diao: 'dev' } });
  });

  it('ASG-06 §1.3 what is not theirs goes back to be allocated again, its clock unmoved', () => {
    const road = roadTo('VALIDATING');
    const due = road.view(dev).deadline?.due;
    const sent = { reason: 'It is about a parking fine', betterPost: 'RES-3' };
    expect(road.tries(dev, 'not-ours', sent)).toMatchObject({
      effects: { tell: [{ to: { role: 'CCU' } }, { to: { role: 'CC' } }, { to: { role: 'FOIC' } }] },
    });
    road.takes(dev, 'not-ours', sent);
    expect(road.state).toMatchObject({ stage: 'REPORTED', facts: { suggestedPost: 'RES-3' } });
    for (const gone of ['directorate', 'post', 'diao']) expect(road.state?.facts).not.toHaveProperty(gone);
    expect(road.view(rosa).deadline?.due).toBe(due);
  });

  it('INT-17 LTR-02 §3.7 the acknowledgement is recorded with its day, not before receipt and not to come', () => {
    const road = roadTo('LOGGED').on('2026-10-03').takes(rosa, 'record-acknowledgement', { sentOn: '2026-10-02', how: 'EMAIL' });
    expect(road.state?.facts).toMatchObject({ acknowledgedOn: '2026-10-02', acknowledgedBy: 'EMAIL' });
    for (const sentOn of ['2026-09-30', '2026-10-04'])
      expect(faultsOf(roadTo('LOGGED').on('2026-10-03').tries(rosa, 'record-acknowledgement', { sentOn, how: 'EMAIL' }))).toHaveLength(1);
  });
});
