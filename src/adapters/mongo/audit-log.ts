import { randomUUID } from 'node:crypto';
import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import type { LoggedEvent, Seals } from '../../usecases/audit-ports.js';
import type { AuditLog, Clock, MachineTime } from '../../usecases/ports.js';
import { modelOn } from './model-on.js';

/** An event as stored. `unsealed` stands until a block holds the event; its sparse index is what the sealing reads. */
export interface EventDoc {
  _id: string;
  at: Date;
  written: Date;
  what: string;
  by: string;
  requestId?: string;
  codes?: Record<string, string | number | boolean>;
  mac: string;
  unsealed?: true;
}

const schema = new Schema<EventDoc>(
  {
    _id: String,
    at: Date,
    written: Date,
    what: String,
    by: String,
    requestId: String,
    codes: Schema.Types.Mixed,
    mac: String,
    unsealed: { type: Boolean, index: { sparse: true } },
  },
  { collection: 'audit', versionKey: false, strict: 'throw', minimize: false },
);
// "Who looked at this case?" (SEC-14)
schema.index({ requestId: 1, at: 1 });
// Which letters were made for it, whatever else happened there.
schema.index({ requestId: 1, what: 1, at: -1 }, { partialFilterExpression: { what: 'letter-link' } });

export const eventsModel = (connection: Connection) => modelOn(connection, 'AuditEvent', schema);

/** The append-only log of everything that is not a step (design §4, SEC-05). A failed write rejects: what cannot be logged must not happen. */
export function mongoAuditLog(connection: Connection, seals: Seals, clock: Clock, machine: MachineTime): AuditLog {
  const events = eventsModel(connection);
  return {
    async record({ what, by, requestId, codes }) {
      const times = { at: clock.now(), written: machine() };
      const said = { what, by, ...(requestId !== undefined && { requestId }), ...(codes && { codes }) };
      const id = randomUUID();
      const mac = seals.event({ id, at: times.at.toISOString(), written: times.written.toISOString(), ...said });
      await events.insertMany([{ _id: id, ...times, ...said, mac, unsealed: true }], { lean: true });
    },
  };
}

/** The event as it was marked, read from the database. */
export function readEvent(doc: EventDoc): LoggedEvent {
  const { _id, at, written, what, by, requestId, codes, mac } = doc;
  const said = { what, by, ...(requestId !== undefined && { requestId }), ...(codes && { codes }) };
  return { id: _id, at: at.toISOString(), written: written.toISOString(), ...said, mac };
}
