import { sightOf } from '../domain/access.js';
import { procedure } from '../procedure/contents.js';
import { directorateTitle } from '../procedure/owners.js';
import type { Desk } from './desk.js';
import type { KnownPerson } from './ports.js';

/** *Open* in a channel: the case goes to the presser's own chat, or they are told plainly why not. The same press twice sends one card. */
export async function openInOwnChat(desk: Desk, person: KnownPerson, requestId: string, pressId: string): Promise<{ text: string }> {
  const request = await desk.requests.byId(requestId);
  if (!request || sightOf(procedure, person, request.state, desk.clock.today()) !== 'whole') {
    const whose = request?.state.facts['directorate'];
    await desk.audit.record({ what: 'refused', by: person.id, requestId, codes: { step: 'open', code: 'not-visible' } });
    return {
      text: whose
        ? `This case is for the DIAO of ${directorateTitle(whose)}. If that is your job, type "ask for a role" in your own chat with me.`
        : 'This case is not open to you.',
    };
  }
  if (!person.chat || person.unreachable)
    return { text: 'I have no chat with you yet. Open the app, say hello to me there, then press Open again.' };
  await desk.outbox.put([
    {
      key: `open:${requestId}:${person.id}:${pressId}`,
      template: 'open',
      to: { person: person.id },
      requestId,
      args: {},
      at: desk.clock.now(),
    },
  ]);
  desk.poke();
  return { text: `${request.ref} is in your own chat with me.` };
}
