import { describe, expect, it } from '@jest/globals';
import { sightOf } from '../../src/domain/access.js';
import { nextThing, waitingFor } from '../../src/domain/next-steps.js';
import { procedure } from '../../src/procedure/contents.js';
import { holdNotice, holds, keptForSearch } from '../../src/procedure/holds.js';
import { cameraChoices, daysKept, deletesOn } from '../../src/procedure/retention.js';
import { offenceWarning } from '../../src/procedure/steps/search.js';
import { dev, grant, ines, ola, omar, report, Road, roadTo, rosa, sam, someone } from './road.js';
import { struckBy } from './struck.js';

const finn = someone('finn', grant('FOOTAGE'));
const cora = someone('cora', grant('CALLS'));
const words = { ...report, words: 'The CCTV of Sample Street and the recorded call of Monday' };
const fromReceipt = (): Road => new Road().takes(sam, 'report-a-request', words);
const tellOf = (result: object) => ('effects' in result ? (result.effects as { tell?: unknown[] }).tell : undefined);
const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string }[]).map((f) => f.field) : []);
const kept = { standing: 'KEPT', heldHow: 'exported to the locked drive', warned: 'true' };
const holdOf = (road: Road, id: string) => road.state?.items['holds']?.[id];
const search = { system: 'CALLS', owner: 'omar', terms: 'Jo Example', answerBy: '2026-10-08' };
const footage = { system: 'CCTV', keepWhat: 'the lift of Sample House', recordedOn: '2026-09-25', camera: 'ANY' };
const retention = {
  cameras: [
    { code: 'STREET', title: 'Street cameras', days: 31 },
    { code: 'ESTATE', title: 'Lift cameras', days: 10 },
  ],
  leaversMailDays: 60,
};

describe('from receipt', () => {
  it('RTE-13 RTE-21 §2.7.1 the keepers of what the words point at are asked at once, before anybody works the case', () => {
    expect(tellOf(new Road().tries(sam, 'report-a-request', words))).toEqual([
      { template: 'reported', to: { role: 'CC' } },
      { template: 'keep-this', to: { role: 'FOOTAGE' }, args: { item: 'cctv' } },
      { template: 'keep-this', to: { role: 'CALLS' }, args: { item: 'calls' } },
    ]);
    const road = fromReceipt();
    expect(holdOf(road, 'cctv')).toEqual({ system: 'CCTV', to: 'FOOTAGE', askedOn: '2026-10-01' });
    expect(JSON.stringify(road.state)).not.toContain('Sample Street');
    expect(waitingFor(nextThing(procedure, road.view(rosa)), road.view(rosa), procedure.steps)).toEqual(
      expect.arrayContaining(['role:CC', 'role:FOOTAGE', 'role:CALLS']),
    );
  });

  it('RTE-13 §2.7.1 footage nobody asked for is not kept', () => {
    expect(roadTo('REPORTED').state?.items['holds']).toBeUndefined();
  });

  it('RTE-13 SRC-12 §2.7.1 a keeper sees only what is asked of keepers of that kind, and nothing once it is answered', () => {
    const road = fromReceipt();
    const sight = (who: typeof finn) => sightOf(procedure, who, road.state!, '2026-10-01');
    expect([sight(finn), sight(cora), sight(someone('mia', grant('MAIL')))]).toEqual(['task', 'task', 'nothing']);
    expect(road.tries(cora, 'confirm-it-is-kept', kept, 'cctv')).toMatchObject({ code: 'not-your-step' });
    road.takes(finn, 'confirm-it-is-kept', kept, 'cctv');
    expect(holdOf(road, 'cctv')).toMatchObject({ standing: 'KEPT', heldOn: '2026-10-01' });
    expect([sight(finn), sight(cora)]).toEqual(['nothing', 'task']);
    expect(road.tries(finn, 'confirm-it-is-kept', kept, 'cctv')).toMatchObject({ code: 'needs-something-first' });
  });
});

describe('the day of deletion', () => {
  it('RTE-22 §2.7.1(e) of a call: six calendar months after it, worked out and not typed', () => {
    expect(deletesOn({ system: 'CALLS', recordedOn: '2026-08-31' })).toBe('2027-02-28');
    expect(deletesOn({ system: 'CALLS', recordedOn: '2026-04-15' })).toBe('2026-10-15');
    expect(deletesOn({ system: 'CALLS' })).toBeUndefined();
    const asks = procedure.steps.find((s) => s.id === 'ask-for-a-search')?.asks ?? {};
    expect(Object.keys(asks)).toEqual(expect.arrayContaining(['recordedOn', 'camera']));
    expect(Object.keys(asks)).not.toContain('keptUntil');
  });

  it('SRC-12 §2.7.1(d) of footage: the days of its camera by the council’s settings; of an unknown one the shortest', () => {
    expect(daysKept('CCTV', 'STREET', retention)).toBe(31);
    expect(daysKept('CCTV', 'ANY', retention)).toBe(10);
    expect(daysKept('CCTV', undefined)).toBe(28);
    expect(daysKept('EMAIL', undefined, retention)).toBe(60);
    expect(cameraChoices({ retention }).map((c) => c.title)).toEqual([
      'Street cameras (31 days)',
      'Lift cameras (10 days)',
      'Another camera, or not known',
    ]);
    expect(deletesOn({ system: 'CCTV', recordedOn: '2026-09-25', keepsDays: 10 })).toBe('2026-10-05');
  });

  it('RTE-22 RTE-13 §2.7.1 a recording asked for without a day gets it from whoever learns it', () => {
    const road = fromReceipt().takes(rosa, 'say-when-it-was-made', { recordedOn: '2026-04-20' }, 'calls');
    expect(deletesOn(holdOf(road, 'calls')!)).toBe('2026-10-20');
    road.takes(rosa, 'say-when-it-was-made', { recordedOn: '2026-09-30', camera: 'ANY' }, 'cctv');
    expect(holdOf(road, 'cctv')).toMatchObject({ camera: 'ANY', keepsDays: 28 });
    expect(holdOf(road, 'calls')).not.toHaveProperty('camera');
  });

  it('SRC-12 §2.7 a search for footage or calls asks its owner to keep them too, once for each recording', () => {
    const road = roadTo('ASSIGNED').takes(ola, 'ask-for-a-search', { ...search, system: 'CALLS,CRM', recordedOn: '2026-04-20' });
    expect(road.state?.items['holds']).toEqual({
      h1: { system: 'CALLS', owner: 'omar', askedOn: '2026-10-01', recordedOn: '2026-04-20' },
    });
    const again = { owner: 'ola', recordedOn: '2026-04-20' };
    expect(keptForSearch(road.view(ola), ['CALLS'], again)).toBeUndefined();
    expect(keptForSearch(road.view(ola), ['CALLS'], { owner: 'ola' })).toBeUndefined();
    expect(Object.keys(keptForSearch(road.view(ola), ['CALLS'], { ...again, recordedOn: '2026-04-21' }) ?? {})).toEqual(['h2']);
    // What was asked of the keepers at receipt stays with them, and gets its day.
    expect(keptForSearch(fromReceipt().view(ola), ['CALLS'], again)).toEqual({ calls: { recordedOn: '2026-04-20' } });
  });
});

describe('asking, confirming, letting go', () => {
  it('LTR-15 RTE-13 §2.7.1 the notice names the thing, its day and until when it is kept, to one person or to every keeper', () => {
    const road = roadTo('LOGGED');
    expect(tellOf(road.tries(rosa, 'ask-to-keep-it', { ...footage, owner: 'omar' }))).toEqual([
      { template: 'keep-this', to: { person: 'omar' }, args: { item: 'h1' } },
    ]);
    expect(tellOf(road.tries(rosa, 'ask-to-keep-it', footage))).toEqual([
      { template: 'keep-this', to: { role: 'FOOTAGE' }, args: { item: 'h1' } },
    ]);
    expect(faultsOf(road.tries(rosa, 'ask-to-keep-it', { ...footage, recordedOn: '2026-10-02' }))).toEqual(['recordedOn']);
    road.takes(rosa, 'ask-to-keep-it', footage);
    expect(holdOf(road, 'h1')).toEqual({
      system: 'CCTV',
      to: 'FOOTAGE',
      askedOn: '2026-10-01',
      recordedOn: '2026-09-25',
      camera: 'ANY',
      keepsDays: 28,
    });
    expect(holds.text(holdOf(road, 'h1')!, String)).toBe('not confirmed, asked Thu 1 Oct 2026; deletes itself Fri 23 Oct 2026');
    expect(holds.sum?.([holdOf(road, 'h1')!])).toBe('0 of 1 confirmed; the first deletes itself Fri 23 Oct 2026');
    expect(holdNotice.until).toMatch(/supplied and the time for a review is over/);
    expect(JSON.stringify(road.state)).not.toContain('Sample House');
  });

  it('SRC-11 RTE-15 SEC-10 §2.11 nobody confirms without having read that deleting it is a crime', () => {
    const road = fromReceipt();
    expect(faultsOf(road.tries(finn, 'confirm-it-is-kept', { ...kept, warned: 'false' }, 'cctv'))).toEqual(['warned']);
    expect(procedure.steps.find((s) => s.id === 'confirm-it-is-kept')?.about).toContain(offenceWarning.sentence);
    expect(road.takes(finn, 'confirm-it-is-kept', kept, 'cctv').history.at(-1)?.answers).toMatchObject({ warned: true });
  });

  it('SRC-12 §2.7.1 what was gone already is told to Information Governance and to the case officer', () => {
    const road = roadTo('ASSIGNED').takes(ola, 'ask-to-keep-it', footage);
    const gone = { ...kept, standing: 'GONE', heldHow: 'overwritten on 20 September' };
    expect(tellOf(road.tries(finn, 'confirm-it-is-kept', gone, 'h1'))).toEqual([
      { template: 'not-kept', to: { person: 'ola' }, args: { item: 'h1' } },
      { template: 'not-kept', to: { role: 'IG' }, args: { item: 'h1' } },
    ]);
    expect(tellOf(road.tries(finn, 'confirm-it-is-kept', { ...gone, standing: 'NONE' }, 'h1'))).toHaveLength(1);
  });

  it('RTE-13 RTE-21 §2.7.1 it is let go only when two months for a review are over, and not while one is open', () => {
    const road = roadTo('ASSIGNED').takes(ola, 'ask-to-keep-it', footage).takes(finn, 'confirm-it-is-kept', kept, 'h1');
    expect(road.tries(ola, 'let-it-go', {}, 'h1')).toMatchObject({ code: 'not-at-this-stage' });
    road.takes(ola, 'withdraw', { withdrawnOn: '2026-10-01', withdrawal: 'x' });
    expect(road.on('2026-12-01').tries(ola, 'let-it-go', {}, 'h1')).toMatchObject({ code: 'needs-something-first', clause: 'App. 4' });
    road.on('2026-12-02');
    const open = { ...road.state!, timeline: { ...road.state!.timeline, reviewReceived: '2026-11-20' } };
    road.state = open;
    expect(road.tries(ola, 'let-it-go', {}, 'h1')).toMatchObject({ code: 'needs-something-first' });
    road.state = { ...open, facts: { ...open.facts, reviewDecidedOn: '2026-11-30' } };
    expect(tellOf(road.tries(dev, 'let-it-go', {}, 'h1'))).toEqual([{ template: 'may-go', to: { role: 'FOOTAGE' } }]);
    expect(road.takes(ola, 'let-it-go', {}, 'h1').tries(ola, 'let-it-go', {}, 'h1')).toMatchObject({ code: 'needs-something-first' });
  });

  it('SEC-10 RTE-15 §2.11 an attempt to alter or delete is written down, and Information Governance told, also on a closed case', () => {
    const road = roadTo('CLOSED');
    const told = road.tries(ola, 'report-an-attempt', {
      attempt: 'somebody asked for the notes to be shredded',
      attemptedOn: '2026-10-01',
    });
    expect(tellOf(told)).toEqual([{ template: 'altered-or-deleted', to: { role: 'IG' } }]);
    expect(road.tries(ines, 'report-an-attempt', {})).toMatchObject({ code: 'not-your-step' });
    road.takes(ola, 'report-an-attempt', { attempt: 'shredded', attemptedOn: '2026-10-01' });
    expect(road.state?.facts['attemptReportedOn']).toBe('2026-10-01');
    expect(JSON.stringify(road.state)).not.toContain('shredded');
  });
});

describe('what deletes itself is chased', () => {
  const strikes = (road: Road, codes: string[], until = '2026-10-31T00:00') => struckBy(road, codes, '2026-10-01T10:00', until);

  it('LTR-15 RTE-13 RTE-21 §2.7.1 whoever keeps it each working day until they answer, the call centre or the officer every second', () => {
    const road = fromReceipt().takes(cora, 'confirm-it-is-kept', kept, 'calls');
    expect(strikes(road, ['preserve'], '2026-10-07T00:00')).toEqual(
      ['Fri 2 Oct', 'Mon 5 Oct', 'Tue 6 Oct'].map((day) => `${day}, 09:00 to role:FOOTAGE`),
    );
    expect(strikes(road, ['preserve-told'], '2026-10-07T00:00')).toEqual(['Mon 5 Oct, 09:00 to role:CC']);
    const led = roadTo('ASSIGNED').takes(ola, 'ask-to-keep-it', { ...footage, owner: 'omar' });
    expect(strikes(led, ['preserve', 'preserve-told'], '2026-10-05T10:00').at(-1)).toBe('Mon 5 Oct, 09:00 to person:ola');
    led.takes(omar, 'confirm-it-is-kept', kept, 'h1');
    expect(strikes(led, ['preserve', 'preserve-told', 'retention', 'retention-passed'])).toEqual([]);
  });

  it('SRC-12 RTE-22 §2.7.1 seven, three and one day before it deletes itself and on the day, early rather than late', () => {
    // The call of 12 April deletes itself on Monday 12 October: the day before is a Sunday.
    const road = roadTo('ASSIGNED').takes(ola, 'ask-for-a-search', { ...search, recordedOn: '2026-04-12' });
    expect(strikes(road, ['retention'])).toEqual(
      ['Mon 5 Oct', 'Fri 9 Oct', 'Fri 9 Oct', 'Mon 12 Oct'].map((day) => `${day}, 09:00 to person:omar`),
    );
    expect(strikes(road, ['retention-passed'])).toEqual(['Tue 13 Oct, 09:00 to role:IG']);
  });

  it('RTE-13 RTE-21 §2.7.1 once the time for a review is over, also on a closed case, until it is let go', () => {
    const road = roadTo('ASSIGNED').takes(ola, 'ask-to-keep-it', footage).takes(finn, 'confirm-it-is-kept', kept, 'h1');
    road.takes(ola, 'withdraw', { withdrawnOn: '2026-10-01', withdrawal: 'x' });
    expect(struckBy(road, ['may-go'], '2026-10-01T10:00', '2026-12-10T00:00')).toEqual(['Wed 2 Dec, 09:00 to person:ola']);
    road.on('2026-12-02').takes(ola, 'let-it-go', {}, 'h1');
    expect(struckBy(road, ['may-go'], '2026-10-01T10:00', '2027-03-10T00:00')).toEqual([]);
  });
});
