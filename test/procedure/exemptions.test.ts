import { describe, expect, it } from '@jest/globals';
import { exemptionChoices } from '../../src/procedure/exemption-choices.js';
import { exemptions } from '../../src/procedure/exemptions.js';
import { gates } from '../../src/procedure/gates.js';

const codes = (is: (e: (typeof exemptions)[number]) => unknown): string[] => exemptions.filter(is).map((e) => e.code);

describe('the table of exemptions (T4)', () => {
  it('EXM-01 §3 has all nineteen, each with its test, its limits and what the file note says', () => {
    expect(exemptions).toHaveLength(19);
    expect(new Set(exemptions.map((e) => e.code)).size).toBe(19);
    for (const { test, limits, note, clause } of exemptions)
      for (const words of [test, limits, note]) expect(`${clause} ${words}`).toMatch(/\.$/);
  });

  it('EXM-05 §3 says whose word release waits for', () => {
    expect(codes((e) => e.consult?.blocks)).toEqual([
      'EX-CRIME',
      'EX-TAX',
      'EX-HEALTH',
      'EX-EDU',
      'EX-SOCIAL',
      'EX-OCC',
      'EX-LPP',
      'EX-DISPROP',
    ]);
  });

  it('EXM-06 §3.12 says which may go unnamed, and when; the others never', () => {
    expect(codes((e) => e.silence === 'prejudice')).toEqual(['EX-CRIME', 'EX-TAX', 'EX-MGMT', 'EX-NEG']);
    expect(codes((e) => e.silence === 'harm')).toEqual(['EX-HEALTH', 'EX-EDU', 'EX-SOCIAL', 'EX-OCC']);
    expect(codes((e) => e.silence === 'branches C and D')).toEqual(['EX-ADOPT']);
  });

  it('EXM-02 §3.1 three cover a whole class; two are grounds for refusing and no exemptions', () => {
    expect(codes((e) => e.wholeClass)).toEqual(['EX-ADOPT', 'EX-PUB', 'EX-STAT']);
    expect(codes((e) => e.refusalGround)).toEqual(['EX-REPEAT', 'EX-MUE']);
  });

  it('EXM-01 §3 fifteen stand on the form; somebody else’s data and what somebody else wrote have their own, and two are refusals', () => {
    const off = exemptions.map((e) => e.code).filter((code) => !exemptionChoices.some((c) => c.value === code));
    expect([exemptionChoices.length, off]).toEqual([15, ['EX-TP', 'EX-AUTH', 'EX-REPEAT', 'EX-MUE']]);
  });
});

describe('the gates (T13)', () => {
  it('§2.12 each is somebody’s: the DIAO’s, a fee the Data Protection Officer’s, more time and silence Information Governance’s', () => {
    expect(gates.map((g) => `${g.code} ${g.by.code}`)).toEqual([
      'G-FEE DPO',
      'G-EXTEND IG',
      'G-SEARCH DIAO',
      'G-TP DIAO',
      'G-EXEMPT DIAO',
      'G-SILENT IG',
      'G-DISPROP DPO',
      'G-PR DIAO',
      'G-RELEASE DIAO',
    ]);
  });
});
