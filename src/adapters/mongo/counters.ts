import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import type { Counters } from '../../usecases/ports.js';
import { isDuplicateKey } from './duplicate-key.js';
import { modelOn } from './model-on.js';

interface CounterDoc {
  _id: string;
  last: number;
}

const schema = new Schema<CounterDoc>({ _id: String, last: Number }, { collection: 'counters', versionKey: false, strict: 'throw' });

/** Numbers of a series from 1: never the same twice, gaps allowed (design §4). */
export function mongoCounters(connection: Connection): Counters {
  const counters = modelOn(connection, 'Counter', schema);
  return {
    async next(series) {
      try {
        return await increment(counters, series);
      } catch (error) {
        // Two first numbers of a series at once: one upsert wins, the other finds it there the second time.
        if (!isDuplicateKey(error)) throw error;
        return increment(counters, series);
      }
    },
  };
}

async function increment(counters: Model<CounterDoc>, series: string): Promise<number> {
  const counter = await counters
    .findOneAndUpdate({ _id: series }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' })
    .lean<CounterDoc>();
  if (!counter) throw new Error(`The counter ${series} gave no number.`);
  return counter.last;
}
