import { describe, expect, it } from '@jest/globals';
import { standing, withItem } from '../../src/domain/decide.js';
import type { Person } from '../../src/domain/person.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { replay } from '../../src/domain/replay.js';
import type { Step, View } from '../../src/domain/step.js';
import type { RequestState, StepTaken } from '../../src/domain/subject-request.js';
import { procedure } from '../../src/procedure/contents.js';
import { correctable } from '../../src/usecases/correct-step.js';
import { dev, dina, grant, LONG, ola, oneRecord, roadTo, sam, someone, valid } from './road.js';

/**
 * Every pair of role and step that is permitted, with its stages. `open` is every stage but CLOSED, `any` is every stage.
 * Whatever is not written here is refused: the tests below try each role with each step at each stage.
 */
const permitted = `
  STAFF     report-a-request          START

  REPORTER  reported-in-error         REPORTED LOGGED
  REPORTER  add-a-note                any
  REPORTER  sent-to-the-wrong-person  any
  REPORTER  correct-an-earlier-step   any
  REPORTER  change-contact-details    open

  CC        log-and-allocate          REPORTED
  CC        pass-to-the-complaints-unit  REPORTED
  CC        ask-ig                    any
  CC        record-a-letter-as-sent   any
  CC        reported-in-error         REPORTED LOGGED
  CC        record-acknowledgement    open
  CC        record-what-arrived       AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CC        type-the-address-again    READY_TO_SEND
  CC        close-the-case            DISPATCHED
  CC        add-a-note                any
  CC        sent-to-the-wrong-person  any
  CC        correct-an-earlier-step   any
  CC        withdraw                  REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  CC        reopen                    CLOSED
  CC        change-contact-details    open
  CC        set-other-reference       any
  CC        same-as                   open
  CC        take-in-a-duplicate       open
  CC        let-a-duplicate-go        any

  CCU       log-and-allocate          REPORTED
  CCU       choose-the-lead           REPORTED
  CCU       ask-another-directorate   LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL
  CCU       help-not-needed           LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL
  CCU       give-the-part             LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL
  CCU       ask-ig                    any
  CCU       record-a-letter-as-sent   any
  CCU       take-over                 open
  CCU       record-acknowledgement    open
  CCU       add-a-note                any
  CCU       sent-to-the-wrong-person  any
  CCU       correct-an-earlier-step   any
  CCU       type-the-address-again    READY_TO_SEND
  CCU       withdraw                  REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  CCU       change-contact-details    open
  CCU       set-other-reference       any
  CCU       same-as                   open
  CCU       take-in-a-duplicate       open
  CCU       let-a-duplicate-go        any
  CCU       reallocate                VALIDATING ASSIGNED SEARCHING ASSESSING

  DIAO      accept                    LOGGED
  DIAO      part-not-ours             VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  DIAO      ask-another-directorate   LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL
  DIAO      help-not-needed           LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL
  DIAO      ask-ig                    any
  DIAO      record-a-letter-as-sent   any
  DIAO      escalate-to-ig            any
  DIAO      not-ours                  LOGGED VALIDATING
  DIAO      record-acknowledgement    open
  DIAO      confirm-identity          VALIDATING
  DIAO      doubt-the-identity        VALIDATING
  DIAO      confirm-the-request-is-valid  VALIDATING
  DIAO      ask-for-what-is-missing   VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      record-what-arrived       AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  DIAO      close-for-no-reply        AWAITING_REQUESTER
  DIAO      name-case-officer         VALIDATING
  DIAO      tell-clarification-is-needed  VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING
  DIAO      tell-release-is-a-concern     VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL
  DIAO      put-off-a-reminder        open
  DIAO      ask-for-a-view            ASSESSING
  DIAO      record-the-view           SEARCHING ASSESSING
  DIAO      approve                   APPROVAL
  DIAO      question-a-record         APPROVAL
  DIAO      return-to-the-officer     APPROVAL
  DIAO      type-the-address-again    READY_TO_SEND
  DIAO      close-the-case            DISPATCHED
  DIAO      add-a-note                any
  DIAO      sent-to-the-wrong-person  any
  DIAO      record-the-leak-check     ASSESSING APPROVAL READY_TO_SEND
  DIAO      correct-an-earlier-step   any
  DIAO      withdraw                  REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  DIAO      reopen                    CLOSED
  DIAO      change-contact-details    open
  DIAO      set-other-reference       any
  DIAO      same-as                   open
  DIAO      take-in-a-duplicate       open
  DIAO      let-a-duplicate-go        any
  DIAO      hand-over                 open
  DIAO      take-over                 open

  CO        record-acknowledgement    open
  CO        put-off-a-reminder        open
  CO        ask-another-directorate   LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL
  CO        help-not-needed           LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL
  CO        ask-ig                    any
  CO        record-a-letter-as-sent   any
  CO        ask-for-what-is-missing   VALIDATING ASSIGNED SEARCHING ASSESSING
  CO        record-what-arrived       AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CO        ask-for-a-search          ASSIGNED SEARCHING ASSESSING
  CO        answer-a-search           SEARCHING ASSESSING
  CO        pass-a-search-on          SEARCHING ASSESSING
  CO        withdraw-a-search         SEARCHING ASSESSING
  CO        scope-the-mail            ASSIGNED SEARCHING ASSESSING
  CO        rule-out-a-place          ASSIGNED SEARCHING ASSESSING
  CO        add-records               ASSESSING
  CO        add-a-statement           ASSESSING
  CO        give-a-record             ASSESSING
  CO        give-several              ASSESSING
  CO        weigh-the-third-party     ASSESSING
  CO        redact-or-withhold        ASSESSING
  CO        decide-again              ASSESSING
  CO        take-off-the-schedule     ASSESSING
  CO        ask-for-a-view            ASSESSING
  CO        record-the-view           SEARCHING ASSESSING
  IG        give-your-view            SEARCHING ASSESSING
  CO        weigh-the-author          ASSESSING
  CO        look-at-the-negotiation   ASSESSING
  CO        take-in-a-schedule        ASSESSING
  CO        mark-a-record             ASSESSING
  CO        put-the-record-right      DISPATCHED CLOSED
  DIAO      put-the-record-right      DISPATCHED CLOSED
  CO        record-the-disposal       DISPATCHED CLOSED
  DIAO      record-the-disposal       DISPATCHED CLOSED
  CO        raise-a-risk              SEARCHING ASSESSING APPROVAL READY_TO_SEND DISPATCHED CLOSED
  DIAO      raise-a-risk              SEARCHING ASSESSING APPROVAL READY_TO_SEND DISPATCHED CLOSED
  CO        submit-for-approval       ASSESSING
  CO        check-before-sending      READY_TO_SEND
  CO        type-the-address          READY_TO_SEND
  CO        record-as-sent            READY_TO_SEND
  CO        close-the-case            DISPATCHED
  CO        add-a-note                any
  CO        sent-to-the-wrong-person  any
  CO        record-the-leak-check     ASSESSING APPROVAL READY_TO_SEND
  CO        correct-an-earlier-step   any
  CO        withdraw                  REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  CO        change-contact-details    open
  CO        set-other-reference       any
  CO        same-as                   open
  CO        take-in-a-duplicate       open
  CO        let-a-duplicate-go        any
  CO        hand-over                 open
  CO        take-over                 open

  DIAO      who-is-asking             VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  DIAO      record-the-capacity       VALIDATING ASSIGNED SEARCHING ASSESSING
  CO        record-the-capacity       VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      check-the-authority       VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      check-the-power           VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      assess-the-child          VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      check-parental-responsibility  VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      weigh-best-interests      VALIDATING ASSIGNED SEARCHING ASSESSING
  CO        weigh-best-interests      VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      assume-the-members-authority  VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      record-the-need-to-know   VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      weigh-political-use       VALIDATING ASSIGNED SEARCHING ASSESSING
  CO        state-the-members-terms   ASSESSING APPROVAL READY_TO_SEND
  CO        confirm-who-gets-it       READY_TO_SEND
  DIAO      ask-ig-about-the-dead     VALIDATING ASSIGNED SEARCHING ASSESSING
  IG        decide-on-the-dead        VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      answer-about-the-dead     VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      ask-ig-about-the-authority  VALIDATING ASSIGNED SEARCHING ASSESSING
  IG        allow-another-certifier   VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      refuse-who-asks           VALIDATING ASSIGNED SEARCHING ASSESSING

  OWNER     answer-a-search           SEARCHING ASSESSING

  CO        ask-mailbox-holders       ASSIGNED SEARCHING ASSESSING
  CO        order-from-off-site       SEARCHING ASSESSING
  CO        record-its-arrival        SEARCHING ASSESSING
  OWNER     order-from-off-site       SEARCHING ASSESSING
  OWNER     record-its-arrival        SEARCHING ASSESSING
  OWNER     put-off-the-search-reminder  SEARCHING ASSESSING
  CO        confirm-it-is-kept        open
  OWNER     confirm-it-is-kept        open
  FOOTAGE   confirm-it-is-kept        open
  CC        ask-to-keep-it            open
  CCU       ask-to-keep-it            open
  DIAO      ask-to-keep-it            open
  CO        ask-to-keep-it            open
  IG        ask-to-keep-it            open
  CC        say-when-it-was-made      open
  CCU       say-when-it-was-made      open
  DIAO      say-when-it-was-made      open
  CO        say-when-it-was-made      open
  CO        let-it-go                 DISPATCHED CLOSED
  DIAO      let-it-go                 DISPATCHED CLOSED
  IG        let-it-go                 DISPATCHED CLOSED
  CC        report-an-attempt         any
  CCU       report-an-attempt         any
  DIAO      report-an-attempt         any
  CO        report-an-attempt         any

  HELPER    answer-for-the-directorate  LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL

  IG        take-over                 open
  IG        answer-the-question       any
  IG        record-a-letter-as-sent   any
  DPO       answer-the-question       any
  DPO       record-a-letter-as-sent   any
  IG        import-a-case             START
  CCU       import-a-case             START
  IG        approve-silence           ASSESSING
  IG        add-a-note                any
  IG        record-what-was-done      any
  IG        record-the-leak-check     ASSESSING APPROVAL READY_TO_SEND
  IG        correct-an-earlier-step   any
  IG        type-the-address-again    READY_TO_SEND
  IG        reopen                    CLOSED
  IG        let-a-duplicate-go        any

  IG        move-dates-for-bank-holidays  open
  DPO       move-dates-for-bank-holidays  open
  DPO       add-a-note                any
  DPO       record-what-was-done      any

  DIAO      propose-more-time         VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  DIAO      extend-the-time           VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  DIAO      remove-the-extension      VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  IG        remove-the-extension      VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  IG        confirm-more-time         VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  DIAO      weigh-the-request         VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      weigh-a-repeat            VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      go-on-with-it             VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      refuse-the-request        VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      fill-in-the-fee-worksheet VALIDATING
  IG        look-at-the-proposal      VALIDATING ASSIGNED SEARCHING ASSESSING
  DPO       decide-on-the-proposal    VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      ask-for-the-fee           VALIDATING
  DIAO      record-the-payment        AWAITING_REQUESTER
  CC        record-the-payment        AWAITING_REQUESTER
  DIAO      ask-the-dpo               open
  CC        ask-the-dpo               open
  CO        ask-the-dpo               open
  DPO       answer-about-the-fee      open

  REPORTER  record-the-scan           REPORTED LOGGED
  REPORTER  send-on-to-the-mailbox    open
  CC        record-the-scan           REPORTED LOGGED
  CC        send-on-to-the-mailbox    open
  CCU       record-the-scan           REPORTED LOGGED
  CCU       send-on-to-the-mailbox    open
  REPORTER  send-the-request-form     open
  REPORTER  form-back                 open
  CC        send-the-request-form     open
  CC        form-back                 open
  CCU       send-the-request-form     open
  CCU       form-back                 open
  DIAO      send-the-request-form     open
  DIAO      form-back                 open
  CO        send-the-request-form     open
  CO        form-back                 open
  CC        mark-as-sensitive         open
  CCU       mark-as-sensitive         open
  DIAO      mark-as-sensitive         open
  CO        mark-as-sensitive         open
  IG        mark-as-sensitive         open

  IG        let-a-colleague-see-it           LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  DPO       let-a-colleague-see-it           LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING APPROVAL READY_TO_SEND
  CC        screen-for-a-route               REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CCU       screen-for-a-route               REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  DIAO      screen-for-a-route               REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CO        screen-for-a-route               REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  IG        screen-for-a-route               REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CC        answer-as-ordinary-business      REPORTED LOGGED VALIDATING
  CCU       answer-as-ordinary-business      REPORTED LOGGED VALIDATING
  DIAO      answer-as-ordinary-business      REPORTED LOGGED VALIDATING
  IG        bring-the-parts-together         ASSIGNED SEARCHING ASSESSING
  CC        hand-to-the-team                 REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  CCU       hand-to-the-team                 REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      hand-to-the-team                 REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  IG        hand-to-the-team                 REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  CC        pass-straight-on                 REPORTED LOGGED VALIDATING
  CCU       pass-straight-on                 REPORTED LOGGED VALIDATING
  DIAO      pass-straight-on                 REPORTED LOGGED VALIDATING
  IG        pass-straight-on                 REPORTED LOGGED VALIDATING
  HIST      record-their-answer              ASSIGNED
  IG        record-their-answer              ASSIGNED
  CC        split-the-request                REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  CCU       split-the-request                REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      split-the-request                REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  IG        split-the-request                REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      ask-the-trust                    ASSIGNED SEARCHING ASSESSING
  CO        ask-the-trust                    ASSIGNED SEARCHING ASSESSING
  DIAO      compare-the-backup               ASSIGNED SEARCHING ASSESSING
  CO        compare-the-backup               ASSIGNED SEARCHING ASSESSING
  DPO       decide-on-the-backup             ASSIGNED SEARCHING ASSESSING
  CC        describe-the-paper               REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CCU       describe-the-paper               REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  DIAO      describe-the-paper               REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CO        describe-the-paper               REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  DIAO      record-the-trusts-reply          ASSIGNED SEARCHING ASSESSING
  CO        record-the-trusts-reply          ASSIGNED SEARCHING ASSESSING
  DIAO      weigh-the-impact                 ASSIGNED SEARCHING ASSESSING
  CO        weigh-the-impact                 ASSIGNED SEARCHING ASSESSING
  IG        confirm-the-wording              VALIDATING ASSIGNED SEARCHING ASSESSING
  CC        name-the-law                     REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  CCU       name-the-law                     REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      name-the-law                     REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  CO        name-the-law                     REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  IG        name-the-law                     REPORTED LOGGED VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      name-the-register                VALIDATING ASSIGNED SEARCHING ASSESSING
  CO        name-the-register                VALIDATING ASSIGNED SEARCHING ASSESSING
  DIAO      point-to-the-other-way           VALIDATING ASSIGNED SEARCHING ASSESSING
  CO        point-to-the-other-way           VALIDATING ASSIGNED SEARCHING ASSESSING
  IG        point-to-the-other-way           VALIDATING ASSIGNED SEARCHING ASSESSING
  CC        choose-recording-or-transcript   REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CCU       choose-recording-or-transcript   REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  DIAO      choose-recording-or-transcript   REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CO        choose-recording-or-transcript   REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CC        fill-in-the-cctv-form            REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CCU       fill-in-the-cctv-form            REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  DIAO      fill-in-the-cctv-form            REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CO        fill-in-the-cctv-form            REPORTED LOGGED VALIDATING AWAITING_REQUESTER ASSIGNED SEARCHING ASSESSING
  CO        say-what-is-deleted              READY_TO_SEND
  IG        look-at-the-reply                VALIDATING ASSIGNED SEARCHING ASSESSING APPROVAL
  CO        other-rules-apply                ASSESSING
  IG        other-rules-apply                ASSESSING
  IG        take-the-mark-off                ASSESSING APPROVAL
  CO        arrange-the-viewing              SEARCHING ASSESSING
  DIAO      arrange-the-viewing              SEARCHING ASSESSING
  CO        check-the-file-first             SEARCHING ASSESSING
  DIAO      check-the-file-first             SEARCHING ASSESSING
  CO        offer-a-viewing                  SEARCHING ASSESSING
  DIAO      offer-a-viewing                  SEARCHING ASSESSING
`;

const stages = procedure.stages.map((s) => s.code);
const open = procedure.stages.filter((s) => s.open).map((s) => s.code);
const expand = (words: string[]): string[] => words.flatMap((w) => (w === 'any' ? stages : w === 'open' ? open : [w]));
const lines = permitted.split('\n').map((line) => line.trim().split(/\s+/));
const table = lines.flatMap(([role = '', step = '', ...at]) => expand(at).map((stage) => `${role} ${step} ${stage}`));

/** One person for each role, who holds that role and no other; a relation comes from the case below. */
const holder: Record<string, Person> = Object.fromEntries(
  procedure.roles.map((r) => [
    r.code,
    someone(`the-${r.code}`, r.through ? grant(r.through, 'GROW') : grant(r.code, r.scope === 'directorate' ? 'HOU' : undefined)),
  ]),
);
const facts = { directorate: 'HOU', reporter: 'the-REPORTER', caseOfficer: 'the-CO' };
const items = {
  tasks: { t1: { owner: 'the-OWNER' } },
  holds: { t1: { owner: 'the-OWNER', to: 'FOOTAGE' } },
  records: { t1: {} },
  consults: { t1: { who: 'IG' } },
  helps: { t1: { directorate: 'GROW' } },
  advice: { t1: {} },
};

function viewAt(stage: string, person: Person): View {
  // A post that counts on restricted cases only is tried on one that lets it in.
  const seen = person.id === 'the-HIST' ? { ...facts, restricted: true, letIn: ['HIST'] } : facts;
  const request: RequestState = { ...replay([]), stage, facts: seen, items, timeline: { received: '2026-10-01', events: [] } };
  return {
    request: stage === 'START' ? null : request,
    person,
    now: new Date('2026-10-01T10:00:00Z'),
    today: '2026-10-01',
    deadline: null,
    mark: (text: string) => text,
  };
}

/** Whether role and stage allow the step; what else it needs is asked of the case further down. */
function allows(step: Step, stage: string, person: Person): boolean {
  const seen = withItem(step, viewAt(stage, person), step.of && 't1');
  const stands = isRefusal(seen) ? seen : standing(procedure, step, seen);
  return !isRefusal(stands) || stands.code === 'needs-something-first';
}

const tried = new Set<string>();
/** Tries the step as every role at every stage, and expects the lines above and nothing else. */
function expectOnlyTheLinesOf(id: string): void {
  tried.add(id);
  const step = procedure.steps.find((s) => s.id === id) as Step;
  const found = Object.entries(holder).flatMap(([role, person]) =>
    ['START', ...stages].filter((stage) => allows(step, stage, person)).map((stage) => `${role} ${id} ${stage}`),
  );
  // Everybody is a member of staff, so what staff may do stands in the table once.
  const staff = step.by.some((r) => r.code === 'STAFF') ? found.filter((line) => line.startsWith('STAFF ')) : found;
  expect(staff.sort()).toEqual(table.filter((line) => line.split(' ')[1] === id).sort());
  expect(staff.length).toBeGreaterThan(0);
}

describe('who may take which step, and when', () => {
  it('INT-01 INT-04 §2.2 report a request', () => expectOnlyTheLinesOf('report-a-request'));
  it('INT-12 INT-13 ASG-01 §2.3.2 log and allocate', () => expectOnlyTheLinesOf('log-and-allocate'));
  it('INT-02 §2.2 reported in error', () => expectOnlyTheLinesOf('reported-in-error'));
  it('INT-17 LTR-02 §3.7 record the acknowledgement as sent', () => expectOnlyTheLinesOf('record-acknowledgement'));
  it('INT-11 §2.3 record the scan', () => expectOnlyTheLinesOf('record-the-scan'));
  it('INT-03 §2.2 sent on to the mailbox', () => expectOnlyTheLinesOf('send-on-to-the-mailbox'));
  it('INT-07 LTR-01 §1.2 send the filled-in form', () => expectOnlyTheLinesOf('send-the-request-form'));
  it('INT-08 §1.2 the form is back', () => expectOnlyTheLinesOf('form-back'));
  it('GEN-04 §1.1 special category data', () => expectOnlyTheLinesOf('mark-as-sensitive'));
  it('ASG-04 ASG-18 §2.3.4 accept', () => expectOnlyTheLinesOf('accept'));
  it('ASG-06 §1.3 not ours', () => expectOnlyTheLinesOf('not-ours'));
  it('VAL-06 VAL-08 VAL-17 §2.4.3 confirm identity', () => expectOnlyTheLinesOf('confirm-identity'));
  it('INT-09 VAL-02 INT-13 §2.4.1 confirm that it is valid', () => expectOnlyTheLinesOf('confirm-the-request-is-valid'));
  it('VAL-01 CLK-03 VAL-03 §2.6.2 ask for what is missing', () => expectOnlyTheLinesOf('ask-for-what-is-missing'));
  it('REP-01 REP-15 REP-24 §1.2.3 say who is asking', () => expectOnlyTheLinesOf('who-is-asking'));
  it('REP-12 §1.2.3 record what social services say', () => expectOnlyTheLinesOf('record-the-capacity'));
  it('REP-02 REP-03 REP-04 §1.2.3 check the authority', () => expectOnlyTheLinesOf('check-the-authority'));
  it('REP-13 REP-14 §1.2.3 check the power of attorney or order', () => expectOnlyTheLinesOf('check-the-power'));
  it('REP-14 §1.2.3 allow another certifier', () => expectOnlyTheLinesOf('allow-another-certifier'));
  it('REP-05 §1.2.3 ask Information Governance about the authority', () => expectOnlyTheLinesOf('ask-ig-about-the-authority'));
  it('REP-07 REP-08 §1.2.3 assess the child', () => expectOnlyTheLinesOf('assess-the-child'));
  it('REP-09 §1.2.3 check parental responsibility', () => expectOnlyTheLinesOf('check-parental-responsibility'));
  it('REP-10 REP-11 §1.2.3 weigh the child’s best interests', () => expectOnlyTheLinesOf('weigh-best-interests'));
  it('REP-08 §1.2.3 confirm who gets the reply', () => expectOnlyTheLinesOf('confirm-who-gets-it'));
  it('REP-16 REP-17 App. 1 assume the member’s authority', () => expectOnlyTheLinesOf('assume-the-members-authority'));
  it('REP-19 App. 1 record the need to know', () => expectOnlyTheLinesOf('record-the-need-to-know'));
  it('REP-21 REP-22 REP-23 App. 1 weigh a political use', () => expectOnlyTheLinesOf('weigh-political-use'));
  it('REP-18 REP-20 App. 1 state the terms for the member', () => expectOnlyTheLinesOf('state-the-members-terms'));
  it('REP-25 App. 2 ask Information Governance about the dead', () => expectOnlyTheLinesOf('ask-ig-about-the-dead'));
  it('REP-26 REP-28 REP-29 App. 2 decide how it is dealt with', () => expectOnlyTheLinesOf('decide-on-the-dead'));
  it('REP-24 REP-27 App. 2 answer about the dead', () => expectOnlyTheLinesOf('answer-about-the-dead'));
  it('REP-21 CLK-08 §1.2.3 refuse who may not ask', () => expectOnlyTheLinesOf('refuse-who-asks'));
  it('CLK-04 §2.6.5 close when no reply came', () => expectOnlyTheLinesOf('close-for-no-reply'));
  it('CLK-02 §2.6.1 record what arrived', () => expectOnlyTheLinesOf('record-what-arrived'));
  it('ASG-03 ASG-12 §2.3.3 name the case officer', () => expectOnlyTheLinesOf('name-case-officer'));
  it('SRC-01 SRC-02 SRC-11 §2.7 ask for a search', () => expectOnlyTheLinesOf('ask-for-a-search'));
  it('SRC-02 SRC-13 SRC-14 §2.7 answer a search', () => expectOnlyTheLinesOf('answer-a-search'));
  it('SRC-01 SRC-14 §2.7 pass a search on', () => expectOnlyTheLinesOf('pass-a-search-on'));
  it('SRC-14 §2.7 withdraw a search', () => expectOnlyTheLinesOf('withdraw-a-search'));
  it('SRC-08 §2.7.1 ask staff about their own mailboxes', () => expectOnlyTheLinesOf('ask-mailbox-holders'));
  it('SRC-04 SRC-06 §2.7.1 order paper from off site', () => expectOnlyTheLinesOf('order-from-off-site'));
  it('SRC-04 §2.7.1 record its arrival', () => expectOnlyTheLinesOf('record-its-arrival'));
  it('SRC-14 §2.7 put off the reminder of a search', () => expectOnlyTheLinesOf('put-off-the-search-reminder'));
  it('SRC-12 RTE-13 RTE-21 §2.7.1 confirm that it is kept', () => expectOnlyTheLinesOf('confirm-it-is-kept'));
  it('SRC-12 LTR-15 §2.7.1 ask to keep it from deletion', () => expectOnlyTheLinesOf('ask-to-keep-it'));
  it('RTE-22 §2.7.1 say when it was made', () => expectOnlyTheLinesOf('say-when-it-was-made'));
  it('RTE-13 RTE-21 §2.7.1 let it go', () => expectOnlyTheLinesOf('let-it-go'));
  it('DSP-12 SEC-13 §1.1 report what went to the wrong person', () => expectOnlyTheLinesOf('sent-to-the-wrong-person'));
  it('SEC-13 §1.1 record what was done about it', () => expectOnlyTheLinesOf('record-what-was-done'));
  it('DSP-01 DSP-03 §2.12.1 have a finished document checked', () => expectOnlyTheLinesOf('record-the-leak-check'));
  it('SEC-10 RTE-15 §2.11 report that something was altered', () => expectOnlyTheLinesOf('report-an-attempt'));
  it('SRC-07 SRC-08 §2.7.1 questions about mail', () => expectOnlyTheLinesOf('scope-the-mail'));
  it('SRC-05 §2.7.1 rule out a place', () => expectOnlyTheLinesOf('rule-out-a-place'));
  it('ASS-01 §2.8 add records', () => expectOnlyTheLinesOf('add-records'));
  it('DSP-07 §2.11 add a statement', () => expectOnlyTheLinesOf('add-a-statement'));
  it('ASS-01 EXM-07 §2.8 give a record', () => expectOnlyTheLinesOf('give-a-record'));
  it('ASS-01 EXM-07 §2.8 give several records', () => expectOnlyTheLinesOf('give-several'));
  it('ASS-02 ASS-04 ASS-07 §2.9 weigh somebody else’s data', () => expectOnlyTheLinesOf('weigh-the-third-party'));
  it('EXM-01 EXM-02 EXM-03 §3.1 redact or withhold', () => expectOnlyTheLinesOf('redact-or-withhold'));
  it('ASS-01 §2.8 decide again', () => expectOnlyTheLinesOf('decide-again'));
  it('ASS-01 §2.8 take a record off the schedule', () => expectOnlyTheLinesOf('take-off-the-schedule'));
  it('EXM-05 ASS-09 §3.1 ask for a view', () => expectOnlyTheLinesOf('ask-for-a-view'));
  it('EXM-05 ASS-09 §3.1 record a view', () => expectOnlyTheLinesOf('record-the-view'));
  it('EXM-05 G-DISPROP §3.1 give your view', () => expectOnlyTheLinesOf('give-your-view'));
  it('ASS-10 App. 5 weigh what somebody else wrote', () => expectOnlyTheLinesOf('weigh-the-author'));
  it('EXM-01 §3.10 look at the negotiation again', () => expectOnlyTheLinesOf('look-at-the-negotiation'));
  it('ASS-01 §2.8 take in a schedule', () => expectOnlyTheLinesOf('take-in-a-schedule'));
  it('ASS-15 ASS-17 §2.11 mark a record as wrong or overdue', () => expectOnlyTheLinesOf('mark-a-record'));
  it('ASS-14 ASS-15 §2.11 put the record right', () => expectOnlyTheLinesOf('put-the-record-right'));
  it('ASS-16 ASS-17 §2.11 record the disposal', () => expectOnlyTheLinesOf('record-the-disposal'));
  it('ASS-18 §2.11 raise a risk', () => expectOnlyTheLinesOf('raise-a-risk'));
  it('EXM-06 §3.12 decide on silence', () => expectOnlyTheLinesOf('approve-silence'));
  it('DSP-11 EXM-01 §2.12 question a record', () => expectOnlyTheLinesOf('question-a-record'));
  it('DSP-11 SRC-14 §2.12 submit for approval', () => expectOnlyTheLinesOf('submit-for-approval'));
  it('DSP-11 SEC-12 §2.12 approve', () => expectOnlyTheLinesOf('approve'));
  it('DSP-11 SEC-12 §2.12 return to the officer', () => expectOnlyTheLinesOf('return-to-the-officer'));
  it('DSP-01 DSP-03 §2.12.1 go through the checklist', () => expectOnlyTheLinesOf('check-before-sending'));
  it('DSP-04 §2.12.1 type the address', () => expectOnlyTheLinesOf('type-the-address'));
  it('DSP-04 §2.12.1 type the address again', () => expectOnlyTheLinesOf('type-the-address-again'));
  it('DSP-02 DSP-08 CLK-11 §2.12 record as sent', () => expectOnlyTheLinesOf('record-as-sent'));
  it('DSP-08 DSP-10 DSP-12 §2.12.2 close the case', () => expectOnlyTheLinesOf('close-the-case'));
  it('DSP-09 §2.12.2 add a note', () => expectOnlyTheLinesOf('add-a-note'));
  it('SEC-05 §2.11 correct an earlier step', () => expectOnlyTheLinesOf('correct-an-earlier-step'));
  it('CLK-12 §2.6.1 move the dates for a change of bank holidays', () => expectOnlyTheLinesOf('move-dates-for-bank-holidays'));
  it('DSP-12 §2.12.2 withdraw', () => expectOnlyTheLinesOf('withdraw'));
  it('DSP-12 §2.12.2 reopen', () => expectOnlyTheLinesOf('reopen'));

  it('ASG-07 §1.3 say that clarification is needed', () => expectOnlyTheLinesOf('tell-clarification-is-needed'));
  it('ASG-07 §1.3 say that release is a concern', () => expectOnlyTheLinesOf('tell-release-is-a-concern'));
  it('ASG-05 §1.3 put off a reminder', () => expectOnlyTheLinesOf('put-off-a-reminder'));

  it('INT-06 §2.2 change contact details', () => expectOnlyTheLinesOf('change-contact-details'));
  it('ASG-02 §1.3 reference of another system', () => expectOnlyTheLinesOf('set-other-reference'));
  it('ASG-03 §2.3.3 hand the case over', () => expectOnlyTheLinesOf('hand-over'));
  it('ASG-08 LTR-38 §1.3 hand over to a successor', () => expectOnlyTheLinesOf('take-over'));
  it('ASG-14 §2.3.4 give it to another post', () => expectOnlyTheLinesOf('reallocate'));
  it('INT-16 §2.3.2 same as another case', () => expectOnlyTheLinesOf('same-as'));
  it('INT-16 §2.3.2 take in a duplicate', () => expectOnlyTheLinesOf('take-in-a-duplicate'));
  it('INT-16 §2.3.2 let a duplicate go', () => expectOnlyTheLinesOf('let-a-duplicate-go'));

  it('CLK-05 CLK-07 CLK-15 §2.6.4 propose more time', () => expectOnlyTheLinesOf('propose-more-time'));
  it('CLK-05 §2.6.4 decide on more time', () => expectOnlyTheLinesOf('confirm-more-time'));
  it('CLK-05 CLK-06 CLK-15 §1.2 extend the time', () => expectOnlyTheLinesOf('extend-the-time'));
  it('CLK-05 §1.2 remove the extension', () => expectOnlyTheLinesOf('remove-the-extension'));
  it('VAL-09 VAL-11 VAL-14 §2.4.4 weigh whether it is unfounded or excessive', () => expectOnlyTheLinesOf('weigh-the-request'));
  it('VAL-11 VAL-15 VAL-16 §3.3 weigh whether it comes too soon', () => expectOnlyTheLinesOf('weigh-a-repeat'));
  it('VAL-10 §2.4.4 go on without refusing', () => expectOnlyTheLinesOf('go-on-with-it'));
  it('CLK-08 VAL-11 LTR-07 §1.2 refuse the request', () => expectOnlyTheLinesOf('refuse-the-request'));
  it('VAL-12 §2.4.4 fill in the fee worksheet', () => expectOnlyTheLinesOf('fill-in-the-fee-worksheet'));
  it('VAL-09 §2.4.4 look at a fee or refusal', () => expectOnlyTheLinesOf('look-at-the-proposal'));
  it('VAL-10 VAL-12 VAL-13 §2.4.4 decide on a fee or refusal', () => expectOnlyTheLinesOf('decide-on-the-proposal'));
  it('VAL-12 CLK-02 §2.4.4 ask for the fee', () => expectOnlyTheLinesOf('ask-for-the-fee'));
  it('CLK-02 §2.6.1 record the payment', () => expectOnlyTheLinesOf('record-the-payment'));
  it('VAL-13 §2.4.4 ask the Data Protection Officer', () => expectOnlyTheLinesOf('ask-the-dpo'));
  it('VAL-13 §2.4.4 answer about the fee', () => expectOnlyTheLinesOf('answer-about-the-fee'));

  it('ASG-14 ASG-15 LTR-16 §2.3.4 choose the lead', () => expectOnlyTheLinesOf('choose-the-lead'));
  it('ASG-14 §2.3.4 pass it to the Complaints Unit', () => expectOnlyTheLinesOf('pass-to-the-complaints-unit'));
  it('ASG-13 ASG-15 LTR-16 §2.3.4 ask another directorate', () => expectOnlyTheLinesOf('ask-another-directorate'));
  it('ASG-15 §2.3.4 answer for a directorate that helps', () => expectOnlyTheLinesOf('answer-for-the-directorate'));
  it('ASG-15 §2.3.4 help no longer needed', () => expectOnlyTheLinesOf('help-not-needed'));
  it('ASG-06 LTR-39 §1.3 part of it is not ours', () => expectOnlyTheLinesOf('part-not-ours'));
  it('ASG-06 ASG-14 §2.3.4 give the part to a directorate', () => expectOnlyTheLinesOf('give-the-part'));
  it('ASG-10 §1.3 ask Information Governance', () => expectOnlyTheLinesOf('ask-ig'));
  it('VAL-07 §2.4.3 doubt who is asking', () => expectOnlyTheLinesOf('doubt-the-identity'));
  it('LTR-10 LTR-11 §1.2 record a letter as sent', () => expectOnlyTheLinesOf('record-a-letter-as-sent'));
  it('ASG-09 §1.3 escalate', () => expectOnlyTheLinesOf('escalate-to-ig'));
  it('ASG-09 ASG-10 §1.3 answer for Information Governance', () => expectOnlyTheLinesOf('answer-the-question'));

  it('SEC-14 §1.3 let a colleague see it', () => expectOnlyTheLinesOf('let-a-colleague-see-it'));
  it('INT-15 RTE-50 RTE-82 §2.3.5 special route', () => expectOnlyTheLinesOf('screen-for-a-route'));
  it('RTE-82 App. 2 answered as ordinary business', () => expectOnlyTheLinesOf('answer-as-ordinary-business'));
  it('RTE-03 §2.3.5 bring the parts together', () => expectOnlyTheLinesOf('bring-the-parts-together'));
  it('RTE-40 LTR-19 §3.14 hand over to their team', () => expectOnlyTheLinesOf('hand-to-the-team'));
  it('RTE-01 LTR-17 §2.3.5 pass straight on', () => expectOnlyTheLinesOf('pass-straight-on'));
  it('RTE-40 §3.14 record the answer', () => expectOnlyTheLinesOf('record-their-answer'));
  it('RTE-03 LTR-17 §2.3.5 split the request', () => expectOnlyTheLinesOf('split-the-request'));
  it('RTE-26 LTR-20 §2.7.1 ask the NHS Trust', () => expectOnlyTheLinesOf('ask-the-trust'));
  it('RTE-24 RTE-25 §2.7.1 say what the back-up adds', () => expectOnlyTheLinesOf('compare-the-backup'));
  it('RTE-25 §2.7.1 decide on the back-up', () => expectOnlyTheLinesOf('decide-on-the-backup'));
  it('RTE-23 LTR-04 §2.7.1 describe the paper', () => expectOnlyTheLinesOf('describe-the-paper'));
  it('RTE-26 §2.7.1 the NHS Trust has replied', () => expectOnlyTheLinesOf('record-the-trusts-reply'));
  it('RTE-60 §3.13 weigh how it may affect them', () => expectOnlyTheLinesOf('weigh-the-impact'));
  it('LTR-43 RTE-71 RTE-72 §2.12.2 confirm the wording', () => expectOnlyTheLinesOf('confirm-the-wording'));
  it('RTE-70 RTE-71 RTE-72 §2.12.2 name the other law', () => expectOnlyTheLinesOf('name-the-law'));
  it('RTE-80 RTE-81 §2.12.2 name the public register', () => expectOnlyTheLinesOf('name-the-register'));
  it('RTE-52 LTR-18 LTR-43 §2.12.2 point to the other way', () => expectOnlyTheLinesOf('point-to-the-other-way'));
  it('RTE-20 RTE-22 §2.7.1 recording or transcript', () => expectOnlyTheLinesOf('choose-recording-or-transcript'));
  it('RTE-10 RTE-12 §2.7.1 fill in the CCTV form', () => expectOnlyTheLinesOf('fill-in-the-cctv-form'));
  it('RTE-14 RTE-21 §2.7.1 say what becomes of the recording', () => expectOnlyTheLinesOf('say-what-is-deleted'));
  it('RTE-52 RTE-53 RTE-54 §3.7 check by Information Governance', () => expectOnlyTheLinesOf('look-at-the-reply'));
  it('RTE-51 §3.7 other rules apply', () => expectOnlyTheLinesOf('other-rules-apply'));
  it('RTE-51 §3.7 take the mark off', () => expectOnlyTheLinesOf('take-the-mark-off'));
  it('RTE-30 RTE-31 RTE-32 §1.2.6 arrange the viewing', () => expectOnlyTheLinesOf('arrange-the-viewing'));
  it('RTE-34 §3.2 check the file first', () => expectOnlyTheLinesOf('check-the-file-first'));
  it('RTE-30 RTE-31 RTE-33 §1.2.6 offer a viewing', () => expectOnlyTheLinesOf('offer-a-viewing'));

  it('MON-03 §4 take over an open case', () => expectOnlyTheLinesOf('import-a-case'));

  it('leaves no step of the procedure out, and has no line for a step or role that is not there', () => {
    expect([...tried].sort()).toEqual(procedure.steps.map((s) => s.id).sort());
    const named = lines.filter((line) => line.length > 1);
    expect(named.filter(([role, step]) => !holder[role ?? ''] || !tried.has(step ?? ''))).toEqual([]);
    expect(named.flatMap(([, , ...at]) => expand(at)).filter((stage) => stage !== 'START' && !stages.includes(stage))).toEqual([]);
  });
});

describe('who may not, although they hold the role', () => {
  const may = (person: Person): string[] =>
    procedure.steps.flatMap((step) => stages.filter((stage) => allows(step, stage, person)).map((stage) => `${step.id} ${stage}`));

  it('SEC-14 §1.3 a DIAO of another directorate may do nothing here', () => {
    expect(may(someone('finn', grant('DIAO', 'FIN')))).toEqual([]);
  });

  it('SEC-02 F-Q7 nobody may do anything on a grant that has ended', () => {
    const ended = procedure.roles.filter((r) => r.grantable).map((r) => grant(r.code, 'HOU', '2026-09-30'));
    expect(may(someone('old', ...ended))).toEqual([]);
  });

  it('SEC-12 §2.3.3 a relation to the case cannot be granted', () => {
    const relations = procedure.roles.filter((r) => r.fact).map((r) => ({ role: r.code, directorate: 'HOU', until: LONG }));
    expect(may(someone('mallory', ...relations))).toEqual([]);
  });

  it('SRC-02 §2.7 the owner of one search may not answer another', () => {
    const seen = viewAt('SEARCHING', holder['OWNER']!);
    const step = procedure.steps.find((s) => s.id === 'answer-a-search')!;
    const two = { ...seen, request: { ...seen.request!, items: { tasks: { ...items.tasks, t2: { owner: 'somebody-else' } } } } };
    expect(standing(procedure, step, { ...two, item: { id: 't2', facts: { owner: 'somebody-else' } } })).toMatchObject({
      code: 'not-your-step',
    });
  });
});

describe('what must hold first', () => {
  it('SEC-12 DSP-11 §2.12 the case officer neither approves nor returns the reply, also as a DIAO', () => {
    const road = roadTo('VALIDATING')
      .takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' })
      .takes(dev, 'confirm-the-request-is-valid', valid)
      .takes(dev, 'name-case-officer', { officer: 'dev' })
      .takes(dev, 'ask-for-a-search', { system: 'CRM', owner: 'dev', terms: 'Jo Example', answerBy: '2026-10-08' })
      .takes(dev, 'answer-a-search', { answer: 'FOUND', minutes: '5' }, 't1')
      .takes(dev, 'add-records', oneRecord)
      .takes(dev, 'submit-for-approval', { result: 'GRANTED_FULL' });
    for (const step of ['approve', 'return-to-the-officer'])
      expect(road.tries(dev, step, { reasons: 'x' })).toMatchObject({
        code: 'needs-something-first',
        sentence: 'You are the case officer. Another DIAO of the directorate approves or returns the reply.',
      });
    expect(road.takes(dina, 'approve').stage).toBe('READY_TO_SEND');
  });

  it('VAL-06 ASG-12 §2.4.3 no case officer is named before identity is settled, which happens once', () => {
    const road = roadTo('VALIDATING');
    expect(road.tries(dev, 'name-case-officer', { officer: 'ola' })).toMatchObject({
      code: 'needs-something-first',
      sentence: 'The request is not confirmed as valid yet. The DIAO does that first.',
    });
    road.takes(dev, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    for (const step of ['confirm-identity'])
      expect(road.tries(dev, step, { evidence: 'ID_PASSPORT' })).toMatchObject({
        sentence: 'Identity is settled already. Correct the earlier step if it is wrong.',
      });
  });

  it('INT-17 §3.7 the acknowledgement is recorded once', () => {
    const road = roadTo('LOGGED').takes(dev, 'record-acknowledgement', { sentOn: '2026-10-01', how: 'EMAIL' });
    expect(road.tries(dev, 'record-acknowledgement', { sentOn: '2026-10-01', how: 'EMAIL' })).toMatchObject({
      code: 'needs-something-first',
    });
  });

  it('SRC-14 §2.7 no reply is submitted without a search, and none while one is open', () => {
    const step = procedure.steps.find((s) => s.id === 'submit-for-approval')!;
    const seen = viewAt('ASSESSING', holder['CO']!);
    const withTasks = (tasks: Record<string, Record<string, string>>) =>
      standing(procedure, step, { ...seen, request: { ...seen.request!, items: { tasks } } });
    expect(withTasks({})).toMatchObject({ sentence: 'No search has been made yet. The case officer asks for one first.' });
    expect(withTasks({ t1: { answer: 'FOUND' }, t2: {} })).toMatchObject({
      sentence: 'A search is still open. Its owner answers first, also when nothing is held.',
    });
    expect(isRefusal(withTasks({ t1: { answer: 'NOTHING' } }))).toBe(false);
  });
});

describe('what may be put right', () => {
  const history = (): StepTaken[] =>
    roadTo('ASSIGNED').takes(ola, 'add-a-note', { note: 'rang', noteOn: '2026-10-01' }).takes(sam, 'add-a-note', {
      note: 'rang again',
      noteOn: '2026-10-01',
    }).history;
  const ids = (steps: StepTaken[]): string[] => steps.map((s) => `${s.id} by ${s.by}`);

  it('SEC-14 §2.11 the reporter puts right only what they did themselves', () => {
    expect(ids(correctable(history(), 'sam', 'REPORTER'))).toEqual(['add-a-note by sam', 'report-a-request by sam']);
  });

  it('§2.11 those who work the case put right any step that may be, and no step that leads elsewhere by itself', () => {
    const all = ids(correctable(history(), 'ola', 'CO'));
    expect(all).toHaveLength(7);
    for (const fixed of ['accept', 'name-case-officer']) expect(all.filter((line) => line.startsWith(fixed))).toEqual([]);
  });
});
