import { describe, expect, it } from '@jest/globals';
import { dina, ines, ola, roadTo, sam } from './road.js';

const tellOf = (result: object) => ('effects' in result ? (result.effects as { tell?: unknown }).tell : undefined);
const astray = {
  astray: 'REPLY',
  astrayOn: '2026-10-01',
  whereabouts: 'WITH_THEM',
  astrayWords: 'It went to Nobody Sample next door',
  reachedThem: 'true',
};

describe('§1.1 something reached the wrong person', () => {
  it.each(['ASSESSING', 'DISPATCHED', 'CLOSED'])('DSP-12 SEC-13 §1.1 at %s Information Governance and the DPO hear at once', (stage) => {
    const road = roadTo(stage);
    expect(tellOf(road.tries(sam, 'sent-to-the-wrong-person', astray))).toEqual([
      { template: 'went-astray', to: { role: 'IG' } },
      { template: 'went-astray', to: { role: 'DPO' } },
    ]);
    road.takes(ola, 'sent-to-the-wrong-person', astray);
    expect(road.state).toMatchObject({ stage, facts: { breach: 'REPORTED', breachReportedOn: '2026-10-01' } });
    expect(JSON.stringify(road.state)).not.toContain('Nobody Sample');
  });

  it('DSP-12 DSP-04 a reply that the requester has not got is addressed anew by two people, and the clock goes on', () => {
    const road = roadTo('DISPATCHED');
    expect(road.view(ola).deadline?.state).toBe('stopped');
    road.takes(ola, 'sent-to-the-wrong-person', { ...astray, reachedThem: 'false' });
    expect(road.stage).toBe('READY_TO_SEND');
    expect(road.view(ola).deadline?.state).toBe('running');
    const sent = { sentOn: '2026-10-01', method: 'SECURE_MAIL', proof: 'message 4712', filedAt: 'folder 7' };
    expect(road.tries(ola, 'record-as-sent', sent)).toMatchObject({ code: 'needs-something-first' });
    road
      .takes(ola, 'type-the-address', { destination: '1 Sample Street' })
      .takes(dina, 'type-the-address-again', { destinationAgain: '1 Sample Street' })
      .takes(ola, 'record-as-sent', sent);
    expect(road.stage).toBe('DISPATCHED');
  });

  it('SEC-13 §1.1 Information Governance records what was done, once, and the officer hears of it', () => {
    const done = { toldCommissioner: 'NOT_NEEDED', toldThem: 'true', breachWords: 'They deleted it and said so' };
    const road = roadTo('DISPATCHED');
    expect(road.tries(ines, 'record-what-was-done', done)).toMatchObject({ code: 'needs-something-first' });
    road.takes(ola, 'sent-to-the-wrong-person', astray);
    expect(road.tries(ola, 'record-what-was-done', done)).toMatchObject({ code: 'not-your-step' });
    expect(tellOf(road.tries(ines, 'record-what-was-done', done))).toEqual([{ template: 'astray-seen-to', to: { person: 'ola' } }]);
    road.takes(ines, 'record-what-was-done', done);
    expect(road.state?.facts['breach']).toBe('DEALT_WITH');
    expect(road.tries(ines, 'record-what-was-done', done)).toMatchObject({ code: 'needs-something-first' });
  });
});
