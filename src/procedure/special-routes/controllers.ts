import type { Option } from '../../domain/fields.js';
import { route } from './route.js';

/** §2.3(5), OP-05: who keeps the electoral register, and the registrars, are controllers of their own and answer themselves. */
const passed = (facts: Record<string, unknown>): string => (facts['passedOn'] === undefined ? 'to be passed straight on' : 'passed on');

export const electoral = route({
  code: 'ELECTORAL',
  title: 'All of it is electoral registration data',
  rows: ['RTE-01'],
  clause: '2.3.5',
  words: ['electoral', 'electoral roll', 'voting register', 'register of voters', 'registered to vote'],
  stands: passed,
});
export const registrars = route({
  code: 'BMD',
  title: 'All of it is about births, deaths or marriages',
  rows: ['RTE-01'],
  clause: '2.3.5',
  words: ['birth certificate', 'marriage certificate', 'death certificate', 'register office', 'registrar'],
  stands: passed,
});
export const mixedController = route({
  code: 'MIXED_CONTROLLER',
  title: 'Part of it is electoral data or births, deaths, marriages',
  rows: ['RTE-03'],
  clause: '2.3.5',
  words: [],
  stands: (facts) =>
    facts['partPassedOn'] === undefined
      ? 'a part is to be passed on'
      : facts['partAnswer'] === undefined
        ? 'Information Governance coordinates one response'
        : 'the parts are brought together',
});

/** Who the controllers are, for the letter that passes a request on. */
export const controllers: readonly Option[] = [
  { value: 'ERO', title: 'Electoral Registration Officer' },
  { value: 'BMD', title: 'Registrar of births, deaths and marriages' },
];
export const controllerTitle = (code: unknown): string => controllers.find((c) => c.value === code)?.title ?? '';
export const controllerFor = (codes: readonly string[]): string | undefined =>
  codes.includes('ELECTORAL') ? 'ERO' : codes.includes('BMD') ? 'BMD' : undefined;

export const partAnswers: readonly Option[] = [
  { value: 'WITH_OURS', title: 'Their answer goes out with ours, as one response' },
  { value: 'ITSELF', title: 'They answer themselves; ours says so' },
];
