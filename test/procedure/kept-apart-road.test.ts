import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sightOf } from '../../src/domain/access.js';
import { nextSteps, nextThing, waitingFor } from '../../src/domain/next-steps.js';
import type { Person } from '../../src/domain/person.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { letterKinds } from '../../src/letters/kinds.js';
import { nameFile, writeLetter } from '../../src/letters/letter.js';
import { defaultCouncil } from '../../src/letters/council.js';
import { procedure } from '../../src/procedure/contents.js';
import { lettersAt } from '../../src/procedure/letters-sent.js';
import { hiddenWords, isUnspoken } from '../../src/procedure/special-routes/adoption.js';
import { timers } from '../../src/procedure/timers/index.js';
import { replyOf } from '../../src/usecases/letters/reply-of.js';
import { routeOf } from '../../src/usecases/letters/route-of.js';
import { someFacts } from '../letters/facts.js';
import { anyMoves, cast, move } from './any-road.js';
import { report, Road, valid } from './road.js';

const person = (id: string): Person => cast.find((p) => p.id === id) as Person;
const find = (text: string): string[] => hiddenWords.beginnings.filter((word) => new RegExp(`(^|[^a-z])${word}`, 'i').test(text));

/** A Children’s Services case on which Information Governance found branch C or D. */
function keptApart(branch: 'C' | 'D', marks: boolean): Road {
  const road = new Road()
    .takes(person('sam'), 'report-a-request', { ...report, words: 'Everything from my school years' })
    .takes(person('rosa'), 'log-and-allocate', { post: 'CHILD-2', right: 'ACCESS' })
    .takes(person('dina'), 'accept')
    .takes(person('ines'), 'look-at-the-reply', { branch, branchWhy: 'found' })
    .takes(person('dina'), 'confirm-identity', { evidence: 'ID_PASSPORT' })
    .takes(person('dina'), 'confirm-the-request-is-valid', valid)
    .takes(person('dina'), 'name-case-officer', { officer: 'ola' })
    .takes(person('ola'), 'ask-for-a-search', { system: 'FRAMEWORK', owner: 'omar', terms: 'Jo Example', answerBy: '2026-10-08' });
  if (!marks) return road;
  const two = { kind: 'LETTER', source: 'OTHER', count: '2', recordPages: '3', description: 'papers', about: 'PERSON' };
  return road
    .takes(person('omar'), 'answer-a-search', { answer: 'FOUND', pages: '3', minutes: '5' }, 't1')
    .takes(person('ola'), 'add-records', two)
    .takes(person('ola'), 'other-rules-apply', { why: 'found' }, 'r1');
}

/** Everything of the case that is put in words for this person, who is not on it. */
function wordsFor(road: Road, who: Person): string[] {
  const view = road.view(who);
  const offers = nextSteps(procedure, view);
  const done = road.history.map((s) => procedure.steps.find((row) => row.id === s.id)?.done ?? '');
  const forms = offers
    .filter((o) => !o.refusal)
    .flatMap(({ step }) => [step.title, step.about ?? '', ...Object.values(step.asks ?? {}).map((f) => f.label)]);
  const refused = offers.flatMap(({ refusal, step }) => [step.title, refusal?.sentence ?? '', ...(refusal?.also ?? [])]);
  const notices = timers.flatMap((t) => t.running(view).map((ticking) => t.says?.(view, ticking) ?? ''));
  const stage = procedure.stages.find((s) => s.code === road.stage);
  return [
    ...done,
    ...forms,
    ...refused,
    ...notices,
    nextThing(procedure, view)?.sentence ?? '',
    stage?.title ?? '',
    stage?.tellCaller ?? '',
  ];
}

/** Every letter that could be made of the case as it stands, with its title and the name of its file. */
function lettersOf(road: Road): string[] {
  const state = road.state!;
  const known = { detail: (field: string) => (state.details[field] === undefined ? undefined : 'plain words'), name: () => 'Ola Officer' };
  const reply = replyOf(state, known);
  const facts = someFacts({ reply: { ...reply, undecided: [] }, ...routeOf(state, road.view(person('ola')), known) });
  return lettersAt(state).flatMap((offer) => {
    const kind = letterKinds.find((k) => k.id === offer.id)!;
    const letter = writeLetter(kind, facts, defaultCouncil());
    return [offer.title, offer.about, ...(isRefusal(letter) ? [letter.sentence] : [JSON.stringify(letter.parts), nameFile(letter)])];
  });
}

describe('a case of which nobody may learn what is held', () => {
  const branches = fc.constantFrom('C' as const, 'D' as const);

  it('SEC-11 RTE-54 RTE-55 §3.7 whatever is done on it, by chance, no word for anybody outside its team and no letter hints at it', () => {
    let looked = 0;
    fc.assert(
      fc.property(branches, fc.boolean(), anyMoves, (branch, marks, moves) => {
        const road = keptApart(branch, marks);
        for (const each of moves) {
          move(road, each);
          if (!isUnspoken(road.state!.facts)) continue;
          const outside = cast.filter((who) => sightOf(procedure, who, road.state!, road.view(who).today) !== 'whole');
          expect(outside.map((p) => p.id)).toEqual(expect.arrayContaining(['sam', 'rosa', 'cara']));
          for (const who of outside) expect([who.id, wordsFor(road, who).flatMap(find)]).toEqual([who.id, []]);
          expect(lettersOf(road).flatMap(find)).toEqual([]);
          const marksOf = waitingFor(nextThing(procedure, road.view(person('dina'))), road.view(person('dina')), procedure.steps);
          expect(marksOf.filter((mark) => /^role:(CC|CCU|DIAO)/.test(mark))).toEqual([]);
          looked += 1;
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(looked).toBeGreaterThan(50);
  });

  it('RTE-51 §3.7 a marked record is never given, by whoever and in whatever order', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const road = keptApart('C', true);
        for (const each of moves) {
          const { picked } = move(road, each);
          if (picked.offer.step.id === 'take-the-mark-off') return;
          const record = road.state!.items['records']!['r1']!;
          expect(['WITHHOLD', 'OUT', undefined]).toContain(record['decision']);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
