import { Schema, type Connection } from 'mongoose';
import type { HolidayOffer, HolidayOffers, MachineTime } from '../../usecases/ports.js';
import { isDuplicateKey } from './duplicate-key.js';
import { modelOn } from './model-on.js';

interface OfferDocument extends Omit<Partial<HolidayOffer>, 'n'> {
  /** The number of the offer; 0 is the note of when a list was last looked for. */
  _id: number;
  tried?: Date;
}

const schema = new Schema<OfferDocument>(
  {
    _id: Number,
    list: Schema.Types.Mixed,
    from: String,
    state: String,
    source: String,
    at: Date,
    decided: Schema.Types.Mixed,
    inForceFrom: Date,
    settled: Boolean,
    tried: Date,
  },
  { collection: 'holidays', versionKey: false, minimize: false, strict: 'throw' },
);

/** Bots look into the database every two seconds: in this time each has heard of a new list. */
const HEARD_MS = 5_000;
/** A bot that was held up may have written by the old list until then; what it wrote is looked at once more. */
const LATE_MS = 30_000;
const TRIED = 0;

/** The lists of bank holidays that came, one document each. */
export function mongoHolidayOffers(connection: Connection, machine: MachineTime): HolidayOffers {
  const offers = modelOn<OfferDocument>(connection, 'HolidayOffer', schema);
  const after = (ms: number): Date => new Date(machine().getTime() + ms);
  const addOnce = async (doc: OfferDocument): Promise<boolean> => {
    try {
      await offers.insertMany([doc], { lean: true });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };
  return {
    all: async () => {
      const found = await offers.find({ _id: { $gt: TRIED } }).sort({ _id: 1 }).lean<OfferDocument[]>(); // prettier-ignore
      return found.map(({ _id, ...rest }) => ({ n: _id, ...rest }) as HolidayOffer);
    },
    // The very first list is no news to anybody; a later one without a changed day is heard of first all the same.
    add: ({ n, ...offer }) =>
      addOnce({ _id: n, ...offer, ...(offer.state === 'in-force' && { inForceFrom: n === 1 ? new Date(0) : after(HEARD_MS) }) }),
    decide: async (n, from, to, decided) => {
      const set = { state: to, ...(decided && { decided }), ...(to === 'in-force' && { inForceFrom: after(HEARD_MS), settled: false }) };
      return (await offers.updateOne({ _id: n, state: { $in: from } }, { $set: set })).modifiedCount === 1;
    },
    settle: async (n) => {
      await offers.updateOne({ _id: n, inForceFrom: { $lte: after(-LATE_MS) } }, { $set: { settled: true } });
    },
    mayTry: async (everyMinutes) => {
      const due = { _id: TRIED, tried: { $lte: after(-everyMinutes * 60_000) } };
      if ((await offers.updateOne(due, { $set: { tried: machine() } })).modifiedCount === 1) return true;
      return addOnce({ _id: TRIED, tried: machine() });
    },
  };
}
