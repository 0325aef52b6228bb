import type { PageShown } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { directorateTitle } from '../../procedure/owners.js';
import { rightTitle } from '../../procedure/rights.js';
import { dueChip } from './due-chip.js';

/** A notice to somebody who is told of a case and does not read it: reference, right, directorate, date, and whom to speak to. */
export function noticePage(request: SubjectRequest, view: View, { title, diao }: { title: string; diao: string }): PageShown {
  const { facts } = request.state;
  const chip = dueChip(view.deadline, view.today);
  return {
    kind: 'page',
    title,
    under: `${request.ref} · §1.3`,
    blocks: [
      {
        is: 'facts',
        facts: [
          { title: 'Right', value: rightTitle(facts['right']) },
          { title: 'Directorate', value: directorateTitle(facts['directorate']) },
          { title: 'DIAO', value: diao },
          { title: chip.headline, value: chip.date ?? '' },
        ],
      },
      {
        is: 'text',
        text: 'The case itself is not open to you. Speak to the DIAO about it, and quote the reference.',
        small: true,
        quiet: true,
      },
    ],
    actions: [],
    summaryLine: `${request.ref}: ${title}`,
  };
}
