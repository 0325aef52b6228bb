import { describe, expect, it } from '@jest/globals';
import { nextThing } from '../../src/domain/next-steps.js';
import { records } from '../../src/procedure/collections.js';
import { procedure } from '../../src/procedure/contents.js';
import { CHECKED, dev, dina, ines, ola, oneRecord, roadTo, type Road } from './road.js';
import { ofExemption } from '../support/exemption-answers.js';

const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);
const fieldsOf = (result: object) => faultsOf(result).map((f) => f.field);
const add = (road: Road, more: Record<string, string> = {}) => road.takes(ola, 'add-records', { ...oneRecord, giveNow: 'false', ...more });
const recordOf = (road: Road, id = 'r1') => road.state?.items['records']?.[id];
const factors = {
  confidence: 'true',
  capable: 'true',
  refused: 'false',
  consentSteps: 'wrote twice',
  known: 'false',
  inferable: 'false',
  partly: 'false',
};
const kept = { fromPage: '2', method: 'BLOCKED', what: 'the name of a neighbour', why: 'they asked us to keep it' };
const withhold = {
  decision: 'WITHHOLD',
  exemption: 'EX-REF',
  fromPage: '2',
  what: 'the reference',
  why: 'given in confidence',
  cite: 'true',
  ...ofExemption['EX-REF'],
};
const health = { ...withhold, ...ofExemption['EX-HEALTH'], exemption: 'EX-HEALTH' };

describe('the schedule', () => {
  it('ASS-01 §2.8 takes a record, or several alike at once, each numbered and undecided, its words apart', () => {
    const road = add(roadTo('ASSESSING'), { count: '3' });
    expect(Object.keys(road.state?.items['records'] ?? {})).toEqual(['r1', 'r2', 'r3']);
    expect(recordOf(road, 'r2')).toEqual({ no: 2, kind: 'LETTER', source: 't1', pages: 12, about: 'PERSON' });
    expect(road.state?.details['records/r3/description']).toBe(road.state?.details['records/r1/description']);
    expect(JSON.stringify(road.state)).not.toContain('letters about the rent');
    expect(nextThing(procedure, road.view(ola))).toMatchObject({ step: { id: 'give-a-record' }, item: 'r1' });
  });

  it('ASS-01 §2.8 comes first once something was found', () => {
    expect(nextThing(procedure, roadTo('ASSESSING').view(ola))?.step.id).toBe('add-records');
    expect(roadTo('ASSESSING').tries(ola, 'submit-for-approval', { result: 'GRANTED_FULL' })).toMatchObject({
      sentence: 'Something was found and nothing is on the schedule. The case officer enters the records first.',
    });
  });

  it('EXM-07 ASS-01 §3.12 gives a run of plain records at once, but none that identifies somebody else', () => {
    const road = add(add(roadTo('ASSESSING'), { count: '3' }), { about: 'OTHER' });
    road.takes(ola, 'give-several', { fromRecord: '2', toRecord: '4' });
    expect(['r1', 'r2', 'r3', 'r4'].map((id) => recordOf(road, id)?.['decision'])).toEqual([undefined, 'GIVE', 'GIVE', undefined]);
    expect(fieldsOf(road.tries(ola, 'give-several', { fromRecord: '2', toRecord: '4' }))).toEqual(['fromRecord']);
    expect(road.tries(ola, 'give-a-record', {}, 'r4')).toMatchObject({
      sentence: 'This record also identifies somebody else. The case officer weighs that first.',
    });
    expect(fieldsOf(road.tries(ola, 'add-records', { ...oneRecord, about: 'OTHER' }))).toEqual(['giveNow']);
  });

  it('ASS-01 §2.8 a decision is changed only by deciding again; what does not belong is taken off with its reason', () => {
    const road = add(roadTo('ASSESSING'), { count: '2' }).takes(ola, 'give-a-record', {}, 'r1');
    expect(road.tries(ola, 'redact-or-withhold', withhold, 'r1')).toMatchObject({
      sentence: 'This record is decided already. Press “Decide again” first.',
    });
    road.takes(ola, 'decide-again', {}, 'r1').takes(ola, 'redact-or-withhold', withhold, 'r1');
    expect(recordOf(road)).toMatchObject({ decision: 'WITHHOLD', code: 'EX-REF', fromPage: 2, toPage: 2, cite: true });
    expect(fieldsOf(road.tries(ola, 'take-off-the-schedule', {}, 'r2'))).toEqual(['offWhy']);
    road.takes(ola, 'take-off-the-schedule', { offWhy: 'entered twice' }, 'r2');
    expect(records.sum?.(Object.values(road.state?.items['records'] ?? {}))).toBe('1 record: 1 withheld');
  });

  it('ASS-01 §2.8 reads as numbers', () => {
    const all = [...Array.from({ length: 9 }, () => 'GIVE'), 'REDACT', 'REDACT', 'WITHHOLD', 'OUT'].map((decision) => ({ decision }));
    expect(records.sum?.(all)).toBe('12 records: 9 given, 2 redacted, 1 withheld');
    expect(records.sum?.([{}, {}] as never)).toBe('2 records: 2 undecided');
  });
});

describe('somebody else’s data', () => {
  const road = () => add(roadTo('ASSESSING'), { about: 'OTHER' });

  it('ASS-02 ASS-04 §2.9 asks the four factors before anything follows', () => {
    expect(fieldsOf(road().tries(ola, 'weigh-the-third-party', {}, 'r1'))).toEqual([
      ...Object.keys(factors).slice(0, 3),
      'consentSteps',
      'known',
      'partly',
      'inferable',
      'limb',
      'why',
    ]);
    expect(
      JSON.stringify(road().takes(ola, 'weigh-the-third-party', { ...factors, ...kept, limb: 'REMOVABLE' }, 'r1').state),
    ).not.toContain('wrote twice');
  });

  it.each([
    ['CONSENT', 'GIVE'],
    ['REASONABLE', 'GIVE'],
    ['REMOVABLE', 'REDACT'],
    ['KEPT', 'WITHHOLD'],
  ])('ASS-02 §2.9 limb %s leads to %s', (limb, decision) => {
    const dates = { consentAskedOn: '2026-10-01', consentAnsweredOn: '2026-10-01' };
    expect(recordOf(road().takes(ola, 'weigh-the-third-party', { ...factors, ...dates, ...kept, limb }, 'r1'))).toMatchObject({
      limb,
      decision,
      confidence: true,
    });
  });

  it('ASS-07 EXM-03 §2.9 what is kept back is placed, noted, and taken out in a stated way', () => {
    const tries = (more: object) =>
      fieldsOf(road().tries(ola, 'weigh-the-third-party', { ...factors, why: 'x', limb: 'REMOVABLE', ...more }, 'r1'));
    expect(tries({})).toEqual(['fromPage', 'what', 'method']);
    expect(tries({ ...kept, inferable: 'true' })).toEqual(['limb']);
    expect(tries({ ...kept, refused: 'true', limb: 'CONSENT' })).toEqual(['limb']);
  });

  it('ASS-05 ASS-03 ASS-08 §2.9 a refusal decides nothing by itself: its reason is asked, what the requester knows or could infer is weighed', () => {
    const tries = (more: object) =>
      road().tries(ola, 'weigh-the-third-party', { ...factors, ...kept, limb: 'REASONABLE', refused: 'true', ...more }, 'r1');
    expect(fieldsOf(tries({}))).toEqual(['refusedWhy']);
    expect(tries({ refusedWhy: 'gave none', known: 'true' })).toMatchObject({
      effects: { items: { records: { r1: { decision: 'GIVE', known: true } } } },
    });
    expect(fieldsOf(tries({ refusedWhy: 'fear', limb: 'REMOVABLE', inferable: 'true' }))).toEqual(['limb']);
  });

  it('ASS-09 App. 5 the author may be asked, and the council decides: their view holds nothing up unless it is to be waited for', () => {
    const ask = { who: 'AUTHOR', consultee: 'Pat Sample, by phone', question: 'May it be given?', viewBy: '2026-10-08' };
    const asked = road().takes(ola, 'ask-for-a-view', { ...ask, waits: 'false' }, 'r1');
    expect(asked.state?.items['consults']?.['c1']).toMatchObject({
      record: 'r1',
      no: 1,
      who: 'AUTHOR',
      blocks: false,
      answerBy: '2026-10-08',
    });
    const decided = asked.takes(ola, 'weigh-the-third-party', { ...factors, ...kept, limb: 'REASONABLE' }, 'r1');
    expect(decided.takes(ola, 'submit-for-approval', { result: 'GRANTED_FULL' }).stage).toBe('APPROVAL');
    const waits = road().takes(dev, 'ask-for-a-view', { ...ask, who: 'LEGAL', waits: 'true' }, 'r1');
    waits.takes(ola, 'weigh-the-third-party', { ...factors, ...kept, limb: 'REASONABLE' }, 'r1');
    expect(waits.tries(ola, 'submit-for-approval', { result: 'GRANTED_FULL' })).toMatchObject({ code: 'needs-something-first' });
    waits.takes(ola, 'record-the-view', { opinion: 'NONE', answeredBy: 'Lee Legal', answeredOn: '2026-10-01', viewWords: 'none' }, 'c1');
    expect(waits.takes(ola, 'submit-for-approval', { result: 'GRANTED_FULL' }).stage).toBe('APPROVAL');
  });
});

describe('an exemption', () => {
  it('EXM-02 §3.1 stands on a page or a paragraph, never on a whole file', () => {
    const tries = (record: Record<string, string>, place: object) =>
      fieldsOf(add(roadTo('ASSESSING'), record).tries(ola, 'redact-or-withhold', { ...withhold, fromPage: '', ...place }, 'r1'));
    expect(tries({}, {})).toEqual(['fromPage']);
    expect(tries({}, { fromPage: '3', toPage: '2' })).toEqual(['toPage']);
    expect(tries({}, { fromPage: '3', toPage: '13' })).toEqual(['toPage']);
    expect(tries({}, { fromPage: '1', toPage: '12' })).toEqual([]);
    expect(tries({ kind: 'FILE' }, { fromPage: '1', toPage: '12' })).toEqual(['toPage']);
    expect(tries({ kind: 'FILE' }, { fromPage: '1', toPage: '12', paragraph: '4' })).toEqual([]);
  });

  it('EXM-03 EXM-04 §3.1 has its file note before anything else: what, under which, and why', () => {
    const road = add(roadTo('ASSESSING'));
    expect(fieldsOf(road.tries(ola, 'redact-or-withhold', { fromPage: '1' }, 'r1'))).toEqual(['decision', 'exemption']);
    expect(fieldsOf(road.tries(ola, 'redact-or-withhold', { exemption: 'EX-MGMT' }, 'r1'))).toEqual(['decision', 'what', 'why', 'cite']);
    expect(fieldsOf(road.tries(ola, 'redact-or-withhold', { ...withhold, decision: 'REDACT' }, 'r1'))).toEqual(['method']);
    road.takes(ola, 'redact-or-withhold', withhold, 'r1');
    expect(JSON.stringify(road.state)).not.toContain('in confidence');
    expect(Object.keys(road.state?.details ?? {})).toEqual(expect.arrayContaining(['records/r1/what', 'records/r1/why']));
  });

  it('EXM-04 §3.12 without its note nothing is submitted', () => {
    const road = add(roadTo('ASSESSING')).takes(ola, 'redact-or-withhold', withhold, 'r1');
    const { ['records/r1/why']: _note, ...details } = road.state!.details;
    road.state = { ...road.state!, details };
    expect(road.tries(ola, 'submit-for-approval', { result: 'REFUSED_EXEMPT' })).toMatchObject({
      sentence: 'A file note is missing: what is kept back, and why. The case officer decides that record again and writes it.',
    });
  });

  it('EX-HEALTH EXM-05 §3.5 asks the professional, and the reply waits until they have answered', () => {
    const road = add(roadTo('ASSESSING'));
    expect(fieldsOf(road.tries(ola, 'redact-or-withhold', { ...health, consultee: '' }, 'r1'))).toEqual(['consultee']);
    road.takes(ola, 'redact-or-withhold', health, 'r1');
    expect(road.state?.items['consults']).toEqual({
      c1: { record: 'r1', no: 1, code: 'EX-HEALTH', who: 'HEALTH_PRO', blocks: true, askedOn: '2026-10-01', answerBy: '2026-10-08' },
    });
    expect(road.state?.details['consults/c1/consultee']).toBeDefined();
    expect(road.tries(ola, 'submit-for-approval', { result: 'REFUSED_EXEMPT' })).toMatchObject({
      sentence: 'Somebody whose view the reply waits for has not answered. The case officer asks again and records the answer.',
    });
    expect(nextThing(procedure, road.view(ola))).toMatchObject({ step: { id: 'record-the-view' }, item: 'c1' });
    const view = { opinion: 'KEEP', answeredBy: 'Dr Sample', answeredOn: '2026-10-01', viewWords: 'serious harm' };
    expect(fieldsOf(road.tries(ola, 'record-the-view', { ...view, opinion: 'NONE' }, 'c1'))).toEqual(['opinion']);
    road.takes(ola, 'record-the-view', view, 'c1');
    expect(road.takes(ola, 'submit-for-approval', { result: 'REFUSED_EXEMPT' }).stage).toBe('APPROVAL');
  });

  it('EX-HEALTH §3.5 falls when the professional says that it may be given, and the record is decided again', () => {
    const road = add(roadTo('ASSESSING')).takes(ola, 'redact-or-withhold', health, 'r1');
    road.takes(ola, 'record-the-view', { opinion: 'GIVE', answeredBy: 'Dr Sample', answeredOn: '2026-10-01', viewWords: 'no harm' }, 'c1');
    expect(recordOf(road)).toEqual({ no: 1, kind: 'LETTER', source: 't1', pages: 12, about: 'PERSON' });
    road.takes(ola, 'redact-or-withhold', health, 'r1');
    expect(Object.keys(road.state?.items['consults'] ?? {})).toEqual(['c1', 'c2']);
    road.takes(ola, 'decide-again', {}, 'r1').takes(ola, 'give-a-record', {}, 'r1');
    expect(road.state?.items['consults']?.['c2']).toMatchObject({ dropped: true });
    expect(road.takes(ola, 'submit-for-approval', { result: 'GRANTED_FULL' }).stage).toBe('APPROVAL');
  });

  it('EX-REF EXM-06 §3.12 is always named; EX-CRIME may go unnamed with its reason, once IG has approved', () => {
    const road = add(roadTo('ASSESSING'));
    expect(faultsOf(road.tries(ola, 'redact-or-withhold', { ...withhold, cite: 'false', silenceWhy: 'x' }, 'r1'))).toEqual([
      { field: 'cite', sentence: 'This exemption is always named to the requester.' },
    ]);
    const crime = { ...withhold, ...ofExemption['EX-CRIME'], exemption: 'EX-CRIME', cite: 'false' };
    expect(fieldsOf(road.tries(ola, 'redact-or-withhold', crime, 'r1'))).toEqual(['silenceWhy']);
    const decided = road.tries(ola, 'redact-or-withhold', { ...crime, silenceWhy: 'it would warn them' }, 'r1');
    expect(decided).toMatchObject({ effects: { tell: [{ template: 'approve-silence', to: { role: 'IG' }, args: { item: 'r1' } }] } });
    road.takes(ola, 'redact-or-withhold', { ...crime, silenceWhy: 'it would warn them' }, 'r1');
    road.takes(ola, 'record-the-view', { opinion: 'KEEP', answeredBy: 'x', answeredOn: '2026-10-01', viewWords: 'y' }, 'c1');
    expect(road.tries(ola, 'submit-for-approval', { result: 'REFUSED_EXEMPT' })).toMatchObject({
      sentence: 'Staying silent about an exemption is not approved yet. The Information Governance team decides that.',
    });
    expect(nextThing(procedure, road.view(ola))).toMatchObject({ step: { id: 'approve-silence' }, item: 'r1' });
    expect(road.tries(ola, 'approve-silence', { silent: 'APPROVED' }, 'r1')).toMatchObject({ code: 'not-your-step' });
    expect(recordOf(road.takes(ines, 'approve-silence', { silent: 'APPROVED' }, 'r1'))).toMatchObject({ cite: false, silence: 'APPROVED' });
    expect(road.tries(ines, 'approve-silence', { silent: 'NAMED' }, 'r1')).toMatchObject({ code: 'needs-something-first' });
    expect(road.takes(ola, 'submit-for-approval', { result: 'REFUSED_EXEMPT' }).stage).toBe('APPROVAL');
  });

  it('EXM-06 G-SILENT §3.12 when IG declines, the exemption is named', () => {
    const road = add(roadTo('ASSESSING')).takes(ola, 'redact-or-withhold', { ...health, cite: 'false', silenceWhy: 'harm' }, 'r1');
    expect(recordOf(road.takes(ines, 'approve-silence', { silent: 'NAMED' }, 'r1'))).toMatchObject({ cite: true });
    expect(recordOf(road)).not.toHaveProperty('silence');
  });
});

describe('approving', () => {
  const mixed = () =>
    add(add(roadTo('ASSESSING'), { count: '2' }), { about: 'OTHER' })
      .takes(ola, 'give-several', { fromRecord: '1', toRecord: '1' })
      .takes(ola, 'redact-or-withhold', withhold, 'r2')
      .takes(ola, 'weigh-the-third-party', { ...factors, ...kept, limb: 'REMOVABLE' }, 'r3');

  it('DSP-11 §2.12 the outcome agrees with the schedule', () => {
    for (const result of ['GRANTED_FULL', 'NOT_HELD', 'REFUSED_EXEMPT'])
      expect(fieldsOf(mixed().tries(ola, 'submit-for-approval', { result }))).toEqual(['result']);
    expect(mixed().takes(ola, 'submit-for-approval', { result: 'GRANTED_PART' }).stage).toBe('APPROVAL');
    const preset = procedure.steps.find((s) => s.id === 'submit-for-approval')!.asks!['result']!.preset as (about: object) => string;
    expect(preset({ items: mixed().state?.items })).toBe('GRANTED_PART');
    expect(preset({ items: { tasks: { t1: { answer: 'NOTHING' } } } })).toBe('NOT_HELD');
  });

  it('CLK-10 EXM-07 §3.12 what is kept back in part holds nothing else up: the rest is given, and leaves in time', () => {
    const road = mixed().takes(ola, 'submit-for-approval', { result: 'GRANTED_PART' }).takes(dina, 'approve');
    const decisions = Object.values(road.state?.items['records'] ?? {}).map((record) => record['decision']);
    expect(decisions).toEqual(['GIVE', 'WITHHOLD', 'REDACT']);
    road
      .takes(ola, 'check-before-sending', { checks: CHECKED })
      .takes(ola, 'type-the-address', { destination: '1 Sample Street' })
      .takes(dina, 'type-the-address-again', { destinationAgain: '1 Sample Street' })
      .takes(ola, 'record-as-sent', { sentOn: '2026-10-01', method: 'SECURE_MAIL', proof: 'message 4711', filedAt: 'folder 7' });
    expect(road.takes(ola, 'close-the-case', { outcome: 'GRANTED_PART', minutes: '60' }).state?.facts['late']).toBe(false);
  });

  it('G-SEARCH G-TP G-EXEMPT §2.12 the DIAO signs what the case has, together', () => {
    const road = mixed().takes(ola, 'submit-for-approval', { result: 'GRANTED_PART' }).takes(dina, 'approve');
    expect(road.state?.facts['gates']).toEqual(['G-SEARCH', 'G-TP', 'G-EXEMPT', 'G-RELEASE']);
    const plain = roadTo('APPROVAL').takes(dina, 'approve');
    expect(plain.state?.facts['gates']).toEqual(['G-SEARCH', 'G-RELEASE']);
  });

  it('DSP-11 EXM-01 §2.12 a questioned record stops the approval; the returned ones are decided again before it is submitted anew', () => {
    const road = mixed().takes(ola, 'submit-for-approval', { result: 'GRANTED_PART' });
    expect(fieldsOf(road.tries(dev, 'question-a-record', {}, 'r2'))).toEqual(['questionedWhy']);
    road.takes(dev, 'question-a-record', { questionedWhy: 'Is it still confidential?' }, 'r2');
    expect(road.tries(dev, 'approve')).toMatchObject({ code: 'needs-something-first' });
    expect(nextThing(procedure, road.view(dev))?.step.id).toBe('return-to-the-officer');
    road.takes(dev, 'return-to-the-officer', { reasons: 'See each record', records: 'r3' });
    expect(road.stage).toBe('ASSESSING');
    expect(recordOf(road, 'r1')).toMatchObject({ decision: 'GIVE' });
    for (const id of ['r2', 'r3']) {
      expect(recordOf(road, id)).toMatchObject({ returnedOn: '2026-10-01' });
      expect(recordOf(road, id)).not.toHaveProperty('decision');
      expect(road.state?.details[`records/${id}/reasons`]).toBe(road.state?.details['reasons']);
    }
    expect(road.tries(ola, 'submit-for-approval', { result: 'GRANTED_FULL' })).toMatchObject({
      sentence: 'A record is undecided. The case officer decides: give, redact or withhold.',
    });
    road
      .takes(ola, 'give-a-record', {}, 'r2')
      .takes(
        ola,
        'weigh-the-third-party',
        { ...factors, ...kept, consentAskedOn: '2026-10-01', consentAnsweredOn: '2026-10-01', limb: 'CONSENT' },
        'r3',
      );
    expect(road.takes(ola, 'submit-for-approval', { result: 'GRANTED_FULL' }).takes(dina, 'approve').stage).toBe('READY_TO_SEND');
  });

  it('DSP-11 §2.12 a long schedule offers what is kept back first, and never more than a form can hold', () => {
    const road = add(roadTo('ASSESSING'), { count: '100', giveNow: 'true' });
    road.takes(ola, 'decide-again', {}, 'r77').takes(ola, 'redact-or-withhold', withhold, 'r77');
    const options = procedure.steps.find((s) => s.id === 'return-to-the-officer')!.asks!['records']!.options as unknown as (
      about: object,
    ) => { value: string }[];
    const offered = options({ items: road.state?.items });
    expect(offered).toHaveLength(30);
    expect(offered[0]?.value).toBe('r77');
  });
});
