import { formatDayAndTime } from '../domain/local-date.js';
import type { RunningPage } from './start-page.js';

/** What somebody who has just typed the command needs to know, and no more. */
export function introduce(pages: readonly RunningPage[], rehearsal: { at: Date; speed: string } | null): string {
  const width = Math.max(...pages.map(({ page }) => page.person.name.length));
  const rows = pages.map(({ page, url }) => `  ${page.person.name.padEnd(width)}  ${url}  ${page.job}`);
  return [
    '',
    'Rightsdesk playground: a made-up council with made-up people. Everything stays on this machine.',
    ...(rehearsal
      ? [
          `A rehearsal: its clock shows ${formatDayAndTime(rehearsal.at)} and runs ${rehearsal.speed} times as fast. Type advance to jump to the next notice.`,
        ]
      : []),
    '',
    ...rows,
    '',
    'Open all four first: a page shows only what arrives while it is open.',
    `1. As ${pages[0]?.page.person.name}, type: report`,
    `2. As ${pages[1]?.page.person.name}, look into the channel "${pages[1]?.page.channel?.name}" and press Open.`,
    '',
    'Ctrl-C stops everything. The cases stay for the next start.',
    '',
  ].join('\n');
}
