import { describe, expect, it } from '@jest/globals';
import type { FileNote, ViewAsked } from '../../src/letters/record-parts.js';
import { consentRequest, consultationRequest, fileNote, riskNote } from '../../src/letters/records.js';
import { expectPlain, lacksOf, letterOf, textOf } from './text-of.js';

const view: ViewAsked = {
  to: 'Nell Neighbour, by letter',
  question: 'Your letter of 3 May about the noise',
  record: 'Record 3 · Letter: a complaint about noise',
  place: 'page 2',
  test: 'Serious harm is likely.',
  askedOn: '2026-10-01',
  answerBy: '2026-10-08',
  person: 'Ann Example',
};
const note: FileNote = {
  record: 'Record 3 · Letter',
  description: 'a complaint about noise',
  place: 'page 2, paragraph 4',
  how: 'Redacted',
  what: 'the name of the neighbour',
  exemption: 'About somebody else',
  clause: '§2.9',
  why: 'they asked us to keep it',
  more: [{ label: 'Weighed', value: 'Take out what identifies them' }],
  method: 'Blocked out',
  consulted: ['The other person, Nell Neighbour, asked Thu 1 Oct 2026; answered Fri 2 Oct 2026: keep it back. She fears them'],
  named: 'Named',
  by: 'Ola Officer',
  on: '2026-10-02',
};

describe('questions and notes about records', () => {
  it('LTR-12 ASS-05 §2.9 asks the other person: what would be shown, consent or refusal and why, by when; never who asked', () => {
    const text = textOf(letterOf(consentRequest, { records: { consent: view } }));
    for (const said of ['Nell Neighbour', 'Your letter of 3 May', 'by 8 October 2026', 'If I refuse, this is why', 'tell us why'])
      expect(text).toContain(said);
    expect(text).not.toContain('Ann Example');
    expectPlain(text);
    expect(lacksOf(consentRequest, { records: { consultation: view } })).toEqual(['somebody who was asked and has not answered']);
    expect(lacksOf(consentRequest, { records: { consent: { ...view, question: ' ' } } })).toEqual(['what they are asked']);
  });

  it('LTR-13 EXM-05 §3.5 asks for a view: the data, the test, the day, with room for opinion and signature', () => {
    const text = textOf(letterOf(consultationRequest, { records: { consultation: view } }));
    for (const said of ['Ann Example', 'a complaint about noise, page 2', 'Serious harm is likely', 'by 8 October 2026', 'signature'])
      expect(text).toContain(said);
    expectPlain(text);
  });

  it('LTR-29 EXM-03 ASS-07 §3.1 the file note says item by item what, where, under which, why and who was asked, with the redaction log', () => {
    const text = textOf(letterOf(fileNote, { records: { fileNotes: [note, { ...note, record: 'Record 4 · Note', method: '' }] } }));
    for (const said of [
      'page 2, paragraph 4',
      'the name of the neighbour',
      'About somebody else (§2.9)',
      'they asked us to keep it',
      'Blocked out',
      'Ola Officer',
      'It is not sent',
      'She fears them',
    ])
      // prettier-ignore
      expect(text).toContain(said);
    expect(text.split('Redaction log')[1]).not.toContain('Record 4');
    expect(lacksOf(fileNote, { records: { fileNotes: [{ ...note, why: '' }] } })).toEqual([
      'what is kept back and why, of Record 3 · Letter',
    ]);
    expect(lacksOf(fileNote, {})).toEqual(['a record that is kept back']);
  });

  it('LTR-40 ASS-18 §2.11 the risk note has the pattern, the cases and the change asked for', () => {
    const risk = { kind: 'Records are wrong again and again', pattern: 'dates of birth', cases: 'DR-2026-0001', change: 'check the form', on: '2026-10-01', by: 'Ola Officer' }; // prettier-ignore
    const text = textOf(letterOf(riskNote, { records: { risk } }));
    for (const said of Object.values(risk).filter((v) => v !== '2026-10-01')) expect(text).toContain(said);
    expectPlain(text);
    expect(lacksOf(riskNote, {})).toEqual(['a risk that was raised']);
  });
});
