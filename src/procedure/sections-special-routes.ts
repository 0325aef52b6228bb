import { nameSteps } from '../domain/step.js';
import { letAColleagueSeeIt, screenForARoute } from './steps/routes.js';
import {
  answerAsOrdinaryBusiness,
  bringThePartsTogether,
  handToTheTeam,
  passStraightOn,
  recordTheirAnswer,
  splitTheRequest,
} from './steps/routes-elsewhere.js';
import { askTheTrust, compareTheBackup, decideOnTheBackup, recordTheTrustsReply, weighTheImpact } from './steps/routes-held-apart.js';
import { confirmTheWording, nameTheLaw, nameTheRegister, pointToTheOtherWay } from './steps/routes-other-law.js';
import { chooseRecordingOrTranscript, sayWhatIsDeleted } from './steps/routes-recordings.js';
import { lookAtTheReply, otherRulesApply, takeTheMarkOff } from './steps/routes-sealed.js';
import { arrangeTheViewing, checkTheFileFirst, offerAViewing } from './steps/routes-viewing.js';

/** Routes that lead away from here come before all else: what goes elsewhere is not validated first. */
export const sectionRoutesElsewhere = {
  cites: '§2.3(5), §2.12.2, §3.14',
  title: 'Special routes that lead elsewhere',
  steps: nameSteps({
    ...{ handToTheTeam, recordTheirAnswer, passStraightOn, answerAsOrdinaryBusiness, screenForARoute },
    ...{ nameTheLaw, confirmTheWording, pointToTheOtherWay, splitTheRequest },
  }),
};

export const sectionRoutesBeforeTheReply = {
  cites: '§1.2.6, §2.7.1, §3.7, §3.13',
  title: 'Special routes before the reply',
  steps: nameSteps({
    ...{ otherRulesApply, takeTheMarkOff, chooseRecordingOrTranscript, compareTheBackup, decideOnTheBackup },
    ...{ askTheTrust, recordTheTrustsReply, weighTheImpact, offerAViewing, arrangeTheViewing, checkTheFileFirst },
    ...{ nameTheRegister, bringThePartsTogether, lookAtTheReply, letAColleagueSeeIt, sayWhatIsDeleted },
  }),
};
