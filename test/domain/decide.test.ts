import { describe, expect, it } from '@jest/globals';
import { decide, listOf, standing } from '../../src/domain/decide.js';
import { choice, text } from '../../src/domain/fields.js';
import { isRefusal, refuse } from '../../src/domain/refusals.js';
import { nameSteps, step, type Procedure, type Role, type Stage, type View } from '../../src/domain/step.js';
import { replay } from '../../src/domain/replay.js';
import type { RequestState } from '../../src/domain/subject-request.js';
import { grant, someone } from '../procedure/road.js';

const officer: Role = { code: 'CO', title: 'case officer', clause: '1.3', scope: 'case', fact: 'officer', sees: 'whole', does: '' };
const chief: Role = { code: 'CHIEF', title: 'chief', clause: '1.3', scope: 'council', sees: 'whole', does: '' };
const owner: Role = { code: 'OWNER', title: 'owner', clause: '2.7', scope: 'item', fact: 'owner', sees: 'task', does: '' };
const stage = (code: string, open = true): Stage => ({ code, title: code.toLowerCase(), order: 1, open, tellCaller: '', clause: '2.1' });
const [early, late, over] = [stage('EARLY'), stage('LATE'), stage('OVER', false)];
const paid = { code: 'paid', clause: '2.4.4', sentence: 'The fee is not paid. The requester pays first.', holds: () => false };
const signed = { code: 'signed', clause: '2.4.3', sentence: 'It is not signed. The chief signs first.', holds: () => false };
const done = { rows: ['GEN-01'], done: 'did it', then: () => ({}) };
const steps = nameSteps({
  begin: step({ ...done, clause: '2.2', title: 'Begin', by: [officer, chief], at: 'start' }),
  carryOn: step({ ...done, clause: '2.3', title: 'Carry on', by: [officer, chief], at: [early, late] }),
  note: step({ ...done, clause: '2.4', title: 'Note', by: [chief], at: 'any' }),
  hurry: step({ ...done, clause: '2.5', title: 'Hurry', by: [chief], at: 'open' }),
  pay: step({ ...done, clause: '2.6', title: 'Pay', by: [chief], at: [early], needs: [paid, signed], asks: { what: text('What') } }),
  search: step({
    ...done,
    clause: '2.7',
    title: 'Search',
    by: [owner],
    at: [early],
    of: 'tasks',
    asks: { found: choice('Found', { options: [{ value: 'YES', title: 'Yes' }] }), words: text('Words') },
    check: (_view, { words }) => (words === 'no' ? [{ field: 'words', sentence: 'Say more.' }] : []),
    then: (view, { found }) => ({ items: { tasks: { [view.item?.id ?? '']: { found } } } }),
  }),
});
const procedure: Procedure = { version: '1', collections: [], stages: [early, late, over], roles: [officer, chief, owner], steps };
const at = (code: string): RequestState => ({
  ...replay([]),
  stage: code,
  facts: { officer: 'ola' },
  items: { tasks: { t1: { owner: 'omar' } } },
  timeline: { received: '2026-10-01', events: [] },
});
const boss = someone('boss', grant('CHIEF'));
const view = (more: Partial<View> = {}): View => ({
  request: at('EARLY'),
  person: boss,
  now: new Date('2026-10-15T10:00:00Z'),
  today: '2026-10-15',
  deadline: null,
  mark: (text: string) => text,
  ...more,
});
const tries = (id: string, seen: View, raw: Record<string, unknown> = {}, item?: string) =>
  decide(procedure, seen, { step: id, raw, ...(item !== undefined && { item }) });

describe('deciding a step', () => {
  it('says no in a plain sentence with its clause, whatever stands in the way', () => {
    const sam = someone('sam');
    const table = [
      [tries('fly', view()), 'no-such-step', 'There is no step called fly.', undefined],
      [tries('carry-on', view({ person: sam })), 'not-your-step', 'This is for the case officer or chief.', '2.3'],
      [tries('begin', view()), 'not-at-this-stage', 'The request stands at “early”.', '2.2'],
      [tries('hurry', view({ request: at('OVER') })), 'not-at-this-stage', 'The request stands at “over”.', '2.5'],
      [
        tries('carry-on', view({ request: at('OVER') })),
        'not-at-this-stage',
        'The request stands at “over”. This belongs to “early” or “late”.',
        '2.3',
      ],
      [tries('note', view({ request: null })), 'not-at-this-stage', 'There is no request yet.', '2.4'],
      [tries('pay', view()), 'needs-something-first', 'The fee is not paid. The requester pays first.', '2.4.4'],
      [tries('search', view(), {}, 't9'), 'no-such-step', 'There is no such entry on this request.', '2.7'],
      [tries('search', view()), 'no-such-step', 'There is no such entry on this request.', '2.7'],
    ] as const;
    for (const [result, code, sentence, clause] of table) {
      expect(result).toMatchObject({ refused: true, code, sentence });
      expect(isRefusal(result) && result.clause).toBe(clause);
    }
  });

  it('asks first who, then when, then what must hold, then what was typed', () => {
    const sam = someone('sam');
    expect(tries('pay', view({ person: sam, request: at('OVER') }))).toMatchObject({ code: 'not-your-step' });
    expect(tries('pay', view({ request: at('OVER') }))).toMatchObject({ code: 'not-at-this-stage' });
    expect(tries('pay', view(), { what: '' })).toMatchObject({ code: 'needs-something-first' });
    expect(tries('search', view({ person: sam }), { found: 'MAYBE' }, 't1')).toMatchObject({ code: 'not-your-step' });
  });

  it('names everything else that stands in the way', () => {
    expect(tries('pay', view())).toMatchObject({ also: ['It is not signed. The chief signs first.'] });
  });

  it('gives the form back with every fault, and asks the wider check only of sound answers', () => {
    const omar = view({ person: someone('omar') });
    expect(tries('search', omar, { found: 'MAYBE', words: 'no' }, 't1')).toMatchObject({
      faults: [{ field: 'found', sentence: 'Choose one of those offered.' }],
    });
    expect(tries('search', omar, { found: 'YES', words: 'no' }, 't1')).toMatchObject({
      faults: [{ field: 'words', sentence: 'Say more.' }],
    });
  });

  it('answers in which role, on which entry, with what is open and what is kept apart', () => {
    const decided = tries('search', view({ person: someone('omar') }), { found: 'YES', words: 'a box of files', extra: 'x' }, 't1');
    expect(decided).toMatchObject({
      as: owner,
      item: 'tasks/t1',
      answers: { found: 'YES' },
      kept: { words: { kind: 'text', value: 'a box of files' } },
      effects: { items: { tasks: { t1: { found: 'YES' } } } },
    });
    expect(JSON.stringify(decided)).not.toContain('extra');
  });

  it('acts in the first role of the step that the person holds', () => {
    const both = { ...boss, id: 'ola' };
    expect(tries('carry-on', view({ person: both }))).toMatchObject({ as: officer });
    expect(tries('carry-on', view())).toMatchObject({ as: chief });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('does not take %s for an entry', (item) => {
    expect(
      tries('search', view({ person: { ...someone('omar'), id: undefined as never } }), { found: 'YES', words: 'x' }, item),
    ).toMatchObject({
      code: 'no-such-step',
    });
  });

  it('may be asked about standing alone, answers aside', () => {
    const pay = steps.find((s) => s.id === 'pay')!;
    expect(standing(procedure, { ...pay, needs: [] }, view())).toEqual({ as: chief });
  });
});

describe('words of a refusal', () => {
  it('lists names as one would say them', () => {
    expect([listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c'])]).toEqual(['', 'a', 'a or b', 'a, b or c']);
  });

  it('is told apart from every other answer', () => {
    expect(isRefusal(refuse('stale', 'Somebody was faster.'))).toBe(true);
    for (const other of [null, undefined, 'refused', {}, { refused: 'true' }, { faults: [] }]) expect(isRefusal(other)).toBe(false);
  });
});
