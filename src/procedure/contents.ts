import { nameSteps, type Procedure } from '../domain/step.js';
import { collections } from './collections.js';
import { searchingSections } from './contents-searching.js';
import type { Section } from './section.js';
import { policy } from './clauses.js';
import { roles } from './roles.js';
import { sectionRoutesBeforeTheReply, sectionRoutesElsewhere } from './sections-special-routes.js';
import { sectionWhoIsAsking } from './section-who-is-asking.js';
import { stages } from './stages.js';
import { moveDatesForBankHolidays } from './steps/bank-holidays.js';
import { answerTheQuestion, askIg, escalateToIg } from './steps/advice.js';
import { accept, logAndAllocate, notOurs, passToTheComplaintsUnit } from './steps/assignment.js';
import {
  answerForTheDirectorate,
  askAnotherDirectorate,
  chooseTheLead,
  giveThePart,
  helpNotNeeded,
  partNotOurs,
} from './steps/contributing.js';
import { takeOver } from './steps/hand-over.js';
import { addANote, correctAnEarlierStep, reopen, withdraw } from './steps/any-time.js';
import { approve, questionARecord, returnToTheOfficer, submitForApproval } from './steps/approval.js';
import { recordWhatWasDone, sentToTheWrongPerson } from './steps/breach.js';
import { recordTheLeakCheck } from './steps/leak-check.js';
import { addAStatement } from './steps/statements.js';
import { addRecords, decideAgain, giveARecord, giveSeveral, takeOffTheSchedule } from './steps/assessment.js';
import { weighTheAuthor } from './steps/author.js';
import { askForAView, giveYourView, recordTheView } from './steps/consult.js';
import { closeTheCase, recordAsSent } from './steps/dispatch.js';
import { approveSilence, redactOrWithhold } from './steps/exemption.js';
import { confirmMoreTime, extendTheTime, proposeMoreTime, removeTheExtension } from './steps/extension.js';
import { askForTheFee, decideOnTheProposal, fillInTheFeeWorksheet, lookAtTheProposal, recordThePayment } from './steps/fee.js';
import { answerAboutTheFee, askTheDpo } from './steps/fee-questions.js';
import { importACase } from './steps/import.js';
import { formBack, markAsSensitive, recordTheScan, sendOnToTheMailbox, sendTheRequestForm } from './steps/intake.js';
import { recordAcknowledgement, reportARequest, reportedInError } from './steps/receipt.js';
import { changeContactDetails, handOver, reallocate, setOtherReference } from './steps/everyday.js';
import { goOnWithIt, refuseTheRequest, weighARepeat, weighTheRequest } from './steps/refusal.js';
import { recordALetterAsSent } from './steps/letters-sent.js';
import { letADuplicateGo, sameAs, takeInADuplicate } from './steps/same-request.js';
import { describeThePaper } from './steps/routes-held-apart.js';
import { fillInTheCctvForm } from './steps/routes-recordings.js';
import { checkBeforeSending, typeTheAddress, typeTheAddressAgain } from './steps/sending.js';
import { lookAtTheNegotiation } from './steps/negotiation.js';
import { takeInASchedule } from './steps/schedule-file.js';
import { markARecord, putTheRecordRight, raiseARisk, recordTheDisposal } from './steps/record-faults.js';
import { weighTheThirdParty } from './steps/third-party.js';
import { putOffAReminder, tellClarificationIsNeeded, tellReleaseIsAConcern } from './steps/notices.js';
import { askForWhatIsMissing, closeForNoReply, recordWhatArrived } from './steps/missing-items.js';
import { doubtTheIdentity } from './steps/validation-checks.js';
import { confirmIdentity, confirmTheRequestIsValid, nameCaseOfficer } from './steps/validation.js';

/** The policy's contents page: its sections in the order of the document, each with its steps. The order is also that of the buttons and of the one next thing. */
export const sections: readonly Section[] = [
  sectionRoutesElsewhere,
  {
    cites: '§2.2–2.3',
    title: 'Receipt, logging, assignment',
    steps: nameSteps({ reportARequest, logAndAllocate, accept, notOurs, recordAcknowledgement, reportedInError }),
  },
  {
    cites: '§2.4.4, §3.3',
    title: 'A fee or a refusal',
    steps: nameSteps({
      ...{ refuseTheRequest, askForTheFee, decideOnTheProposal, lookAtTheProposal, fillInTheFeeWorksheet, recordThePayment },
      ...{ weighTheRequest, weighARepeat, goOnWithIt, askTheDpo, answerAboutTheFee },
    }),
  },
  {
    cites: '§1.2(7), §2.6.4',
    title: 'More time',
    steps: nameSteps({ extendTheTime, confirmMoreTime, proposeMoreTime, removeTheExtension }),
  },
  sectionWhoIsAsking,
  {
    cites: '§2.4, §2.6',
    title: 'Validation',
    steps: nameSteps({
      confirmIdentity,
      doubtTheIdentity,
      confirmTheRequestIsValid,
      askForWhatIsMissing,
      recordWhatArrived,
      closeForNoReply,
      nameCaseOfficer,
    }),
  },
  {
    cites: '§2.7.1',
    title: 'What is described before a search',
    steps: nameSteps({ fillInTheCctvForm, describeThePaper }),
  },
  ...searchingSections,
  {
    cites: '§2.8–2.9, §3',
    title: 'Assessing what was found',
    steps: nameSteps({
      giveARecord,
      weighTheThirdParty,
      redactOrWithhold,
      weighTheAuthor,
      lookAtTheNegotiation,
      addRecords,
      takeInASchedule,
      giveSeveral,
      recordTheView,
      giveYourView,
      approveSilence,
      askForAView,
      decideAgain,
      takeOffTheSchedule,
      addAStatement,
      ...{ markARecord, putTheRecordRight, recordTheDisposal, raiseARisk },
    }),
  },
  sectionRoutesBeforeTheReply,
  {
    cites: '§2.12',
    title: 'Dispatch and completion',
    steps: nameSteps({
      submitForApproval,
      approve,
      questionARecord,
      returnToTheOfficer,
      checkBeforeSending,
      typeTheAddressAgain,
      typeTheAddress,
      recordAsSent,
      sentToTheWrongPerson,
      recordWhatWasDone,
      recordTheLeakCheck,
      closeTheCase,
    }),
  },
  { title: 'At any time', steps: nameSteps({ addANote, correctAnEarlierStep, withdraw, reopen, moveDatesForBankHolidays }) },
  {
    cites: '§2.3.4',
    title: 'Several directorates',
    steps: nameSteps({
      chooseTheLead,
      passToTheComplaintsUnit,
      partNotOurs,
      giveThePart,
      askAnotherDirectorate,
      answerForTheDirectorate,
      helpNotNeeded,
    }),
  },
  {
    cites: '§1.2.1, §2.2–2.3',
    title: 'What came in writing, help with writing',
    steps: nameSteps({ recordTheScan, sendOnToTheMailbox, sendTheRequestForm, formBack, markAsSensitive }),
  },
  { cites: '§1.3', title: 'Advice', steps: nameSteps({ askIg, escalateToIg, answerTheQuestion }) },
  { title: 'Everyday needs', steps: nameSteps({ changeContactDetails, setOtherReference, handOver, takeOver, reallocate }) },
  { cites: '§1.2', title: 'Letters', steps: nameSteps({ recordALetterAsSent }) },
  {
    cites: '§1.3',
    title: 'Notices and reminders',
    steps: nameSteps({ tellClarificationIsNeeded, tellReleaseIsAConcern, putOffAReminder }),
  },
  { title: 'One request in two cases', steps: nameSteps({ sameAs, takeInADuplicate, letADuplicateGo }) },
  { cites: '§4', title: 'Cases open on the first day', steps: nameSteps({ importACase }) },
];

export const procedure: Procedure = { version: policy.version, collections, stages, roles, steps: sections.flatMap((s) => s.steps) };
