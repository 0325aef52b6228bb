import { formatDay, londonDay } from '../../domain/local-date.js';
import { refuse, type Refusal } from '../../domain/refusals.js';
import type { Letter } from '../../letters/letter.js';
import { saidIn } from '../../letters/said-in.js';
import { findMentions, sameForEverybody, sayMention, unspokenOn, type Said } from '../../procedure/do-not-mention.js';
import { evidencePack, lettersOfOurOwn, toldToTheRequester } from '../../procedure/evidence-pack.js';
import { hiddenPhrases } from '../guard/hidden-phrases.js';
import type { Gathered } from './gather.js';

export interface Paper {
  name: string;
  text: string;
}
export interface RequesterVersion {
  papers: readonly Paper[];
  letters: readonly Letter[];
}

/**
 * The version for the requester: what they were told and when, and the letters they were sent. It is made from a list of what may be told,
 * never by striking out; and then every word and every file name is held against what must not be said on this case (§3.12).
 */
export function requesterVersion(all: Gathered, letters: readonly Letter[]): RequesterVersion | Refusal {
  const papers = [
    { name: 'read-me.txt', text: readMe(all) },
    { name: 'history.txt', text: toldHistory(all) },
  ];
  const theirs = letters.filter(({ id }) => !lettersOfOurOwn.includes(id));
  const said: Said[] = [
    ...papers.map(({ name, text }) => ({ place: `The paper ${name}`, text })),
    ...theirs.filter(({ id }) => !sameForEverybody.includes(id)).flatMap(saidIn),
    ...theirs.map(({ id }) => ({ place: 'The name of a file', text: id.replaceAll('-', ' ') })),
  ];
  const mentions = findMentions(said, unspokenOn(all.request.state, hiddenPhrases(all.request.state, all.detail)));
  return mentions.length === 0 ? { papers, letters: theirs } : saysTooMuch(mentions.map(sayMention));
}

const saysTooMuch = (also: string[]): Refusal =>
  refuse('needs-something-first', `The version for the requester cannot be made: it would say what must not be said. ${also.join(' ')}`, {
    clause: evidencePack.clause,
    also,
  });

function toldHistory({ history }: Gathered): string {
  const told = history.flatMap(({ step }) => {
    const sentence = step.corrects === undefined ? toldToTheRequester[step.id] : undefined;
    return sentence === undefined ? [] : [`${formatDay(dayOf(step.answers) ?? londonDay(new Date(step.at)))}: ${sentence}`];
  });
  return told.join('\n');
}

/** The day that counts for the requester is the one on which it happened, not the one on which it was entered. */
const dayOf = (answers: Readonly<Record<string, unknown>>): string | undefined =>
  ['heardOn', 'sentOn', 'toldOn', 'arrivedOn', 'withdrawnOn', 'formSentOn'].map((name) => answers[name]).find((v) => typeof v === 'string');

const readMe = ({ request, view }: Gathered): string => `Your request ${request.ref}

This is what we did with your request and what we wrote to you, made on ${formatDay(view.today)}.

history.txt     what happened, and when
letters         what we wrote to you, as it stands in our records
SHA256SUMS.txt  checksums, by which you can tell that no paper was changed

The copies of your information are not in here: they went to you with our reply.
If something is not clear or not right, write to us and give the reference above.
`;
