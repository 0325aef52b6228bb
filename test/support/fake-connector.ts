import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

/** One message as it stands in a chat. `card` and `text` are the latest version; `history` has every version. */
export interface Post {
  id: string;
  conversationId: string;
  replyToId?: string;
  card?: Json;
  text?: string;
  summary?: string;
  history: Json[];
  deleted: boolean;
  at: number;
}

/** How the connector treats one call. `lost`: it arrives, and the socket dies. `twice`: Teams shows it twice. `never`: no answer at all. */
export type Behaviour =
  { status: number; code?: string; retryAfter?: number | string } | 'lost' | 'twice' | 'refused-socket' | { slowMs: number };

export interface SeenCall {
  method: string;
  conversationId: string;
  activityId?: string;
  at: number;
  status: number | 'lost' | 'refused-socket';
}

export interface FakeConnector {
  /** Put this into activities as their serviceUrl. */
  serviceUrl: string;
  /** Every call in order, also the failed ones. */
  calls: SeenCall[];
  /** What stands in a conversation, oldest first; a thread of a channel counts with its channel. */
  posts(conversationId: string): Post[];
  /** The cards of the posts that have one. */
  cards(conversationId: string): Json[];
  /** Behaviours for the next calls into a conversation (`*`: any), one each, in order. */
  next(conversationId: string, ...behaviours: Behaviour[]): void;
  /** A behaviour for all calls into a conversation until `heal`. */
  always(conversationId: string, behaviour: Behaviour): void;
  heal(conversationId: string): void;
  member(conversationId: string, member: Json): void;
  /** Empties every chat and drops every behaviour. */
  forgetAll(): void;
  close(): Promise<void>;
}

/** The Bot Connector of Teams as far as a bot can tell, on loopback. Keeps what it is sent; fails when told to. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const state = new ConnectorState();
  const server = createServer((request, response) => void answer(state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    calls: state.calls,
    posts: (id) => state.posts.filter((post) => bare(post.conversationId) === bare(id) && !post.deleted),
    cards: (id) => state.posts.flatMap((post) => (bare(post.conversationId) === bare(id) && post.card && !post.deleted ? [post.card] : [])),
    next: (id, ...behaviours) => state.script.set(bare(id), [...(state.script.get(bare(id)) ?? []), ...behaviours]),
    always: (id, behaviour) => state.standing.set(bare(id), behaviour),
    heal: (id) => {
      state.standing.delete(bare(id));
      state.script.delete(bare(id));
    },
    member: (id, member) => state.members.set(bare(id), [...(state.members.get(bare(id)) ?? []), member]),
    forgetAll: () => {
      state.posts.length = 0;
      state.calls.length = 0;
      state.script.clear();
      state.standing.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

class ConnectorState {
  calls: SeenCall[] = [];
  posts: Post[] = [];
  script = new Map<string, Behaviour[]>();
  standing = new Map<string, Behaviour>();
  members = new Map<string, Json[]>();
  lastId = 0;

  behaviour(conversationId: string): Behaviour | undefined {
    for (const key of [bare(conversationId), '*']) {
      const scripted = this.script.get(key)?.shift();
      if (scripted !== undefined) return scripted;
      const standing = this.standing.get(key);
      if (standing !== undefined) return standing;
    }
    return undefined;
  }

  add(conversationId: string, activity: Json): string {
    const id = String((this.lastId += 1) + 1_700_000_000_000);
    this.posts.push({ id, conversationId, ...shown(activity), history: [activity], deleted: false, at: performance.now() });
    return id;
  }
}

async function answer(state: ConnectorState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '', 'http://connector').pathname);
  const [, conversationId = '', what, activityId] =
    /^\/v3\/conversations(?:\/([^/]+))?(?:\/(activities|members|pagedmembers))?(?:\/(.+))?$/.exec(path) ?? [];
  const body = await readJson(request);
  const method = request.method ?? '';
  const seen: SeenCall = { method, conversationId, ...(activityId !== undefined && { activityId }), at: performance.now(), status: 200 };
  state.calls.push(seen);
  const behaviour = state.behaviour(conversationId);
  if (behaviour === 'refused-socket') {
    seen.status = 'refused-socket';
    request.socket.destroy();
    return;
  }
  if (typeof behaviour === 'object' && 'status' in behaviour) {
    seen.status = behaviour.status;
    fail(response, behaviour);
    return;
  }
  if (typeof behaviour === 'object') await new Promise((resolve) => setTimeout(resolve, behaviour.slowMs));
  const result = apply(state, { method, conversationId, what, activityId, body, twice: behaviour === 'twice' });
  if (behaviour === 'lost') {
    seen.status = 'lost';
    request.socket.destroy();
    return;
  }
  seen.status = result.status;
  respond(response, result.status, result.body);
}

interface Call {
  method: string;
  conversationId: string;
  what: string | undefined;
  activityId: string | undefined;
  body: Json;
  twice: boolean;
}

function apply(state: ConnectorState, call: Call): { status: number; body: unknown } {
  const { method, conversationId, what, activityId, body } = call;
  if (what === 'members' || what === 'pagedmembers') return readMembers(state, call);
  if (method === 'POST' && conversationId === '') return create(state, body);
  if (method === 'POST') {
    if (call.twice) state.add(conversationId, body);
    return { status: 201, body: { id: state.add(conversationId, body) } };
  }
  const post = state.posts.find(({ id, deleted }) => id === activityId && !deleted);
  if (post === undefined) return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: 'not there' } } };
  if (method === 'PUT') {
    const { card: _card, text: _text, summary: _summary, ...rest } = post;
    Object.assign(post, { card: undefined, text: undefined, summary: undefined }, rest, shown(body));
    post.history.push(body);
  }
  if (method === 'DELETE') post.deleted = true;
  return { status: 200, body: { id: post.id } };
}

function create(state: ConnectorState, body: Json): { status: number; body: unknown } {
  const channel = (body['channelData'] as { channel?: { id?: string } } | undefined)?.channel?.id;
  const member = (body['members'] as { id: string }[] | undefined)?.[0]?.id;
  if (channel === undefined) return { status: 201, body: { id: `a:${member ?? 'nobody'}` } };
  const id = state.add(channel, (body['activity'] as Json | undefined) ?? {});
  return { status: 201, body: { id: `${channel};messageid=${id}`, activityId: id } };
}

function readMembers(state: ConnectorState, { conversationId, what, activityId }: Call): { status: number; body: unknown } {
  const members = state.members.get(bare(conversationId)) ?? [];
  if (what === 'pagedmembers') return { status: 200, body: { members } };
  if (activityId === undefined) return { status: 200, body: members };
  const found = members.find((member) => member['id'] === activityId);
  return found ? { status: 200, body: found } : { status: 404, body: { error: { code: 'MemberNotFoundInConversation', message: 'no' } } };
}

function fail(response: ServerResponse, { status, code, retryAfter }: Extract<Behaviour, { status: number }>): void {
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  respond(response, status, { error: { code: code ?? 'ServiceError', message: 'told to fail' } }, headers);
}

/** In two calls: restify, in the same process, replaces `writeHead` of every server by one that answers nothing. */
function respond(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function shown(activity: Json): Partial<Post> {
  const attachment = (activity['attachments'] as { content?: Json }[] | undefined)?.[0];
  return {
    ...(attachment?.content !== undefined && { card: attachment.content }),
    ...(typeof activity['text'] === 'string' && { text: activity['text'] }),
    ...(typeof activity['summary'] === 'string' && { summary: activity['summary'] }),
    ...(typeof activity['replyToId'] === 'string' && { replyToId: activity['replyToId'] }),
  };
}

async function readJson(request: IncomingMessage): Promise<Json> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Json);
}

function bare(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}
