import type { Field } from '../../domain/fields.js';
import { formatDay } from '../../domain/local-date.js';
import { readAnswers, type AnswerFault } from '../../domain/read-answers.js';
import { refuse, type Refusal } from '../../domain/refusals.js';
import type { PageShown, Shown } from '../../domain/shown.js';
import { awayFields, standingIn } from '../../procedure/away.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { cite } from '../show/cite.js';
import { refusalPage } from '../show/pages.js';
import { stepForm } from '../show/step-form.js';
import { viewOf } from '../view-of.js';
import { colleagues, holdsOne, whoseFields } from './colleagues.js';

const noRole = (): Refusal =>
  refuse('not-your-step', 'Only those who work cases are stood in for. Requests you report are the contact centre’s.', {
    clause: standingIn.clause,
  });

interface Typed {
  typed?: Record<string, unknown>;
  faults?: readonly AnswerFault[];
}

/** The form of being away, for oneself; those who may say it of others choose whom. Says who stands in already. */
export async function awayForm(desk: Desk, person: KnownPerson, before: Typed = {}): Promise<Shown> {
  if (!holdsOne(desk, person, [...standingIn.by, ...standingIn.forOthers])) return refusalPage(noRole());
  const people = await colleagues(desk, person, standingIn.forOthers);
  const [now] = (await desk.people.coveredBy([person.id], desk.clock.today())).slice(0, 1);
  const by = people.all.find((o) => o.value === now?.by)?.title ?? 'A colleague';
  const about = now
    ? `${by} stands in for you from ${formatDay(now.from)} to ${formatDay(now.until)}. A new time takes its place.`
    : undefined;
  return stepForm(
    {
      title: 'When you are away',
      clause: standingIn.clause,
      about:
        about ?? 'Somebody stands in for you: they get your notices and cards beside you and may act in your cases. It ends by itself.',
      asks: fieldsFor(people.mayChoose),
    },
    {
      view: viewOf(desk, null, person),
      people: { cover: people.all.filter((o) => o.value !== person.id), who: people.all },
      ...(before.typed && { typed: before.typed }),
      ...(before.faults && { faults: before.faults }),
      ...(people.mayChoose && { recalled: { who: person.id } }),
      actions: [
        { title: 'Save', verb: 'away-save', data: {}, primary: true },
        ...(now ? [{ title: 'I am back', verb: 'away-end', data: {}, leaves: true }] : []),
        { title: 'Cancel', verb: 'help', data: {}, leaves: true },
      ],
    },
  );
}

const fieldsFor = (mayChoose: boolean): Record<string, Field> => ({ ...(mayChoose && whoseFields), ...awayFields });

/** Notes who stands in and when. Nobody stands in for themselves; a time that is over is none. */
export async function saveAway(desk: Desk, person: KnownPerson, typed: Record<string, unknown>): Promise<Shown> {
  if (!holdsOne(desk, person, [...standingIn.by, ...standingIn.forOthers])) return refusalPage(noRole());
  const people = await colleagues(desk, person, standingIn.forOthers);
  const today = desk.clock.today();
  const context = { today, received: null, facts: {}, people: { cover: people.all, who: people.all } };
  const read = readAnswers(fieldsFor(people.mayChoose), typed, context);
  const { who = person.id, cover = '', from = '', until = '' } = read.all as Record<string, string | undefined>;
  const faults = [
    ...read.faults,
    ...(cover !== '' && cover === who ? [{ field: 'cover', sentence: 'Choose somebody else.' }] : []),
    ...(from && until && until < from ? [{ field: 'until', sentence: 'This is before the first day.' }] : []),
    ...(until && until < today ? [{ field: 'until', sentence: 'This date has passed.' }] : []),
  ];
  if (faults.length > 0) return awayForm(desk, person, { typed, faults });
  await desk.people.cover({ for: who, from, until }, cover);
  await desk.audit.record({ what: 'cover', by: person.id, codes: { for: who, cover, from, until } });
  const name = (id: string): string => people.all.find((o) => o.value === id)?.title ?? 'A colleague';
  const whom = who === person.id ? 'you' : name(who);
  return done('Saved', `${name(cover)} stands in for ${whom} from ${formatDay(from)} to ${formatDay(until)}, and then no longer.`);
}

/** Back early: nobody stands in any more. */
export async function endAway(desk: Desk, person: KnownPerson): Promise<Shown> {
  await desk.people.cover({ for: person.id, from: '', until: '' }, null);
  await desk.audit.record({ what: 'cover-ended', by: person.id, codes: { for: person.id } });
  return done('Welcome back', 'Nobody stands in for you any more.');
}

const done = (title: string, text: string): PageShown => ({
  kind: 'page',
  title,
  tone: 'good',
  under: cite(standingIn.clause),
  blocks: [{ is: 'text', text }],
  actions: [{ title: 'My work', verb: 'my-work', data: {} }],
});
