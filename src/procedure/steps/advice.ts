import { choice, longText, text } from '../../domain/fields.js';
import { step, type View } from '../../domain/step.js';
import { adviceOutcomes, escalations } from '../advice.js';
import { questionOpen } from '../contributing-needs.js';
import { callCentre, caseOfficer, complaintsUnit, diao, dpo, igTeam } from '../roles.js';
import { stages } from '../stages.js';

/** §1.3: Information Governance advises; what was asked and answered stays on the case. */
const nextId = (view: View): string => `q${Object.keys(view.request?.items['advice'] ?? {}).length + 1}`;

export const askIg = step({
  clause: '1.3',
  rows: ['ASG-10'],
  title: 'Ask Information Governance',
  about: 'For advice on exemptions, not disclosing, a review, the ICO. The answer comes to your own chat and stays on the case.',
  done: 'asked Information Governance for advice',
  by: [diao, caseOfficer, callCentre, complaintsUnit],
  at: 'any',
  asks: { question: longText('Your question', { maxLength: 2000 }) },
  then: (view) => {
    const id = nextId(view);
    return {
      items: { advice: { [id]: { kind: 'QUESTION', askedBy: view.person.id, askedOn: view.today } } },
      about: `advice/${id}`,
      tell: [{ template: 'advice-wanted', to: { role: igTeam.code }, args: { item: id } }],
    };
  },
});

/** OP-06: Information Governance reviews; the DIAO escalates and supplies. */
export const escalateToIg = step({
  clause: '1.3',
  rows: ['ASG-09'],
  title: 'Escalate: ask for a review',
  about: 'Somebody is unhappy, or it cannot be settled here. Information Governance takes it up; you supply what they need.',
  done: 'escalated it to Information Governance',
  by: [diao],
  at: 'any',
  asks: {
    matter: choice('What is it?', { options: escalations }),
    question: longText('What happened, and what is asked for?', { maxLength: 2000 }),
  },
  then: (view, { matter }) => {
    const id = nextId(view);
    return {
      items: { advice: { [id]: { kind: matter, askedBy: view.person.id, askedOn: view.today } } },
      about: `advice/${id}`,
      set: { escalatedOn: view.today },
      tell: [{ template: 'escalated', to: { role: igTeam.code }, args: { item: id } }],
    };
  },
});

export const answerTheQuestion = step({
  clause: '1.3',
  rows: ['ASG-10', 'ASG-09'],
  title: 'Answer',
  about: 'Advice; who asked decides. It stays on the case.',
  done: 'answered for Information Governance',
  next: 'Somebody asked Information Governance. Answer, or say who will.',
  by: [igTeam, dpo],
  at: stages,
  nextAt: stages,
  aside: true,
  of: 'advice',
  needs: [questionOpen],
  asks: {
    advised: choice('What is the answer?', { options: adviceOutcomes }),
    basis: text('Clause or law it rests on'),
    advice: longText('Advice', { maxLength: 2000 }),
  },
  then: (view, { advised }) => {
    const item = view.item?.id ?? '';
    return {
      items: { advice: { [item]: { advised, answeredBy: view.person.id, answeredOn: view.today } } },
      tell: [{ template: 'advice-given', to: { person: String(view.item?.facts['askedBy']) }, args: { item } }],
    };
  },
});
