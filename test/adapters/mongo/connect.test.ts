import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Schema } from 'mongoose';
import { describe, expect, it } from '@jest/globals';
import { connectMongo } from '../../../src/adapters/mongo/connect.js';
import { openDatabase } from './open-database.js';

describe('the connection to the database', () => {
  it('gives up within two seconds when nobody is there', async () => {
    const spare = createServer();
    await new Promise<void>((resolve) => spare.listen(0, '127.0.0.1', resolve));
    const { port } = spare.address() as AddressInfo;
    await new Promise((resolve) => spare.close(resolve));
    const started = performance.now();
    await expect(connectMongo(`mongodb://127.0.0.1:${port}/?directConnection=true`)).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it('buffers nothing: a call after the end of the connection fails at once', async () => {
    const database = await openDatabase();
    const things = database.connection.model('Thing', new Schema({ name: String }));
    await things.create({ name: 'a' });
    await database.close();
    const started = performance.now();
    await expect(things.findOne({}).exec()).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('bounds every query on the server, unless a query sets its own time', async () => {
    const database = await openDatabase();
    const seen: (number | undefined)[] = [];
    const schema = new Schema({ name: String });
    const note = function (this: { getOptions(): { maxTimeMS?: number } }): void {
      seen.push(this.getOptions().maxTimeMS);
    };
    schema.post(/^(find|count|update|delete)/, note as never);
    const bounded = database.connection.model('Bounded', schema);
    await bounded.findOne({});
    await bounded.updateOne({ name: 'a' }, { $set: { name: 'b' } });
    await bounded.countDocuments({}).maxTimeMS(50);
    expect(seen).toEqual([2_000, 2_000, 50]);
    await database.close();
  });
});
