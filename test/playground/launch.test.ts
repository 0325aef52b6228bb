import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, createServer as createPlainServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { pages, people } from '../../src/playground/council.js';
import { introduce } from '../../src/playground/introduce.js';
import { launch, type Launched } from '../../src/playground/launch.js';
import { writePageConfig } from '../../src/playground/page-config.js';

describe('the made-up council', () => {
  it('gives every page chats of its own and every person one identity', () => {
    const chats = pages.flatMap((page) => [page.chat, page.group, page.team, ...(page.channel ? [page.channel.id] : [])]);
    expect(new Set(chats).size).toBe(chats.length);
    expect(new Set(people.flatMap(({ id, mri }) => [id, mri])).size).toBe(people.length * 2);
  });

  it('writes each page the person who sits at it and five colleagues', () => {
    for (const page of pages) {
      const config = JSON.parse(writePageConfig(page)) as { currentUser: { aadObjectId: string }; users: { aadObjectId: string }[] };
      const ids = config.users.map((each) => each.aadObjectId);
      expect(config.currentUser.aadObjectId).toBe(page.person.id);
      expect(ids).toHaveLength(5);
      expect(ids).not.toContain(page.person.id);
    }
  });
});

describe('the launcher', () => {
  const heard: { type: string; conversation: { id: string }; from: { aadObjectId: string }; serviceUrl: string }[] = [];
  const said: string[] = [];
  let launched: Launched | null = null;
  let squatter: Server | null = null;
  let seeded = 0;

  afterAll(async () => {
    await launched?.close();
    squatter?.close();
  });

  it('starts four pages, says when a port is taken, and installs the bot in every chat and channel', async () => {
    const base = await fiveFreePorts();
    squatter = await occupy(base + 1);
    launched = await launch({
      botPort: 0,
      pagePort: base,
      folder: mkdtempSync(path.join(tmpdir(), 'rightsdesk-pages-')),
      startBot: async () => ({ ...(await listen(heard)), rehearsal: null, seed: async (running) => void (seeded = running.length) }),
      say: (line) => said.push(line),
    });
    expect(seeded).toBe(4);
    const ports = launched.pages.map((each) => each.port);
    expect([ports[0], ports[2], ports[3]]).toEqual([base, base + 2, base + 3]);
    expect(said).toContain(`Port ${base + 1} is taken: Dev Diao's page is on ${ports[1]} instead.`);

    await until(() => installs().length >= 6);
    const wanted = pages.flatMap((page) =>
      [page.chat, ...(page.channel ? [page.channel.id] : [])].map((chat) => `${page.person.id} ${chat}`),
    );
    expect(installs().sort()).toEqual(wanted.sort());
  }, 90_000);

  it('tells the bot a connector on this machine, one for each page', () => {
    expect(new Set(heard.map((each) => each.serviceUrl))).toEqual(new Set(launched!.pages.map((each) => each.serviceUrl)));
  });

  it('keeps the pages off the network', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal);
    if (outside) expect(await canConnect(outside.address, launched!.pages[0]!.port)).toBe(false);
    expect(await canConnect('127.0.0.1', launched!.pages[0]!.port)).toBe(true);
  });

  it('prints who sits where and what to try first', () => {
    const text = introduce(launched!.pages, null);
    for (const { page, url } of launched!.pages) expect(text).toMatch(new RegExp(`${page.person.name} +${url} +${page.job}`));
    expect(text).toContain('type: report');
    expect(text).toContain('"Housing requests"');
    expect(text).not.toContain('rehearsal');
    const rehearsed = introduce(launched!.pages, { at: new Date('2026-11-20T09:00:00Z'), speed: '60' });
    expect(rehearsed).toContain('A rehearsal: its clock shows Fri 20 Nov, 09:00 and runs 60 times as fast.');
  });

  it('reports a page that ends by itself, and stops all the others on request', async () => {
    await launched!.pages[3]!.stop();
    await until(() => said.some((line) => line.startsWith("Ines Ig's page has stopped by itself")));
    await launched!.close();
    expect(await Promise.all(launched!.pages.map(({ port }) => canConnect('127.0.0.1', port)))).toEqual([false, false, false, false]);
    expect(said.filter((line) => line.includes('stopped by itself'))).toHaveLength(1);
  });

  const installs = () =>
    heard.filter((each) => each.type === 'installationUpdate').map((each) => `${each.from.aadObjectId} ${each.conversation.id}`);
});

async function listen(heard: unknown[]) {
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (body !== '') heard.push(JSON.parse(body));
      response.statusCode = request.method === 'POST' ? 200 : 405;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/messages`, port, close: async () => void server.close() };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function occupy(port: number): Promise<Server> {
  const server = createPlainServer();
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

async function fiveFreePorts(): Promise<number> {
  const server = await occupy(0);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port > 65_000 ? port - 100 : port;
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
    socket.once('timeout', () => (socket.destroy(), resolve(false)));
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
}
