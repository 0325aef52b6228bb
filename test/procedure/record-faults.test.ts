import { describe, expect, it } from '@jest/globals';
import { records } from '../../src/procedure/collections.js';
import { procedure } from '../../src/procedure/contents.js';
import { timers } from '../../src/procedure/timers/index.js';
import { CHECKED, dev, dina, ola, oneRecord, roadTo, type Road } from './road.js';

const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string }[]).map((f) => f.field) : []);
const recordOf = (road: Road) => road.state?.items['records']?.['r1'];
const marked = (mark: object) => roadTo('ASSESSING').takes(ola, 'add-records', oneRecord).takes(ola, 'mark-a-record', { accuracy: 'RIGHT', overdue: 'false', ...mark }, 'r1'); // prettier-ignore
const wrong = { accuracy: 'WRONG', wrongHow: 'the year of birth is 1951, not 1915' };
const late = { overdue: 'true', overdueHow: 'six years after the tenancy ended' };
const told = { statement: 'WRONG', says: 'The year of birth was wrong.', righted: 'AMENDED' };
const toldLate = { statement: 'KEPT_TOO_LONG', says: 'The tenancy file of 2009.', goneOn: '2027-01-04' };
const submit = { result: 'GRANTED_FULL' };
function sent(road: Road): Road {
  return road
    .takes(ola, 'submit-for-approval', submit)
    .takes(dina, 'approve')
    .takes(ola, 'check-before-sending', { checks: CHECKED })
    .takes(ola, 'type-the-address', { destination: '1 Sample Street' })
    .takes(dina, 'type-the-address-again', { destinationAgain: '1 Sample Street' })
    .takes(ola, 'record-as-sent', { sentOn: '2026-10-01', method: 'SECURE_MAIL', proof: 'message 4711', filedAt: 'folder 7' });
}
const runs = (road: Road, code: string) => timers.find((t) => t.code === code)?.running(road.view(ola)) ?? [];

describe('a record that is wrong', () => {
  it('ASS-15 §2.11 is given as it is, and the reply waits for the statement that says so', () => {
    const road = marked(wrong);
    expect(recordOf(road)).toMatchObject({ decision: 'GIVE', accuracy: 'WRONG' });
    expect(JSON.stringify(road.state)).not.toContain('1915');
    expect(records.text(recordOf(road) ?? {}, String)).toBe('12 pages · given · wrong');
    expect(road.tries(ola, 'submit-for-approval', submit)).toMatchObject({
      sentence: 'A record is wrong on a matter of fact. The case officer adds the statement that says sorry, and what was wrong.',
    });
    expect(road.takes(ola, 'add-a-statement', told).takes(ola, 'submit-for-approval', submit).stage).toBe('APPROVAL');
    expect(faultsOf(marked({}).tries(ola, 'mark-a-record', { ...wrong, wrongHow: '', overdue: 'false' }, 'r1'))).toEqual(['wrongHow']);
  });

  it('ASS-14 ASS-15 §2.11 is not amended before the reply has left; then it is a task until it is put right', () => {
    const road = marked(wrong).takes(ola, 'add-a-statement', told);
    const how = { rightedHow: 'AMENDED', rightedOn: '2026-10-01', rightedWhere: 'by housing, in the file' };
    expect(road.tries(ola, 'put-the-record-right', how, 'r1')).toMatchObject({ code: 'not-at-this-stage' });
    sent(road);
    expect(runs(road, 'put-right')).toMatchObject([{ item: 'r1' }]);
    expect(faultsOf(road.tries(ola, 'put-the-record-right', { ...how, rightedOn: '2026-09-30' }, 'r1'))).toEqual(['rightedOn']);
    road.takes(ola, 'put-the-record-right', how, 'r1');
    expect(runs(road, 'put-right')).toEqual([]);
    expect(road.tries(dev, 'put-the-record-right', how, 'r1')).toMatchObject({ code: 'needs-something-first' });
  });

  it('ASS-20 App. 6 an opinion stays an opinion: it is never changed, only marked as one', () => {
    const road = sent(marked({ accuracy: 'OPINION', wrongHow: 'they dispute the view of the officer' }));
    const how = { rightedOn: '2026-10-01', rightedWhere: 'by housing' };
    expect(faultsOf(road.tries(ola, 'put-the-record-right', { ...how, rightedHow: 'AMENDED' }, 'r1'))).toEqual(['rightedHow']);
    expect(recordOf(road.takes(ola, 'put-the-record-right', { ...how, rightedHow: 'ANNOTATED' }, 'r1'))).toMatchObject({
      rightedHow: 'ANNOTATED',
    });
  });
});

describe('a record that was kept too long', () => {
  it('ASS-17 §2.11 is given, with the statement; it is destroyed when a review can no longer be asked for', () => {
    const road = marked(late);
    expect(road.tries(ola, 'submit-for-approval', submit)).toMatchObject({
      sentence: 'A record was kept too long. The case officer adds the statement that says so, and when it is destroyed.',
    });
    sent(road.takes(ola, 'add-a-statement', toldLate));
    expect(runs(road, 'disposal')).toMatchObject([{ item: 'r1', day: '2026-12-02' }]);
    road.takes(ola, 'close-the-case', { outcome: 'GRANTED_FULL', minutes: '60' });
    const how = { destroyedOn: '2026-12-02', destroyedHow: 'shredded by the archive' };
    expect(road.on('2026-12-01').tries(ola, 'record-the-disposal', { ...how, destroyedOn: '2026-12-01' }, 'r1')).toMatchObject({
      sentence: 'A review of the reply can still be asked for. Keep it until that time is over.',
    });
    expect(recordOf(road.on('2026-12-02').takes(ola, 'record-the-disposal', how, 'r1'))).toMatchObject({ destroyedOn: '2026-12-02' });
    expect(runs(road, 'disposal')).toEqual([]);
  });

  it('ASS-16 §2.11 is not destroyed while it is looked through, nor before the reply has left', () => {
    const how = { destroyedOn: '2026-10-01', destroyedHow: 'shredded' };
    for (const road of [marked(late), marked(late).takes(ola, 'add-a-statement', toldLate).takes(ola, 'submit-for-approval', submit)])
      expect(road.tries(ola, 'record-the-disposal', how, 'r1')).toMatchObject({ code: 'not-at-this-stage' });
    expect(faultsOf(marked({}).tries(ola, 'mark-a-record', { accuracy: 'RIGHT', overdue: 'true' }, 'r1'))).toEqual(['overdueHow']);
  });
});

describe('what happens again and again', () => {
  const risk = { riskKind: 'INACCURATE', riskPattern: 'dates of birth', riskCases: 'DR-2026-0001', riskChange: 'check against the form' };

  it('ASS-18 LTR-40 §2.11 is raised as a risk: the owner of the records is told, without a name', () => {
    const road = roadTo('SEARCHING');
    expect(road.tries(ola, 'raise-a-risk', risk)).toMatchObject({
      effects: { tell: [{ template: 'risk-raised', to: { role: 'IAO', directorate: 'HOU' } }] },
    });
    road.takes(dev, 'raise-a-risk', risk);
    expect(road.state?.items['risks']).toEqual({ k1: { kind: 'INACCURATE', on: '2026-10-01', by: 'dev' } });
    expect(JSON.stringify(road.state)).not.toContain('dates of birth');
  });
});

describe('what somebody else wrote', () => {
  const four = { alreadyKnown: 'false', likelyHadCopy: 'false', contentious: 'true', marked: 'false' };
  const road = () => roadTo('ASSESSING').takes(ola, 'add-records', { ...oneRecord, giveNow: 'false' });

  it('ASS-10 ASS-09 App. 5 is not exempt for that: four questions are weighed, and one must speak against giving it', () => {
    expect(faultsOf(road().tries(ola, 'weigh-the-author', {}, 'r1'))).toEqual(['alreadyKnown', 'likelyHadCopy', 'contentious', 'marked', 'decision', 'why']); // prettier-ignore
    const keep = { ...four, decision: 'WITHHOLD', why: 'the author fears for their post', what: 'the letter', fromPage: '2' };
    expect(faultsOf(road().tries(ola, 'weigh-the-author', { ...keep, contentious: 'false', alreadyKnown: 'true' }, 'r1'))).toEqual(['decision']); // prettier-ignore
    expect(faultsOf(road().tries(ola, 'weigh-the-author', { ...keep, what: '', fromPage: '' }, 'r1'))).toEqual(['fromPage', 'what']);
    expect(recordOf(road().takes(ola, 'weigh-the-author', keep, 'r1'))).toMatchObject({ code: 'EX-AUTH', contentious: true, cite: true });
    const given = recordOf(road().takes(ola, 'weigh-the-author', { ...four, decision: 'GIVE', why: 'no harm' }, 'r1'));
    expect(given).toMatchObject({ decision: 'GIVE', contentious: true });
    expect(given).not.toHaveProperty('code');
  });

  it('ASS-19 §3.1 embarrassing remarks are no reason: the forms say so where records are entered and kept back', () => {
    for (const id of ['add-records', 'redact-or-withhold'])
      expect(procedure.steps.find((s) => s.id === id)?.about?.toLowerCase()).toContain('embarrassing remarks');
  });
});
