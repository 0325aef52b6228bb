import { describe, expect, it } from '@jest/globals';
import { channelsIn, doorFields, doors } from '../../src/procedure/doors.js';
import { deliveriesFor } from '../../src/procedure/closing.js';
import { procedure } from '../../src/procedure/contents.js';
import { dev, ola, report, Road, roadTo, rosa, sam } from './road.js';

const faultsOf = (result: object) => ('faults' in result ? (result.faults as { field: string; sentence: string }[]) : []);
const by = (channel: string, more: object = {}) => ({ ...report, channel, ...more });
const member = { memberName: 'Cllr Example', memberRole: 'WARD', memberPurpose: 'A tenant asked for help' };
/** A case that came by this door with this wish, ready to send. */
function readyWith(facts: Record<string, string | boolean>): Road {
  const road = roadTo('READY_TO_SEND');
  if (road.state) road.state = { ...road.state, facts: { ...road.state.facts, ...facts } };
  return road;
}
const sent = { sentOn: '2026-10-01', method: 'SPECIAL_DELIVERY', proof: 'message 4711', filedAt: 'folder 7' };
const sends = (facts: Record<string, string | boolean>, more: object = {}) =>
  faultsOf(readyWith(facts).tries(ola, 'record-as-sent', { ...sent, ...more })).map((f) => f.field);

describe('T10 the doors a request comes in by', () => {
  it('INT-01 INT-04 §2.2 are all there, and a spoken request is asked nothing more', () => {
    expect(channelsIn.map((c) => c.value)).toEqual(
      'PHONE FACE_TO_FACE POST EMAIL SOCIAL_MEDIA E_FORM STAFF_CHAT MEMBER AGENT WORK_MAIL CCTV_FORM'.split(' '),
    );
    const asked = (channel: string) => Object.entries(doorFields).flatMap(([name, f]) => (f.asked?.({ channel }) ? [name] : []));
    expect(asked('PHONE').concat(asked('FACE_TO_FACE'))).toEqual([]);
    expect(doors.map((d) => asked(d.code).length)).toEqual([0, 0, 1, 1, 1, 1, 1, 3, 1, 1, 2]);
  });

  it('INT-14 App. 1 an elected member’s request is logged with the member, their role and what it is for', () => {
    expect(faultsOf(new Road().tries(sam, 'report-a-request', by('MEMBER'))).map((f) => f.field)).toEqual(Object.keys(member));
    const road = new Road().takes(sam, 'report-a-request', by('MEMBER', member));
    expect(road.state?.facts).toMatchObject({ channel: 'MEMBER', memberRole: 'WARD' });
    expect(road.history[0]?.kept).toEqual(expect.arrayContaining(['memberName', 'memberPurpose']));
    expect(JSON.stringify(road.state?.facts)).not.toContain('Cllr');
  });

  it('INT-06 §2.2.4 an answer to a question that the door does not ask is not kept', () => {
    const road = new Road().takes(sam, 'report-a-request', by('PHONE', { ...member, scanReference: 'SCAN-1' }));
    expect(road.history[0]?.kept).toEqual(['requesterName', 'contact', 'words']);
    expect(road.state?.facts['scanned']).toBeUndefined();
  });

  it('INT-11 §2.3 a letter has the reference of its scan, given at once or when it is there', () => {
    expect(new Road().takes(sam, 'report-a-request', by('POST', { scanReference: 'SCAN-1' })).state?.facts['scanned']).toBe(true);
    const later = new Road().takes(sam, 'report-a-request', by('POST'));
    expect(later.takes(rosa, 'record-the-scan', { scanReference: 'SCAN-2' }).history[1]?.kept).toEqual(['scanReference']);
    expect(later.tries(rosa, 'record-the-scan', { scanReference: 'SCAN-3' })).toMatchObject({ code: 'needs-something-first' });
    const spoken = new Road().takes(sam, 'report-a-request', report);
    expect(spoken.tries(rosa, 'record-the-scan', { scanReference: 'SCAN-2' })).toMatchObject({ code: 'needs-something-first' });
  });

  it('INT-03 §2.2 what came in writing goes on to the mailbox, with its day and hour, once', () => {
    const road = new Road().takes(sam, 'report-a-request', by('EMAIL')).on('2026-10-02');
    road.takes(sam, 'send-on-to-the-mailbox', { mailboxOn: '2026-10-02', mailboxAt: '09:50' });
    expect(road.state?.facts['sentOnToMailbox']).toBe('2026-10-02');
    expect(road.history[1]?.answers).toMatchObject({ mailboxAt: '09:50' });
    for (const other of [road, new Road().takes(sam, 'report-a-request', report)])
      expect(other.tries(sam, 'send-on-to-the-mailbox', { mailboxOn: '2026-10-01', mailboxAt: '09:50' })).toMatchObject({
        code: 'needs-something-first',
      });
  });
});

describe('§1.2.1 help for somebody who finds it hard to write', () => {
  it('INT-07 LTR-01 the filled-in form goes out on a day, and the help they need is kept', () => {
    const road = roadTo('REPORTED').takes(sam, 'send-the-request-form', { formSentOn: '2026-10-01', help: 'Polish' });
    expect(road.state?.facts['formSentOn']).toBe('2026-10-01');
    expect(road.history.at(-1)?.kept).toEqual(['help']);
    expect(road.tries(sam, 'send-the-request-form', { formSentOn: '2026-10-01' })).toMatchObject({ code: 'needs-something-first' });
  });

  it('INT-08 §1.2 it comes back after it went, and moves no date', () => {
    const road = roadTo('VALIDATING').on('2026-10-05').takes(dev, 'send-the-request-form', { formSentOn: '2026-10-03' });
    const due = road.view(dev).deadline?.due;
    expect(faultsOf(road.tries(rosa, 'form-back', { formBackOn: '2026-10-02' }))).toHaveLength(1);
    road.takes(rosa, 'form-back', { formBackOn: '2026-10-05', idWithForm: 'true' });
    expect(road.state?.facts).toMatchObject({ formBackOn: '2026-10-05', idWithForm: true });
    expect(road.view(dev).deadline?.due).toBe(due);
    expect(road.tries(rosa, 'form-back', { formBackOn: '2026-10-05' })).toMatchObject({ code: 'needs-something-first' });
  });

  it('INT-07 INT-08 §1.2 a form that never comes back closes nothing, and the spoken request goes on', () => {
    const road = roadTo('VALIDATING').takes(dev, 'send-the-request-form', { formSentOn: '2026-10-01' }).on('2026-11-20');
    expect(road.view(dev).deadline).toMatchObject({ start: '2026-10-01', noReplyUntil: null });
    expect(road.tries(dev, 'close-for-no-reply', {})).toMatchObject({ code: 'not-at-this-stage' });
    expect(road.tries(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' })).not.toHaveProperty('code');
  });
});

describe('§1.2 the format of the reply', () => {
  it('GEN-06 §1.2 what came electronically is answered electronically, unless there is a reason', () => {
    for (const channel of ['EMAIL', 'SOCIAL_MEDIA', 'E_FORM']) {
      expect(sends({ channel })).toEqual(['formatReason']);
      expect(sends({ channel }, { method: 'SECURE_MAIL' })).toEqual([]);
      expect(sends({ channel }, { formatReason: 'They have no computer any more' })).toEqual([]);
    }
    for (const channel of ['PHONE', 'POST']) expect(sends({ channel })).toEqual([]);
  });

  it('GEN-07 GEN-06 §1.2 a wish for a common format is met, whichever way the request came', () => {
    expect(sends({ channel: 'EMAIL', formatWish: 'PAPER' })).toEqual([]);
    expect(sends({ channel: 'PHONE', formatWish: 'ELECTRONIC' })).toEqual(['formatReason']);
    expect(sends({ channel: 'POST', formatWish: 'LARGE_PRINT' }, { formatOut: 'PAPER' })).toEqual(['formatReason']);
    expect(sends({ channel: 'POST', formatWish: 'LARGE_PRINT' })).toEqual([]);
    const road = readyWith({ channel: 'EMAIL' }).takes(ola, 'record-as-sent', { ...sent, method: 'SECURE_MAIL' });
    expect(road.state?.facts['formatOut']).toBe('PDF');
  });

  it('GEN-04 GEN-07 §1.1 special category data is flagged, its kinds kept apart, and leaves only with its protection recorded', () => {
    const road = roadTo('VALIDATING').takes(dev, 'mark-as-sensitive', { specialKinds: 'HEALTH,RELIGION' });
    expect(road.state?.facts['special']).toBe(true);
    expect(JSON.stringify([road.state?.facts, road.history.at(-1)?.answers])).not.toContain('HEALTH');
    expect(sends({ special: true })).toEqual(['protection']);
    expect(sends({ special: true }, { protection: 'Signed for by the person' })).toEqual([]);
    expect(deliveriesFor({ facts: { special: true } })[0]?.title).toContain('encrypted');
    expect(procedure.steps.find((s) => s.id === 'mark-as-sensitive')?.asks?.['specialKinds']?.private).toBe('text');
  });
});
