import { describe, expect, it } from '@jest/globals';
import { loadHolidays } from '../../src/adapters/holidays/load-holidays.js';
import { isRefusal } from '../../src/domain/refusals.js';
import { lookUp, sharesOf, unknownWords } from '../../src/domain/knowledge-look-up.js';
import { decide } from '../../src/domain/decide.js';
import type { Person } from '../../src/domain/person.js';
import { waitingFor, nextThing } from '../../src/domain/next-steps.js';
import { strikesBetween } from '../../src/domain/timers.js';
import { procedure } from '../../src/procedure/contents.js';
import { helpRequest } from '../../src/procedure/contributing.js';
import { faultInWords, keeping, splitWords } from '../../src/procedure/knowledge.js';
import { knowledgeSeed } from '../../src/procedure/knowledge-seed.js';
import { directorates } from '../../src/procedure/owners.js';
import { timers } from '../../src/procedure/timers/index.js';
import { cara, choosable, dev, finn, grant, ines, ola, roadTo, rosa, someone } from './assignment-cast.js';
import type { Road } from './road.js';

const today = '2026-10-01';
const postsOf = (words: string) => sharesOf(lookUp(knowledgeSeed, words, today)).map((s) => s.post);
const effectsOf = (result: ReturnType<Road['tries']>) => {
  if (isRefusal(result) || 'faults' in result) throw new Error(JSON.stringify(result));
  return result.effects;
};

describe('the knowledge base (ASG-17)', () => {
  it('ASG-17 §2.3.3 begins with one row for each of the 28 posts, each with words and systems', () => {
    expect(knowledgeSeed).toHaveLength(28);
    expect(new Set(knowledgeSeed.map((row) => row.post))).toEqual(new Set(directorates.flatMap((d) => d.posts.map((p) => p.id))));
    expect(knowledgeSeed.filter((row) => row.words.length === 0 || row.systems.length === 0 || row.area === '')).toEqual([]);
    expect(faultInWords(knowledgeSeed.flatMap((row) => row.words).slice(0, 40))).toBe(null);
    expect(keeping.by.map((r) => r.code)).toEqual(['CCU']);
  });

  it.each([
    ['everything about my housing benefit', ['RES-2']],
    ['My RENT ARREARS, please', ['HOU-1']],
    ['noise from the neighbours and a parking fine', ['RES-3', 'HOU-3']],
    ['my son’s school place', ['CHILD-3']],
    ['schools', ['CHILD-3']],
    ['parenting current rental presents', []],
    ['', []],
  ])('ASG-17 “%s” points at %j: whole words, the longer one first, a word inside it not at all', (words, posts) => {
    expect(postsOf(words)).toEqual(posts);
  });

  it('ASG-17 rows count from their first day to their last, and no longer', () => {
    const row = { ...knowledgeSeed[0]!, words: ['garage'], from: '2026-10-02', to: '2026-10-05' };
    const on = (day: string) => lookUp([row], 'my garage', day).length;
    expect([on('2026-10-01'), on('2026-10-02'), on('2026-10-05'), on('2026-10-06')]).toEqual([0, 1, 1, 0]);
  });

  it('ASG-17 words that nobody knows are named, with commas by phrase and without by word', () => {
    expect(unknownWords(knowledgeSeed, 'rent, space travel, damp', today)).toEqual(['space travel']);
    expect(unknownWords(knowledgeSeed, 'the rent and quidditch', today)).toEqual(['quidditch']);
    expect(unknownWords(knowledgeSeed, 'housing benefit', today)).toEqual([]);
  });

  it.each([
    [['jo@example.test'], '“jo@example.test” is no service word: letters and short numbers only.'],
    [['02079460000'], '“02079460000” is no service word: letters and short numbers only.'],
    [['council tax', 'band d', 'section 17'], null],
  ])('ASG-17 %j in a row: %s', (words, fault) => {
    expect(faultInWords(words)).toBe(fault);
  });

  it('ASG-02 words are kept small, each once', () => {
    expect(splitWords(' Rent,  Rent ; Council   Tax\nrent')).toEqual(['rent', 'council tax']);
  });
});

/** Takes a step with the knowledge base at hand, as the use case does. */
function knowing(road: Road, person: Person, step: string, raw: Record<string, unknown>, words: string) {
  const rows = knowledgeSeed.map((row) => (row.post === 'HOU-1' ? { ...row, deputy: 'dina', officer: 'ola' } : row));
  const knowledge = { rows, shares: sharesOf(lookUp(rows, words, today)) };
  return decide(procedure, { ...road.view(person), knowledge }, { step, raw, people: choosable });
}

describe('allocating (§2.3)', () => {
  it('ASG-01 ASG-12 ASG-18 the post’s deputy and case officer come from the knowledge base and stay on the case', () => {
    const result = knowing(roadTo('REPORTED'), rosa, 'log-and-allocate', { post: 'HOU-1', right: 'ACCESS' }, 'my rent');
    expect(effectsOf(result).set).toMatchObject({ post: 'HOU-1', directorate: 'HOU', deputy: 'dina', proposedOfficer: 'ola' });
    expect(procedure.steps.filter((s) => s.knows).map((s) => s.id)).toEqual(
      expect.arrayContaining(['log-and-allocate', 'choose-the-lead', 'name-case-officer', 'reallocate']),
    );
  });

  it('ASG-14 §2.3.4 several directorates: the contact centre passes it to the Complaints Unit or says why one holds it all', () => {
    const road = roadTo('REPORTED');
    const answers = { post: 'HOU-1', right: 'ACCESS' };
    const words = 'my rent and my school place';
    expect(knowing(road, rosa, 'log-and-allocate', answers, words)).toMatchObject({ faults: [{ field: 'oneAreaWhy' }] });
    expect(knowing(road, rosa, 'log-and-allocate', { ...answers, oneAreaWhy: 'It is about the rent book.' }, words)).toHaveProperty(
      'effects',
    );
    expect(knowing(road, cara, 'log-and-allocate', answers, words)).toHaveProperty('effects');
    expect(effectsOf(road.tries(rosa, 'pass-to-the-complaints-unit', {})).tell).toEqual([
      { template: 'choose-the-lead', to: { role: 'CCU' } },
    ]);
  });

  const lead = { lead: 'HOU-1', others: 'CHILD,FIN', helpWhat: 'what you hold', answerBy: '2026-10-11', right: 'ACCESS' };
  it('ASG-14 ASG-15 LTR-16 §2.3.4 the lead is the largest share, or has a reason; the others are asked, each by its own entry', () => {
    const road = roadTo('REPORTED');
    const words = 'rent arrears, school, payroll';
    const chosen = effectsOf(knowing(road, cara, 'choose-the-lead', lead, words));
    expect(chosen.set).toMatchObject({ post: 'HOU-1', leadBy: 'LARGEST_SHARE', shares: ['HOU-1:2', 'FIN-1:1', 'CHILD-3:1'] });
    expect(chosen.items?.['helps']).toMatchObject({ h1: { directorate: 'CHILD' }, h2: { directorate: 'FIN' } });
    expect(chosen.tell?.map((t) => t.to)).toEqual([
      { directorate: 'HOU' },
      { role: 'DIAO', directorate: 'CHILD' },
      { role: 'DIAO', directorate: 'FIN' },
    ]);
    expect(knowing(road, cara, 'choose-the-lead', { ...lead, lead: 'GROW-1' }, words)).toMatchObject({ faults: [{ field: 'leadWhy' }] });
    const why = { ...lead, lead: 'GROW-1', leadWhy: 'They have the whole file.' };
    expect(effectsOf(knowing(road, cara, 'choose-the-lead', why, words)).set).toMatchObject({ leadBy: 'REASON' });
    expect(knowing(road, cara, 'choose-the-lead', { ...lead, others: 'HOU' }, words)).toMatchObject({ faults: [{ field: 'others' }] });
  });
});

describe('several directorates on one case', () => {
  it('ASG-13 ASG-15 §2.3.4 whoever is DIAO there answers, nobody else, and the lead is told; it is in their list of work', () => {
    const road = roadTo('SEARCHING').takes(ola, 'ask-another-directorate', { others: 'FIN', helpWhat: 'payroll', answerBy: '2026-10-20' });
    const waits = waitingFor(nextThing(procedure, road.view(finn)), road.view(finn), procedure.steps);
    expect(waits).toContain('role:DIAO:FIN');
    const answer = { helpAnswer: 'SUPPLIED', helpNote: 'Sent to the folder.' };
    expect(road.tries(dev, 'answer-for-the-directorate', answer, 'h1')).toMatchObject({ code: 'not-your-step' });
    const done = effectsOf(road.tries(finn, 'answer-for-the-directorate', answer, 'h1'));
    expect(done.tell).toEqual([{ template: 'help-answered', to: { person: 'ola' } }]);
    road.takes(finn, 'answer-for-the-directorate', answer, 'h1');
    expect(road.tries(finn, 'answer-for-the-directorate', answer, 'h1')).toMatchObject({ code: 'needs-something-first' });
    expect(road.stage).toBe('SEARCHING');
    expect(helpRequest.title).toContain('asks for your help');
    expect(helpRequest.duty).toContain('Every directorate helps');
  });

  it('ASG-06 LTR-39 §1.3 part not ours: the part and the reason are kept, the FOI Coordinator and the unit are told, and the part finds its place', () => {
    const road = roadTo('ASSIGNED');
    const part = { part: 'the council tax letters', partWhy: 'Residents keep them.', betterPost: 'RES-2' };
    expect(effectsOf(road.tries(dev, 'part-not-ours', part)).tell?.map((t) => t.to)).toEqual([{ role: 'CCU' }, { role: 'FOIC' }]);
    expect(road.tries(dev, 'part-not-ours', { ...part, betterPost: 'HOU-2' })).toMatchObject({ faults: [{ field: 'betterPost' }] });
    road.takes(dev, 'part-not-ours', part);
    expect(road.stage).toBe('ASSIGNED');
    expect(road.history.at(-1)?.kept).toEqual(['part', 'partWhy']);
    expect(road.tries(cara, 'give-the-part', { to: 'HOU' }, 'h1')).toMatchObject({ faults: [{ field: 'to' }] });
    road.takes(cara, 'give-the-part', { to: 'RES' }, 'h1');
    const res = someone('resi', grant('DIAO', 'RES'));
    expect(road.tries(res, 'answer-for-the-directorate', { helpAnswer: 'NOTHING', helpNote: 'none' }, 'h1')).toHaveProperty('effects');
    road.takes(ola, 'help-not-needed', {}, 'h1');
    expect(road.state?.items['helps']?.['h1']).toMatchObject({ answer: 'DROPPED' });
  });
});

describe('advice (§1.3)', () => {
  it('ASG-10 §1.3 a question goes to Information Governance, the answer to whoever asked, and both stay on the case', () => {
    const road = roadTo('ASSESSING').takes(ola, 'ask-ig', { question: 'May I cite this?' });
    const view = road.view(ines);
    expect(waitingFor(nextThing(procedure, view), view, procedure.steps)).toContain('role:IG');
    const answer = { advised: 'ADVISED', basis: '§3.12', advice: 'Yes.' };
    expect(effectsOf(road.tries(ines, 'answer-the-question', answer, 'q1')).tell).toMatchObject([{ to: { person: 'ola' } }]);
    road.takes(ines, 'answer-the-question', answer, 'q1');
    expect(road.state?.items['advice']?.['q1']).toMatchObject({ askedBy: 'ola', answeredBy: 'ines', advised: 'ADVISED' });
    expect(Object.keys(road.state?.details ?? {})).toEqual(expect.arrayContaining(['advice/q1/question', 'advice/q1/advice']));
  });

  it('ASG-09 §1.3 the DIAO escalates, also on a closed case; Information Governance has it in their list', () => {
    const road = roadTo('CLOSED');
    const told = effectsOf(road.tries(dev, 'escalate-to-ig', { matter: 'REVIEW', question: 'She is unhappy.' }));
    expect(told.tell).toEqual([{ template: 'escalated', to: { role: 'IG' }, args: { item: 'q1' } }]);
    road.takes(dev, 'escalate-to-ig', { matter: 'REVIEW', question: 'She is unhappy.' });
    expect(road.tries(rosa, 'escalate-to-ig', { matter: 'REVIEW', question: 'x' })).toMatchObject({ code: 'not-your-step' });
    const view = road.view(ines);
    expect(nextThing(procedure, view)).toBe(null);
    expect(waitingFor(null, view, procedure.steps)).toEqual(['role:IG', 'role:DPO']);
  });
});

describe('who is chased (ASG-15, ASG-18)', () => {
  const struck = (road: Road, until: string) => {
    const view = { ...road.view(cara), today: until.slice(0, 10), now: new Date(until) };
    const between = { after: new Date('2026-10-01T12:00:00Z'), until: new Date(until) };
    const hours = { hour: '09:00', lateHour: '16:00', holidays: loadHolidays().dates };
    return strikesBetween(timers, view, between, hours).flatMap((list) =>
      list.map(({ row, ticking, notice }) => ({ code: notice.code, to: row.to(view, ticking) })),
    );
  };

  it('ASG-18 §2.3.4 an allocation nobody answers goes to the deputy of the knowledge base, and without one to the DIAOs there', () => {
    const road = roadTo('LOGGED');
    const deputy = (r: Road) => struck(r, '2026-10-06T12:00:00Z').find((s) => s.code === 'accept-deputy')?.to;
    expect(deputy(road)).toEqual({ role: 'DIAO', directorate: 'HOU' });
    road.state = { ...road.state!, facts: { ...road.state!.facts, deputy: 'dina' } };
    expect(deputy(road)).toEqual({ person: 'dina' });
  });

  it('ASG-15 LTR-16 §2.3.4 a directorate that was asked for help is reminded on the day and every two working days, and CCU hear of it', () => {
    const road = roadTo('SEARCHING').takes(ola, 'ask-another-directorate', { others: 'FIN', helpWhat: 'payroll', answerBy: '2026-10-08' });
    const help = (until: string) => struck(road, until).filter((s) => s.code.startsWith('help'));
    expect(help('2026-10-07T12:00:00Z')).toEqual([]);
    expect(help('2026-10-12T12:00:00Z')).toEqual([
      { code: 'help-due', to: { role: 'DIAO', directorate: 'FIN' } },
      { code: 'help-late-2026-10-12', to: { role: 'DIAO', directorate: 'FIN' } },
    ]);
    expect(help('2026-10-14T12:00:00Z').map((s) => s.to)).toContainEqual({ role: 'CCU' });
    road.takes(finn, 'answer-for-the-directorate', { helpAnswer: 'NOTHING', helpNote: 'none' }, 'h1');
    expect(help('2026-10-30T12:00:00Z')).toEqual([]);
  });
});
