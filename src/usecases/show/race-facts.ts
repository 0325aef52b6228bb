import { formatDay } from '../../domain/local-date.js';
import type { View } from '../../domain/step.js';
import { isUnconfirmed } from '../../procedure/holds.js';
import { shortSystem } from '../../procedure/record-titles.js';
import { deletesOn } from '../../procedure/retention.js';
import { fromNow } from './hold-page.js';

/** The other clock: what deletes itself while the answer is being made, beside the day the answer is due (SRC-12). Until somebody keeps it. */
export function raceFacts({ request, deadline, today }: View): { title: string; value: string }[] {
  const open = Object.values(request?.items['holds'] ?? {}).filter(isUnconfirmed);
  return open.map((hold) => {
    const by = deletesOn(hold);
    const title = `${shortSystem(hold['system'])} at risk`;
    if (by === undefined) return { title, value: 'Its day of deletion is not known, and nobody has said that it is kept' };
    const due = deadline?.due;
    const against = !due || by <= today ? '' : by <= due ? ', before the answer is due' : ', after the answer is due';
    const gone = by < today ? 'Was to delete itself' : 'Deletes itself';
    return { title, value: `${gone} ${formatDay(by)}, ${fromNow(by, today)}${against}. Nobody has said that it is kept` };
  });
}
