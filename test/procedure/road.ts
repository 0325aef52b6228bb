import { loadHolidays } from '../../src/adapters/holidays/load-holidays.js';
import { deadlineOf, isTimelineFault, type Given } from '../../src/domain/clock.js';
import { decide, type AnswersAtFault, type Decided } from '../../src/domain/decide.js';
import { londonDay, parseInstant } from '../../src/domain/local-date.js';
import type { Grant, Person } from '../../src/domain/person.js';
import { isRefusal, type Refusal } from '../../src/domain/refusals.js';
import { apply, replay } from '../../src/domain/replay.js';
import type { View } from '../../src/domain/step.js';
import type { RequestState, StepTaken } from '../../src/domain/subject-request.js';
import { reasons } from '../../src/procedure/clock-reasons.js';
import { leftToCheck } from '../../src/procedure/checklist.js';
import { procedure } from '../../src/procedure/contents.js';
import { limits } from '../../src/procedure/limits.js';

export const LONG = '2099-12-31';
export const grant = (role: string, directorate?: string, until = LONG): Grant => ({ role, until, ...(directorate && { directorate }) });
export const someone = (id: string, ...grants: Grant[]): Person => ({ id, name: `${id} Example`, grants });

/** The people of the road: each holds what their name says, for Housing where it belongs to a directorate. */
export const sam = someone('sam');
export const rosa = someone('rosa', grant('CC'));
export const cara = someone('cara', grant('CCU'));
export const dev = someone('dev', grant('DIAO', 'HOU'));
export const dina = someone('dina', grant('DIAO', 'HOU'));
export const ola = someone('ola', grant('OFFICER', 'HOU'));
export const omar = someone('omar', grant('OFFICER', 'HOU'));
export const ines = someone('ines', grant('IG'));
export const dora = someone('dora', grant('DPO'));
const officers = [ola, omar, dev].map(({ id, name }) => ({ value: id, title: name }));
export const choosable = { officer: officers, owner: officers, holders: officers };

const given: Omit<Given, 'asOf'> = { limits, reasons, holidays: loadHolidays().dates };

/** One case as the procedure carries it: steps decided by the real rows, applied one by one, with a clock of its own. */
export class Road {
  now: Date;
  state: RequestState | null = null;
  readonly history: StepTaken[] = [];
  /** The last view asked for: dates are worked out once for each state and hour. */
  private seen: View | null = null;

  constructor(at = '2026-10-01T09:30') {
    this.now = parseInstant(at) as Date;
  }

  on(at: string): this {
    this.now = parseInstant(at.includes('T') ? at : `${at}T10:00`) as Date;
    return this;
  }

  view(person: Person): View {
    const seen = this.seen;
    if (seen?.request === this.state && seen.now === this.now) return { ...seen, person };
    const deadline = this.state ? this.datesOf(this.state) : null;
    if (deadline && isTimelineFault(deadline)) throw new Error(deadline.fault);
    this.seen = { request: this.state, person, now: this.now, today: londonDay(this.now), deadline, mark: (text) => text };
    return this.seen;
  }

  datesOf(state: RequestState): ReturnType<typeof deadlineOf> {
    return deadlineOf(state.timeline, { ...given, asOf: londonDay(this.now) });
  }

  tries(person: Person, step: string, raw: Record<string, unknown> = {}, item?: string): Decided | AnswersAtFault | Refusal {
    return decide(procedure, this.view(person), { step, raw, people: choosable, ...(item !== undefined && { item }) });
  }

  /** Takes the step, or throws saying why it may not be taken. */
  takes(person: Person, step: string, raw: Record<string, unknown> = {}, item?: string): this {
    const decided = this.tries(person, step, raw, item);
    if (isRefusal(decided)) throw new Error(`${step}: ${decided.sentence}`);
    if ('faults' in decided) throw new Error(`${step}: ${decided.faults.map((f) => f.sentence).join(' ')}`);
    return this.keeps(this.headerOf(person, decided));
  }

  keeps(taken: StepTaken): this {
    this.history.push(taken);
    this.state = taken.corrects === undefined ? apply(this.state ?? replay([]), taken) : replay(this.history);
    return this;
  }

  /** The header as a commit writes it: what is private stays away, pointed at by the id of its details. */
  headerOf(person: Person, decided: Decided, corrects?: number): StepTaken {
    const { tell: _tell, ...outcome } = decided.effects;
    const n = this.history.length + 1;
    const kept = Object.keys(decided.kept);
    return {
      n,
      id: decided.step.id,
      clause: decided.step.clause,
      policy: procedure.version,
      at: this.now.toISOString(),
      by: person.id,
      as: decided.as.code,
      ...(decided.item !== undefined && { item: decided.item }),
      answers: decided.answers,
      ...(kept.length > 0 && { details: `details-${n}`, kept }),
      outcome,
      ...(corrects !== undefined && { corrects }),
      key: `press-${n}`,
    };
  }

  get stage(): string {
    return this.state?.stage ?? 'START';
  }
}

export const report = {
  requesterName: 'Jo Example',
  contact: '020 7946 0000',
  words: 'Everything you hold on me about my rent',
  right: 'ACCESS',
  channel: 'PHONE',
  heardOn: '2026-10-01',
  heardAt: '09:15',
  identityAtCounter: 'NOT_YET',
  behalf: 'SELF',
  formatWish: 'NO_WISH',
};

/** The shortest way to a stage. */
export function roadTo(stage: string): Road {
  const road = new Road().takes(sam, 'report-a-request', report);
  for (const walk of walks) {
    if (road.stage === stage) return road;
    walk(road);
  }
  if (road.stage !== stage) throw new Error(`no way to ${stage}`);
  return road;
}

const walks: ((road: Road) => Road)[] = [
  (r) => r.takes(rosa, 'log-and-allocate', { post: 'HOU-1', right: 'ACCESS' }),
  (r) => r.takes(dev, 'accept'),
  (r) => r.takes(dev, 'ask-for-what-is-missing', { items: 'identity', sentOn: '2026-10-01' }),
  (r) =>
    r
      .takes(dev, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-10-01' })
      .takes(dev, 'confirm-identity', proof)
      .takes(dev, 'confirm-the-request-is-valid', valid),
  (r) => r.takes(dev, 'name-case-officer', { officer: 'ola' }),
  (r) => r.takes(ola, 'ask-for-a-search', { system: 'HOUSING', owner: 'omar', terms: 'Jo Example', answerBy: '2026-10-08' }),
  (r) => r.takes(omar, 'answer-a-search', { answer: 'FOUND', pages: '12', minutes: '30' }, 't1'),
  (r) => r.takes(ola, 'add-records', oneRecord).takes(ola, 'submit-for-approval', { result: 'GRANTED_FULL' }),
  (r) =>
    r
      .takes(dina, 'approve')
      .takes(ola, 'check-before-sending', { checks: CHECKED })
      .takes(ola, 'type-the-address', { destination: '1 Sample Street' })
      .takes(dina, 'type-the-address-again', { destinationAgain: '1 Sample Street' }),
  (r) => r.takes(ola, 'record-as-sent', { sentOn: '2026-10-01', method: 'SECURE_MAIL', proof: 'message 4711', filedAt: 'folder 7' }),
  (r) => r.takes(ola, 'close-the-case', { outcome: 'GRANTED_FULL', minutes: '300' }),
];
export const oneRecord = {
  kind: 'LETTER',
  source: 't1',
  count: '1',
  recordPages: '12',
  description: 'letters about the rent',
  about: 'PERSON',
  giveNow: 'true',
};
export const valid = { right: 'ACCESS', checks: 'PERSONAL_DATA,VERIFIED,LOCATABLE', address: 'MATCHES' };
/** What the record of a plain case does not show. */
export const CHECKED = leftToCheck({ facts: { identity: 'x', approvedOn: 'x', formatWish: 'NO_WISH' } })
  .map((c) => c.value)
  .join(',');
const proof = { evidence: 'ID_PASSPORT' };
