import { describe, expect, it } from '@jest/globals';
import { aboutTheDead } from '../../src/letters/about-the-dead.js';
import { asking } from '../../src/letters/asking.js';
import { memberNotice } from '../../src/letters/member-notice.js';
import { refusalOther } from '../../src/letters/refusal.js';
import { expectPlain, lacksOf, letterOf, textOf } from './text-of.js';

const terms = { for: 'WARD', purposes: 'to answer the complaint about damp', leaves: true, security: 'a locked case' } as const;
const dead = { route: 'DISCRETE', result: 'PART' } as const;
const asks = (...items: string[]) => ({ asking: { items, services: [], stops: false, sentOn: '2026-10-05', waitUntil: '2026-11-04' } });

describe('letters that only some requesters get', () => {
  it('LTR-30 REP-18 REP-20 App. 1 tells the member the purpose, that it is for nothing else, and how it is kept safe', () => {
    const said = textOf(letterOf(memberNotice, { member: terms, about: 'Jo Example' }));
    for (const part of ['to answer the complaint about damp', 'only to help this person', 'a locked case', 'not use it for your party'])
      expect(said).toContain(part);
    expect(textOf(letterOf(memberNotice, { member: { ...terms, leaves: false } }))).toContain('Do not take a copy away');
    expectPlain(said);
  });

  it('LTR-30 cannot be made without the purposes, or without the steps when a copy leaves', () => {
    expect(lacksOf(memberNotice)).toEqual(['what the member may use it for']);
    const { security: _security, ...unsafe } = terms;
    expect(lacksOf(memberNotice, { member: unsafe })).toEqual(['how it is kept safe outside the council']);
  });

  it('LTR-31 REP-24 App. 2 says that it is no subject request, how it was dealt with, and what came of it', () => {
    const said = textOf(letterOf(aboutTheDead, { dead, about: 'Late Example' }));
    for (const part of ['not a request of that kind', 'by itself, with care', 'part of what you asked for', 'other people who are living'])
      expect(said).toContain(part);
    expectPlain(said);
    expect(textOf(letterOf(aboutTheDead, { dead: { route: 'FOI', foiReference: 'FOI-1' } }))).toContain('Its number there is FOI-1.');
  });

  it('LTR-31 REP-30 cannot be made before it is decided, or without the reference under which it goes on', () => {
    expect(lacksOf(aboutTheDead)).toEqual(expect.arrayContaining(['what Information Governance decided']));
    expect(lacksOf(aboutTheDead, { dead: { route: 'BAU' } })).toEqual(['what came of it']);
    expect(lacksOf(aboutTheDead, { dead: { route: 'FOI' } })).toEqual(['the reference of the freedom of information request']);
  });

  it('LTR-03 REP-04 REP-14 §2.6.1(c), (d) says what a letter of authority and a power of attorney must show', () => {
    const authority = textOf(letterOf(asking, asks('authority')));
    for (const part of ['signed by the person whose information it is', 'it has a date on it', 'it names you', 'proof of who you are'])
      expect(authority).toContain(part);
    const power = textOf(letterOf(asking, asks('identity', 'attorney')));
    for (const part of ['what it may be used for', 'stamp and signature of a solicitor', 'a copy of the order of the Court'])
      expect(power).toContain(part);
    expect(textOf(letterOf(asking, asks('parental')))).toContain('birth certificate');
    for (const letter of [authority, power]) expectPlain(letter);
  });

  it('LTR-08 CLK-08 §1.2.3 refuses who may not ask in the DIAO’s own words, and says nothing of what is held', () => {
    const refusal = { ground: 'ENTITLEMENT', reasons: 'You have not shown us that you may ask for her.' } as const;
    const said = textOf(letterOf(refusalOther, { refusal, about: 'Wilma Example' }));
    expect(said).toContain('it is not shown that you may have it');
    expect(said).toContain('You have not shown us that you may ask for her.');
    expectPlain(said);
  });
});
