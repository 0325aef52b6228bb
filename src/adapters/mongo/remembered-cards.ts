import mongoose from 'mongoose';
import type { MachineTime, RememberedCard, RememberedCards } from '../../usecases/ports.js';
import { modelOn } from './model-on.js';

interface Row extends RememberedCard {
  _id: string;
  /** Machine time since when the card must become a stub; null while it may stand. */
  stubSince: Date | null;
}

const schema = new mongoose.Schema<Row>(
  {
    _id: { type: String, required: true },
    conversationId: { type: String, required: true },
    serviceUrl: { type: String, required: true },
    messageId: { type: String, required: true },
    requestId: { type: String, required: true },
    person: { type: String, required: true },
    stubSince: { type: Date, default: null },
  },
  { collection: 'cards', versionKey: false },
)
  .index({ requestId: 1, person: 1 })
  .index({ person: 1 })
  .index({ stubSince: 1 });

const NEVER = new Date(0);

/** Cards with personal details that still stand in a chat: ids only, one row for each message. */
export function mongoRememberedCards(connection: mongoose.Connection, machine: MachineTime): RememberedCards {
  const rows = modelOn<Row>(connection, 'RememberedCard', schema);
  return {
    remember: async (card) => {
      const _id = idOf(card.conversationId, card.messageId);
      // A mark for a stub stays: showing the case again must not undo its closing.
      // Most presses show the same case on the same card again: a read spares them a synced write.
      if ((await rows.exists({ _id, requestId: card.requestId, person: card.person })) !== null) return;
      await rows.updateOne({ _id }, { $set: { ...card }, $setOnInsert: { stubSince: null } }, { upsert: true });
    },
    ofRequest: async (requestId, person) => {
      const filter = person === undefined ? { requestId } : { requestId, person };
      return (await rows.find(filter).lean<Row[]>()).map(toCard);
    },
    forget: async (conversationId, messageId) => {
      await rows.deleteOne({ _id: idOf(conversationId, messageId) });
    },
    mark: async (which) => {
      const filter = 'messageId' in which ? { _id: idOf(which.conversationId, which.messageId) } : which;
      // An empty filter would strip every card in the council.
      if (Object.keys(filter).length > 0) await rows.updateMany(filter, { $set: { stubSince: machine() } });
    },
    marked: async (limit) => {
      const found = await rows
        .find({ stubSince: { $gt: NEVER } })
        .sort({ stubSince: 1 })
        .limit(limit)
        .lean<Row[]>();
      return found.map(toCard);
    },
  };
}

function idOf(conversationId: string, messageId: string): string {
  return `${conversationId}|${messageId}`;
}

function toCard({ conversationId, serviceUrl, messageId, requestId, person }: Row): RememberedCard {
  return { conversationId, serviceUrl, messageId, requestId, person };
}
