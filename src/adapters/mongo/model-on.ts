import type { Connection, Model, Schema } from 'mongoose';

/** The model of that name on this connection; compiled once, so a store may be made twice (two bots in one test process). */
export function modelOn<T>(connection: Connection, name: string, schema: Schema<T>): Model<T> {
  return (connection.models[name] as Model<T> | undefined) ?? connection.model<T>(name, schema);
}
