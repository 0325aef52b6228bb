import { describe, expect, it } from '@jest/globals';
import { letterKinds } from '../../src/letters/kinds.js';
import { clauses } from '../../src/procedure/clauses.js';
import { letterOffers } from '../../src/procedure/letters.js';
import { procedure } from '../../src/procedure/contents.js';
import type { Person } from '../../src/domain/person.js';
import { lettersFor } from '../../src/usecases/letters/which.js';
import { cara, dev, dora, grant, ines, ola, roadTo, rosa, sam, someone, type Road } from './road.js';

const offeredTo = (person: Person, road: Road): string[] => lettersFor(road.view(person)).map((o) => o.id);
const REPLY = ['covering-letter', 'list-of-documents', 'how-we-use-your-information'];
const nothingFound = (road: Road): Road => {
  for (const task of Object.values(road.state?.items['tasks'] ?? {})) Object.assign(task, { answer: 'NOTHING', nilReason: 'NEVER' });
  return road;
};

describe('the letters offered', () => {
  it('each is a kind there is words for, under the same title and clause, at real stages', () => {
    expect(letterOffers.map(({ id, title, clause }) => [id, title, clause]).sort()).toEqual(
      letterKinds.map(({ id, title, clause }) => [id, title, clause]).sort(),
    );
    expect(letterOffers.filter((o) => clauses[o.clause] === undefined)).toEqual([]);
    expect(letterOffers.filter((o) => o.before && !procedure.steps.some((s) => s.id === o.before))).toEqual([]);
  });

  it('LTR-03 LTR-04 §2.6.2 the letter that asks is there for the DIAO while something is awaited, and not before or after', () => {
    expect(offeredTo(dev, roadTo('VALIDATING'))).not.toContain('asking-for-what-is-missing');
    const awaiting = roadTo('AWAITING_REQUESTER');
    expect(offeredTo(dev, awaiting)[0]).toBe('asking-for-what-is-missing');
    expect(offeredTo(rosa, awaiting)).not.toContain('asking-for-what-is-missing');
    const arrived = awaiting.takes(dev, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-01' });
    expect(offeredTo(dev, arrived)).not.toContain('asking-for-what-is-missing');
  });

  const expectFromAssessingToSent = (id: string): void => {
    for (const stage of ['ASSESSING', 'APPROVAL', 'READY_TO_SEND', 'DISPATCHED'])
      for (const person of [ola, dev, ines]) expect(offeredTo(person, roadTo(stage))).toContain(id);
    for (const stage of ['LOGGED', 'VALIDATING', 'SEARCHING', 'CLOSED']) expect(offeredTo(dev, roadTo(stage))).not.toContain(id);
    expect(offeredTo(ola, nothingFound(roadTo('ASSESSING')))).not.toContain(id);
  };
  it('LTR-22 DSP-06 ENT-01 the covering letter is there from assessing until the case is closed, once something was found', () =>
    expectFromAssessingToSent('covering-letter'));
  it('LTR-22B DSP-05 the list of documents is there as long as the covering letter', () => expectFromAssessingToSent('list-of-documents'));
  it('LTR-23 ENT-02 DSP-07 the information sheet is there as long as the covering letter', () =>
    expectFromAssessingToSent('how-we-use-your-information'));

  it('LTR-24 ENT-05 §2.4.1 the reply that nothing is held is there only when nothing was found', () => {
    expect(offeredTo(ola, nothingFound(roadTo('ASSESSING')))).toContain('nothing-held');
    expect(offeredTo(ola, roadTo('ASSESSING'))).not.toContain('nothing-held');
  });

  it('LTR-02 INT-06 the call centre has the acknowledgement and the slip, and no letter about what was found', () => {
    expect(offeredTo(rosa, roadTo('LOGGED'))).toEqual(['acknowledgement', 'request-form', 'slip']);
    expect(offeredTo(cara, roadTo('APPROVAL'))).toEqual(['acknowledgement']);
    expect(offeredTo(rosa, roadTo('CLOSED'))).toEqual([]);
  });

  it('SEC-14 nobody without a part in the case has any, at any stage', () => {
    const elsewhere = someone('eve', grant('DIAO', 'FIN'), grant('OFFICER', 'HOU'), grant('FOIC'), grant('IAO', 'HOU'));
    for (const stage of procedure.stages.map((s) => s.code))
      for (const person of [sam, elsewhere]) expect(offeredTo(person, roadTo(stage))).toEqual([]);
    for (const id of REPLY) expect(offeredTo(dora, roadTo('APPROVAL'))).toContain(id);
  });
});
