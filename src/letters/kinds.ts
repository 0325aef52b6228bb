import { aboutTheDead } from './about-the-dead.js';
import { acknowledgement } from './acknowledgement.js';
import { asking } from './asking.js';
import { cover } from './cover.js';
import { feeNotice } from './fee-notice.js';
import type { LetterKind } from './letter.js';
import { memberNotice } from './member-notice.js';
import { moreTime } from './more-time.js';
import { anotherLaw, anotherProcedure, cctvForm, viewingOffer } from './other-ways.js';
import { handover, toTheTrust, transfer, transferNote, whoDealsWithIt } from './passing-on.js';
import { closedForNoReply, reminder } from './no-reply.js';
import { nothingHeld } from './nothing-held.js';
import { recordLetters } from './records.js';
import { refusalManifest, refusalOther } from './refusal.js';
import { requestForm } from './request-form.js';
import { schedule } from './schedule.js';
import { sheet } from './sheet.js';
import { slip } from './slip.js';
import { statementPages } from './statements.js';

/** Every letter there is words for. */
export const letterKinds: readonly LetterKind[] = [
  asking,
  reminder,
  closedForNoReply,
  feeNotice,
  moreTime,
  refusalManifest,
  refusalOther,
  cover,
  schedule,
  sheet,
  ...statementPages,
  ...recordLetters,
  nothingHeld,
  acknowledgement,
  requestForm,
  ...[transfer, transferNote, handover, whoDealsWithIt, toTheTrust, anotherProcedure, anotherLaw, viewingOffer, cctvForm],
  memberNotice,
  aboutTheDead,
  slip,
];
export const letterKind = (id: string): LetterKind | undefined => letterKinds.find((kind) => kind.id === id);
