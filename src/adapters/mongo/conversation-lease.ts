import mongoose from 'mongoose';
import type { ConversationLeases, ConversationPace } from '../../usecases/ports.js';
import { isDuplicateKey } from './duplicate-key.js';
import { modelOn } from './model-on.js';

interface Row extends ConversationPace {
  _id: string;
  holder: string;
  until: Date;
}

const schema = new mongoose.Schema<Row>(
  {
    _id: { type: String, required: true },
    holder: { type: String, required: true },
    until: { type: Date, required: true },
    notBefore: { type: Number, default: 0 },
    minutes: { type: [{ _id: false, minute: Number, count: Number }], default: [] },
  },
  { collection: 'conversations', versionKey: false },
);

const FREE = new Date(0);

/** One row for each conversation: who may send into it until when, and what it has had lately. Every access is by key. */
export function mongoConversationLeases(connection: mongoose.Connection): ConversationLeases {
  const rows = modelOn<Row>(connection, 'ConversationLease', schema);
  return {
    take: async (conversationId, holder, now, until) => {
      try {
        const row = await rows
          .findOneAndUpdate(
            { _id: conversationId, until: { $lte: now } },
            { $set: { holder, until } },
            { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
          )
          .lean<Row>();
        return { notBefore: row?.notBefore ?? 0, minutes: (row?.minutes ?? []).map(({ minute, count }) => ({ minute, count })) };
      } catch (error) {
        // Somebody else's lease stands: the filter found nothing, and the key is taken.
        if (isDuplicateKey(error)) return null;
        throw error;
      }
    },
    release: async (conversationId, holder, { notBefore, minutes }) => {
      await rows.updateOne({ _id: conversationId, holder }, { $set: { until: FREE, notBefore, minutes } });
    },
  };
}
