import { refuse, type Refusal } from '../domain/refusals.js';
import { directorateChoices } from '../procedure/owners.js';
import type { Desk } from './desk.js';
import { isIg } from './grant-role.js';
import type { KnownPerson } from './ports.js';

/** Binds the channel somebody writes in to a directorate: an explicit act of IG, never by the channel's name. */
export async function bindChannel(
  desk: Desk,
  by: KnownPerson,
  chat: { conversationId: string; scope: string },
  directorate: unknown,
): Promise<{ bound: string } | Refusal> {
  if (!isIg(desk, by)) return refuse('not-your-step', 'Only the Information Governance team keeps the settings.', { clause: 'F-Q11' });
  if (chat.scope !== 'channel')
    return refuse('wrong-place', 'Only a channel can belong to a directorate. Mention me there with the word settings.');
  const chosen = directorateChoices.find((d) => d.value === directorate);
  if (!chosen) return refuse('answer-at-fault', 'Choose one of the directorates offered.', { field: 'directorate' });
  await desk.channels.bind(chat.conversationId, chosen.value, by.id);
  await desk.audit.record({ what: 'channel-bound', by: by.id, codes: { directorate: chosen.value } });
  desk.poke();
  return { bound: chosen.title };
}
