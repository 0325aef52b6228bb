import type { Need } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import { checkedDirectorate } from './adoption.js';
import { isOn, leadsAway } from './route.js';

/** What the special routes ask for before a case goes on, each once, with the sentence that says whom to move. */
type Rule = Omit<Need, 'holds'> & { rows?: readonly string[] };
const need = (row: Rule & { holds: (facts: Facts) => boolean }): Need => {
  const { holds, rows: _rows, ...rest } = row;
  return { ...rest, holds: (view) => holds(view.request?.facts ?? {}) };
};
/** Holds on every case that is not on the route. */
const whenOn = (code: string, row: Rule & { holds: (facts: Facts) => boolean }): Need => {
  const { holds, ...rest } = row;
  return need({ ...rest, holds: (facts) => !isOn(facts, code) || holds(facts) });
};
/** On the route, and what it asks for is still open: for the step that settles it. */
export const stillOpenOn = (code: string, gate: Need): readonly Need[] => [
  need({ code: `on-${code.toLowerCase().replace(/_/g, '-')}`, clause: gate.clause, sentence: 'This request is not on that special route. Press “Special route” first.', holds: (facts) => isOn(facts, code) }), // prettier-ignore
  { code: `${gate.code}-open`, clause: gate.clause, sentence: 'This is settled already. Correct the earlier step if it is wrong.', holds: (view) => !gate.holds(view) }, // prettier-ignore
];

export const routeScreened = need({
  code: 'route-screened',
  rows: ['INT-15'],
  clause: '2.3.5',
  sentence: 'The words point at a special route. Say first whether it is on one.',
  holds: (f) => !Array.isArray(f['suggestedRoutes']) || f['suggestedRoutes'].length === 0 || f['screenedOn'] !== undefined,
});
export const dealtWithHere = need({
  code: 'dealt-with-here',
  rows: ['RTE-01', 'RTE-40'],
  clause: '2.3.5',
  sentence: 'This request is on a route that leads elsewhere. Pass it on, or change the special route.',
  holds: (f) => !leadsAway(f) || f['handedOn'] !== undefined,
});
export const partPassedOn = whenOn('MIXED_CONTROLLER', {
  code: 'part-passed-on',
  rows: ['RTE-03'],
  clause: '2.3.5',
  sentence: 'A part belongs to another controller. Split the request first.',
  holds: (f) => f['partPassedOn'] !== undefined,
});

export const footageDescribed = whenOn('CCTV', {
  code: 'footage-described',
  rows: ['RTE-12'],
  clause: '2.7.1',
  sentence: 'Footage is looked for only when date, place, time and a description are known. Fill in the CCTV form first.',
  holds: (f) => f['footageOn'] !== undefined,
});
export const paperDescribed = whenOn('UNSTRUCTURED', {
  code: 'paper-described',
  rows: ['RTE-23'],
  clause: '2.7.1',
  sentence: 'Unstructured paper is searched only when the requester has described it. Ask them, then write the description down.',
  holds: (f) => f['paperOn'] !== undefined,
});
export const callFormChosen = whenOn('CALLS', {
  code: 'call-form-chosen',
  clause: '2.7.1',
  sentence: 'It is not chosen whether they get the recording or a transcript. The case officer chooses.',
  holds: (f) => f['callForm'] !== undefined,
});
export const backupCompared = whenOn('BACKUP', {
  code: 'backup-compared',
  clause: '2.7.1',
  sentence: 'It is not said how the back-up differs from live data. The case officer says that first.',
  holds: (f) => f['backupAskedOn'] !== undefined,
});
export const backupDecided = whenOn('BACKUP', {
  code: 'backup-decided',
  rows: ['RTE-25'],
  clause: '2.7.1',
  sentence: 'The Data Protection Officer has not decided whether the back-up is restored.',
  holds: (f) => f['backup'] !== undefined,
});
export const trustAsked = whenOn('JOINT_HEALTH', {
  code: 'trust-asked',
  clause: '2.7.1',
  sentence: 'The NHS Trust has not been asked. The case officer writes to it.',
  holds: (f) => f['trustAskedOn'] !== undefined,
});
export const trustReplied = whenOn('JOINT_HEALTH', {
  code: 'trust-replied',
  rows: ['RTE-26'],
  clause: '2.7.1',
  sentence: 'The NHS Trust has not replied. One application is enough for both, so its part belongs in the reply.',
  holds: (f) => f['trustRepliedOn'] !== undefined,
});
export const impactWeighed = whenOn('LEAVING_CARE', {
  code: 'impact-weighed',
  rows: ['RTE-60'],
  clause: '3.13',
  sentence: 'It is not written down how the file may affect this person and their family. The case officer does that.',
  holds: (f) => f['impactOn'] !== undefined,
});
export const viewingOffered = whenOn('VIEWING', {
  code: 'viewing-offered',
  clause: '1.2.6',
  sentence: 'The viewing has not been offered yet. Write to the person first; nobody has to agree to it.',
  holds: (f) => f['viewingOfferedOn'] !== undefined,
});
export const viewingAnswered = whenOn('VIEWING', {
  code: 'viewing-answered',
  rows: ['RTE-32'],
  clause: '1.2.6',
  sentence: 'The viewing is not arranged. Record whether they agree, and what they need.',
  holds: (f) => f['viewing'] !== undefined,
});
/** RTE-34, §3.2: a file may show what is exempt. */
export const viewingChecked = whenOn('VIEWING', {
  code: 'viewing-checked',
  rows: ['RTE-34'],
  clause: '3.2',
  sentence: 'The file was not checked for what is exempt. That comes before anybody sees it.',
  holds: (f) => f['viewing'] !== 'AGREED' || f['viewingCheckedOn'] !== undefined,
});
export const registerNamed = whenOn('PUBLIC_REGISTER', {
  code: 'register-named',
  rows: ['RTE-81'],
  clause: '2.12.2',
  sentence: 'The public register is not named, and what goes beyond it not weighed. The case officer does that.',
  holds: (f) => f['registerOn'] !== undefined,
});
export const statuteNamed = whenOn('STATUTE', {
  code: 'statute-named',
  clause: '2.12.2',
  sentence: 'It is not said which law gives another way.',
  holds: (f) => f['statute'] !== undefined,
});
export const regimeConfirmed = whenOn('STATUTE', {
  code: 'regime-confirmed',
  clause: '2.12.2',
  sentence: 'Information Governance has not confirmed what is said of the other law.',
  holds: (f) => f['regimeOn'] !== undefined,
});
export const partAnswered = whenOn('MIXED_CONTROLLER', {
  code: 'part-answered',
  rows: ['RTE-03'],
  clause: '2.3.5',
  sentence: 'Information Governance has not brought the parts together yet.',
  holds: (f) => f['partAnswer'] !== undefined,
});

/** RTE-54, RTE-55: asked of every reply of the directorate, in the same words, whatever is or is not held. */
export const childrensReplyChecked = need({
  code: 'reply-checked-by-ig',
  rows: ['SEC-11'],
  clause: '3.7',
  sentence: 'Information Governance looks at every reply from Children’s Services before it is approved, and has not looked at this one.',
  holds: (f) => f['directorate'] !== checkedDirectorate || f['igCheckedOn'] !== undefined,
});

/** RTE-14, RTE-21: what deletes itself is spoken of in the reply. */
export const deletionStated = need({
  code: 'deletion-stated',
  rows: ['RTE-14', 'RTE-21'],
  clause: '2.7.1',
  sentence: 'The reply has to say that the recording was or will be deleted. The case officer adds that first.',
  holds: (f) => !isOn(f, 'CCTV', 'CALLS') || f['deletionSaid'] !== undefined,
});

/** Before those who hold records are asked. */
export const beforeSearching: readonly Need[] = [footageDescribed, paperDescribed];
/** Before the reply is submitted. */
export const beforeSubmitting: readonly Need[] = [
  ...[callFormChosen, backupCompared, backupDecided, trustAsked, trustReplied, impactWeighed],
  ...[viewingOffered, viewingAnswered, viewingChecked, registerNamed, statuteNamed, regimeConfirmed, partAnswered],
];
