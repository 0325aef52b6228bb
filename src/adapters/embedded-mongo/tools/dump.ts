import { closeSync, existsSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EJSON } from 'bson';
import { describeIndex } from '../commands/index-specs.js';
import { openEngine } from '../server/engine.js';
import { walk, wholeOf } from '../store/store.js';

/**
 * Writes every collection as `mongorestore` reads it: <dir>/<database>/<collection>.bson and .metadata.json (with the indexes).
 * Answers how many documents went out. Throws if the folder exists or the database is in use.
 */
export async function dump(dataDir: string, dir: string): Promise<number> {
  if (existsSync(dir)) throw new Error(`${dir} exists already; a dump never overwrites`);
  const { engine, release } = await openEngine(dataDir);
  let documents = 0;
  try {
    for (const collection of engine.store.catalog.list()) {
      const dot = collection.ns.indexOf('.');
      const [db, name] = [collection.ns.slice(0, dot), encodeURIComponent(collection.ns.slice(dot + 1))];
      mkdirSync(join(dir, db), { recursive: true, mode: 0o700 });
      const file = openSync(join(dir, db, `${name}.bson`), 'w', 0o600);
      for (const { value } of walk(engine.store.env.data, wholeOf(collection.prefix))) {
        writeSync(file, value);
        documents++;
      }
      closeSync(file);
      const indexes = [{ v: 2, key: { _id: 1 }, name: '_id_' }, ...collection.indexes.map((i) => describeIndex(i.spec))];
      const metadata = { options: {}, indexes, uuid: '', collectionName: collection.ns.slice(dot + 1), type: 'collection' };
      writeFileSync(join(dir, db, `${name}.metadata.json`), EJSON.stringify(metadata, { relaxed: false }), { mode: 0o600 });
    }
  } finally {
    await release();
  }
  return documents;
}
