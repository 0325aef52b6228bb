import { readFileSync } from 'node:fs';
import { rehearsalClock } from './adapters/clock/rehearsal-clock.js';
import { makeChain, makeSeals } from './adapters/crypto/chain.js';
import { makeFieldCipher } from './adapters/crypto/field-cipher.js';
import { makeTokens } from './adapters/crypto/tokens.js';
import { CSV_TYPE, writeCsv } from './adapters/documents/csv.js';
import { readCsv } from './adapters/documents/read-csv.js';
import { readFinished } from './adapters/documents/read-finished.js';
import { formatTitle, renderLetter } from './adapters/documents/letter-file.js';
import { writeZip } from './adapters/documents/zip.js';
import { holidayFeed } from './adapters/holidays/fetch-list.js';
import { createHolidayBook } from './adapters/holidays/holiday-book.js';
import { ownList } from './adapters/holidays/load-holidays.js';
import { mongoAuditBlocks } from './adapters/mongo/audit-blocks.js';
import { mongoAuditLog } from './adapters/mongo/audit-log.js';
import { mongoChannels } from './adapters/mongo/channels.js';
import { boundEveryOperation } from './adapters/mongo/connect.js';
import { mongoConversationLeases } from './adapters/mongo/conversation-lease.js';
import { mongoCounters } from './adapters/mongo/counters.js';
import { mongoDetails } from './adapters/mongo/details.js';
import { mongoDrafts } from './adapters/mongo/drafts.js';
import type { Connection } from './adapters/mongo/keep-connecting.js';
import { mongoHolidayOffers } from './adapters/mongo/holiday-offers.js';
import { mongoHandovers } from './adapters/mongo/handovers.js';
import { mongoIdentityWords } from './adapters/mongo/identity-words.js';
import { mongoKnowledge } from './adapters/mongo/knowledge.js';
import { mongoLettersMade } from './adapters/mongo/letters-made.js';
import { mongoLinks } from './adapters/mongo/links.js';
import { mongoMovableCases } from './adapters/mongo/movable-cases.js';
import { mongoOutbox } from './adapters/mongo/outbox.js';
import { mongoPeople } from './adapters/mongo/people.js';
import { mongoRememberedCards } from './adapters/mongo/remembered-cards.js';
import { mongoRegisterReports } from './adapters/mongo/register-reports.js';
import { mongoReportLedger } from './adapters/mongo/report-ledger.js';
import { mongoRequests } from './adapters/mongo/requests.js';
import { mongoRoleAsks } from './adapters/mongo/role-asks.js';
import { mongoSeen } from './adapters/mongo/seen.js';
import { mongoWorkLists } from './adapters/mongo/work-lists.js';
import { machineTime, randomIds, systemClock } from './adapters/system-time.js';
import { makeDownloadPages } from './bot/download-pages.js';
import { makeKnowledgePages } from './bot/knowledge-pages.js';
import { makeLeakPages } from './bot/leak-pages.js';
import type { Config } from './config.js';
import { isRefusal } from './domain/refusals.js';
import { defaultCouncil, parseCouncil, type Council } from './letters/council.js';
import { knowledgeSeed } from './procedure/knowledge-seed.js';
import type { Desk } from './usecases/desk.js';
import { takeKnowledgeIn } from './usecases/knowledge/file-in.js';
import { describeKnowledge, keeperNow, KNOWLEDGE_IN, KNOWLEDGE_OUT, makeKnowledgeFile } from './usecases/knowledge/file-out.js';
import { describePack, isPack, packFile } from './usecases/evidence-pack/link.js';
import { checkForLeaks, leakCheckNow } from './usecases/leak-check/check.js';
import { readLetterCode } from './usecases/letters/which.js';
import { writeForLink } from './usecases/letters/write-for.js';
import { describeRegister, makeRegisterFile, REGISTER } from './usecases/reports/register-file.js';
import { latestHead } from './usecases/seal-audit.js';
import type { Clock, Log } from './usecases/ports.js';

/** The clock of this process, with a way to keep where a rehearsal stands. Throws when the rehearsal's start is no time. */
export function clockFor(config: Config): Clock & { keep: () => void } {
  if (!config.rehearsal) return { ...systemClock, keep: () => undefined };
  const clock = rehearsalClock({ dataDir: config.dataDir, ...config.rehearsal, machine: machineTime });
  if ('fault' in clock) throw new Error(clock.fault);
  return clock;
}

/** Every store on one connection, which need not be open yet. */
export function storesOn(connection: Connection, config: Config, clock: Clock) {
  boundEveryOperation(connection);
  const cipher = makeFieldCipher(config.keys.field);
  const seals = makeSeals(config.keys.audit);
  return {
    requests: mongoRequests(connection),
    details: mongoDetails(connection, cipher, machineTime),
    identityWords: mongoIdentityWords(connection),
    drafts: mongoDrafts(connection, cipher, machineTime),
    counters: mongoCounters(connection),
    people: mongoPeople(connection, cipher, machineTime),
    roleAsks: mongoRoleAsks(connection, cipher),
    seen: mongoSeen(connection, machineTime),
    work: mongoWorkLists(connection),
    channels: mongoChannels(connection),
    handovers: mongoHandovers(connection, cipher),
    knowledge: mongoKnowledge(connection, knowledgeSeed),
    outbox: mongoOutbox(connection, machineTime),
    register: mongoRegisterReports(connection),
    reports: mongoReportLedger(connection),
    cards: mongoRememberedCards(connection, machineTime),
    leases: mongoConversationLeases(connection),
    holidayOffers: mongoHolidayOffers(connection, machineTime),
    movable: mongoMovableCases(connection),
    links: mongoLinks(connection, config.keys.link, machineTime),
    audit: mongoAuditLog(connection, seals, clock, machineTime),
    lettersMade: mongoLettersMade(connection),
    blocks: mongoAuditBlocks(connection),
    seals,
  };
}

export function deskFor(config: Config, stores: ReturnType<typeof storesOn>, rest: { clock: Clock; log: Log; poke: () => void }): Desk {
  const own = ownList();
  const { leases: _leases, blocks, seals: _seals, ...ports } = stores;
  return {
    ...ports,
    ...rest,
    newestSeal: () => latestHead(blocks),
    chain: makeChain(config.keys.audit),
    tokens: makeTokens(config.keys.lookup),
    ids: randomIds,
    holidays: createHolidayBook(own, machineTime),
    ownHolidays: own,
    holidayFeed: holidayFeed(config.holidaysUrl, own),
    holidayWarnMonths: config.holidayWarnMonths,
    council: councilOf(config.councilFile),
    publicUrl: config.publicUrl ?? '',
    igAdmins: config.igAdmins,
  };
}

/** The pages behind a letter's link; access is checked afresh on both of them. */
export function downloadsFor(desk: Desk) {
  return makeDownloadPages({
    links: desk.links,
    audit: desk.audit,
    log: desk.log,
    describe: async (link) => {
      if (link.letter === REGISTER) return describeRegister(desk, link.person);
      if (link.letter === KNOWLEDGE_OUT) return describeKnowledge(desk, link.person);
      if (isPack(link.letter)) return describePack(desk, link);
      const letter = await writeForLink(desk, link);
      if (isRefusal(letter)) return letter;
      return { reference: letter.reference, title: letter.title, format: formatTitle[readLetterCode(link.letter).format] };
    },
    make: async (link) => {
      if (link.letter === KNOWLEDGE_OUT) return makeKnowledgeFile(desk, link.person, { write: writeCsv, type: CSV_TYPE });
      if (link.letter === REGISTER) return makeRegisterFile(desk, link.person, { write: writeCsv, type: CSV_TYPE });
      if (isPack(link.letter))
        return packFile(desk, link, { print: (letter) => renderLetter(letter, 'pdf'), sheet: writeCsv, zip: writeZip });
      const letter = await writeForLink(desk, link);
      return isRefusal(letter) ? letter : renderLetter(letter, readLetterCode(link.letter).format);
    },
  });
}

/** The page that takes the knowledge base in; whoever sends must keep it at that moment. */
export function knowledgePagesFor(desk: Desk) {
  return makeKnowledgePages({
    links: desk.links,
    log: desk.log,
    letter: KNOWLEDGE_IN,
    allowed: async (id) => {
      const keeper = await keeperNow(desk, id);
      return isRefusal(keeper) ? keeper : null;
    },
    take: async (id, pasted) => {
      const keeper = await keeperNow(desk, id);
      if (isRefusal(keeper)) return keeper;
      const sheet = readCsv(new TextEncoder().encode(pasted));
      if ('fault' in sheet) return { was: 'at-fault', faults: [{ line: 1, column: '', reason: sheet.fault }] };
      return takeKnowledgeIn(desk, keeper, sheet);
    },
  });
}

/** The page that takes a finished document and holds it against what must not be in it. */
export function leakPagesFor(desk: Desk) {
  return makeLeakPages({
    links: desk.links,
    log: desk.log,
    allowed: async (link) => {
      const now = await leakCheckNow(desk, link);
      return isRefusal(now) ? now : now.request.ref;
    },
    check: (link, sent) => checkForLeaks(desk, link, sent, readFinished),
  });
}

/** The council's own name and wording, or the made-up one. Throws, naming every fault, when the file cannot be used. */
function councilOf(file: string | null): Council {
  if (file === null) return defaultCouncil();
  const parsed = parseCouncil(readFileSync(file, 'utf8'));
  if ('faults' in parsed) throw new Error(`COUNCIL_FILE: ${parsed.faults.join('; ')}`);
  return parsed.council;
}
