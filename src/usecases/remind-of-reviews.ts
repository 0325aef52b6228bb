import { addDays, parseInstant } from '../domain/local-date.js';
import { isWorkingDay } from '../domain/working-days.js';
import { accessReviewDays } from '../procedure/limits.js';
import { noticeHour } from '../procedure/notices.js';
import { igTeam } from '../procedure/roles.js';
import { queueMessages } from './delivery/gather.js';
import type { Desk } from './desk.js';
import type { OutboxMessage } from './ports.js';
import { ROLE_ENDS } from './reports/digest-lines.js';

/** T12 ACCESS_REVIEW: a granted role ends with its next review; what becomes of a reminder when it ends is in `put-away-lost-roles.ts`. */
export const accessReview = { rows: ['SEC-02'], clause: 'F-Q7', to: [igTeam] };

/** Tells IG of each granted role two weeks before it ends, once, in the digest of a working day. Answers how many were told of. */
export async function remindOfReviews(desk: Desk): Promise<number> {
  const [today, now] = [desk.clock.today(), desk.clock.now()];
  if (!isWorkingDay(today, desk.holidays) || now < (parseInstant(`${today}T${noticeHour}`) as Date)) return 0;
  const ending = await desk.people.rolesEnded(today, addDays(today, accessReviewDays + 1));
  const messages = ending.flatMap(({ person, role, directorate = '', until }) =>
    accessReview.to.map((to): OutboxMessage => ({
      key: `${ROLE_ENDS}:${person}:${role}:${directorate}:${until}`,
      template: ROLE_ENDS,
      to: { role: to.code },
      args: { person, role, directorate, until },
      at: now,
      digest: today,
    })),
  );
  const known = messages.length === 0 ? new Set<string>() : await desk.outbox.known(messages.map(({ key }) => key));
  const fresh = messages.filter(({ key }) => !known.has(key));
  await queueMessages(desk, fresh);
  if (fresh.length > 0) desk.poke();
  return fresh.length;
}
