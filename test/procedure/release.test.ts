import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../../src/domain/refusals.js';
import { backs, waitsFor } from '../../src/procedure/consultees.js';
import type { Facts, RequestState } from '../../src/domain/subject-request.js';
import { answersFor, cast, offersOn, type Chance } from './any-road.js';
import { roadTo, type Road } from './road.js';

const SENDING = ['APPROVAL', 'READY_TO_SEND', 'DISPATCHED', 'CLOSED'];
const MARKED: readonly string[] = ['REDACT', 'WITHHOLD'];

/** What would harm somebody, said anew and apart from the rows: a record on its way out that is not ready for it. */
function harms(state: RequestState, today: string): string[] {
  const consults = Object.values(state.items['consults'] ?? {});
  const look = ([id, r]: [string, Facts]): string[] => {
    const kept = MARKED.includes(String(r['decision']));
    const word = waitsFor(r);
    return [
      ...(r['decision'] === undefined ? ['undecided'] : []),
      ...(kept && r['code'] === undefined ? ['no exemption'] : []),
      ...(kept && state.details[`records/${id}/why`] === undefined ? ['no file note'] : []),
      ...(kept && word !== null && !consults.some((c) => backs(c, { record: id, code: r['code'] }, today)) ? ['no answer'] : []),
      ...(r['about'] === 'OTHER' && r['decision'] !== 'WITHHOLD' && r['limb'] === undefined ? ['not weighed'] : []),
      ...(r['silence'] === 'ASKED' ? ['silence not approved'] : []),
    ].map((what) => `${id}: ${what}`);
  };
  const waits = consults.filter((c) => c['blocks'] === true && c['answeredOn'] === undefined && c['dropped'] !== true);
  const listed = Object.entries(state.items['records'] ?? {}).filter(([, r]) => r['decision'] !== 'OUT');
  return [...listed.flatMap(look), ...waits.map(() => 'a view is awaited')];
}

const onRecords = ['add-records', 'give-a-record', 'weigh-the-third-party', 'redact-or-withhold', 'weigh-the-author', 'record-the-view'];
const others = ['give-your-view', 'approve-silence', 'decide-again', 'submit-for-approval', 'ask-for-a-view', 'give-several'];
const onward = ['return-to-the-officer', 'approve', 'check-before-sending', 'question-a-record', 'look-at-the-negotiation'];
const wanted = [...onRecords, ...others, ...onward];

/** One press by chance among those that assess and send. Half the forms are filled in so that they may pass. */
function press(road: Road, numbers: readonly number[]): void {
  let at = 0;
  const chance: Chance = (below) => (numbers[at++ % numbers.length] ?? 0) % Math.max(below, 1);
  const open = offersOn(road).filter(({ offer }) => wanted.includes(offer.step.id));
  const step = [...new Set(open.map(({ offer }) => offer.step.id))];
  const id = step[chance(step.length)];
  const pool = open.filter(({ offer }) => offer.step.id === id);
  const picked = pool[chance(pool.length)];
  if (!picked) return;
  const likely = { fromPage: '1', toPage: '', paragraph: '1', count: '2', recordPages: '3', what: 'x', why: 'x', consultee: 'x', method: 'BLOCKED', realChance: 'true' }; // prettier-ignore
  const known = Object.keys(picked.offer.step.asks ?? {});
  const raw = { ...answersFor(picked.offer.step.asks, road, chance), ...(chance(3) > 0 && Object.fromEntries(Object.entries(likely).filter(([name]) => known.includes(name)))) }; // prettier-ignore
  const result = road.tries(picked.person, picked.offer.step.id, raw, picked.offer.item);
  if (!isRefusal(result) && !('faults' in result)) road.keeps(road.headerOf(picked.person, result));
}

const presses = fc.array(fc.array(fc.nat({ max: 9973 }), { minLength: 8, maxLength: 24 }), { minLength: 10, maxLength: 40, size: 'max' });

describe('whatever is pressed, in whatever order', () => {
  it('EXM-04 ASS-02 EXM-05 nothing goes out with a record undecided, somebody unheard, a third party unweighed or a file note missing', () => {
    let out = 0;
    fc.assert(
      fc.property(presses, (all) => {
        const road = roadTo('ASSESSING');
        for (const numbers of all) {
          press(road, numbers);
          if (!SENDING.includes(road.stage)) continue;
          out += 1;
          expect(harms(road.state as RequestState, '2026-10-01')).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    // The walk is worth something only when replies do get out.
    expect(out).toBeGreaterThan(0);
    expect(cast.length).toBeGreaterThan(5);
  });
});
