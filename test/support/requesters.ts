import { startBot, type Bot } from './bot.js';
import { wordsIn, type Clerk } from './clerk.js';
import { bringTo, report, settle, type Town } from './town.js';

/** A town in which somebody asks for another, told at the counter and taken on by the DIAO of Housing. */
export interface Asked {
  bot: Bot;
  town: Town;
  ref: string;
  /** The facts and the stage of the case as they stand. */
  state(): Promise<{ stage: string; facts: Record<string, unknown>; items: Record<string, Record<string, Record<string, unknown>>> }>;
  /** Words of what came back when this was pressed. */
  says(who: Clerk, step: string, answers?: Record<string, unknown>, item?: string): Promise<string>;
  clockSays(): Promise<{ start: string | null; due: string | null; state: string }>;
  advance(to: string): Promise<void>;
}

export async function someoneAsks(answers: Record<string, unknown>, at = '2026-11-23T10:00'): Promise<Asked> {
  const bot = await startBot(at);
  const town = await settle(bot);
  const ref = await report(town.sam, answers);
  await bringTo('accepted', town, ref);
  const request = async () => (await bot.rightsdesk.desk.requests.byRef(ref))!;
  return {
    bot,
    town,
    ref,
    state: async () => (await request()).state,
    says: async (who, step, given, item) => wordsIn((await who.takes(ref, step, given, item)).card),
    clockSays: async () => {
      const { clock } = (await bot.rightsdesk.desk.requests.history((await request()).id)).at(-1)!.step;
      return clock ?? { start: null, due: null, state: '' };
    },
    advance: async (to) => {
      await bot.rightsdesk.desk.clock.advanceTo?.(new Date(`${to}T10:00:00Z`));
      await bot.quiet();
    },
  };
}

/** From a validated request to one that stands before the checklist. */
export async function toTheChecklist({ town, ref }: Pick<Asked, 'town' | 'ref'>): Promise<void> {
  const { dev, ola } = town;
  await dev.takes(ref, 'confirm-identity', { evidence: 'ID_PASSPORT' });
  await dev.takes(ref, 'confirm-the-request-is-valid', { right: 'ACCESS', checks: 'PERSONAL_DATA,VERIFIED,LOCATABLE', address: 'MATCHES' });
  await dev.takes(ref, 'name-case-officer', { officer: ola.id });
  await ola.takes(ref, 'ask-for-a-search', { system: 'HOUSING', owner: ola.id, terms: 'all tenancies' });
  await ola.takes(ref, 'answer-a-search', { answer: 'FOUND', pages: '4', minutes: '5' }, 't1');
  await ola.takes(ref, 'add-records', { description: 'tenancy file', recordPages: '4', giveNow: 'true' });
}
