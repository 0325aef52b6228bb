import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, TENANT, type Bot } from '../support/bot.js';

describe('Who is not listened to', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot();
  }, 60_000);
  afterAll(() => bot.stop());

  it('SEC-06 another tenant, another host, no type, no sender and a huge body are refused without a word of detail', async () => {
    const person = { id: '29:eve', name: 'Eve Elsewhere', aadObjectId: 'eve' };
    const activity = (more: object) => ({
      type: 'message',
      id: 'f:1',
      channelId: 'msteams',
      serviceUrl: bot.connector.serviceUrl,
      text: 'report',
      from: person,
      recipient: { id: '28:rightsdesk' },
      conversation: { id: 'a:eve', conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      ...more,
    });
    const status = async (body: Record<string, unknown>) => (await bot.teams.send(body)).status;
    expect(await status(activity({}))).toBe(200);
    const elsewhere = {
      conversation: { id: 'a:eve', conversationType: 'personal', tenantId: 'other' },
      channelData: { tenant: { id: 'other' } },
    };
    expect(await status(activity(elsewhere))).toBe(403);
    expect(await status(activity({ channelData: { tenant: { id: 'other' } } }))).toBe(403);
    expect(await status(activity({ serviceUrl: 'https://smba.trafficmanager.net.example.invalid/' }))).toBe(403);
    expect(await status(activity({ serviceUrl: 'http://10.0.0.1:3978/' }))).toBe(403);
    expect(await status(activity({ channelId: 'directline' }))).toBe(403);
    expect(await status(activity({ type: undefined }))).toBe(400);
    expect(await status(activity({ from: undefined }))).toBe(400);
    expect(await status(activity({ text: 'x'.repeat(300_000) }))).toBe(413);
    const { body } = await bot.teams.send(activity({ serviceUrl: 'http://10.0.0.1:3978/' }));
    expect(JSON.stringify(body)).toBe('{"error":"This is not for you."}');
    expect(bot.connector.posts('a:eve')).toHaveLength(1);
  });

  it('says that it is well and ready, and nothing else', async () => {
    const ask = async (path: string) => {
      const answer = await fetch(`${bot.rightsdesk.url}${path}`);
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await ask('/healthz')).toBe('200 {"status":"ok"}');
    expect(await ask('/readyz')).toBe('200 {"status":"ready"}');
  });
});
