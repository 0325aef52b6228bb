import { formatDay, londonDay } from '../domain/local-date.js';
import type { PageBlock } from '../domain/shown.js';
import type { StepTaken, SubjectRequest } from '../domain/subject-request.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';
import { openButton } from './show/pages.js';
import { forThoseWho, type Showing, type Which } from './show-request.js';

const NOTE = 'add-a-note';
const CHANGE = 'change-contact-details';
/** Cases joined to one that a page still shows; more is a register to be cleaned, not a page. */
const MOST_JOINED = 5;

/** Every note of a case, newest first, and what was said in the cases that were joined to it (INT-16); for those who see the whole of it. */
export async function showNotes(desk: Desk, person: KnownPerson, which: Which): Promise<Showing> {
  return forThoseWho(desk, person, which, ['whole'], async (request) => {
    const joined = joinedTo(request).slice(0, MOST_JOINED);
    const [own, ...others] = await Promise.all([notesOf(desk, request), ...joined.map((ref) => saidIn(desk, ref))]);
    const blocks: PageBlock[] = [{ is: 'list', heading: 'Here', items: own }, ...others.flat()];
    const none: PageBlock = { is: 'text', text: 'There is no note yet.', quiet: true };
    await desk.audit.record({ what: 'viewed', by: person.id, requestId: request.id });
    return {
      shown: {
        kind: 'page',
        title: 'Notes',
        under: request.ref,
        blocks: own.length + others.length > 0 ? blocks : [none],
        actions: [openButton(request)],
      },
      holds: { requestId: request.id, person: person.id },
    };
  });
}

/** References of the cases that were closed as the same as this one and are still. */
export const joinedTo = ({ state }: Pick<SubjectRequest, 'state'>): string[] =>
  Object.entries(state.items['linked'] ?? {})
    .filter(([, entry]) => entry['gone'] === false)
    .map(([ref]) => ref);

/** The words reported in a joined case, and its notes. Whoever joined them saw both; their words belong to the case that goes on. */
async function saidIn(desk: Desk, ref: string): Promise<PageBlock[]> {
  const request = await desk.requests.byRef(ref);
  if (!request) return [];
  const { words, places } = request.state.details;
  const [opened, notes] = await Promise.all([desk.details.read([words, places].filter((d) => d !== undefined)), notesOf(desk, request)]);
  const said = [opened[words ?? '']?.['words'], opened[places ?? '']?.['places']].filter(Boolean).join('\n');
  return [
    { is: 'quote', heading: `${ref}, heard ${formatDay(request.state.timeline.received)}`, text: said },
    { is: 'list', heading: `Notes of ${ref}`, items: notes },
  ];
}

async function notesOf(desk: Desk, request: SubjectRequest): Promise<string[]> {
  const told = await stepsOf(desk, request, NOTE);
  return told.map(
    ({ step, fields, name }) =>
      `${formatDay(String(step.answers['noteOn'] ?? londonDay(new Date(step.at))))}, ${name}: ${fields['note'] ?? ''}`,
  );
}

/** Contact details as they were and as they became, newest first. */
export async function showContactHistory(desk: Desk, person: KnownPerson, which: Which): Promise<Showing> {
  return forThoseWho(desk, person, which, ['whole'], async (request) => {
    const changes = await stepsOf(desk, request, CHANGE);
    const blocks = changes.map(({ step, fields, name }): PageBlock => {
      const rows = Object.entries({ requesterName: 'Name', contact: 'Contact', address: 'Address' }).flatMap(([field, title]) =>
        fields[field] === undefined
          ? []
          : [
              { title: `${title} before`, value: fields[`${field}Before`] ?? 'none' },
              { title: `${title} since`, value: fields[field] },
            ],
      );
      const heading = `${formatDay(String(step.answers['changedOn']))}, ${name}`;
      return { is: 'facts', heading, facts: [...rows, { title: 'Told by', value: fields['toldBy'] ?? '' }] };
    });
    await desk.audit.record({ what: 'viewed', by: person.id, requestId: request.id });
    return {
      shown: { kind: 'page', title: 'Contact details, before and since', under: request.ref, blocks, actions: [openButton(request)] },
      holds: { requestId: request.id, person: person.id },
    };
  });
}

interface Told {
  step: StepTaken;
  fields: Record<string, string>;
  name: string;
}

/** Steps of one kind as they stand after any correction, newest first, with their words and who took them. */
async function stepsOf(desk: Desk, request: SubjectRequest, id: string): Promise<Told[]> {
  const history = (await desk.requests.history(request.id)).map((h) => h.step);
  const taken = history
    .filter((s) => s.id === id)
    .map((s) => ({ ...s, details: latest(history, s).details, answers: latest(history, s).answers }));
  const [details, people] = await Promise.all([
    desk.details.read(taken.flatMap((s) => s.details ?? [])),
    desk.people.byIds([...new Set(taken.map((s) => s.by))]),
  ]);
  const told = taken.map((step) => ({
    step: step as StepTaken,
    fields: details[step.details ?? ''] ?? {},
    name: people.find((p) => p.id === step.by)?.name ?? 'a colleague',
  }));
  return told.reverse();
}

const latest = (history: readonly StepTaken[], step: StepTaken): StepTaken => history.findLast((s) => s.corrects === step.n) ?? step;
