import { date, person } from '../domain/fields.js';
import { complaintsUnit, diao, igTeam, officerPool } from './roles.js';

/** ASG-08, ASG-18: somebody who is away is stood in for, from one day to another; it ends by itself. */
export const standingIn = {
  rows: ['ASG-08', 'ASG-18'],
  clause: '1.3',
  by: [diao, officerPool],
  /** Who may say it of somebody else, who fell ill. */
  forOthers: [complaintsUnit, igTeam],
} as const;

export const awayFields = {
  from: date('Away from', { preset: (about) => about.today }),
  until: date('Last day away'),
  cover: person('Who stands in?', { holding: officerPool.code, hint: 'They get your notices and cards beside you, and may act for you' }),
};

/** ASG-08, LTR-38: everything of somebody who leaves goes to one successor in one go. */
export const handingOver = {
  rows: ['ASG-08', 'LTR-38'],
  clause: '1.3',
  by: [diao, officerPool],
  forOthers: [complaintsUnit, igTeam],
} as const;
