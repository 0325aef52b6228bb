import type { AuditBlock, AuditBlocks, Seals } from './audit-ports.js';
import type { MachineTime } from './ports.js';

/** What the first block names as its predecessor. */
export const GENESIS = 'start';

const MOST_BLOCKS_IN_ONE_RUN = 20;

/**
 * Seals the heads of all request chains that moved and all new audit events into blocks (design §4, SEC-05). Runs each minute.
 * What comes while it works waits for the next minute, so that a busy bot seals a block a minute and not one for each step.
 * Answers how many entries were sealed. A crash between writing a block and taking the marks off seals the same heads
 * again next time, which does no harm; of two bots sealing at once, one writes the number and the other stops.
 */
export async function sealAudit(ports: { blocks: AuditBlocks; seals: Seals; machine: MachineTime }, perBlock = 500): Promise<number> {
  let sealed = 0;
  for (let run = 0; run < MOST_BLOCKS_IN_ONE_RUN; run += 1) {
    const block = await nextBlock(ports, perBlock);
    if (!block || !(await ports.blocks.append(block))) return sealed;
    await ports.blocks.markSealed(block);
    sealed += block.steps.length + block.events.length;
    if (Math.max(block.steps.length, block.events.length) < perBlock) break;
  }
  return sealed;
}

async function nextBlock(ports: { blocks: AuditBlocks; seals: Seals; machine: MachineTime }, perBlock: number): Promise<AuditBlock | null> {
  const latest = await ports.blocks.latest();
  const steps = await ports.blocks.unsealedSteps(perBlock);
  const events = await ports.blocks.unsealedEvents(perBlock);
  if (steps.length + events.length === 0) return null;
  const block = { n: (latest?.n ?? 0) + 1, previous: latest?.head ?? GENESIS, at: ports.machine().toISOString(), steps, events };
  return { ...block, head: ports.seals.head(block) };
}

/** The newest head, for the weekly card and for `audit -- verify --head`; null before the first block. */
export async function latestHead(blocks: AuditBlocks): Promise<{ n: number; head: string } | null> {
  const latest = await blocks.latest();
  return latest && { n: latest.n, head: latest.head };
}
