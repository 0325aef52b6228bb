import { optionalLongText, person as personField, type Field } from '../../domain/fields.js';
import { formatDay } from '../../domain/local-date.js';
import { readAnswers, type AnswerFault } from '../../domain/read-answers.js';
import { refuse, type Refusal } from '../../domain/refusals.js';
import type { PageBlock, PageShown, Shown } from '../../domain/shown.js';
import { handingOver } from '../../procedure/away.js';
import { directorateTitle } from '../../procedure/owners.js';
import { officerPool } from '../../procedure/roles.js';
import type { Desk } from '../desk.js';
import type { Handover, KnownPerson, OutboxMessage } from '../ports.js';
import { cite } from '../show/cite.js';
import { refusalPage } from '../show/pages.js';
import { stepForm } from '../show/step-form.js';
import { viewOf } from '../view-of.js';
import { colleagues, holdsOne, whoseFields } from './colleagues.js';
import { runHandover, whyNot } from './hand-over.js';

const refusal = (): Refusal =>
  refuse('not-your-step', 'You may hand over what is yours. For a colleague who has left, ask the Complaints Unit.', {
    clause: handingOver.clause,
  });
const fields = (mayChoose: boolean): Record<string, Field> => ({
  ...(mayChoose && whoseFields),
  successor: personField('Who takes over?', { holding: officerPool.code }),
  handoverNote: optionalLongText('What they should know', { maxLength: 2000 }),
});

/** The form: who leaves, who takes over, and what they should know. */
export async function handoverForm(
  desk: Desk,
  person: KnownPerson,
  before: { typed?: Record<string, unknown>; faults?: readonly AnswerFault[] } = {},
): Promise<Shown> {
  if (!holdsOne(desk, person, [...handingOver.by, ...handingOver.forOthers])) return refusalPage(refusal());
  const { mayChoose, all } = await colleagues(desk, person, handingOver.forOthers);
  return stepForm(
    {
      title: 'Hand over everything',
      clause: handingOver.clause,
      about: 'Every open case, search and place in the knowledge base goes to one successor. You see the list first.',
      asks: fields(mayChoose),
    },
    {
      view: viewOf(desk, null, person),
      people: { who: all, successor: mayChoose ? all : all.filter((o) => o.value !== person.id) },
      ...(before.typed && { typed: before.typed }),
      ...(before.faults && { faults: before.faults }),
      actions: [
        { title: 'Show the list', verb: 'handover-list', data: { d: desk.ids.id() }, primary: true },
        { title: 'Cancel', verb: 'help', data: {}, leaves: true },
      ],
    },
  );
}

const SHOWN = 12;
const COUNTED = 200;

/** The list before anything is done: what goes over, and what cannot and why. */
export async function handoverList(desk: Desk, person: KnownPerson, id: string, typed: Record<string, unknown>): Promise<Shown> {
  if (!holdsOne(desk, person, [...handingOver.by, ...handingOver.forOthers])) return refusalPage(refusal());
  const { mayChoose, all, people } = await colleagues(desk, person, handingOver.forOthers);
  const read = readAnswers(fields(mayChoose), typed, {
    today: desk.clock.today(),
    received: null,
    facts: {},
    people: { who: all, successor: all },
  });
  const { who = person.id, successor = '', handoverNote = '' } = read.all as Record<string, string | undefined>;
  const same = successor !== '' && successor === who ? [{ field: 'successor', sentence: 'Choose somebody else.' }] : [];
  if (read.faults.length + same.length > 0) return handoverForm(desk, person, { typed, faults: [...read.faults, ...same] });
  const to = people.find((p) => p.id === successor);
  if (!to) return handoverForm(desk, person, { typed, faults: [{ field: 'successor', sentence: 'Choose one of those offered.' }] });
  const plan: Handover = {
    id: id || desk.ids.id(),
    from: who,
    to: successor,
    by: person.id,
    on: desk.clock.today(),
    note: handoverNote,
    state: 'proposed',
    moved: [],
    stayed: [],
  };
  await desk.handovers.add(plan);
  const cases = await desk.handovers.casesOf(who, '', COUNTED);
  const rows = await Promise.all(
    cases
      .slice(0, SHOWN)
      .map(async (c) => rowOf(await desk.requests.byId(c.id), { ref: c.ref, leaver: who, to, today: desk.clock.today() })),
  );
  const count = cases.length === COUNTED ? `${COUNTED} or more` : String(cases.length);
  const name = all.find((o) => o.value === who)?.title ?? person.name;
  return {
    kind: 'page',
    title: `${name} to ${to.name}: ${count} open ${cases.length === 1 ? 'case' : 'cases'}`,
    under: cite(handingOver.clause),
    blocks: [
      { is: 'rows', rows, empty: 'No case is open. Places in the knowledge base go over.' },
      ...(cases.length > SHOWN ? [{ is: 'text' as const, text: `And ${cases.length - SHOWN} more.`, quiet: true }] : []),
      {
        is: 'text',
        text: 'Roles are Information Governance’s to grant and to end. The FOI Coordinator and the Complaints Unit are told.',
        small: true,
      },
    ],
    actions: [
      { title: 'Hand over', verb: 'handover-confirm', data: { d: plan.id }, primary: true },
      { title: 'Cancel', verb: 'help', data: {} },
    ],
  };
}

type Row = Extract<PageBlock, { is: 'rows' }>['rows'][number];
function rowOf(
  request: Awaited<ReturnType<Desk['requests']['byId']>>,
  given: { ref: string; leaver: string; to: KnownPerson; today: string },
): Row {
  if (!request) return { title: given.ref, text: '' };
  const { facts } = request.state;
  const as = [facts['diao'] === given.leaver ? 'DIAO' : '', facts['caseOfficer'] === given.leaver ? 'case officer' : ''].filter(Boolean);
  const no = whyNot(request, given.leaver, given.to, given.today);
  const text = `${directorateTitle(facts['directorate'])} · ${as.join(' and ') || 'a search'}`;
  return no === null ? { title: given.ref, text } : { title: given.ref, text: `${text} · ${no}`, side: 'stays', press: 'soon' };
}

/** Carries it out; the same press again answers how it ended. */
export async function confirmHandover(desk: Desk, person: KnownPerson, id: string): Promise<Shown> {
  const plan = await desk.handovers.byId(id);
  if (plan?.by !== person.id) return refusalPage(refuse('nothing-to-do', 'There is no such hand-over. Begin again.'));
  if (await desk.handovers.advance(id, 'proposed', 'running')) await runHandover(desk, { ...plan, state: 'running' });
  return handoverPage(desk, (await desk.handovers.byId(id)) ?? plan);
}

/** LTR-38: area, open cases, successor and date. References and colleagues, and no requester. */
export async function handoverPage(desk: Desk, { from, to, on, moved, stayed }: Handover): Promise<PageShown> {
  const people = await desk.people.byIds([from, to]);
  const find = (id: string): KnownPerson | undefined => people.find((p) => p.id === id);
  const area = [...new Set((find(from)?.grants ?? []).flatMap((g) => (g.directorate ? [directorateTitle(g.directorate)] : [])))].join(', ');
  return {
    kind: 'page',
    title: `${find(from)?.name ?? 'A colleague'} has handed over to ${find(to)?.name ?? 'a colleague'}`,
    tone: stayed.length > 0 ? 'attention' : 'good',
    under: cite(handingOver.clause),
    blocks: [
      {
        is: 'facts',
        facts: [
          { title: 'Area', value: area || 'No directorate' },
          { title: 'Open cases', value: String(moved.length) },
          { title: 'Successor', value: find(to)?.name ?? 'a colleague' },
          { title: 'From', value: formatDay(on) },
        ],
      },
      ...(moved.length > 0 ? [{ is: 'list' as const, heading: 'Went over', items: moved.slice(0, SHOWN) }] : []),
      ...(stayed.length > 0
        ? [{ is: 'list' as const, heading: 'Stayed', items: stayed.slice(0, SHOWN).map((s) => `${s.ref}: ${s.why}`) }]
        : []),
    ],
    actions: [{ title: 'My work', verb: 'my-work', data: {} }],
    summaryLine: 'Somebody has handed over their cases',
  };
}

export async function tellHandover(desk: Desk, { args }: OutboxMessage): Promise<{ shown: Shown } | { dropped: string }> {
  const handover = await desk.handovers.byId(String(args['handover']));
  return handover ? { shown: await handoverPage(desk, handover) } : { dropped: 'the hand-over is gone' };
}
