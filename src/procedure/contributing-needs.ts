import type { Need } from '../domain/step.js';

/** What must hold before a step on a directorate that helps, or on a question of advice. */
const need = (row: Need): Need => row;

export const helpOpen = need({
  code: 'help-open',
  clause: '2.3.4',
  sentence: 'This is answered already, or not given to a directorate yet.',
  holds: (v) => v.item?.facts['answer'] === undefined && v.item?.facts['directorate'] !== undefined,
});
export const partNotPlaced = need({
  code: 'part-not-placed',
  clause: '2.3.4',
  sentence: 'This part has a directorate already.',
  holds: (v) => v.item?.facts['directorate'] === undefined && v.item?.facts['answer'] === undefined,
});
export const questionOpen = need({
  code: 'question-open',
  clause: '1.3',
  sentence: 'This has been answered already. Ask again if something is still open.',
  holds: (v) => v.item?.facts['answeredOn'] === undefined,
});
