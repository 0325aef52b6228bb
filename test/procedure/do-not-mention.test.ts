import { describe, expect, it } from '@jest/globals';
import { findMentions, silentWords, unspokenOn } from '../../src/procedure/do-not-mention.js';
import { exemptions } from '../../src/procedure/exemptions.js';

const hiding = (code: string, more: object = {}) => ({
  facts: {},
  items: { records: { r1: { no: 1, decision: 'WITHHOLD', code, cite: false, source: 't1', ...more } }, tasks: {} },
});
const wordsIn = (text: string, state: Parameters<typeof unspokenOn>[0], phrases: string[] = []) =>
  findMentions([{ place: 'The letter', text }], unspokenOn(state, phrases)).map(({ word }) => word);

describe('§3.12 what must not be said', () => {
  it('EXM-06 §3.12 every exemption that may go unnamed has its words, and they are found when it does', () => {
    for (const { code } of exemptions.filter((e) => e.silence !== undefined)) {
      const words = silentWords.find((row) => row.code === code)?.beginnings ?? [];
      expect([code, words.length > 0]).toEqual([code, true]);
      for (const word of words) expect([code, wordsIn(`We asked about ${word} once`, hiding(code)).length]).toEqual([code, 1]);
    }
  });

  it('EXM-06 what is named to the requester may be said, and so may words of other exemptions', () => {
    expect(wordsIn('the police', hiding('EX-CRIME', { cite: true }))).toEqual([]);
    expect(wordsIn('the police', hiding('EX-NEG'))).toEqual([]);
    expect(wordsIn('the policeman and a soft\u00adware', hiding('EX-CRIME'))).toEqual(['police']);
    expect(wordsIn('We are not dispoliced', hiding('EX-CRIME'))).toEqual([]);
  });

  it.each(['C', 'D'])('RTE-54 RTE-55 SEC-11 §3.7 in branch %s no word may hint at such records', (sealed) => {
    const state = { facts: { sealed }, items: {} };
    for (const text of ['the adoption file', 'ADOPTED', 'your birth  mother', 'ad\u00adoption', 'EX-ADOPT'])
      expect([text, wordsIn(text, state).length]).toEqual([text, 1]);
    expect(wordsIn('Everything about your time in care', state)).toEqual([]);
    expect(wordsIn('the adoption file', { facts: { sealed: 'B' }, items: {} })).toEqual([]);
  });

  it('EXM-06 a record withheld in silence is not described, nor is a place that holds nothing else', () => {
    const state = { facts: {}, items: { ...hiding('EX-CRIME').items, tasks: { t1: { system: 'YOIS', answer: 'FOUND' } } } };
    expect(wordsIn('See the memo from the TIP-OFF line', state, ['Memo from the tip-off line'])).toEqual(['memo from the tip-off line']);
    expect(wordsIn('We searched YOIS', state)).toEqual(['yois']);
    const given = { ...state.items.records, r2: { no: 2, decision: 'GIVE', source: 't1' } };
    expect(wordsIn('We searched YOIS', { ...state, items: { ...state.items, records: given } })).toEqual([]);
  });
});
