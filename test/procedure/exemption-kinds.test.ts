import { describe, expect, it } from '@jest/globals';
import { nextThing } from '../../src/domain/next-steps.js';
import { procedure } from '../../src/procedure/contents.js';
import { answersByCard, consulteeTitle, waitsFor } from '../../src/procedure/consultees.js';
import { formExemptions, maySayNothing, testOf } from '../../src/procedure/exemption-choices.js';
import { gates } from '../../src/procedure/gates.js';
import { ofExemption } from '../support/exemption-answers.js';
import { dora, ines, ola, oneRecord, roadTo, type Road } from './road.js';

const plain = { decision: 'WITHHOLD', fromPage: '2', what: 'one line', why: 'as the case shows', cite: 'true' };
const withRecord = (): Road => roadTo('ASSESSING').takes(ola, 'add-records', { ...oneRecord, giveNow: 'false' });
const keep = (code: string, more: object = {}) => ({ ...plain, ...ofExemption[code], exemption: code, ...more });
const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string }[]).map((f) => f.field) : []);
const submits = (road: Road) => road.tries(ola, 'submit-for-approval', { result: 'REFUSED_EXEMPT' });
const said = { opinion: 'KEEP', answeredBy: 'x', answeredOn: '2026-10-01', viewWords: 'y' };
const REFUSED = { code: 'needs-something-first' };

describe('each exemption by itself', () => {
  it.each(formExemptions.map((e) => e.code))('EXM-01 EXM-03 T4 %s asks its own questions, and only its own', (code) => {
    const own = { ...plain, exemption: code };
    const asked = faultsOf(withRecord().tries(ola, 'redact-or-withhold', own, 'r1'));
    const road = withRecord().takes(ola, 'redact-or-withhold', keep(code, code === 'EX-ADOPT' ? { fromPage: '' } : {}), 'r1');
    expect(road.state?.items['records']?.['r1']).toMatchObject({ decision: 'WITHHOLD', code, decidedBy: 'ola', decidedOn: '2026-10-01' });
    expect(asked.every((field) => field in { ...ofExemption[code], consultee: '', harmTo: '' })).toBe(true);
    expect(testOf({ exemption: code })).toMatch(/\.$/);
    const register = JSON.stringify(road.state);
    for (const word of ['one line', 'as the case shows', 'Licensing Act', 'the claim of 2025', 'forty boxes'])
      expect(register).not.toContain(word);
  });

  it.each(formExemptions.map((e) => e.code))('EXM-05 T4 under %s the reply waits exactly for whom the table names', (code) => {
    const road = withRecord().takes(ola, 'redact-or-withhold', keep(code), 'r1');
    const waits = Object.values(road.state?.items['consults'] ?? {});
    const blocks = formExemptions.find((e) => e.code === code)?.consult?.blocks === true;
    expect(waits.map((c) => c['blocks'])).toEqual(blocks ? [true] : []);
    expect(submits(road)).toMatchObject(blocks ? REFUSED : {});
    if (!blocks) return;
    const who = waits[0]?.['who'];
    const taken = answersByCard(who)
      ? road.takes(dora, 'give-your-view', { opinion: 'KEEP', viewWords: 'y' }, 'c1')
      : road.takes(ola, 'record-the-view', said, 'c1');
    expect(taken.takes(ola, 'submit-for-approval', { result: 'REFUSED_EXEMPT' }).stage).toBe('APPROVAL');
  });

  it('EX-SOCIAL §3.5(iii) goes to the team that was picked', () => {
    expect(waitsFor({ code: 'EX-SOCIAL', socialTeam: 'LEAVING_CARE' })).toBe('LEAVING_CARE');
    expect(consulteeTitle('LEAVING_CARE')).toBe('Leaving Care Service');
  });

  it('EX-DISPROP G-DISPROP §3.2 is the Data Protection Officer’s: told by a card, and nobody answers for them', () => {
    const decided = withRecord().tries(ola, 'redact-or-withhold', keep('EX-DISPROP'), 'r1');
    expect(decided).toMatchObject({ effects: { tell: [{ template: 'view-wanted', to: { role: 'DPO' } }] } });
    const road = withRecord().takes(ola, 'redact-or-withhold', keep('EX-DISPROP'), 'r1');
    expect(road.tries(ola, 'record-the-view', said, 'c1')).toMatchObject(REFUSED);
    expect(road.tries(ines, 'give-your-view', { opinion: 'KEEP', viewWords: 'y' }, 'c1')).toMatchObject({ code: 'not-your-step' });
    expect(gates.find((g) => g.code === 'G-DISPROP')?.applies({ request: road.state })).toBe(true);
    expect(faultsOf(withRecord().tries(ola, 'redact-or-withhold', keep('EX-DISPROP', { viewing: 'false' }), 'r1'))).toEqual(['noViewing']);
  });

  it('EX-CRIME EX-TAX OP-16 fall without a real and substantial chance in this case', () => {
    for (const code of ['EX-CRIME', 'EX-TAX'])
      expect(faultsOf(withRecord().tries(ola, 'redact-or-withhold', keep(code, { realChance: 'false' }), 'r1'))).toEqual(['realChance']);
  });

  it('EX-REF OP-18 is exempt when confidential and for work and the like; any other waits for Information Governance', () => {
    const road = withRecord().takes(ola, 'redact-or-withhold', keep('EX-REF', { inConfidence: 'false' }), 'r1');
    expect(road.state?.items['consults']?.['c1']).toMatchObject({ who: 'IG', blocks: true });
    expect(submits(road)).toMatchObject(REFUSED);
    road.takes(ines, 'give-your-view', { opinion: 'KEEP', viewWords: 'y' }, 'c1');
    expect(submits(road)).not.toMatchObject(REFUSED);
  });

  it('EX-ADOPT EXM-06 OP-15 is named in branches A and B and never in C and D, where silence is approved', () => {
    expect(['A', 'B', 'C', 'D'].map((branch) => maySayNothing('EX-ADOPT', branch))).toEqual([false, false, true, true]);
    expect(faultsOf(withRecord().tries(ola, 'redact-or-withhold', keep('EX-ADOPT', { branch: 'C' }), 'r1'))).toEqual(['cite']);
    const silent = { cite: 'false', silenceWhy: 'the records must not be mentioned' };
    expect(faultsOf(withRecord().tries(ola, 'redact-or-withhold', keep('EX-ADOPT', silent), 'r1'))).toEqual(['cite']);
    const road = withRecord().takes(ola, 'redact-or-withhold', keep('EX-ADOPT', { ...silent, branch: 'D' }), 'r1');
    expect(submits(road)).toMatchObject(REFUSED);
  });

  it('EX-HEALTH OP-19 an opinion older than six months counts no more: the record is decided again and the professional asked again', () => {
    const road = withRecord().takes(ola, 'redact-or-withhold', keep('EX-HEALTH'), 'r1').takes(ola, 'record-the-view', said, 'c1');
    expect(submits(road.on('2027-04-01'))).not.toMatchObject(REFUSED);
    expect(submits(road.on('2027-04-02'))).toMatchObject(REFUSED);
    road.takes(ola, 'decide-again', {}, 'r1').takes(ola, 'redact-or-withhold', keep('EX-HEALTH'), 'r1');
    expect(road.state?.items['consults']?.['c2']).toMatchObject({ askedOn: '2027-04-02', blocks: true });
  });

  it('EX-NEG EXM-01 §3.10 ends with the negotiation: looked at again on its day, and decided again when it is over', () => {
    const road = withRecord().takes(ola, 'redact-or-withhold', keep('EX-NEG', { lookAgainOn: '2026-10-05' }), 'r1');
    expect(submits(road.on('2026-10-05'))).not.toMatchObject(REFUSED);
    expect(submits(road.on('2026-10-06'))).toMatchObject(REFUSED);
    expect(nextThing(procedure, road.view(ola))).toMatchObject({ step: { id: 'look-at-the-negotiation' }, item: 'r1' });
    const still = { live: 'true', negotiationNow: 'talks on Friday', lookAgain: '2026-10-09' };
    expect(faultsOf(road.tries(ola, 'look-at-the-negotiation', { ...still, lookAgain: '' }, 'r1'))).toEqual(['lookAgain']);
    road.takes(ola, 'look-at-the-negotiation', still, 'r1');
    expect(road.state?.items['records']?.['r1']).toMatchObject({ lookAgainOn: '2026-10-09', decision: 'WITHHOLD' });
    road.takes(ola, 'look-at-the-negotiation', { live: 'false', negotiationNow: 'settled' }, 'r1');
    expect(road.state?.items['records']?.['r1']).toEqual({ no: 1, kind: 'LETTER', source: 't1', pages: 12, about: 'PERSON' });
  });
});
