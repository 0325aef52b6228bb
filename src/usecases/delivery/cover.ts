import type { OutboxMessage } from '../ports.js';
import type { DeliveryPorts } from './ports.js';

/** On the copy for somebody who stands in: whose message it is. */
export const FOR = 'coverFor';

/**
 * Copies of messages about cases to people who are away, for those who stand in for them; they get their own all the same. By derived keys, so that
 * doing it twice adds nothing. One query, and none when nobody is addressed by name.
 */
export async function copiesForCovers(
  ports: Pick<DeliveryPorts, 'people' | 'clock'>,
  messages: readonly OutboxMessage[],
): Promise<OutboxMessage[]> {
  const named = messages.filter((m) => 'person' in m.to && m.requestId !== undefined && m.args[FOR] === undefined);
  if (named.length === 0) return [];
  const today = ports.clock.today();
  const ids = [...new Set(named.map(personOf))];
  const covers = (await ports.people.coveredBy(ids, today)).filter((c) => c.from <= today);
  const keys = new Set(messages.map((m) => m.key));
  return named.flatMap((message) => {
    const person = personOf(message);
    const cover = covers.find((c) => c.for === person);
    return cover && !reaches(message, person, cover.by, keys) ? [copyOf(message, cover.by, person)] : [];
  });
}

/** A message to a role that both hold reaches whoever stands in by a copy of their own. */
const reaches = ({ key }: OutboxMessage, person: string, by: string, keys: ReadonlySet<string>): boolean =>
  key.endsWith(`/${person}`) && keys.has(`${key.slice(0, -person.length)}${by}`);
const personOf = ({ to }: OutboxMessage): string => ('person' in to ? to.person : '');
const copyOf = (message: OutboxMessage, by: string, person: string): OutboxMessage => ({
  ...message,
  key: `${message.key}/for/${by}`,
  to: { person: by },
  args: { ...message.args, [FOR]: person },
});
