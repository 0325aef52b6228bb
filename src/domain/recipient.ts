/** Whom a message is for; the chat or channel is looked up only when it is sent. */
export type Recipient = { person: string } | { directorate: string } | { role: string; directorate?: string };

/** A recipient as one word: messages with the same word go out in order. */
export function laneOf(to: Recipient): string {
  if ('person' in to) return `person:${to.person}`;
  if ('role' in to) return to.directorate === undefined ? `role:${to.role}` : `role:${to.role}:${to.directorate}`;
  return `directorate:${to.directorate}`;
}

/** The recipient a lane stands for. */
export function recipientOf(lane: string): Recipient {
  const [kind, code = '', directorate] = lane.split(':');
  if (kind === 'person') return { person: code };
  if (kind === 'directorate') return { directorate: code };
  return directorate === undefined ? { role: code } : { role: code, directorate };
}
