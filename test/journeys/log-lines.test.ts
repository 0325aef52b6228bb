import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INES, TENANT } from '../support/bot.js';
import { actionsOf, clerk, wordsIn } from '../support/clerk.js';
import { startFakeConnector, type FakeConnector } from '../support/fake-connector.js';
import { createTeams } from '../support/teams-client.js';
import { heard, REST } from '../support/town.js';

const secret = {
  requesterName: 'Zebedee Quillfeather',
  contact: 'zq@quillmail.example',
  words: 'my xylophone licence',
  address: '77 Marmalade Mews',
};

describe('npm run local, in a process of its own', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rightsdesk-log-'));
  let bot: ChildProcess;
  let connector: FakeConnector;
  let said = '';
  beforeAll(async () => {
    connector = await startFakeConnector();
    const env = {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      IG_ADMINS: INES.id,
      ALLOWED_TENANTS: TENANT,
      LOG_LEVEL: 'info',
      NODE_ENV: 'test',
    };
    bot = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', '--local', '--at', '2026-11-23T10:00', '--speed', '0'], { env });
    for (const stream of [bot.stdout, bot.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until(() => said.includes('listening '));
  }, 90_000);
  afterAll(async () => {
    const gone = new Promise((resolve) => bot.once('exit', resolve));
    bot.kill('SIGTERM');
    await gone;
    await connector.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  it('SEC-14 writes what it does in codes: no name, no word of anybody, whatever fails on the way', async () => {
    const endpoint = /listening (http:\/\/127\.0\.0\.1:\d+\/api\/messages)/.exec(said)?.[1] ?? '';
    const teams = createTeams({ endpoint, connector, tenant: TENANT });
    const [sam, ines] = [clerk(teams.person({ id: 'sam', name: 'Sam Surname' })), clerk(teams.person(INES))];
    await Promise.all([sam.installs(), ines.installs()]);
    await sam.presses('review-report', { d: 'one', ...REST, ...heard, ...secret, heardAt: 'noon' });
    await sam.presses('review-report', { d: 'one', ...REST, ...heard, ...secret });
    const ref = /DR-2026-\d{4}/.exec(wordsIn((await sam.presses('record-report', { d: 'one' })).card))?.[0] ?? '';
    connector.next(ines.chatId, { status: 500 }, 'lost', { status: 429, retryAfter: 1 });
    for (const typed of [`case ${ref}`, `search ${secret.requesterName}`, `why ${ref}`, secret.words]) await ines.says(typed);
    const { data } = await ines.prepares(ref, 'add-a-note', { note: secret.words });
    await ines.presses('add-a-note', { ...data, note: secret.words });
    await sam.presses('approve', { ...data });
    const letter = await ines.presses('letter', data);
    expect(actionsOf(letter.card).length).toBeGreaterThan(0);
    await sam.presses(secret.words, { r: secret.requesterName });
    await fetch(endpoint, { method: 'POST', body: JSON.stringify(secret), headers: { 'Content-Type': 'application/json' } });
    await fetch(endpoint.replace('/api/messages', `/letters/${encodeURIComponent(secret.requesterName)}`));

    await until(() => ['turn', 'reply-failed', 'activity-refused'].every((msg) => said.includes(`"msg":"${msg}"`)));
    for (const needle of [...Object.values(secret), 'Quillfeather', 'Zebedee', 'Marmalade', 'xylophone', 'Sam Surname', INES.name])
      expect(said.includes(needle) ? needle : 'clean').toBe('clean');
  }, 60_000);

  it('SEC-14 every line has fields of the fixed list only', () => {
    const known = ['level', 'time', 'msg', 'id', 'step', 'code', 'ms', 'count', 'reference', 'error'];
    const lines = said.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(Object.keys(JSON.parse(line) as object).filter((key) => !known.includes(key))).toEqual([]);
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 800 && !holds(); i += 1) await new Promise((wake) => setTimeout(wake, 100));
  expect(holds()).toBe(true);
}
