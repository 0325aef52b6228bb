import { appendFileSync } from 'node:fs';
import { afterAll } from '@jest/globals';
import { MongoClient, type CommandStartedEvent } from 'mongodb';
import { noteCommand, type Operations } from './operations.js';

/*
 * Keeps the list of what clients ask of the database (used-operations.json) truthful. Off unless asked for:
 *   RECORD_OPERATIONS=seen.ndjson npm run jest -- --setupFilesAfterEnv=./test/adapters/embedded-mongo/record-operations.ts
 * Each test file appends one line; `node --import tsx test/adapters/embedded-mongo/list-operations.ts seen.ndjson` writes the list.
 */
const file = process.env['RECORD_OPERATIONS'];
const seen: Operations = {};
if (file) {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const connect = MongoClient.prototype.connect;
  const watched = new WeakSet<MongoClient>();
  MongoClient.prototype.connect = function (this: MongoClient) {
    if (!watched.has(this)) {
      watched.add(this);
      (this as unknown as { monitorCommands: boolean }).monitorCommands = true;
      this.on('commandStarted', ({ command }: CommandStartedEvent) => noteCommand(seen, command));
    }
    return connect.call(this);
  };
  afterAll(() => appendFileSync(file, `${JSON.stringify(seen)}\n`));
}
