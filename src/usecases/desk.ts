import type { HolidayList } from '../domain/holiday-lists.js';
import type { RefreshFault } from '../procedure/bank-holidays.js';
import type { Council } from '../letters/council.js';
import type * as ports from './ports.js';

/** Everything a use case may reach: the ports and the settings, put together once in the composition root. */
export interface Desk {
  requests: ports.RequestStore;
  details: ports.DetailStore;
  identityWords: ports.IdentityWords;
  drafts: ports.DraftStore;
  counters: ports.Counters;
  people: ports.People;
  roleAsks: ports.RoleAsks;
  seen: ports.Seen;
  work: ports.WorkLists;
  channels: ports.Channels;
  knowledge: ports.KnowledgeBase;
  handovers: ports.Handovers;
  outbox: ports.Outbox;
  register: ports.RegisterReports;
  reports: ports.ReportLedger;
  /** Newest block of the audit trail, printed on the weekly card; null before the first. */
  newestSeal(): Promise<{ n: number; head: string } | null>;
  cards: ports.RememberedCards;
  audit: ports.AuditLog;
  lettersMade: ports.LettersMade;
  chain: ports.Chain;
  tokens: ports.Tokens;
  links: ports.Links;
  clock: ports.Clock;
  ids: ports.Ids;
  log: ports.Log;
  /** The list of bank holidays in force; the product's own one; the lists that came; where new ones come from; the cases they may move. */
  holidays: ports.HolidayBook;
  ownHolidays: HolidayList;
  holidayOffers: ports.HolidayOffers;
  holidayFeed: ports.HolidayFeed<RefreshFault>;
  movable: ports.MovableCases;
  /** Months before the end of the list from which Information Governance is reminded. */
  holidayWarnMonths: number;
  /** Wakes the relay after a commit; a lost poke is made good by the sweep. */
  poke(): void;
  /** Whose letters these are: the council's name, addresses and wording. */
  council: Council;
  /** Where the download pages are, for example https://rightsdesk.example. */
  publicUrl: string;
  /** Entra object ids that are IG from the start. */
  igAdmins: readonly string[];
}
