import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoBulkWriteError, type Collection, type Document } from 'mongodb';
import { startTestDatabase, type TestDatabase } from './database.js';

export type Rows = Collection<{ _id: number | null } & Document>;

/** One call of the driver: what is there, what is done, what it answers (or the code it fails with) and what is left. */
export interface Case {
  readonly title: string;
  readonly given?: Document[];
  readonly indexes?: [key: Record<string, 1 | -1>, options?: Document][];
  readonly run: (rows: Rows) => Promise<unknown>;
  /** Compared whole; a driver's result object by the fields named. */
  readonly gives?: unknown;
  /** The error's code, or its fields. */
  readonly fails?: number | Document;
  /** The collection afterwards, in the order of _id. Unchanged from `given` when a case fails and says nothing. */
  readonly leaves?: Document[];
}

export const X3 = [
  { _id: 1, x: 11 },
  { _id: 2, x: 22 },
  { _id: 3, x: 33 },
];

/** A bulk's error with the counts of what it did, an ordinary error with what the server said. */
function describeFailure(e: unknown): Record<string, unknown> {
  if (!(e instanceof MongoBulkWriteError)) return { ...(e as object), message: (e as Error).message };
  const errors = [e.writeErrors].flat().map(({ index, code }) => ({ index, code }));
  const { insertedCount: inserted, matchedCount: matched, modifiedCount: modified, deletedCount: deleted } = e;
  return { code: e.code, errors, inserted, matched, modified, deleted };
}

/** Runs each case in a collection of its own, through the ordinary driver. */
export function crudCases(title: string, cases: Case[]): void {
  describe(title, () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await startTestDatabase();
    });
    afterAll(() => database.stop());

    it.each(cases.map((c, i) => [c.title, c, i] as const))('%s', async (_, { given = [], indexes = [], run, gives, fails, leaves }, i) => {
      const rows = database.db.collection(`rows${i}`) as unknown as Rows;
      if (given.length > 0) await rows.insertMany(given.map((d) => ({ ...d })) as never);
      for (const [key, options] of indexes) await rows.createIndex(key, options ?? {});
      const outcome = await run(rows).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      if (fails !== undefined) {
        expect(outcome).toHaveProperty('error');
        const { message, ...wanted } = typeof fails === 'number' ? { code: fails, message: undefined } : (fails as { message?: RegExp });
        const failure = describeFailure((outcome as { error: unknown }).error);
        expect(failure).toMatchObject(wanted);
        if (message) expect(failure['message']).toMatch(message);
      } else if ('error' in outcome) throw outcome.error;
      else if (isResult(gives)) expect(outcome.value).toMatchObject(gives);
      else if (gives !== undefined) expect(outcome.value).toEqual(gives);
      const left = leaves ?? (fails === undefined ? undefined : given);
      if (left) expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual(left);
    });
  });
}

const RESULTS = ['acknowledged', 'matchedCount', 'insertedCount', 'deletedCount', 'insertedId', 'upsertedCount', 'lastErrorObject'];
const isResult = (v: unknown): v is Document => typeof v === 'object' && v !== null && RESULTS.some((name) => name in v);
