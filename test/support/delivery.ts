import { randomBytes } from 'node:crypto';
import { makeFieldCipher } from '../../src/adapters/crypto/field-cipher.js';
import { createLog } from '../../src/adapters/log.js';
import { mongoChannels } from '../../src/adapters/mongo/channels.js';
import { mongoConversationLeases } from '../../src/adapters/mongo/conversation-lease.js';
import { mongoOutbox } from '../../src/adapters/mongo/outbox.js';
import { mongoPeople } from '../../src/adapters/mongo/people.js';
import { mongoRememberedCards } from '../../src/adapters/mongo/remembered-cards.js';
import { mongoRequests } from '../../src/adapters/mongo/requests.js';
import { serviceUrlAllowed } from '../../src/adapters/teams/allowed-sender.js';
import { teamsMessenger } from '../../src/adapters/teams/messenger.js';
import { createTeamsAdapter } from '../../src/adapters/teams/teams-adapter.js';
import { createProcessPace } from '../../src/usecases/delivery/pace.js';
import { createDeliveryMemory, type DeliveryPorts } from '../../src/usecases/delivery/ports.js';
import type { Intent, OutboxMessage, RequestIndex } from '../../src/usecases/ports.js';
import type { OpenDatabase } from '../adapters/mongo/on-every-server.js';
import { openDatabase } from '../adapters/mongo/open-database.js';
import { startFakeConnector } from './fake-connector.js';

const START = Date.parse('2026-11-02T09:00:00.000Z');
const index: RequestIndex = {
  ...{ stage: 'LOGGED', open: true, directorate: 'HOU', right: 'ACCESS', due: '2026-12-02', receivedOn: '2026-11-02' },
  ...{ reporter: 'jo', caseOfficer: null, workers: [], waitingFor: [], nextNoticeAt: null, restricted: false },
  ...{ week: '2026-W45', urgency: '2026-12-02', ended: null, inTime: null },
};
const EMPTY = {
  stage: 'LOGGED',
  facts: {},
  details: {},
  items: {},
  timeline: { received: '2026-11-02', events: [] },
  took: {},
  actors: [],
};

/**
 * The real stores on the embedded database, the real messenger and a connector that fails on demand, with machine time in the test's hand.
 * `bot()` is a whole relay's worth of ports: two of them are two processes on one database.
 */
export async function startDelivery(open: OpenDatabase = openDatabase) {
  const database = await open();
  const { connection } = database;
  const connector = await startFakeConnector();
  let now = START;
  const machine = (): Date => new Date(now);
  const cipher = makeFieldCipher({ current: 'k1', keys: new Map([['k1', randomBytes(32)]]) });
  const stores = {
    requests: mongoRequests(connection),
    people: mongoPeople(connection, cipher, machine),
    channels: mongoChannels(connection),
    cards: mongoRememberedCards(connection, machine),
    leases: mongoConversationLeases(connection),
  };
  const outbox = mongoOutbox(connection, machine);
  for (const model of Object.values(connection.models)) await model.createIndexes();
  const messenger = teamsMessenger(createTeamsAdapter({ local: true }), serviceUrlAllowed({ local: true }));
  let bots = 0;

  const bot = (change: Partial<DeliveryPorts> = {}): DeliveryPorts => ({
    ...stores,
    outbox: mongoOutbox(connection, machine),
    messenger,
    compose: async (message) => ({
      card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: message.key }] },
      summary: message.template,
    }),
    agree: async () => true,
    composeStub: async (requestId) => ({
      card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: `stub ${requestId}` }] },
      summary: 'put away',
    }),
    clock: { now: machine, today: () => '2026-11-02' },
    machine,
    log: createLog({ level: 'silent' }),
    memory: createDeliveryMemory(`bot-${(bots += 1)}`, createProcessPace()),
    random: () => 0.5,
    ...change,
  });
  const reset = async (): Promise<void> => {
    now = START;
    for (const model of Object.values(connection.models)) await model.deleteMany({});
    connector.forgetAll();
  };
  return {
    ...stores,
    outbox,
    connector,
    messenger,
    machine,
    connection,
    bot,
    reset,
    stats: database.stats,
    resetStats: database.resetStats,
    pass: (ms: number): void => void (now += ms),
    /** A person with a personal chat `a:<id>`. */
    meet: (id: string) =>
      stores.people.seen({
        ...{ id, mri: `29:${id}`, tenant: 'tenant-1', name: `${id} Example` },
        chat: { conversationId: `a:${id}`, serviceUrl: connector.serviceUrl },
      }),
    bind: async (directorate: string, channel = `19:${directorate}@thread.tacv2`): Promise<string> => {
      await stores.channels.seen({ conversationId: channel, serviceUrl: connector.serviceUrl, tenant: 'tenant-1' });
      await stores.channels.bind(channel, directorate, 'ig');
      return channel;
    },
    grant: (id: string, role: string, directorate?: string) =>
      stores.people.grant(id, { role, until: '2027-05-01', by: 'ig', need: 'work', ...(directorate !== undefined && { directorate }) }),
    /** A request whose commit has promised these messages. */
    promise: async (id: string, intents: Intent[]): Promise<void> => {
      const step = { n: 1, id: 'report', clause: '2.2', policy: 'v7.2', at: machine().toISOString(), by: 'jo', as: 'STAFF' };
      await stores.requests.insert({
        ...{
          id,
          ref: `DR-2026-${id}`,
          version: 1,
          state: EMPTY,
          mac: 'm',
          macs: ['m'],
          intakeKey: `i-${id}`,
          index,
          tokens: [],
          at: machine(),
        },
        steps: [{ ...step, answers: {}, outcome: {}, key: 'k' }],
        intents,
      });
    },
    /** What a conversation shows, as the keys of the messages. */
    shows: (conversationId: string): string[] =>
      connector.cards(conversationId).map((card) => String((card['body'] as { text: string }[])[0]?.text)),
    close: async (): Promise<void> => {
      await connector.close();
      await database.close();
    },
  };
}

export type Delivery = Awaited<ReturnType<typeof startDelivery>>;

/** A message for the queue; everything but key and recipient is of no matter here. */
export function aMessage(key: string, to: OutboxMessage['to'], more: Partial<OutboxMessage> = {}): OutboxMessage {
  return { key, to, template: 'falling-due', args: {}, at: new Date(START), ...more };
}
