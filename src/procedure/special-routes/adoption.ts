import type { Option } from '../../domain/fields.js';
import type { Facts } from '../../domain/subject-request.js';
import { asUsual, route } from './route.js';

/**
 * §3.7, OP-34: these records have a way of access of their own. Asked for by name (branches A and B) the requester is told of it; where they
 * are not named (C and D) no word may betray that any exist, so nothing on the case but a code says which branch it is.
 */
const common = { rows: ['RTE-50', 'EX-ADOPT'], clause: '3.7', letIn: asUsual } as const;
export const adoptionOnly = route({
  ...common,
  code: 'ADOPTION_A',
  title: 'Adoption records, asked for by name, and nothing else',
  words: [],
});
export const adoptionAndMore = route({
  ...common,
  code: 'ADOPTION_B',
  title: 'Adoption records, asked for by name, among other things',
  words: ['adoption', 'adopted', 'birth mother', 'birth parents'],
});
export const branchOf = (code: string): string | undefined => ({ ADOPTION_A: 'A', ADOPTION_B: 'B' })[code];

/** The directorate whose every reply is looked at in the same way, so that the look itself tells nothing. */
export const checkedDirectorate = 'CHILD';

export const branches: readonly Option[] = [
  { value: 'NONE', title: 'No adoption records come into it' },
  { value: 'A', title: 'A: asked for by name and nothing else. Refuse, and explain the right way' },
  { value: 'B', title: 'B: asked for by name among other things. Answer the rest, explain the right way' },
  { value: 'C', title: 'C: not named, but the request reaches them. Answer the rest; never mention them' },
  { value: 'D', title: 'D: not named and not reached. Answer as usual; mention neither them nor the exemption' },
];
/** Asked for by name: the requester is told the right way. */
export const isNamedByThem = (facts: Facts): boolean => facts['sealed'] === 'A' || facts['sealed'] === 'B';
/** Nobody outside may learn that there is anything. */
export const isUnspoken = (facts: Facts): boolean => facts['sealed'] === 'C' || facts['sealed'] === 'D';

/** Beginnings of words that may stand in no letter of branch C or D, and nowhere that others read. */
export const hiddenWords = {
  rows: ['SEC-11', 'RTE-54', 'RTE-55'],
  clause: '3.7',
  beginnings: [
    'adopt',
    'birth mother',
    'birth father',
    'birth parent',
    'birth relative',
    'birth famil',
    'contact register',
    'relinquish',
    'parentage',
    'ex-adopt',
  ],
} as const;

/** The first of the hidden words that a text says, or null. */
export function findHidden(text: string): string | null {
  const said = text.toLowerCase();
  return hiddenWords.beginnings.find((word) => new RegExp(`(^|[^a-z])${word}`).test(said)) ?? null;
}
