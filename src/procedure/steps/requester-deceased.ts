import { choice, date, longText, optionalText, yesNo, type Fields } from '../../domain/fields.js';
import { step } from '../../domain/step.js';
import { deadResults, deadRoutes, estateCapacities } from '../requester-choices.js';
import { asksAboutTheDead, deadDecided, deadUndecided, factsOf, notYetReferred, referredToIg } from '../requester-needs.js';
import { diao, igTeam } from '../roles.js';
import { assessing, assigned, closed, searching, validating } from '../stages.js';
import { askAdvice } from './requester-authority.js';

/** §1.2.4, App. 2: the dead have no right of access. Information Governance says how such a request is dealt with (OP-26, OP-27). */
const inHand = [validating, assigned, searching, assessing];

export const askIgAboutTheDead = step({
  clause: 'App. 2',
  rows: ['REP-25'],
  title: 'Ask IG before disclosing',
  about: 'Confidence may be owed to the estate, so nothing is disclosed before they have advised.',
  done: 'asked Information Governance about somebody who has died',
  next: 'It is about somebody who has died, so it is no subject request. Ask Information Governance before anything is disclosed.',
  by: [diao],
  at: inHand,
  needs: [asksAboutTheDead, notYetReferred],
  asks: { question: longText('Who asks, for what, and what do we hold?', { maxLength: 2000 }) },
  then: (view) => ({ ...askAdvice(view, 'ESTATE'), set: { deadReferredOn: view.today } }),
});

/** REP-29: one yes is enough for business as usual to be wrong. */
const notAsUsual = {
  deadSensitive: yesNo('It is sensitive', { section: 'Business as usual only if all four are no' }),
  deadIdentifies: yesNo('It could identify somebody else'),
  deadConfidence: yesNo('It was given in confidence'),
  deadElsewhere: yesNo('It is to be had elsewhere', { hint: 'A death certificate, or health records by the law on access to them' }),
} as const satisfies Fields;

export const decideOnTheDead = step({
  clause: 'App. 2',
  rows: ['REP-26', 'REP-28', 'REP-29', 'REP-30'],
  title: 'Decide about the dead',
  about: 'Rule of thumb: if it takes active thought and no other rule covers it, it is a freedom of information request.',
  done: 'decided how a request about somebody who has died is dealt with',
  next: 'Decide how this request about somebody who has died is dealt with.',
  by: [igTeam],
  at: inHand,
  needs: [asksAboutTheDead, referredToIg, deadUndecided],
  correctable: true,
  asks: {
    estateCapacity: choice('As what do they ask?', { options: estateCapacities }),
    estateSeen: optionalText('What shows it?', { hint: 'For example: grant of probate, seen 3 March' }),
    ...notAsUsual,
    deadRoute: choice('How is it dealt with?', { options: deadRoutes, section: 'And so' }),
    foiReference: optionalText('If freedom of information: its reference there', { maxLength: 60 }),
    deadAdvice: longText('Why, and what may be disclosed?', { maxLength: 2000 }),
  },
  check: (_view, a) => {
    const yes = (Object.keys(notAsUsual) as (keyof typeof notAsUsual)[]).some((name) => a[name]);
    return [
      ...(a.estateCapacity !== 'NONE' && !a.estateSeen ? [{ field: 'estateSeen', sentence: 'Say what was seen that shows it.' }] : []),
      ...(a.deadRoute === 'BAU' && yes
        ? [{ field: 'deadRoute', sentence: 'One of the four is yes, so it is not business as usual.' }]
        : []),
      ...(a.deadRoute === 'FOI' && !a.foiReference
        ? [{ field: 'foiReference', sentence: 'It has to be answered there. Give its reference.' }]
        : []),
    ];
  },
  then: (view, { estateCapacity, deadRoute }) => ({
    set: { estateCapacity, deadRoute, deadOn: view.today },
    ...adviceAnswered(view.request?.items['advice'] ?? {}, view.person.id, view.today),
    tell: [{ template: 'dead-decided', to: { person: String(factsOf(view)['diao']) } }],
  }),
});

/** The question that the DIAO asked is answered with it. */
function adviceAnswered(all: Readonly<Record<string, Readonly<Record<string, unknown>>>>, by: string, on: string) {
  const open = Object.entries(all).filter(([, q]) => q['kind'] === 'ESTATE' && q['answeredOn'] === undefined);
  return { items: { advice: Object.fromEntries(open.map(([id]) => [id, { advised: 'ADVISED', answeredBy: by, answeredOn: on }])) } };
}

export const answerAboutTheDead = step({
  clause: 'App. 2',
  rows: ['REP-24', 'REP-27', 'LTR-31'],
  title: 'Send the answer and close',
  about:
    'The letter says that it is no subject request, how it was dealt with and what came of it. What identifies somebody living is their own data (§2.9).',
  done: 'answered about somebody who has died, and closed the case',
  next: 'Deal with it as Information Governance decided, send the letter, and close.',
  by: [diao],
  at: inHand,
  needs: [asksAboutTheDead, deadDecided],
  asks: {
    deadResult: choice('What came of it?', { options: deadResults }),
    livingWeighed: yesNo('Whatever identifies somebody living was weighed or taken out'),
    sentOn: date('Letter sent on', { notAfterToday: true, notBeforeReceipt: true, preset: ({ today }) => today }),
  },
  check: (view, { livingWeighed, deadResult }) => [
    ...(livingWeighed || ['NOT_GIVEN', 'PASSED'].includes(deadResult)
      ? []
      : [{ field: 'livingWeighed', sentence: 'Facts about the dead that identify the living are weighed first.' }]),
    ...((deadResult === 'PASSED') === (factsOf(view)['deadRoute'] === 'FOI')
      ? []
      : [{ field: 'deadResult', sentence: 'This does not agree with what Information Governance decided.' }]),
  ],
  then: (view, { deadResult, sentOn }) => ({
    stage: closed.code,
    set: { outcome: 'NOT_A_SUBJECT_REQUEST', deadResult, sentOn },
    clock: [{ type: 'closed', date: view.today }],
  }),
});
