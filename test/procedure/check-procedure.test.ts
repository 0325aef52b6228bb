import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { checkDeclarations, checkProcedure, checkWays, clauseOf } from '../../src/domain/check-procedure.js';
import { choice, longText, person, text, type Fields } from '../../src/domain/fields.js';
import { dryRun } from '../../src/domain/dry-run.js';
import { step, type Procedure, type Step, type StepRow } from '../../src/domain/step.js';
import { clauses } from '../../src/procedure/clauses.js';
import { procedure } from '../../src/procedure/contents.js';
import { caseOfficer, diao, taskOwner } from '../../src/procedure/roles.js';
import { assessing, closed } from '../../src/procedure/stages.js';
import { roadTo } from './road.js';

/** The verbs of the bot's own table, read from its source: the domain must not know the bot. */
const route = readFileSync('src/bot/route.ts', 'utf8');
const table = route.slice(route.indexOf('const verbs'), route.indexOf('\n};'));
const ownVerbs = [...table.matchAll(/^ {2}'?([a-z][a-z-]*)'?[:,]/gm)].map((found) => found[1] as string);

const faultsOf = (broken: Partial<Procedure>, verbs: string[] = []): string[] =>
  checkProcedure(short({ ...procedure, ...broken }), clauses, verbs);
const changed = (id: string, more: Partial<Step>): Partial<Procedure> => ({
  steps: procedure.steps.map((s) => (s.id === id ? { ...s, ...more } : s)),
});
const added = <F extends Fields>(id: string, row: Partial<StepRow<F>> & Pick<StepRow<F>, 'then'>): Partial<Procedure> => ({
  steps: [
    ...procedure.steps,
    { ...step<F>({ clause: '2.7', rows: ['SRC-01'], title: 'T', done: 'did it', by: [diao], at: [assessing], ...row }), id },
  ],
});

/** The steps of one plain case only: a walk through all of them takes seconds. */
const plain = new Set([...roadTo('CLOSED').history.map(({ id }) => id), 'withdraw', 'same-as', 'x']);
const short = (whole: Procedure): Procedure => ({ ...whole, steps: whole.steps.filter(({ id }) => plain.has(id)) });

const same = { value: 'A', title: 'A' };
function withoutFact({ fact: _fact, ...rest }: typeof caseOfficer) {
  return rest;
}

describe('the procedure of this product', () => {
  const walked = dryRun(procedure);

  it('has no fault, and no step with the name of one of the bot’s own buttons', () => {
    expect(ownVerbs).toEqual(expect.arrayContaining(['help', 'open', 'form', 'report', 'record-report']));
    expect(checkDeclarations(procedure, clauses, ownVerbs)).toEqual([]);
    expect(checkWays(procedure, walked)).toEqual([]);
  });

  it('INT-18 SEC-14 no step writes what is private into the register or a message, and each was tried', () => {
    expect([[...walked.leaks], [...walked.untried]]).toEqual([[], []]);
  });
});

describe('what is found in a procedure that is not sound', () => {
  it.each<[string, Partial<Procedure>]>([
    ['Step accept is declared twice.', { steps: [...procedure.steps, ...procedure.steps.filter((s) => s.id === 'accept')] }],
    ['Stage CLOSED is declared twice.', { stages: [...procedure.stages, closed] }],
    ['Role DIAO is declared twice.', { roles: [...procedure.roles, diao] }],
    ['Step accept cites 9.9(a), which is not in the list of clauses.', changed('accept', { clause: '9.9(a)' })],
    ['Step accept cites no clause, which is not in the list of clauses.', changed('accept', { clause: '' })],
    [
      'Role DIAO cites 9.9, which is not in the list of clauses.',
      { roles: procedure.roles.map((r) => (r === diao ? { ...r, clause: '9.9' } : r)) },
    ],
    ['Step accept names no row that it meets.', changed('accept', { rows: [] })],
    ['Step accept lacks its title or what the history says of it.', changed('accept', { done: ' ' })],
    ['Step accept is for DIAO, which is no role.', { roles: procedure.roles.filter((r) => r !== diao) }],
    ['Step accept is for OWNER but is taken on no entry.', changed('accept', { by: [taskOwner] })],
    ['Step submit-for-approval is at ASSESSING, which is no stage.', { stages: procedure.stages.filter((s) => s !== assessing) }],
    ['A step leads to ASSESSING, which is no stage.', { stages: procedure.stages.filter((s) => s !== assessing) }],
    ['Step ask-for-a-search is next at CLOSED, where it may not be taken.', changed('ask-for-a-search', { nextAt: [closed] })],
    ['Role CO is a relation without a fact.', { roles: procedure.roles.map((r) => (r === caseOfficer ? withoutFact(r) : r)) }],
    ['Stage APPROVAL cannot be reached.', { steps: procedure.steps.filter((s) => s.id !== 'submit-for-approval') }],
    [
      'Stage DISPATCHED has no way on.',
      { steps: procedure.steps.filter((s) => !['close-the-case', 'withdraw', 'same-as'].includes(s.id)) },
    ],
    ['Stage DISPATCHED has no next thing.', { steps: procedure.steps.filter((s) => s.id !== 'close-the-case') }],
    ['Step x, field it has no label.', added('x', { asks: { it: text(' ') }, then: () => ({}) })],
    ['Step x, field it offers nothing to choose from.', added('x', { asks: { it: choice('It') }, then: () => ({}) })],
    [
      'Step x, field it offers the same choice twice.',
      added('x', { asks: { it: choice('It', { options: [same, same] }) }, then: () => ({}) }),
    ],
    ['Step x, field it does not say which role may be chosen.', added('x', { asks: { it: person('It') }, then: () => ({}) })],
    [
      'Step x, field it asks for NOBODY, which is no role.',
      added('x', { asks: { it: person('It', { holding: 'NOBODY' }) }, then: () => ({}) }),
    ],
  ])('%s', (fault, broken) => {
    // Only what a walk finds is worth the walk.
    const walks = / leads to | reached| way on| next thing/.test(fault);
    const whole = { ...procedure, ...broken };
    expect(walks ? checkProcedure(short(whole), clauses) : checkDeclarations(whole, clauses)).toContain(fault);
  });

  it('a step with the name of a button of the bot itself', () => {
    expect(checkDeclarations(procedure, clauses, ['withdraw'])).toEqual(['Step withdraw has the name of a button of the bot itself.']);
  });

  it('INT-18 SEC-14 private words in a fact, in an entry, or in a message, however they are wrapped', () => {
    const leaks = [
      added('x', { asks: { why: longText('Why') }, then: (_view, { why }: { why: string }) => ({ set: { why: why.slice(0, 99) } }) }),
      added('x', {
        asks: { why: longText('Why') },
        then: (_view, { why }: { why: string }) => ({ items: { tasks: { t9: { said: `“${why}”` } } } }),
      }),
      added('x', {
        asks: { why: longText('Why') },
        then: (_view, { why }: { why: string }) => ({ tell: [{ template: 't', to: { role: 'IG' }, args: { why } }] }),
      }),
    ];
    for (const leak of leaks) expect(faultsOf(leak)).toEqual(['Step x writes its private field why into the register or a message.']);
    expect(faultsOf(added('x', { asks: { why: longText('Why') }, then: () => ({ set: { told: true } }) }))).toEqual([]);
  });
});

describe('the clause that a citation stands in', () => {
  it.each([
    ['2.3.2', '2.3.2'],
    ['2.6.1(a)', '2.6.1'],
    ['App. 4(2)', 'App. 4'],
    ['DPA 2018 s. 164A', 'DPA 2018 s. 164A'],
  ])('of %s is %s', (citation, clause) => expect(clauseOf(citation)).toBe(clause));
});
