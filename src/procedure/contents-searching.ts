import { nameSteps } from '../domain/step.js';
import type { Section } from './section.js';
import { askToKeepIt, confirmItIsKept, letItGo, reportAnAttempt, sayWhenItWasMade } from './steps/preservation.js';
import { answerASearch, passASearchOn, withdrawASearch } from './steps/search-answers.js';
import { askMailboxHolders } from './steps/search-mail.js';
import { orderFromOffSite, recordItsArrival } from './steps/search-offsite.js';
import { putOffTheSearchReminder } from './steps/search-snooze.js';
import { askForASearch, ruleOutAPlace, scopeTheMail } from './steps/search.js';

/** §2.7 of the contents page: searching, and what deletes itself meanwhile. */
export const searchingSections: readonly Section[] = [
  {
    cites: '§2.7',
    title: 'Searching',
    steps: nameSteps({
      ...{ passASearchOn, answerASearch, askForASearch, withdrawASearch, scopeTheMail, askMailboxHolders, ruleOutAPlace },
      ...{ orderFromOffSite, recordItsArrival, putOffTheSearchReminder },
    }),
  },
  {
    cites: '§2.7.1(d), (e)',
    title: 'What deletes itself',
    steps: nameSteps({ confirmItIsKept, askToKeepIt, sayWhenItWasMade, letItGo, reportAnAttempt }),
  },
];
