import type { Collection } from 'mongodb';
import { SCHEMA_VERSION, type RequestDocument } from '../../src/adapters/mongo/requests.js';
import { loadHolidays } from '../../src/adapters/holidays/load-holidays.js';
import { addDays, daysBetween, parseInstant, type LocalDate } from '../../src/domain/local-date.js';
import { weekOf } from '../../src/domain/reports/week.js';
import { replay } from '../../src/domain/replay.js';
import type { StepTaken } from '../../src/domain/subject-request.js';
import { channelsIn } from '../../src/procedure/intake.js';
import { directorates } from '../../src/procedure/owners.js';
import { rights } from '../../src/procedure/rights.js';
import { stages } from '../../src/procedure/stages.js';
import { defaultCouncil } from '../../src/letters/council.js';
import type { Desk } from '../../src/usecases/desk.js';
import { indexOf } from '../../src/usecases/index-of.js';
import { viewOf } from '../../src/usecases/view-of.js';
import { roadTo } from '../procedure/road.js';

/** What a register is filled with. `today` is a day by the Clock; cases come from the weeks before its Monday. */
export interface Filling {
  today?: LocalDate;
  /** Requests received in each week. */
  perWeek?: number;
}

const BASE = '2026-10-01';
const BATCH = 2000;
/** Days after receipt on which the later steps of a closed case were taken; one in twelve was late. */
const DELAYS = [4, 9, 14, 18, 21, 24, 26, 27, 28, 29, 29, 41];
/** After so many days a case is nearly always closed. */
const OLD = 45;

/**
 * Fills the collection `requests` with `count` cases that the real steps of the procedure made, moved in time and over directorates, rights,
 * channels and people by chance from `seed`: the same seed, the same register. Writes in batches, past the stores. Without details documents.
 */
export async function generateCases(
  requests: Pick<Collection<RequestDocument>, 'insertMany'>,
  count: number,
  seed: number,
  filling: Filling = {},
): Promise<{ open: number }> {
  let [batch, open] = [[] as RequestDocument[], 0];
  for (const document of makeCases(count, seed, filling)) {
    batch.push(document);
    if (document.index.open) open += 1;
    if (batch.length < BATCH) continue;
    await requests.insertMany(batch, { ordered: false });
    batch = [];
  }
  if (batch.length > 0) await requests.insertMany(batch, { ordered: false });
  return { open };
}

/** The cases themselves, newest first. */
export function* makeCases(count: number, seed: number, { today = '2026-11-23', perWeek = 500 }: Filling = {}): Generator<RequestDocument> {
  const chance = chanceFrom(seed);
  const made = new Map<string, string>();
  for (let i = 0; i < count; i += 1) {
    const received = addDays(today, -1 - Math.floor((i * 7) / perWeek));
    const pick = pickTemplate(daysBetween(received, today), chance);
    const key = `${pick.stage} ${pick.delay} ${received}`;
    const text = made.get(key) ?? textOf(pick, received, today);
    made.set(key, text);
    yield asDocument(vary(text, chance), i, seed, chance);
  }
}

type Template = { stage: string; delay: number };

function pickTemplate(age: number, chance: Chance): Template {
  const delay = DELAYS[chance(DELAYS.length)] ?? 0;
  const old = age > OLD ? chance(200) > 0 : age > delay;
  if (old) return { stage: 'CLOSED', delay: Math.min(delay, age) };
  const open = stages.filter((s) => s.open).map((s) => s.code);
  return { stage: open[Math.min(open.length - 1, chance(1 + Math.floor(age / 4)))] ?? 'REPORTED', delay: 0 };
}

/** An old closed case is one received on the same weekday some whole weeks later, moved back: its dates need not be worked out again. */
const closed = new Map<string, string>();
function textOf(pick: Template, received: LocalDate, today: LocalDate): string {
  const weeks = Math.floor((daysBetween(received, today) - OLD) / 7);
  if (pick.stage !== 'CLOSED' || weeks < 1) return JSON.stringify(template(pick, received, today));
  const like = addDays(received, 7 * weeks);
  const key = `${pick.delay} ${like}`;
  const text = closed.get(key) ?? JSON.stringify(template(pick, like, today));
  closed.set(key, text);
  return text.replace(DAYS, (day: string) => addDays(day, -7 * weeks)).replace(/"week":"[^"]*"/, `"week":"${weekOf(received)}"`);
}

const roads = new Map<string, StepTaken[]>();
/** One case at a stage, its first half taken on the day of receipt and the rest `delay` days later. */
function template({ stage, delay }: Template, received: LocalDate, today: LocalDate): Partial<RequestDocument> {
  const history = roads.get(stage) ?? roadTo(stage).history;
  roads.set(stage, history);
  const shift = daysBetween(BASE, received);
  const steps = history.map((step, at) => shifted(step, shift + (at >= history.length / 2 ? delay : 0)));
  const state = replay(steps);
  return { version: steps.length, state, steps, index: indexOf(deskOn(today), viewOf(deskOn(today), state, NOBODY)) };
}

const shifted = (step: StepTaken, by: number): StepTaken =>
  JSON.parse(JSON.stringify(step).replace(DAYS, (day: string) => addDays(day, by))) as StepTaken;
/** Days and the days of instants. */
const DAYS = /\d{4}-\d\d-\d\d(?=["T])/g;

const NOBODY = { id: '', name: '', grants: [] };
const holidays = loadHolidays();
/** As much of a desk as dates need. */
function deskOn(today: LocalDate): Desk {
  const clock = { now: () => parseInstant(`${today}T08:59`) as Date, today: () => today, rehearsal: true };
  return {
    clock,
    holidays: { has: (day: string) => holidays.dates.has(day), version: holidays.version },
    tokens: { mark: String },
    council: defaultCouncil(),
  } as unknown as Desk;
}

/** The same case in another directorate, about another right, by another door, led by somebody else. */
function vary(text: string, chance: Chance): string {
  const area = directorates[chance(directorates.length)];
  const post = area?.posts[chance(area.posts.length)]?.id ?? 'HOU-1';
  const right = chance(10) < 8 ? 'ACCESS' : (rights[chance(rights.length)]?.code ?? 'ACCESS');
  const officer = `officer-${chance(40)}`;
  const channel = channelsIn[chance(channelsIn.length)]?.value ?? 'PHONE';
  return text
    .replaceAll('"HOU-1"', `"${post}"`)
    .replaceAll('"HOU"', `"${area?.code}"`)
    .replaceAll(':HOU"', `:${area?.code}"`)
    .replaceAll('"ACCESS"', `"${right}"`)
    .replaceAll('"PHONE"', `"${channel}"`)
    .replaceAll('"ola"', `"${officer}"`)
    .replaceAll(':ola"', `:${officer}"`)
    .replaceAll('"sam"', `"colleague-${chance(600)}"`);
}

const INSTANTS = ['nextNoticeAt'] as const;

function asDocument(text: string, i: number, seed: number, chance: Chance): RequestDocument {
  const made = JSON.parse(text) as RequestDocument;
  const index = { ...made.index };
  for (const name of INSTANTS) if (typeof index[name] === 'string') index[name] = new Date(index[name]);
  const first = made.steps[0];
  return {
    ...made,
    _id: `g${seed}-${i}`,
    ref: `DR-${index.receivedOn.slice(0, 4)}-${seed}${String(i).padStart(6, '0')}`,
    schemaVersion: SCHEMA_VERSION,
    index,
    macs: made.steps.map((_, at) => `mac-${i}-${at}`),
    mac: `mac-${i}-${made.steps.length - 1}`,
    intents: [],
    tokens: Array.from({ length: 6 }, () => chance(2 ** 31).toString(36)),
    intakeKey: `g${seed}-${i}`,
    at: new Date(first?.at ?? 0),
  };
}

type Chance = (below: number) => number;
/** mulberry32: small, and the same everywhere. */
function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % Math.max(below, 1);
  };
}
