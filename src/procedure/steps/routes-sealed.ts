import { choice, longText, optionalLongText } from '../../domain/fields.js';
import { step, type Need, type View } from '../../domain/step.js';
import type { Facts } from '../../domain/subject-request.js';
import { recordUndecided } from '../assessment-needs.js';
import { caseOfficer, igTeam } from '../roles.js';
import { branches, checkedDirectorate, isNamedByThem, isUnspoken } from '../special-routes/adoption.js';
import { visibilityOf } from '../special-routes/index.js';
import { routesOf } from '../special-routes/route.js';
import { isDecided, isKeptBack, recordsOf, UNDECIDED } from '../schedule.js';
import { approval, assessing, assigned, searching, validating } from '../stages.js';
import { MARKED } from '../special-routes/marked.js';

/**
 * §3.7: titles, history lines and refusals here are the same on every case and name nothing: a word too many would betray that there is
 * something (SEC-11). What it is stands in the answers, which are kept encrypted, and in a code.
 */
const facts = (view: View): Facts => view.request?.facts ?? {};
const ofThatDirectorate: Need = {
  code: 'of-childrens-services',
  clause: '3.7',
  sentence: 'Only replies from Children’s Services are looked at in this way.',
  holds: (view) => facts(view)['directorate'] === checkedDirectorate,
};
const notYetChecked: Need = {
  code: 'not-yet-looked-at',
  clause: '3.7',
  sentence: 'Information Governance has looked at this reply already.',
  holds: (view) => facts(view)['igCheckedOn'] === undefined,
};

export const lookAtTheReply = step({
  clause: '3.7',
  rows: ['RTE-52', 'RTE-53', 'RTE-54', 'RTE-55', 'SEC-11'],
  title: 'Check by Information Governance',
  about: 'Made on every reply from Children’s Services, also where there is nothing to find.',
  done: 'made the check of a Children’s Services reply',
  next: 'Every reply from Children’s Services is looked at by Information Governance before it is approved.',
  nextAt: [approval],
  by: [igTeam],
  at: [validating, assigned, searching, assessing, approval],
  needs: [ofThatDirectorate, notYetChecked],
  asks: {
    branch: choice('What did you find?', {
      options: branches,
      private: 'text',
      preset: ({ facts: f }) => (typeof f['sealed'] === 'string' ? f['sealed'] : 'NONE'),
    }),
    branchWhy: longText('What does the request ask for, and what is held?', { maxLength: 1000 }),
    branchNote: optionalLongText('What the case officer should know', { maxLength: 1000 }),
  },
  then: (view, { branch }) => {
    const sealed = branch === 'NONE' ? null : branch;
    const seen = visibilityOf(routesOf(facts(view)), sealed);
    const spoken = sealed === 'A' || sealed === 'B';
    const marks = Object.entries(recordsOf(view)).filter(
      ([, r]) => (r[MARKED] === true && isDecided(r)) || (isKeptBack(r) && r['code'] === 'EX-ADOPT'),
    );
    return {
      // Whether a marked record is spoken of follows from the branch, and from nothing else.
      items: { records: Object.fromEntries(marks.map(([id]) => [id, { cite: spoken, silence: spoken ? null : 'APPROVED' }])) },
      set: {
        sealed,
        ...(seen.restricted ? { restricted: true, letIn: seen.letIn } : { restricted: null, letIn: null, team: null }),
        ...(view.request?.stage === approval.code && { igCheckedOn: view.today }),
      },
    };
  },
});

const marked: Need = {
  code: 'marked',
  clause: '3.7',
  sentence: 'This record is not marked.',
  holds: (view) => view.item?.facts[MARKED] === true,
};

export const otherRulesApply = step({
  clause: '3.7',
  rows: ['RTE-51'],
  title: 'Other rules apply',
  about:
    'For adoption records, whoever asks: the adopted person, a relative by birth, an adoptive or prospective adoptive parent. Nearly everything held for that purpose is meant. A marked record cannot be given; only Information Governance takes the mark off.',
  done: 'marked a record to which other rules apply',
  by: [caseOfficer, igTeam],
  at: [assessing],
  of: 'records',
  needs: [recordUndecided],
  next: 'A record to which other rules apply was put back. Mark it again; only Information Governance takes the mark off.',
  nextIf: (view) => view.item?.facts[MARKED] === true,
  backToBoard: true,
  asks: { why: longText('What shows that?', { section: 'File note', maxLength: 600 }) },
  then: (view) => {
    const named = isNamedByThem(facts(view));
    const silence = named ? null : isUnspoken(facts(view)) ? 'APPROVED' : 'ASKED';
    const seen = visibilityOf(routesOf(facts(view)), facts(view)['sealed'] ?? 'C');
    return {
      items: {
        records: {
          [view.item?.id ?? '']: { [MARKED]: true, decision: 'WITHHOLD', code: 'EX-ADOPT', cite: named, silence, decidedOn: view.today },
        },
      },
      // Nobody has said yet which branch it is: the strictest, until Information Governance looks.
      set: { restricted: true, letIn: seen.letIn, ...(facts(view)['sealed'] === undefined && { sealed: 'C' }) },
      ...(silence === 'ASKED' && { tell: [{ template: 'view-wanted', to: { role: igTeam.code } }] }),
    };
  },
});

export const takeTheMarkOff = step({
  clause: '3.7',
  rows: ['RTE-51'],
  title: 'Take the mark off',
  about: 'When it turns out that no other rules apply. The record is then decided as any other.',
  done: 'took the mark off a record',
  by: [igTeam],
  at: [assessing, approval],
  of: 'records',
  needs: [marked],
  backToBoard: true,
  asks: { unmarkWhy: longText('Why?', { maxLength: 600 }) },
  then: (view) => ({ items: { records: { [view.item?.id ?? '']: { ...UNDECIDED, [MARKED]: null } } } }),
});
