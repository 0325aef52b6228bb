import { formatDay } from '../../domain/local-date.js';
import type { RequestState } from '../../domain/subject-request.js';
import { childBasisTitle, deadRouteTitle, estateTitle } from '../../procedure/requester-choices.js';
import { addresseeOf, isNamed, mayAsk, requesterOf } from '../../procedure/requesters.js';
import { addresseeTitle } from '../../procedure/steps/requester-child.js';
import type { Known } from './known-facts.js';

/** Private answers about who is asking that a case card shows. */
export const requesterDetails = [
  ...['relation', 'assessment', 'riskNote', 'bestInterestsWhy', 'purposes', 'satisfiedBy'],
  ...['complaint', 'duty', 'scope', 'memberPurposes', 'securitySteps', 'deadAdvice', 'foiReference', 'estateSeen'],
];

type Row = { title: string; value: string };
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');
const said = (...parts: (string | undefined | false)[]): string => parts.filter(Boolean).join(': ');

/** Who is asking, what shows that they may, and what came of it; nothing for a plain request of one's own. */
export function requesterFacts(state: RequestState, known: Known): Row[] {
  const { facts } = state;
  const who = requesterOf(facts);
  if (who.code === 'SELF') return [];
  const addressee = addresseeOf(facts);
  const rows: [string, string | undefined][] = [
    [
      'Who is asking',
      [isNamed(facts) ? who.title : `${who.title}, it seems`, facts['related'] === true && known.detail('relation')]
        .filter(Boolean)
        .join('; '),
    ],
    ['Remember', who.warns ? undefined : who.caution],
    ['May they ask', who.forAnother || who.standing === 'CHILD' ? mayTheyAsk(state, known) : undefined],
    ['Can authorise', { HAS: 'yes, social services say', LACKS: 'no, social services say' }[String(facts['capacity'])]],
    ['The child', childText(state, known)],
    ['Best interests', bestInterestsText(state, known)],
    ['Reply goes to', addressee && mayAsk(facts) ? addresseeTitle(addressee) : undefined],
    ['Duty', said(known.detail('duty'), known.detail('scope'))],
    ['Terms for the member', [known.detail('memberPurposes'), known.detail('securitySteps')].filter(Boolean).join('; ')],
    [
      'As what',
      facts['estateCapacity'] ? [estateTitle(facts['estateCapacity']), known.detail('estateSeen')].filter(Boolean).join('; ') : undefined,
    ],
    [
      'Dealt with as',
      facts['deadRoute'] ? [deadRouteTitle(facts['deadRoute']), known.detail('foiReference')].filter(Boolean).join('; ') : undefined,
    ],
    ['Advice of IG', known.detail('deadAdvice')],
  ];
  return rows.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

function mayTheyAsk({ facts }: RequestState, known: Known): string {
  if (requesterOf(facts).standing === 'ESTATE') return 'No subject request: the dead have no right of access';
  if (!mayAsk(facts)) return 'Not settled yet';
  const shown = [
    facts['authorityOn'] && said(`Letter of authority, seen ${day(facts['authorityOn'])}`, known.detail('satisfiedBy')),
    facts['powerOn'] &&
      said(
        `${facts['power'] === 'COP_ORDER' ? 'Court order' : 'Power of attorney'}, checked ${day(facts['powerOn'])}`,
        known.detail('purposes'),
      ),
    facts['parentalOn'] && `Parental responsibility, seen ${day(facts['parentalOn'])}`,
    facts['wardOn'] && said(`Three answers, ${day(facts['wardOn'])}`, known.detail('complaint')),
    facts['dutyOn'] && `Need to know, ${day(facts['dutyOn'])}`,
    facts['partyOn'] && `An exception, ${day(facts['partyOn'])}`,
  ].filter(Boolean);
  return shown.length > 0 ? shown.join('; ') : 'Yes';
}

function childText({ facts }: RequestState, known: Known): string | undefined {
  if (facts['able'] === undefined) return undefined;
  const able = facts['able'] === 'ABLE' ? 'Understands the request' : 'Does not understand it yet';
  return [said(able, known.detail('assessment')), childBasisTitle(facts['childBasis'])].filter(Boolean).join('. ');
}

function bestInterestsText({ facts }: RequestState, known: Known): string | undefined {
  if (facts['bestInterests'] === undefined) return undefined;
  const risk = known.detail('riskNote');
  return [said(facts['bestInterests'] === 'IN' ? 'Yes' : 'No', known.detail('bestInterestsWhy')), risk && `Risk: ${risk}`]
    .filter(Boolean)
    .join('. ');
}

/** What to take care of with this requester, said first on the card while the case is open. */
export function cautionOf({ facts, stage }: RequestState): string | undefined {
  const { caution, warns } = requesterOf(facts);
  if (caution === undefined || !warns || ['CLOSED', 'DISPATCHED'].includes(stage)) return undefined;
  return facts['careful'] === undefined ? caution : `${caution} A risk is noted on this case.`;
}
