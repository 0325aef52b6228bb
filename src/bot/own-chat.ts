import type { Reply, Turn } from './turn.js';

/** *Write to me in my own chat*, pressed where others read along: the first card comes there, once for a press. */
export async function ownChat({ desk, person, incoming }: Turn): Promise<Reply> {
  if (!person.chat || person.unreachable)
    return { text: 'I have no chat with you yet. Open the app, say hello to me there, and go on from there.' };
  const key = `own-chat:${person.id}:${incoming.activityId}`;
  await desk.outbox.put([{ key, template: 'welcome', to: { person: person.id }, args: {}, at: desk.clock.now() }]);
  desk.poke();
  return { text: 'I have written to you in your own chat with me.' };
}
