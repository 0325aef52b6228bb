import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTimelineFault } from '../../src/domain/clock.js';
import { nextThing, waitingFor } from '../../src/domain/next-steps.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { replay } from '../../src/domain/replay.js';
import { procedure } from '../../src/procedure/contents.js';
import { anyMoves, BORN, cast, correct, move, offersOn, PRIVATE, type Move } from './any-road.js';
import { Road } from './road.js';

const runs = { numRuns: 40 };
/** Walks a road by chance and looks at it after each move. */
function walk(moves: Move[], look: (road: Road, moved: ReturnType<typeof move>, at: Move) => void): Road {
  const road = new Road();
  for (const each of moves) look(road, move(road, each), each);
  return road;
}
const isOpen = (road: Road): boolean => procedure.stages.find((s) => s.code === road.stage)?.open ?? false;

describe('whatever people do, by chance, where they may', () => {
  it('SEC-12 §2.12 every button shown is accepted, or only its answers are at fault, and nobody approves their own reply', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        walk(moves, (road, { picked, result }) => {
          if (isRefusal(result)) throw new Error(`${picked.offer.step.id} was offered to ${picked.person.id}: ${result.sentence}`);
          const strange = 'faults' in result ? result.faults.filter((f) => !(f.field in (result.step.asks ?? {}))) : [];
          expect(strange).toEqual([]);
          const approves = !('faults' in result) && ['approve', 'return-to-the-officer'].includes(result.step.id);
          expect(approves && picked.person.id === road.state?.facts['caseOfficer']).toBe(false);
        });
      }),
      runs,
    );
  });

  it('INT-18 §2.11 steps and corrections one by one give the state that replaying them gives, and no personal word is in it', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const road = walk(moves, (on, _moved, { numbers, days }) => {
          if (days === 0 && on.state) correct(on, numbers);
        });
        if (road.history.length > 0) expect(road.state).toEqual(replay(road.history));
        const register = JSON.stringify([road.state, road.history]);
        expect([register.includes(PRIVATE), register.includes(BORN)]).toEqual([false, false]);
      }),
      runs,
    );
  });

  it('§2.4.1 no case is ever stuck: while it is open there is a next thing, somebody to wait for, and somebody who may', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        walk(moves, (road) => {
          if (!isOpen(road)) return;
          const view = road.view(cast[0]!);
          const next = nextThing(procedure, view);
          const may = offersOn(road).some(({ offer }) => offer.step === next?.step && offer.item === next?.item);
          expect({ at: road.stage, next: next?.step.id, waits: waitingFor(next, view).length > 0, may }).toEqual({
            at: road.stage,
            next: expect.any(String),
            waits: true,
            may: true,
          });
        });
      }),
      runs,
    );
  });

  it('CLK-12 §2.6.1 the clock can always tell its dates, the due date after receipt, and stands still on a closed case', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        walk(moves, (road) => {
          if (!road.state) return;
          const dates = road.datesOf(road.state);
          if (isTimelineFault(dates)) throw new Error(dates.fault);
          if (dates.due) expect(dates.due > road.state.timeline.received).toBe(true);
          if (!isOpen(road)) expect(dates.state).toBe('stopped');
        });
      }),
      runs,
    );
  });
});
