import { parseArgs } from 'node:util';

/** What `npm run bench -- …` was asked for: cases in each round of presses, cases stored for the reports, and one section only. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '5' },
    stored: { type: 'string', default: '100000' },
    only: { type: 'string', default: '' },
  },
});
export const settings = {
  cases: Number(values.cases),
  rounds: Number(values.rounds),
  stored: Number(values.stored),
  only: positionals.join(',') || values.only,
};
