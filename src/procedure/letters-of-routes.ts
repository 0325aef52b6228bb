import type { LetterOffer } from './letters.js';
import { callCentre, caseOfficer, complaintsUnit, diao, dpo, historicTeam, igTeam } from './roles.js';
import { isNamedByThem } from './special-routes/adoption.js';
import { isOn } from './special-routes/route.js';
import * as at from './stages.js';

/** Letters that only a special route has (T11). Titles and ids say nothing that a glance over a shoulder should not see. */
const everybody = [callCentre, complaintsUnit, diao, caseOfficer, igTeam, dpo];
const open = [at.reported, at.logged, at.validating, at.awaiting, at.assigned, at.searching, at.assessing];

export const lettersOfRoutes: readonly LetterOffer[] = [
  {
    id: 'transfer',
    rows: ['LTR-17', 'RTE-01'],
    clause: '2.3.5',
    title: 'Transfer to another controller',
    about: 'Goes to the registration officer or registrar with the request.',
    by: everybody,
    at: [...open, at.closed],
    when: ({ facts }) => isOn(facts, 'ELECTORAL', 'BMD', 'MIXED_CONTROLLER'),
  },
  {
    id: 'transfer-note',
    rows: ['LTR-17', 'RTE-01'],
    clause: '2.3.5',
    title: 'Note: who answers the request',
    about: 'Tells the person who has their request now, and since when.',
    by: everybody,
    at: [...open, at.closed],
    when: ({ facts }) => isOn(facts, 'ELECTORAL', 'BMD', 'MIXED_CONTROLLER'),
  },
  {
    id: 'handover',
    rows: ['LTR-19'],
    clause: '3.14',
    title: 'Handover to the team',
    about: 'Goes to the team that answers, with the request and the day of receipt.',
    by: [...everybody, historicTeam],
    at: open,
    when: ({ facts }) => isOn(facts, 'HISTORIC_ABUSE'),
  },
  {
    id: 'who-deals-with-it',
    rows: ['LTR-19'],
    clause: '3.14',
    title: 'Note: who deals with it',
    about: 'Tells the person who deals with their request.',
    by: [...everybody, historicTeam],
    at: open,
    when: ({ facts }) => isOn(facts, 'HISTORIC_ABUSE'),
  },
  {
    id: 'another-procedure',
    rows: ['LTR-18', 'RTE-52', 'RTE-53', 'RTE-56'],
    clause: '3.7',
    title: 'Another procedure',
    about: 'Says what is not available in this way, and how to ask for it.',
    by: [diao, caseOfficer, igTeam, dpo],
    at: [at.validating, at.awaiting, at.assigned, at.searching, at.assessing, at.approval, at.readyToSend, at.dispatched],
    when: ({ facts }) => isNamedByThem(facts),
  },
  {
    id: 'another-way',
    rows: ['LTR-43', 'RTE-80'],
    clause: '2.12.2',
    title: 'Another way to ask',
    about: 'Points to the other law, or to the register that is open to all.',
    by: [diao, caseOfficer, igTeam, dpo],
    at: [at.validating, at.awaiting, at.assigned, at.searching, at.assessing, at.approval, at.readyToSend, at.dispatched],
    when: ({ facts }) => facts['regimeOn'] !== undefined || facts['registerOn'] !== undefined,
  },
  {
    id: 'to-the-trust',
    rows: ['LTR-20'],
    clause: '2.7.1',
    title: 'Letter to the NHS Trust',
    about: 'Asks for its part of a record that both keep. The person need not apply twice.',
    by: [diao, caseOfficer, igTeam, dpo],
    at: [at.assigned, at.searching, at.assessing],
    when: ({ facts }) => isOn(facts, 'JOINT_HEALTH'),
    before: 'ask-the-trust',
  },
  {
    id: 'viewing',
    rows: ['LTR-21'],
    clause: '1.2.6',
    title: 'Viewing: offer and agreement',
    about: 'Offers to see the file in place of a copy, with what can be had for it.',
    by: [diao, caseOfficer, igTeam, dpo],
    at: [at.searching, at.assessing],
    when: ({ facts }) => isOn(facts, 'VIEWING'),
    before: 'offer-a-viewing',
  },
  {
    id: 'cctv-form',
    rows: ['LTR-05'],
    clause: '2.7.1',
    title: 'CCTV form',
    about: 'Asks for date, place, time and a description. Ask for what is missing as well if the clock has to wait.',
    by: everybody,
    at: open,
    when: ({ facts }) => isOn(facts, 'CCTV') && facts['footageOn'] === undefined,
  },
];
