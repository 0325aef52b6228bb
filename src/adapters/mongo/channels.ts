import { Schema, type Connection } from 'mongoose';
import type { Channels } from '../../usecases/ports.js';
import { modelOn } from './model-on.js';

interface ChannelDocument {
  _id: string;
  serviceUrl: string;
  tenant: string;
  directorate?: string;
  boundBy?: string;
  unreachable?: boolean;
}
const channelSchema = new Schema<ChannelDocument>(
  { _id: String, serviceUrl: String, tenant: String, directorate: String, boundBy: String, unreachable: Boolean },
  { collection: 'channels', versionKey: false },
);
channelSchema.index({ directorate: 1 }, { sparse: true });

/** Channels the bot was added to, and which directorate IG bound each to. Names of channels play no part. */
export function mongoChannels(connection: Connection): Channels {
  const channels = modelOn<ChannelDocument>(connection, 'Channel', channelSchema);
  return {
    seen: async ({ conversationId, serviceUrl, tenant }) => {
      // Most turns tell nothing new: a read spares them a synced write.
      if ((await channels.exists({ _id: conversationId, serviceUrl, tenant, unreachable: { $exists: false } })) !== null) return;
      await channels.updateOne({ _id: conversationId }, { $set: { serviceUrl, tenant }, $unset: { unreachable: 1 } }, { upsert: true });
    },
    bind: async (conversationId, directorate, by) => {
      await channels.updateMany({ directorate, _id: { $ne: conversationId } }, { $unset: { directorate: 1 } });
      await channels.updateOne({ _id: conversationId }, { $set: { directorate, boundBy: by } }, { upsert: true });
    },
    forDirectorate: async (directorate) => {
      const found = await channels.findOne({ directorate }).lean<ChannelDocument>();
      return found && !found.unreachable ? { conversationId: found._id, serviceUrl: found.serviceUrl } : null;
    },
    directorateOf: async (conversationId) => (await channels.findById(conversationId).lean<ChannelDocument>())?.directorate ?? null,
    bound: async () => {
      const found = await channels.find({ directorate: { $type: 'string' } }, { directorate: 1 }).lean<ChannelDocument[]>();
      return found.flatMap((channel) => channel.directorate ?? []).sort();
    },
    forget: async (conversationId) => {
      await channels.deleteOne({ _id: conversationId });
    },
    markUnreachable: async (conversationId) => {
      await channels.updateOne({ _id: conversationId }, { $set: { unreachable: true } });
    },
  };
}
