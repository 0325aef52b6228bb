import { parseLocalDate } from '../../domain/local-date.js';
import type { View } from '../../domain/step.js';
import type { RequestState } from '../../domain/subject-request.js';
import type { RouteParts } from '../../letters/route-parts.js';
import type { LetterFacts } from '../../letters/letter.js';
import { isNamedByThem } from '../../procedure/special-routes/adoption.js';
import { controllerFor, controllerTitle } from '../../procedure/special-routes/controllers.js';
import { statuteLaw, statuteTitle } from '../../procedure/special-routes/other-law.js';
import { routesOf } from '../../procedure/special-routes/route.js';
import type { Known } from '../show/known-facts.js';

/** Private answers that the letters of special routes say. */
export const routeFields = ['contact', 'otherPart', 'ourPart', 'regimeWords', 'regimePart', 'register', 'enactment', 'trustContact'];

/** What a special route adds; `typed` stands for answers that are not recorded yet. Nothing on a case that is on none. */
export function routeOf(
  state: RequestState,
  view: View,
  known: Known,
  typed?: Record<string, unknown>,
): Pick<LetterFacts, 'route' | 'refused'> {
  const { facts } = state;
  const codes = routesOf(facts);
  if (codes.length === 0 && facts['sealed'] === undefined) return {};
  const say = (name: string): string => word(typed?.[name]) ?? known.detail(name) ?? '';
  const named = isNamedByThem(facts) ? (facts['sealed'] === 'A' ? ('ALONE' as const) : ('AMONG_OTHERS' as const)) : undefined;
  const controller = controllerTitle(facts['controller'] ?? controllerFor(codes));
  const by = word(typed?.['trustBy']) ?? word(facts['trustBy']) ?? '';
  const route: RouteParts = {
    contact: say('contact'),
    passedOn: String(facts['passedOn'] ?? facts['partPassedOn'] ?? view.today),
    ...(controller && { controller }),
    ...(say('otherPart') && { otherPart: say('otherPart'), ourPart: say('ourPart') }),
    ...(facts['regimeOn'] !== undefined && { law: lawOf(facts, say) }),
    ...(facts['registerOn'] !== undefined && { register: { name: say('register'), enactment: say('enactment') } }),
    ...(codes.includes('JOINT_HEALTH') && { trust: { contact: say('trustContact'), ...(parseLocalDate(by) && { by }) } }),
    ...(codes.includes('VIEWING') && { viewing: { worker: offered('workerOffered'), counselling: offered('counsellingOffered') } }),
    ...(named && { named }),
  };
  // The part that is refused is told with the acknowledgement where there is a rest (branch B, RTE-53).
  return { route, ...(named === 'AMONG_OTHERS' && { refused: 'adoption-records' as const }) };

  function offered(name: string): boolean {
    return typed?.[name] === undefined ? facts[name] !== false : word(typed[name]) === 'true';
  }
}

function lawOf(facts: RequestState['facts'], say: (name: string) => string): NonNullable<RouteParts['law']> {
  const part = facts['regimeScope'] === 'PART' ? say('regimePart') : '';
  return { title: statuteTitle(facts['statute']), cited: statuteLaw(facts['statute']), words: say('regimeWords'), ...(part && { part }) };
}

const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
