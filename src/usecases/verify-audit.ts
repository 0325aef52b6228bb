import { isDeepStrictEqual } from 'node:util';
import { replay } from '../domain/replay.js';
import type { AuditBlock, AuditTrail, Seals, WalkedRequest } from './audit-ports.js';
import type { Chain } from './ports.js';
import { GENESIS } from './seal-audit.js';

export interface AuditCounts {
  requests: number;
  steps: number;
  /** Details documents read again and found as recorded. */
  details: number;
  /** Details documents no longer there: deleted when a case is anonymised. */
  detailsGone: number;
  events: number;
  blocks: number;
  /** Requests and events the next sealing will take. */
  waiting: number;
}
export interface Verdict {
  counts: AuditCounts;
  newest: { n: number; head: string } | null;
  /** The first thing found wrong, as a plain sentence; null when the trail is whole. */
  broken: string | null;
}
export interface VerifyPorts {
  trail: AuditTrail;
  chain: Chain;
  seals: Seals;
}

/** The shortest beginning of a head that is taken for it: 12 characters are 72 bits. */
export const SHORTEST_HEAD = 12;

class Broken extends Error {}

/**
 * Walks every block, chain, event and stored details document (SEC-05) and checks that replaying each history gives the stored state.
 * `head`, a head noted earlier or its beginning, finds blocks cut off at the end, which the chain alone cannot show. Changes nothing;
 * may run beside a working bot.
 */
export async function verifyAudit(ports: VerifyPorts, head?: string): Promise<Verdict> {
  const walk = new Walk(ports);
  try {
    await walk.blocks();
    await walk.requests();
    await walk.events();
    await walk.settleDoubts();
    walk.findHead(head);
    return { counts: walk.counts, newest: walk.newest, broken: null };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { counts: walk.counts, newest: walk.newest, broken: error.message };
  }
}

class Walk {
  readonly counts: AuditCounts = { requests: 0, steps: 0, details: 0, detailsGone: 0, events: 0, blocks: 0, waiting: 0 };
  newest: { n: number; head: string } | null = null;
  private readonly heads: string[] = [];
  private readonly sealed = new Map<string, string>();
  private readonly doubts = new Map<string, { mac: string; sentence: string }>();

  constructor(private readonly ports: VerifyPorts) {}

  async blocks(): Promise<void> {
    for await (const block of this.ports.trail.blocks(this.newest?.n ?? 0)) {
      this.link(block);
      await this.compareSteps(block);
      await this.compareEvents(block);
      this.counts.blocks += 1;
      this.newest = { n: block.n, head: block.head };
      this.heads.push(block.head);
    }
  }

  private link(block: AuditBlock): void {
    const before = this.newest ?? { n: 0, head: GENESIS };
    if (block.n !== before.n + 1) throw new Broken(`Block ${before.n + 1} is missing: the next one there is block ${block.n}.`);
    if (block.previous !== before.head) throw new Broken(`Block ${block.n} does not follow the block before it.`);
    if (this.ports.seals.head(block) !== block.head) throw new Broken(`Block ${block.n} was changed after it was sealed.`);
  }

  private async compareSteps({ n, steps }: AuditBlock): Promise<void> {
    const stored = await this.ports.trail.macsOf(steps.map(({ request }) => request));
    for (const { request, mac } of steps) {
      const macs = stored.get(request);
      if (!macs) throw new Broken(`Request ${request}, sealed in block ${n}, is no longer there.`);
      if (!macs.includes(mac)) throw new Broken(`Steps of request ${request} that were sealed in block ${n} were removed or changed.`);
      this.sealed.set(request, mac);
    }
  }

  private async compareEvents({ n, events }: AuditBlock): Promise<void> {
    const stored = await this.ports.trail.eventMacs(events.map(({ event }) => event));
    for (const { event, mac } of events) {
      if (!stored.has(event)) throw new Broken(`Audit event ${event}, sealed in block ${n}, is no longer there.`);
      if (stored.get(event) !== mac) throw new Broken(`Audit event ${event}, sealed in block ${n}, was changed.`);
      this.sealed.set(event, mac);
    }
  }

  async requests(): Promise<void> {
    for await (const request of this.ports.trail.requests()) {
      checkChain(this.ports.chain, request);
      checkReplay(request);
      await this.checkDetails(request);
      this.counts.requests += 1;
      this.counts.steps += request.steps.length;
      this.expectSealed(
        request.id,
        request.mac,
        request.waiting,
        `The newest step of ${request.ref} is in no block and not waiting for one.`,
      );
    }
  }

  async events(): Promise<void> {
    for await (const { waiting, mac, ...event } of this.ports.trail.events()) {
      if (this.ports.seals.event(event) !== mac) throw new Broken(`Audit event ${event.id} of ${event.at.slice(0, 10)} was changed.`);
      this.counts.events += 1;
      this.expectSealed(event.id, mac, waiting, `Audit event ${event.id} is in no block and not waiting for one.`);
    }
  }

  private expectSealed(id: string, mac: string, waiting: boolean, sentence: string): void {
    if (waiting) this.counts.waiting += 1;
    else if (this.sealed.get(id) !== mac) this.doubts.set(id, { mac, sentence });
  }

  private async checkDetails({ ref, steps }: WalkedRequest): Promise<void> {
    const ids = steps.flatMap(({ details }) => details ?? []);
    if (ids.length === 0) return;
    const hashes = await this.ports.trail.detailsHashes(ids);
    const wrong = steps.find(({ details }) => details !== undefined && hashes.has(details) && hashes.get(details) !== details);
    if (wrong) throw new Broken(`The details of step ${wrong.n} of ${ref} are not what was recorded, or cannot be read.`);
    this.counts.details += hashes.size;
    this.counts.detailsGone += new Set(ids).size - hashes.size;
  }

  /** A bot at work may have sealed something between our two looks: read the blocks written since before calling it broken. */
  async settleDoubts(): Promise<void> {
    if (this.doubts.size === 0) return;
    await this.blocks();
    for (const [id, { mac, sentence }] of this.doubts) if (this.sealed.get(id) !== mac) throw new Broken(sentence);
  }

  findHead(head: string | undefined): void {
    if (head === undefined) return;
    if (head.length < SHORTEST_HEAD) throw new Broken(`The head to look for needs at least ${SHORTEST_HEAD} characters.`);
    if (!this.heads.some((known) => known.startsWith(head)))
      throw new Broken(`No block has the head ${head}: blocks were cut off at the end, or the head is from another installation.`);
  }
}

function checkChain(chain: Chain, { id, ref, steps, macs, mac }: WalkedRequest): void {
  let previous: string | null = null;
  for (const [i, step] of steps.entries()) {
    const hash: string | null = step.details ?? null;
    previous = previous === null ? chain.first(id, step, hash) : chain.next(previous, step, hash);
    if (step.n !== i + 1 || previous !== macs[i])
      throw new Broken(`Step ${i + 1} of ${ref} was changed, or a step before it was changed or removed.`);
  }
  if (previous === null || macs.length !== steps.length || mac !== previous)
    throw new Broken(`The history of ${ref} does not end where its chain ends: a step was removed.`);
}

function checkReplay({ ref, steps, state }: WalkedRequest): void {
  const replayed = JSON.parse(JSON.stringify(replay(steps))) as Record<string, unknown>;
  const stored = JSON.parse(JSON.stringify(state)) as Record<string, unknown>;
  // States written before the time of a stage was kept lack it until they move on.
  if (stored['since'] === undefined) delete replayed['since'];
  const names = [...new Set([...Object.keys(replayed), ...Object.keys(stored)])];
  const differs = names.find((name) => !isDeepStrictEqual(replayed[name], stored[name]));
  if (differs) throw new Broken(`The stored state of ${ref} is not what its history gives (${differs}).`);
}
