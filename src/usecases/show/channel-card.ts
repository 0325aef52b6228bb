import { nextThing } from '../../domain/next-steps.js';
import type { ChannelShown } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { channelsIn } from '../../procedure/intake.js';
import { directorateTitle } from '../../procedure/owners.js';
import { rightTitle } from '../../procedure/rights.js';
import { dueChip } from './due-chip.js';

/** The post in a directorate's channel: reference, right, date, what is awaited, one button. No name and no story (INT-18, MON-09). */
export function channelCard(request: SubjectRequest, view: View, title: string): ChannelShown {
  const { facts } = request.state;
  const chip = dueChip(view.deadline, view.today);
  const came = channelsIn.find((c) => c.value === facts['channel'])?.title.toLowerCase();
  return {
    kind: 'channel',
    title,
    under: [request.ref, rightTitle(facts['right']).toLowerCase(), came].filter(Boolean).join(' · '),
    side: { title: chip.headline, value: chip.date ?? '', press: chip.press },
    text: nextThing(procedure, view)?.sentence ?? 'Nothing is waiting.',
    action: { title: 'Open', verb: 'open', data: { r: request.id } },
    summaryLine: `${request.ref}: ${title}`,
  };
}

export const newRequestTitle = (request: SubjectRequest): string =>
  `New request for ${directorateTitle(request.state.facts['directorate'])}`;
