import type { MachineTime } from '../../usecases/ports.js';

const KEPT_MS = 5 * 60_000;
const MOST = 5_000;

/**
 * Teams delivers an activity again, with the same id, when the answer to the first was slow. A press must be answered again, and is; a
 * typed message has been or is being answered, so its repetition is only noted. Per process: a repeat elsewhere costs one more answer.
 */
export function createHeardBefore(machine: MachineTime): (person: string, activityId: string) => boolean {
  const heard = new Map<string, number>();
  return (person, activityId) => {
    if (activityId === '') return false;
    const now = machine().getTime();
    for (const [key, at] of heard) {
      if (at > now - KEPT_MS && heard.size < MOST) break;
      heard.delete(key);
    }
    const key = `${person}/${activityId}`;
    const before = heard.has(key);
    heard.set(key, heard.get(key) ?? now);
    return before;
  };
}
