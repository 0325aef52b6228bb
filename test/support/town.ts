import { INES, startBot, startDatabase, type Bot, type OwnDatabase } from './bot.js';
import { wordsIn, type Clerk } from './clerk.js';
import type { TeamsChannel } from './teams-client.js';

/** The people and the channel that most journeys need, all made up. */
export interface Town {
  /** Call centre. */
  rosa: Clerk;
  /** A colleague with no role. */
  sam: Clerk;
  /** DIAO of Housing. */
  dev: Clerk;
  /** May be named case officer in Housing. */
  ola: Clerk;
  ines: Clerk;
  housing: TeamsChannel;
}

export const HOUSING = '19:housing@thread.tacv2';
export const CALLER = 'Jo Example';
/** What somebody reports; the test's today is the day it was heard unless it says otherwise. */
export const heard = {
  requesterName: CALLER,
  contact: '020 7946 0000',
  words: 'Everything you hold on me about my housing',
  heardOn: '2026-11-23',
  heardAt: '09:40',
};

export async function settle(bot: Bot): Promise<Town> {
  const [rosa, sam, dev, ola, ines] = await Promise.all([
    bot.person({ id: 'rosa', name: 'Rosa Reception' }, [{ role: 'CC' }]),
    bot.person({ id: 'sam', name: 'Sam Staff' }),
    bot.person({ id: 'dev', name: 'Dev Diao' }, [{ role: 'DIAO', directorate: 'HOU' }]),
    bot.person({ id: 'ola', name: 'Ola Officer' }, [{ role: 'OFFICER', directorate: 'HOU' }]),
    bot.person(INES),
  ]);
  await bind(bot, ines, HOUSING, 'HOU');
  return { rosa, sam, dev, ola, ines, housing: bot.teams.channel(HOUSING) };
}

/** A town with one case, on a database that can go away or be looked into. */
export interface OneCase {
  bot: Bot;
  database: OwnDatabase;
  town: Town;
  ref: string;
  ends(): Promise<void>;
}

/** Somebody without a role reported the case; it has been brought to the stage. */
export async function startWithOneCase(stage: Stage): Promise<OneCase> {
  const database = await startDatabase();
  const bot = await startBot('2026-11-23T10:00', { MONGODB_URI: database.uri });
  const town = await settle(bot);
  const ref = await report(town.sam);
  await bringTo(stage, town, ref);
  const ends = async () => {
    await bot.stop();
    await database.ends();
  };
  return { bot, database, town, ref, ends };
}

/** IG adds the bot to a channel and binds it to a directorate. */
export async function bind(bot: Bot, ig: Clerk, channel: string, directorate: string): Promise<void> {
  await bot.teams.channel(channel).installs(INES);
  await ig.presses('bind-channel', { directorate }, { channel });
}

/** Reports a request in the reporter's own chat and answers its reference. */
export async function report(who: Clerk, answers: Record<string, unknown> = {}): Promise<string> {
  const draft = `draft-${Math.random().toString(36).slice(2)}`;
  await who.presses('review-report', { d: draft, ...REST, ...heard, ...answers });
  let words = '';
  // A busy machine answers late; the press again gets the same reference.
  for (let i = 0; i < 10; i += 1) {
    words = wordsIn((await who.presses('record-report', { d: draft })).card);
    const ref = /DR-\d{4}-\d{4}/.exec(words)?.[0];
    if (ref !== undefined) return ref;
    if (!words.includes('taking a little longer')) break;
  }
  throw new Error(`not recorded:\n${words}`);
}
/** The answers that the form presets. */
export const REST = {
  right: 'ACCESS',
  channel: 'PHONE',
  identityAtCounter: 'NOT_YET',
  behalf: 'SELF',
  formatWish: 'NO_WISH',
  scanReference: '',
  writtenFrom: '',
};

export type Stage =
  | 'allocated'
  | 'accepted'
  | 'identified'
  | 'valid'
  | 'assigned'
  | 'searching'
  | 'assessing'
  | 'decided'
  | 'approval'
  | 'approved'
  | 'checked'
  | 'addressed'
  | 'ready'
  | 'sent'
  | 'closed';

/** Brings a reported request on to a stage, each step by whom it belongs to. */
export async function bringTo(stage: Stage, { rosa, dev, ola }: Pick<Town, 'rosa' | 'dev' | 'ola'>, ref: string): Promise<void> {
  const road: [Stage, () => Promise<unknown>][] = [
    ['allocated', () => rosa.takes(ref, 'log-and-allocate', { post: 'HOU-3' })],
    ['accepted', () => dev.takes(ref, 'accept')],
    ['identified', () => dev.takes(ref, 'confirm-identity', { evidence: 'ID_WORKMAIL', basis: 'tenant since 2014' })],
    [
      'valid',
      () =>
        dev.takes(ref, 'confirm-the-request-is-valid', { right: 'ACCESS', checks: 'PERSONAL_DATA,VERIFIED,LOCATABLE', address: 'MATCHES' }),
    ],
    ['assigned', () => dev.takes(ref, 'name-case-officer', { officer: ola.id })],
    ['searching', () => ola.takes(ref, 'ask-for-a-search', { system: 'HOUSING', owner: ola.id, terms: 'all tenancies' })],
    ['assessing', () => ola.takes(ref, 'answer-a-search', { answer: 'FOUND', pages: '214', minutes: '45' }, 't1')],
    ['decided', () => ola.takes(ref, 'add-records', { description: 'tenancy file', recordPages: '214', giveNow: 'true' })],
    ['approval', () => ola.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' })],
    ['approved', () => dev.takes(ref, 'approve')],
    [
      'checked',
      () =>
        ola.takes(ref, 'check-before-sending', {
          checks: 'CONSENT,STAFF_NAMES,ADDRESS,CODES,COMPLETE,UNALTERED,SUPPLEMENT,COVER,PLAIN,UNSAID',
        }),
    ],
    ['addressed', () => ola.takes(ref, 'type-the-address', { destination: '1 Sample Street' })],
    ['ready', () => dev.takes(ref, 'type-the-address-again', { destinationAgain: '1 Sample Street' })],
    ['sent', () => ola.takes(ref, 'record-as-sent', { method: 'SECURE_MAIL', proof: 'message 4711', filedAt: 'folder 7' })],
    ['closed', () => ola.takes(ref, 'close-the-case', { minutes: '300' })],
  ];
  for (const [reached, go] of road) {
    await go();
    if (reached === stage) return;
  }
}
