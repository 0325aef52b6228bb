import { describe, expect, it } from '@jest/globals';
import { laneOf, recipientOf, type Recipient } from '../../src/domain/recipient.js';
import { nameSteps, step } from '../../src/domain/step.js';

const row = step({ clause: '1.1', rows: ['GEN-01'], title: 'Do it', done: 'did it', by: [], at: 'any', then: () => ({}) });

describe('declaring steps', () => {
  it('names each step after its export, in kebab-case and in the order of the list', () => {
    const named = nameSteps({ acceptTheRequest: row, approve: row, askForASearch: row });
    expect(named.map((s) => s.id)).toEqual(['accept-the-request', 'approve', 'ask-for-a-search']);
  });

  it('gives the same row under two names two lives of its own', () => {
    const [one, two] = nameSteps({ one: row, two: row });
    expect(one).not.toBe(two);
    expect(one).toMatchObject({ title: 'Do it', clause: '1.1' });
  });
});

describe('whom a message is for, as one word', () => {
  it.each<[Recipient, string]>([
    [{ person: 'ola' }, 'person:ola'],
    [{ directorate: 'HOU' }, 'directorate:HOU'],
    [{ role: 'IG' }, 'role:IG'],
    [{ role: 'DIAO', directorate: 'HOU' }, 'role:DIAO:HOU'],
  ])('writes %j as %s and reads it back', (to, lane) => {
    expect(laneOf(to)).toBe(lane);
    expect(recipientOf(lane)).toEqual(to);
  });
});
