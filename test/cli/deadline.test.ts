import { spawn } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTimelines } from '../../src/cli/read-timelines.js';
import { anyReceipt, soundTimeline } from '../domain/clock-arbitraries.js';

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command of the contract with text on stdin, in a time zone of the process. */
function runDeadline(
  input: string,
  zone = 'UTC',
  command: [string, string[]] = [process.execPath, ['--import', 'tsx', 'src/cli/deadline.ts']],
) {
  return new Promise<Run>((resolve, reject) => {
    const child = spawn(command[0], command[1], { env: { ...process.env, TZ: zone, NODE_OPTIONS: '' } });
    const run: Run = { code: null, out: '', err: '' };
    child.stdout.on('data', (chunk) => (run.out += String(chunk)));
    child.stderr.on('data', (chunk) => (run.err += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...run, code }));
    child.stdin.end(input);
  });
}

type Printed = Record<string, unknown>;
const read = async (input: unknown, zone?: string): Promise<Printed[]> => {
  const { code, out, err } = await runDeadline(JSON.stringify(input), zone);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Printed[];
};

const keys = [
  'start',
  'due',
  'latestArguable',
  'state',
  'extensionNoticeBy',
  'askForMissingBy',
  'noReplyUntil',
  'logBy',
  'flagBy',
  'reviewAckBy',
  'reviewDueBy',
  'complaintAckBy',
  'refused',
  'why',
];

describe('npm run -s deadline', () => {
  it('CLK-12 prints one object for one timeline, with the agreed keys in their order', async () => {
    const { code, out } = await runDeadline('{"received":"2026-10-01","asOf":"2026-10-20","events":[]}', 'UTC', [
      'npm',
      ['run', '-s', 'deadline'],
    ]);
    const printed = JSON.parse(out) as Printed & { why: Printed[] };
    expect(code).toBe(0);
    expect(Object.keys(printed)).toEqual(keys);
    expect(printed).toMatchObject({ start: '2026-10-01', due: '2026-11-02', state: 'running', logBy: null, flagBy: null, refused: [] });
    expect(printed.why.map((link) => Object.keys(link))).toEqual(printed.why.map(() => ['date', 'text', 'clause']));
  });

  it('CLK-13 CLK-15 answers an array with an array, each by its own setting and its own bank holidays', async () => {
    const events = [
      { type: 'clarification_received', date: '2026-10-15', answers: 1 },
      { type: 'clarification_requested', date: '2026-10-08', stopsClock: true },
    ];
    const tooLong = { type: 'extended', date: '2026-10-02', months: 3 };
    const printed = await read([
      { received: '2026-10-01', events },
      { received: '2026-10-01', events, clarification: 'restart' },
      { received: '2026-11-25', bankHolidays: [], events: [] },
      { received: '2026-11-25', bankHolidays: ['2026-12-25', '2026-12-29'], events: [] },
      { received: '2026-10-01', events: [tooLong] },
    ]);
    expect(printed.map(({ due }) => due)).toEqual(['2026-11-09', '2026-11-16', '2026-12-25', '2026-12-28', '2026-11-02']);
    expect(printed[4]?.['refused']).toEqual([{ event: tooLong, why: expect.stringContaining('(§1.2(7))') }]);
  });

  it('CLK-09 asks the state for today in London when no day is named', async () => {
    const printed = await read([
      { received: '2018-03-01', events: [] },
      { received: '2198-03-01', events: [] },
    ]);
    expect(printed.map(({ state }) => state)).toEqual(['overdue', 'running']);
  });

  it('CLK-12 CLK-13 prints the same wherever the machine stands', async () => {
    const hours = fc.tuple(anyReceipt, fc.nat({ max: 23 }), fc.nat({ max: 59 })).map(([received, hour, minute]) => ({
      received,
      receivedAt: `${received}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
      asOf: received,
      events: [],
    }));
    const asked = [
      ...fc.sample(soundTimeline, { numRuns: 300, seed: 5 }),
      ...fc.sample(hours, { numRuns: 100, seed: 5 }),
      { received: '2026-07-02', receivedAt: '2026-07-01T23:30:00Z', events: [] },
    ].map((one) => ({ asOf: '2026-10-20', ...one }));
    const [utc, auckland, newYork] = await Promise.all(['UTC', 'Pacific/Auckland', 'America/New_York'].map((zone) => read(asked, zone)));
    expect(utc).toHaveLength(asked.length);
    expect(auckland).toEqual(utc);
    expect(newYork).toEqual(utc);
  });
});

describe('npm run -s deadline ends with 2 and one line that names the fault', () => {
  it.each([
    [
      '[{"received":"2026-10-01","events":[]},{"received":"2026-10-01","asof":"2026-10-02","events":[]}]',
      'timeline 2: unknown field "asof".',
    ],
    ['{"received":"2026-10-01","events":[{"type":"id_received","date":"2026-09-30"}]}', 'id_received (event 1): Wed 30 Sep 2026 is before'],
    ['[{"received":"2026-10-01","events":[{"type":"clarification_received","date":"2026-10-02"}]}]', 'timeline 1: clarification_received'],
  ])('CLK-12 for %s', async (input, words) => {
    const { code, out, err } = await runDeadline(input);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['', 'stdin does not hold JSON.'],
    ['[1', 'stdin does not hold JSON.'],
    ['null', 'a timeline is a JSON object.'],
    ['[3]', 'timeline 1: a timeline is a JSON object.'],
    ['{"events":[]}', 'received is missing.'],
    ['{"received":"2026-10-01","colour":"red","tone":1}', 'unknown field "colour", "tone".'],
    ['{"received":"2026-10-01","events":[{"type":"id_requested","date":"2026-10-02","months":1}]}', 'unknown field "months" in events[0].'],
    ['{"received":"2026-10-01","events":[{"type":"id_lost","date":"2026-10-02"}]}', 'events[0].type: "id_lost" is no type of event.'],
    ['{"received":"2026-10-01","events":[{"date":"2026-10-02"}]}', 'events[0].type is missing.'],
    ['{"received":"2026-10-01","events":[{"type":"extended","date":"2026-10-02"}]}', 'events[0].months is missing.'],
    ['{"received":"2026-10-01","events":[{"type":"extended","date":"2026-10-02","months":"2"}]}', 'events[0].months: "2" is not'],
    ['{"received":"2026-02-30"}', 'received: "2026-02-30" is no day that exists'],
    ['{"received":"2026-10-01","clarification":"stop"}', 'clarification: "stop" is not'],
    ['{"received":"2026-10-01","bankHolidays":["2026-12-32"]}', 'bankHolidays[0]: "2026-12-32" is no day that exists'],
  ])('CLK-12 that stands in the input %s', (input, words) => {
    expect(readTimelines(input)).toEqual({ fault: expect.stringContaining(words) });
  });
});
