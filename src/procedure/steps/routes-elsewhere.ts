import { choice, date, longText, number, optionalLongText, optionalText, text } from '../../domain/fields.js';
import { step, type Effects, type Need, type View } from '../../domain/step.js';
import { directorateOf } from '../owners.js';
import { callCentre, complaintsUnit, diao, historicTeam, igTeam } from '../roles.js';
import { letInAfterHandover } from '../special-routes/care.js';
import { controllerFor, controllers, partAnswers } from '../special-routes/controllers.js';
import { partAnswered, partPassedOn, stillOpenOn } from '../special-routes/needs.js';
import { isOn, routesOf } from '../special-routes/route.js';
import { assessing, assigned, closed, logged, reported, searching, validating } from '../stages.js';

/** §2.3(5), §3.14, App. 2: what is passed straight on, handed over, or no request at all. */
const facts = (view: View) => view.request?.facts ?? {};
const today = { notAfterToday: true, notBeforeReceipt: true, preset: ({ today: now }: { today: string }) => now };
const early = [reported, logged, validating];

const on = (code: string, sentence: string, ...routes: string[]): Need => ({
  code,
  clause: '2.3.5',
  sentence,
  holds: (view) => isOn(facts(view), ...routes),
});
const wholly = on('wholly-another-controllers', 'Only what is wholly electoral or a registrar’s is passed on and closed. Press “Special route” first.', 'ELECTORAL', 'BMD'); // prettier-ignore
const ordinary = on('ordinary-business', 'This is not marked as ordinary business. Press “Special route” first.', 'BAU');
const historic = on('historic-abuse', 'This is not marked for the team that deals with these. Press “Special route” first.', 'HISTORIC_ABUSE'); // prettier-ignore
const notHanded: Need = {
  code: 'not-handed-over',
  clause: '3.14',
  sentence: 'It has been handed over already.',
  holds: (view) => facts(view)['handedOn'] === undefined,
};
const handed: Need = { code: 'handed-over', clause: '3.14', sentence: 'It has not been handed over.', holds: (view) => facts(view)['handedOn'] !== undefined }; // prettier-ignore

/** Logged with the same press when it had not been: passing it on is what is done with it. */
const logs = (view: View, on: string): Effects['clock'] => (view.request?.stage === reported.code ? [{ type: 'logged', date: on }] : []);

export const passStraightOn = step({
  clause: '2.3.5',
  rows: ['RTE-01', 'LTR-17'],
  title: 'Pass straight on',
  about:
    'They are controllers of their own and answer the person themselves. Make the letter, send it with the request, tell the person, then record it. The case closes here and our clock stops.',
  done: 'passed the request straight on to the controller it belongs to',
  next: 'It belongs wholly to another controller. Pass it straight on.',
  by: [callCentre, complaintsUnit, diao, igTeam],
  at: early,
  needs: [wholly],
  asks: {
    controller: choice('To whom?', { options: controllers, preset: ({ facts: f }) => controllerFor(routesOf(f as never)) }),
    passedOn: date('Passed on', today),
    passedHow: text('How, and to whom there?', { hint: 'For example: secure mail to electoral services' }),
    toldHow: optionalText('How was the person told?'),
  },
  then: (view, { controller, passedOn }) => ({
    stage: closed.code,
    set: { outcome: 'TRANSFERRED', controller, passedOn },
    clock: [...(logs(view, passedOn) ?? []), { type: 'closed', date: view.today }],
  }),
});

export const splitTheRequest = step({
  clause: '2.3.5',
  rows: ['RTE-03', 'LTR-17'],
  title: 'Split the request',
  about: 'Pass the other controller’s part on; the rest stays here. Information Governance leads and coordinates one response.',
  done: 'split the request and passed a part on',
  next: 'A part belongs to another controller. Split the request and pass that part on.',
  by: [callCentre, complaintsUnit, diao, igTeam],
  at: [...early, assigned, searching, assessing],
  needs: [...stillOpenOn('MIXED_CONTROLLER', partPassedOn)],
  correctable: true,
  asks: {
    controller: choice('Whose is the other part?', { options: controllers }),
    otherPart: longText('Which part is theirs?', { maxLength: 1000 }),
    ourPart: longText('Which part stays with the council?', { maxLength: 1000 }),
    partPassedOn: date('Passed on', today),
  },
  then: (_view, { controller, partPassedOn: day }) => ({
    set: { controller, partPassedOn: day, partLead: igTeam.code },
    tell: [{ template: 'lead-the-parts', to: { role: igTeam.code } }],
  }),
});

export const bringThePartsTogether = step({
  clause: '2.3.5',
  rows: ['RTE-03'],
  title: 'Bring the parts together',
  about: 'One response goes out. Ask the other controller how far they are, and say how their part is answered.',
  done: 'brought the parts of the request together',
  next: 'Another controller has a part of this. Bring the parts together into one response.',
  nextAt: [assessing],
  by: [igTeam],
  at: [assigned, searching, assessing],
  needs: [{ ...partPassedOn, code: 'split-first' }, ...stillOpenOn('MIXED_CONTROLLER', partAnswered)],
  correctable: true,
  asks: {
    partAnswer: choice('How is their part answered?', { options: partAnswers }),
    partNote: optionalLongText('What do they say?', { maxLength: 1000 }),
  },
  then: (view, { partAnswer }) => ({ set: { partAnswer, partAnsweredOn: view.today } }),
});

export const answerAsOrdinaryBusiness = step({
  clause: 'App. 2',
  rows: ['RTE-82'],
  title: 'Answered as ordinary business',
  about: 'A routine fact that any service gives without being asked, or an opt-out made on line. Answer it, then close it here in one go.',
  done: 'answered it as ordinary business',
  next: 'It is ordinary business. Answer it, then close it here.',
  by: [callCentre, complaintsUnit, diao],
  at: early,
  needs: [ordinary],
  asks: {
    answeredHow: longText('What was answered, and how?', { maxLength: 600 }),
    answeredOn: date('Answered on', today),
    minutes: number('Minutes spent', { max: 100_000, optional: true }),
  },
  then: (view, { answeredOn, minutes }) => ({
    stage: closed.code,
    set: { outcome: 'BAU', sentOn: answeredOn, ...(minutes !== undefined && { minutes }) },
    clock: [...(logs(view, answeredOn) ?? []), { type: 'responded', date: answeredOn }, { type: 'closed', date: view.today }],
  }),
});

/** The post in whose area the Historic SARs team works. */
const historicPost = 'LEGAL-1';

export const handToTheTeam = step({
  clause: '3.14',
  rows: ['RTE-40', 'LTR-19'],
  title: 'Hand over to their team',
  about:
    'All these requests go to the Senior Project Lawyer and the Historic SARs team, with the day of receipt. Make the letter, send it, tell the person who deals with it. The month goes on, and only their team and Information Governance see the case from here.',
  done: 'handed the case to the team that deals with it',
  next: 'This goes to another team at once. Hand it over.',
  by: [callCentre, complaintsUnit, diao, igTeam],
  at: [...early, assigned, searching, assessing],
  needs: [historic, notHanded],
  asks: {
    handedOn: date('Handed over on', today),
    takenBy: text('Who there has it?', { private: 'name' }),
    toldHow: optionalText('How was the person told who deals with it?'),
  },
  then: (view, { handedOn }) => ({
    stage: assigned.code,
    set: {
      ...{ handedOn, letIn: [...letInAfterHandover], restricted: true, team: null },
      ...{ post: historicPost, directorate: directorateOf(historicPost), diao: null, caseOfficer: null },
    },
    clock: logs(view, handedOn) ?? [],
    tell: [{ template: 'yours-now', to: { role: historicTeam.code } }],
  }),
});

export const recordTheirAnswer = step({
  clause: '3.14',
  rows: ['RTE-40'],
  title: 'Record the answer',
  about: 'The team answers the person itself. The day its answer left stops the clock and closes the case.',
  done: 'recorded that the person has been answered',
  next: 'The team that has it answers the person. Record the day its answer left.',
  by: [historicTeam, igTeam],
  at: [assigned],
  needs: [handed],
  correctable: true,
  asks: {
    sentOn: date('Answered on', today),
    answerNote: optionalLongText('What should be kept of it here?', { maxLength: 1000, hint: 'As little as possible' }),
  },
  check: (view, { sentOn }) =>
    sentOn < String(facts(view)['handedOn']) ? [{ field: 'sentOn', sentence: 'This is before it was handed over.' }] : [],
  then: (view, { sentOn }) => ({
    stage: closed.code,
    set: { outcome: 'HIST_HANDED', sentOn, late: Boolean(view.deadline?.due && sentOn > view.deadline.due) },
    clock: [
      { type: 'responded', date: sentOn },
      { type: 'closed', date: view.today },
    ],
  }),
});
