import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from './index.js';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, data: { type: 'string', default: './data' } },
});

async function serve(): Promise<void> {
  const database = await startEmbeddedMongo({ dataDir: values.data, port: Number(values.port) });
  console.log(database.uri);
  const stop = (): void => void database.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await serve();
} catch (e) {
  console.error((e as Error).message);
  process.exit(1);
}
