import { describe, expect, it } from '@jest/globals';
import { isTimelineFault } from '../../src/domain/clock.js';
import { outcomesFor } from '../../src/procedure/closing.js';
import { feeLines, feeTotal, pounds } from '../../src/procedure/fees.js';
import { gates } from '../../src/procedure/gates.js';
import { lastRefusalDay } from '../../src/procedure/refusing.js';
import { dev, dina, dora, grant, ines, ola, roadTo, rosa, someone, type Road } from './road.js';
import { ofExemption } from '../support/exemption-answers.js';

const notes = { costNote: 'three weeks', timeNote: 'long', difficultyNote: 'many places', harmNote: 'none that we know of' };
const weigh = { ground: 'EXCESSIVE', ...notes };
const refuse = { ...weigh, conclusion: 'REFUSE', whyTold: 'You sent forty requests this week.' };
const fee = { ...weigh, conclusion: 'FEE', whyTold: 'You ask for every page twice.' };
const repeat = {
  ...{ earlier: 'DR-2026-0001', earlierScope: 'the rent file', laterScope: 'the rent file', overlap: 'SAME' },
  ...{ natureNote: 'rent', purposeNote: 'tenancy', changeNote: 'never', conclusion: 'REFUSE', whyTold: 'You had it in August.' },
};
const sent = (toldOn: string) => ({ toldOn, method: 'SECURE_MAIL', proof: 'message 1' });
const view = { view: 'FOR', igView: 'plain to see' };
const yes = { decision: 'APPROVED', dpoWhy: 'agreed' };
const faultsOf = (result: ReturnType<Road['tries']>): string => ('faults' in result ? result.faults.map((f) => f.sentence).join() : '');
const approvedRefusal = (): Road =>
  roadTo('VALIDATING')
    .takes(dev, 'weigh-the-request', refuse)
    .takes(ines, 'look-at-the-proposal', view)
    .takes(dora, 'decide-on-the-proposal', yes);
const start = (road: Road): string | null => {
  const dates = road.datesOf(road.state!);
  return isTimelineFault(dates) ? 'fault' : dates.start;
};

describe('a refusal', () => {
  it('VAL-09 VAL-10 VAL-14 §2.4.4 is weighed on both sides by the DIAO, looked at by Information Governance and decided by the Data Protection Officer', () => {
    const road = roadTo('VALIDATING');
    expect(faultsOf(road.tries(dev, 'weigh-the-request', { ...refuse, harmNote: '' }))).toBe('An answer is needed.');
    road.takes(dev, 'weigh-the-request', refuse);
    expect(road.state?.facts).toMatchObject({ refusing: 'MUE', proposal: 'REFUSE_TO_CHECK', mueGround: 'EXCESSIVE' });
    expect(road.tries(dora, 'decide-on-the-proposal', yes)).toMatchObject({ code: 'needs-something-first' });
    expect(road.tries(dev, 'refuse-the-request', sent('2026-10-01'))).toMatchObject({ code: 'needs-something-first' });
    road.takes(ines, 'look-at-the-proposal', view).takes(dora, 'decide-on-the-proposal', yes);
    expect(road.state?.facts['proposal']).toBe('REFUSE_APPROVED');
    expect(gates.find((g) => g.code === 'G-FEE')).toMatchObject({ by: { code: 'DPO' }, consult: 'Information Governance' });
  });

  it('VAL-11 §2.4.4 the requester is told why, so nothing is proposed without words for them', () => {
    const road = roadTo('VALIDATING');
    for (const [step, raw] of [
      ['weigh-the-request', { ...refuse, whyTold: '' }],
      ['weigh-the-request', { ...fee, whyTold: '' }],
      ['weigh-a-repeat', { ...repeat, whyTold: '' }],
    ] as const)
      expect(faultsOf(road.tries(dev, step, raw))).toBe('The requester must be told why.');
  });

  it('VAL-09 §2.4.1 whoever is unsure asks Information Governance, and weighs it again with their view', () => {
    const road = roadTo('VALIDATING').takes(dev, 'weigh-the-request', { ...weigh, conclusion: 'ASK_IG' });
    expect(road.state?.facts).toMatchObject({ refusing: 'MUE', proposal: 'ADVICE' });
    road.takes(ines, 'look-at-the-proposal', view);
    expect(road.takes(dev, 'weigh-the-request', { ...weigh, conclusion: 'GO_ON' }).state?.facts['refusing']).toBeUndefined();
  });

  it('CLK-08 §1.2 is told with the day it left, which stops the clock and closes under its own outcome', () => {
    const road = approvedRefusal().on('2026-10-05').takes(dev, 'refuse-the-request', sent('2026-10-05'));
    expect(road.stage).toBe('DISPATCHED');
    expect(road.state?.facts).toMatchObject({ result: 'REFUSED_MUE', refusedOn: '2026-10-05', refusedLate: false });
    expect([road.state?.facts['refusing'], road.state?.facts['proposal']]).toEqual([undefined, undefined]);
    expect(outcomesFor({ facts: road.state?.facts ?? {} }).map((o) => o.value)).toEqual(['REFUSED_MUE']);
    expect(road.takes(rosa, 'close-the-case', { outcome: 'REFUSED_MUE', minutes: '30' }).state?.facts['late']).toBe(false);
  });

  it('CLK-08 §1.2 after one month from the start it is late, also where the answer itself would not be', () => {
    expect(lastRefusalDay('2026-10-01')).toBe('2026-11-01');
    const road = approvedRefusal().on('2026-11-02').takes(dev, 'refuse-the-request', sent('2026-11-02'));
    expect(road.state?.facts['refusedLate']).toBe(true);
    expect(faultsOf(road.tries(rosa, 'close-the-case', { outcome: 'REFUSED_MUE', minutes: '30' }))).toContain('Say why it was late.');
    expect(road.takes(rosa, 'close-the-case', { outcome: 'REFUSED_MUE', minutes: '30', lateReason: 'leave' }).state?.facts['late']).toBe(
      true,
    );
  });

  it('VAL-15 VAL-16 §3.3 a repeat is the DIAO’s to weigh by its three factors, and never refused for what was not asked before', () => {
    const road = roadTo('ASSIGNED');
    for (const factor of ['natureNote', 'purposeNote', 'changeNote', 'earlierScope', 'laterScope'])
      expect(faultsOf(road.tries(dev, 'weigh-a-repeat', { ...repeat, [factor]: '' }))).toBe('An answer is needed.');
    expect(faultsOf(road.tries(dev, 'weigh-a-repeat', { ...repeat, overlap: 'OTHER' }))).toContain('cannot be refused as a repeat');
    road.takes(dev, 'weigh-a-repeat', repeat);
    expect(road.state?.facts['refusing']).toBe('REPEAT');
    expect(road.takes(dev, 'refuse-the-request', sent('2026-10-01')).state?.facts['result']).toBe('REFUSED_REPEAT');
  });

  it('VAL-10 §2.4.4 may be dropped again, and then nothing of it is left', () => {
    const road = approvedRefusal().takes(dev, 'go-on-with-it', { goOnWhy: 'they cut it down' });
    expect(Object.keys(road.state?.facts ?? {}).filter((f) => ['refusing', 'proposal', 'mueGround'].includes(f))).toEqual([]);
    const no = roadTo('VALIDATING').takes(dev, 'weigh-the-request', refuse).takes(ines, 'look-at-the-proposal', view);
    expect(
      no.takes(dora, 'decide-on-the-proposal', { decision: 'DECLINED', dpoWhy: 'not plain' }).state?.facts['refusing'],
    ).toBeUndefined();
  });

  it('VAL-10 §2.4.4 nobody decides on what they proposed themselves', () => {
    const both = someone('dev', grant('DIAO', 'HOU'), grant('DPO'));
    const road = roadTo('VALIDATING').takes(both, 'weigh-the-request', refuse).takes(ines, 'look-at-the-proposal', view);
    expect(road.tries(both, 'decide-on-the-proposal', yes)).toMatchObject({ sentence: 'You proposed it. Somebody else decides.' });
  });

  it('CLK-08 §3.12 a reply of which everything is kept back counts as a refusal from the day it is submitted until it leaves or is returned', () => {
    const road = roadTo('ASSESSING').takes(ola, 'add-records', { ...record, about: 'PERSON' });
    road.takes(
      ola,
      'redact-or-withhold',
      {
        ...ofExemption['EX-REF'],
        decision: 'WITHHOLD',
        exemption: 'EX-REF',
        fromPage: '1',
        what: 'all',
        why: 'in confidence',
        cite: 'true',
      },
      'r1',
    );
    road.takes(ola, 'submit-for-approval', { result: 'REFUSED_EXEMPT' });
    expect(road.state?.facts['refusing']).toBe('EXEMPT');
    expect(road.takes(dina, 'return-to-the-officer', { reasons: 'x' }).state?.facts['refusing']).toBeUndefined();
  });
});
const record = { kind: 'REFERENCE', source: 't1', count: '1', recordPages: '2', description: 'a reference', giveNow: 'false' };

describe('a fee', () => {
  const lines = { feeMinutes: '90', feePages: '200', feePost: '250', feeOther: '0' };
  const approved = (): Road =>
    roadTo('VALIDATING')
      .takes(dev, 'weigh-the-request', fee)
      .takes(dev, 'fill-in-the-fee-worksheet', lines)
      .takes(ines, 'look-at-the-proposal', view)
      .takes(dora, 'decide-on-the-proposal', yes);

  it('VAL-12 §2.4.4 is the sum of what complying costs, line by line', () => {
    const facts = { feeMinutes: 90, feePages: 200, feePost: 250, feeOther: 0 };
    expect(feeLines(facts).map(({ pence }) => pounds(pence))).toEqual(['£37.50', '£20.00', '£2.50']);
    expect(pounds(feeTotal(facts))).toBe('£60.00');
    expect(approved().state?.facts['feeTotal']).toBe(6000);
    const road = roadTo('VALIDATING').takes(dev, 'weigh-the-request', fee);
    const nothing = { feeMinutes: '0', feePages: '0', feePost: '0', feeOther: '0' };
    expect(faultsOf(road.tries(dev, 'fill-in-the-fee-worksheet', nothing))).toContain('With nothing to pay there is no fee.');
    expect(faultsOf(road.tries(dev, 'fill-in-the-fee-worksheet', { ...nothing, feeOther: '5' }))).toBe('Say what it is for.');
  });

  it('VAL-12 VAL-13 §2.4.4 is asked for only once the Data Protection Officer has approved it', () => {
    const road = roadTo('VALIDATING').takes(dev, 'weigh-the-request', fee).takes(dev, 'fill-in-the-fee-worksheet', lines);
    expect(road.tries(dev, 'ask-for-the-fee', { sentOn: '2026-10-01' })).toMatchObject({
      sentence: 'The Data Protection Officer has not approved a fee.',
    });
    expect(faultsOf(approved().on('2026-10-05').tries(dev, 'ask-for-the-fee', { sentOn: '2026-09-30' }))).not.toBe('');
    expect(faultsOf(roadTo('ASSIGNED').tries(dev, 'weigh-the-request', fee))).toContain('before the case officer is named');
  });

  it('CLK-02 VAL-12 §2.6.1 holds the clock until it is paid, and the month starts on that day', () => {
    const road = approved().on('2026-10-06').takes(dev, 'ask-for-the-fee', { sentOn: '2026-10-06' });
    expect([road.stage, start(road)]).toEqual(['AWAITING_REQUESTER', null]);
    expect(faultsOf(road.tries(rosa, 'record-the-payment', { paidOn: '2026-10-05' }))).toContain('before the letter');
    road.on('2026-10-20').takes(rosa, 'record-the-payment', { paidOn: '2026-10-19' });
    expect([road.stage, start(road)]).toEqual(['VALIDATING', '2026-10-19']);
    expect(road.tries(dev, 'weigh-the-request', refuse)).toMatchObject({ code: 'needs-something-first' });
  });

  it('CLK-04 VAL-12 §2.6.5 not paid in thirty days there is no duty: a person closes the request as unpaid', () => {
    const road = approved().on('2026-10-06').takes(dev, 'ask-for-the-fee', { sentOn: '2026-10-06' });
    expect(road.on('2026-11-05').tries(dev, 'close-for-no-reply', { noReplyReason: 'x' })).toMatchObject({ code: 'needs-something-first' });
    road.on('2026-11-06').takes(dev, 'close-for-no-reply', { noReplyReason: 'never paid' });
    expect(road.state?.facts['outcome']).toBe('CLOSED_FEE_UNPAID');
  });

  it('VAL-13 §2.4.4 a question about a fee goes to the Data Protection Officer, whose answer stays on the case', () => {
    const road = roadTo('SEARCHING').takes(rosa, 'ask-the-dpo', { feeQuestion: 'Is there a charge?' });
    expect(road.tries(ines, 'answer-about-the-fee', { feeAnswer: 'no' })).toMatchObject({ code: 'not-your-step' });
    road.takes(dora, 'answer-about-the-fee', { feeAnswer: 'No, it is free.' });
    expect(road.state?.details['feeAnswer']).toBeDefined();
    expect(road.tries(dora, 'answer-about-the-fee', { feeAnswer: 'x' })).toMatchObject({ code: 'needs-something-first' });
  });
});
