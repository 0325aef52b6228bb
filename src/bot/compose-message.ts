import type { Desk } from '../usecases/desk.js';
import type { Composer, ReadyMessage } from '../usecases/ports.js';
import { stageTitle } from '../usecases/show/case-card.js';
import { tell } from '../usecases/tell.js';
import { render } from './render.js';

/** Draws a queued message at the moment of sending, after a fresh check of access (design §4). */
export function composerFor(desk: Desk): Composer {
  return async (message, to) => {
    const told = await tell(desk, message, to);
    if ('dropped' in told || 'later' in told) return told;
    return { ...render(told.shown), ...(told.holds && { holds: told.holds }) };
  };
}

/** The card that takes the place of one with personal details: reference and stage, nothing else. */
export function stubFor(desk: Desk): (requestId: string) => Promise<ReadyMessage> {
  return async (requestId) => {
    const request = await desk.requests.byId(requestId);
    const title = request ? `${request.ref} · ${stageTitle(request.state)}` : 'A case';
    const text = 'This card has been put away. Open the case again if it is still yours.';
    return render({ kind: 'stub', title, text, action: { title: 'Open', verb: 'open', data: { r: requestId } } });
  };
}
