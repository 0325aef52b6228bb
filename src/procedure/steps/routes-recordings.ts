import { choice, date, longText, optionalLongText, text } from '../../domain/fields.js';
import { addMonths } from '../../domain/local-date.js';
import { step, type Effects, type Need, type View } from '../../domain/step.js';
import { holdsOf, isUnconfirmed, recordingOf } from '../holds.js';
import { limits } from '../limits.js';
import { cameraChoices, perishable } from '../retention.js';
import { callCentre, caseOfficer, complaintsUnit, diao } from '../roles.js';
import { callForms, deletionStatements } from '../special-routes/footage.js';
import { callFormChosen, deletionStated, footageDescribed, stillOpenOn } from '../special-routes/needs.js';
import { isOn } from '../special-routes/route.js';
import { assessing, assigned, awaiting, logged, readyToSend, reported, searching, validating } from '../stages.js';
import { offenceWarning } from './search.js';

/** §2.7.1(d), (e): footage and recorded calls. Both delete themselves, so the first thing is to stop that. */
const facts = (view: View) => view.request?.facts ?? {};
/** The day is known now, so whoever keeps such things is told it, or asked for the first time. */
function keepFrom(view: View, system: string, made: { recordedOn: string; camera?: string | undefined }): Pick<Effects, 'items' | 'tell'> {
  const known = Object.entries(holdsOf(view)).find(([, hold]) => hold['system'] === system && isUnconfirmed(hold));
  const facts = recordingOf(system, made, view.retention);
  if (known) return { items: { holds: { [known[0]]: facts } } };
  if (Object.values(holdsOf(view)).some((hold) => hold['system'] === system && hold['recordedOn'] === made.recordedOn)) return {};
  const [id, to] = [`h${Object.keys(holdsOf(view)).length + 1}`, perishable(system)?.keeper ?? ''];
  return {
    items: { holds: { [id]: { system, to, askedOn: view.today, ...facts } } },
    tell: [{ template: 'keep-this', to: { role: to }, args: { item: id } }],
  };
}
const untilReply = [reported, logged, validating, awaiting, assigned, searching, assessing];
const who = [callCentre, complaintsUnit, diao, caseOfficer];

export const fillInTheCctvForm = step({
  clause: '2.7.1',
  rows: ['RTE-10', 'RTE-12'],
  title: 'Fill in the CCTV form',
  about: `Without date, place, time and a description nobody can find it; footage that nobody asked for need not be looked for. ${offenceWarning.sentence}`,
  done: 'filled in the CCTV form',
  next: 'Footage is asked for. Get date, place, time and a description from the requester and fill in the CCTV form.',
  nextAt: [assigned],
  by: who,
  at: untilReply,
  needs: [...stillOpenOn('CCTV', footageDescribed)],
  correctable: true,
  asks: {
    footageOn: date('Date of the footage', { notAfterToday: true }),
    footageTime: text('Approximate time', { hint: 'For example: between 2 and 3 pm', maxLength: 60 }),
    footagePlace: text('Place', { hint: 'Street, building, which camera' }),
    looks: longText('What did they look like?', { hint: 'For example: red coat, blue bicycle', maxLength: 600 }),
    furtherHelp: optionalLongText('Anything else that helps', { maxLength: 600 }),
    camera: choice('Which camera?', {
      optional: true,
      options: cameraChoices,
      preset: ({ retention }) => cameraChoices({ ...(retention && { retention }) }).at(-1)?.value,
    }),
  },
  then: (view, { footageOn, camera }) => ({
    set: { footageOn, describedOn: view.today },
    ...keepFrom(view, 'CCTV', { recordedOn: footageOn, camera }),
  }),
});

export const chooseRecordingOrTranscript = step({
  clause: '2.7.1',
  rows: ['RTE-20', 'RTE-22'],
  title: 'Recording or transcript',
  about: `Calls to the service centre are recorded and kept for ${limits.callRetention.n} months. Give the recording or a transcript of it. ${offenceWarning.sentence}`,
  done: 'chose how the call is given',
  next: 'Choose whether they get the recording of the call or a transcript.',
  nextAt: [assessing],
  by: who,
  at: untilReply,
  needs: [...stillOpenOn('CALLS', callFormChosen)],
  correctable: true,
  asks: {
    callOn: date('Date of the call', { notAfterToday: true }),
    callForm: choice('What do they get?', { options: callForms, preset: 'RECORDING' }),
    callHint: optionalLongText('Time, number and what it was about', { maxLength: 600 }),
  },
  then: (view, { callOn, callForm }) => ({ set: { callOn, callForm }, ...keepFrom(view, 'CALLS', { recordedOn: callOn }) }),
});

const somethingToKeep: Need = {
  code: 'something-to-keep',
  clause: '2.7.1',
  sentence: 'Neither footage nor a recorded call is asked for here.',
  holds: (view) => isOn(facts(view), 'CCTV', 'CALLS'),
};
export const sayWhatIsDeleted = step({
  clause: '2.7.1',
  rows: ['RTE-14', 'RTE-21'],
  title: 'Say what becomes of the recording',
  about: `The reply says that the copy we kept was or will be deleted. A review may be asked for within ${limits.reviewWindow.n} months, so it stays until then.`,
  done: 'said in the reply what becomes of the recording',
  next: 'Add to the reply that the recording was or will be deleted.',
  by: [caseOfficer],
  at: [readyToSend],
  needs: [{ ...somethingToKeep, code: 'recording-given' }, { ...deletionStated, code: 'not-said-yet', sentence: 'The reply says it already.', holds: (view) => !deletionStated.holds(view) }], // prettier-ignore
  correctable: true,
  asks: { deletionSaid: choice('What does the reply say?', { options: deletionStatements, preset: 'WILL' }) },
  then: (view, { deletionSaid }) => ({ set: { deletionSaid, holdUntil: addMonths(view.today, limits.reviewWindow.n) } }),
});
