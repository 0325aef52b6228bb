import type { PageBlock, PageShown } from '../../domain/shown.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { PAGE_SIZE, rowsOf } from './list-pages.js';

interface Work {
  waiting: number;
  others: number;
  /** Where counting stopped. */
  upTo: number;
  rows: Record<'waiting' | 'others', SubjectRequest[]>;
  /** Request id → version this person opened last. */
  seen: Record<string, number>;
  skip: number;
}

/** `my work`: references and stages only, what waits first, and what is new since the person last looked. */
export function workPage(desk: Desk, person: KnownPerson, work: Work): PageShown {
  const { waiting, others, upTo, skip } = work;
  const say = (n: number): string => (n >= upTo ? `${upTo} or more` : String(n));
  const shown = work.rows.waiting.length + work.rows.others.length;
  const turn = (title: string, to: number) => ({ title, verb: 'my-work', data: { skip: to } });
  return {
    kind: 'page',
    title: waiting + others === 0 ? 'My work' : `My work: ${say(waiting)} waiting for you, ${say(others)} more`,
    under: 'Nearest date first',
    blocks: blocksOf(desk, person, work),
    actions: [
      ...(skip > 0 ? [turn('Back', Math.max(0, skip - PAGE_SIZE))] : []),
      ...(shown === PAGE_SIZE && (skip + shown < waiting + others || waiting >= upTo || others >= upTo)
        ? [turn('More', skip + PAGE_SIZE)]
        : []),
      ...(waiting + others === 0
        ? [
            { title: 'My requests', verb: 'my-requests', data: {} },
            { title: 'What I can do', verb: 'help', data: {} },
          ]
        : []),
    ],
    summaryLine: `My work: ${say(waiting)} waiting for you`,
  };
}

function blocksOf(desk: Desk, person: KnownPerson, { rows, seen, skip }: Work): PageBlock[] {
  const block = (heading: string, requests: SubjectRequest[]): PageBlock => ({
    is: 'rows',
    heading,
    empty: '',
    rows: rowsOf(desk, person, { rows: requests, more: false }).map((row, i) => {
      const request = requests[i];
      return request ? { ...row, text: [newsOf(request, person.id, seen[request.id]), row.text].filter(Boolean).join(' · ') } : row;
    }),
  });
  if (rows.waiting.length + rows.others.length === 0)
    return [{ is: 'text', text: skip > 0 ? 'There is no more.' : 'Nothing is waiting for you, and you work on no case.' }];
  return [
    ...(rows.waiting.length > 0 ? [block('Waiting for you', rows.waiting)] : []),
    ...(rows.others.length > 0 ? [block('You work on these too', rows.others)] : []),
  ];
}

/** What others did since the person opened it or last acted on it. What they did themselves is no news to them. */
function newsOf({ state }: SubjectRequest, person: string, opened: number | undefined): string {
  const taken = Object.values(state.took);
  const acted = taken.filter((t) => t.by === person).map((t) => t.n);
  const known = Math.max(opened ?? 0, ...acted);
  if (known === 0) return 'New to you';
  return taken.some((t) => t.n > known) ? 'Changed since you looked' : '';
}
