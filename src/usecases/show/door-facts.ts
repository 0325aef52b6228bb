import { formatDay } from '../../domain/local-date.js';
import type { RequestState } from '../../domain/subject-request.js';
import { doorFields, doorOf, memberRoles } from '../../procedure/doors.js';
import { specialBadge, specialTitles } from '../../procedure/special-categories.js';
import type { Known } from './known-facts.js';

/** Private answers of the door that the case card opens. */
export const doorDetails = [...Object.keys(doorFields).filter((name) => name !== 'memberRole'), 'specialKinds', 'formChanges'];

type Row = { title: string; value: string };
const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value) : '');

/** How it came in, as far as the door asked: the scan, the address, the member; and the form that was filled in for somebody. */
export function doorFacts({ facts }: RequestState, known: Known): Row[] {
  const member = [known.detail('memberName'), memberRoles.find((r) => r.value === facts['memberRole'])?.title.toLowerCase()];
  const rows: [string, string | undefined][] = [
    [specialBadge.title, facts['special'] === true ? `${specialTitles(known.detail('specialKinds') ?? '')}. ${specialBadge.sentence}` : ''],
    ['Scan', facts['channel'] === 'POST' ? (known.detail('scanReference') ?? 'not recorded yet') : undefined],
    ['Came from', known.detail('writtenFrom') ?? known.detail('account') ?? known.detail('formNumber')],
    ['Told by', known.detail('colleague')],
    ['Member', member.filter(Boolean).join(', ')],
    ['For what', known.detail('memberPurpose')],
    ['Acts for them', known.detail('agentName')],
    ['Camera', known.detail('camera')],
    ['To the mailbox', doorOf(facts['channel'])?.passedOn ? day(facts['sentOnToMailbox']) || 'not sent on yet' : undefined],
    ['Filled-in form', sayForm(facts)],
    ['Changed on it', known.detail('formChanges')],
  ];
  return rows.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

function sayForm(facts: RequestState['facts']): string | undefined {
  if (facts['formSentOn'] === undefined) return undefined;
  const back = facts['formBackOn'] === undefined ? 'not back yet; the request counts all the same' : `back ${day(facts['formBackOn'])}`;
  return `sent ${day(facts['formSentOn'])}, ${back}${facts['idWithForm'] === true ? ', with identification' : ''}`;
}
