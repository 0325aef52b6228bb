import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { MongoClient } from 'mongodb';
import restify from 'restify';

/**
 * The floor that presses are measured against: bare botbuilder and restify, answering after two reads by id and one synced update of a
 * 4 KB document by the plain driver. `echo` as third argument leaves the database out.
 */
interface Doc {
  _id: string;
  version: number;
  filling: string;
}
const [, , uri = '', kind = 'floor'] = process.argv;
const client = await new MongoClient(uri).connect();
const docs = client.db('floor').collection<Doc>('docs');
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

async function answer(context: TurnContext): Promise<void> {
  const { action } = context.activity.value as { action: { data: { r: string } } };
  if (kind === 'floor') {
    await docs.findOne({ _id: 'person' });
    const found = await docs.findOne({ _id: action.data.r });
    await docs.findOneAndUpdate({ _id: action.data.r, version: found?.version ?? 0 }, { $inc: { version: 1 } });
  }
  const body = {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { type: 'AdaptiveCard', version: '1.5', body: [] },
  };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

const server = restify.createServer();
server.use(restify.plugins.jsonBodyParser({ maxBodySize: 262_144 } as never));
server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
  await adapter.process(req as never, res as never, answer);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening http://127.0.0.1:${(server.address() as { port: number }).port}/api/messages\n`);
});
