import type { Desk } from './desk.js';

/** The same desk with the first look at one request begun already, beside whatever else the turn has to read; later looks are fresh. */
export function readAhead(desk: Desk, id: string): Desk {
  let begun: ReturnType<Desk['requests']['byId']> | null = desk.requests.byId(id);
  // Whoever asks for it meets the failure; if nobody does, it is nobody's.
  begun.catch(() => undefined);
  const byId: Desk['requests']['byId'] = (wanted) => {
    const first = wanted === id ? begun : null;
    begun = wanted === id ? null : begun;
    return first ?? desk.requests.byId(wanted);
  };
  return { ...desk, requests: { ...desk.requests, byId } };
}
