import { nameSteps } from '../domain/step.js';
import { refuseWhoAsks, whoIsAsking } from './steps/requester.js';
import {
  allowAnotherCertifier,
  askIgAboutTheAuthority,
  checkTheAuthority,
  checkThePower,
  recordTheCapacity,
} from './steps/requester-authority.js';
import { assessTheChild, checkParentalResponsibility, confirmWhoGetsIt, weighBestInterests } from './steps/requester-child.js';
import { answerAboutTheDead, askIgAboutTheDead, decideOnTheDead } from './steps/requester-deceased.js';
import { assumeTheMembersAuthority, recordTheNeedToKnow, stateTheMembersTerms, weighPoliticalUse } from './steps/requester-member.js';

/** Who is asking comes before validation: what has to be shown follows from it. */
export const sectionWhoIsAsking = {
  cites: '§1.2.3, App. 1, App. 2',
  title: 'Who is asking',
  steps: nameSteps({
    ...{ whoIsAsking, recordTheCapacity, checkTheAuthority, checkThePower },
    ...{ assessTheChild, checkParentalResponsibility, weighBestInterests },
    ...{ assumeTheMembersAuthority, recordTheNeedToKnow, weighPoliticalUse, stateTheMembersTerms, confirmWhoGetsIt },
    ...{ askIgAboutTheDead, decideOnTheDead, answerAboutTheDead },
    ...{ askIgAboutTheAuthority, allowAnotherCertifier, refuseWhoAsks },
  }),
};
