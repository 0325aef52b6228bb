import { sightOf } from '../../domain/access.js';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.js';
import type { Button } from '../../domain/shown.js';
import type { View } from '../../domain/step.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { procedure } from '../../procedure/contents.js';
import { evidencePack } from '../../procedure/evidence-pack.js';
import type { Desk } from '../desk.js';
import type { KnownPerson } from '../ports.js';
import { forThoseWho, type Showing } from '../show-request.js';
import { openButton, refusalPage } from '../show/pages.js';
import { viewOf } from '../view-of.js';
import { requesterVersion } from './for-requester.js';
import { gather } from './gather.js';
import { mayHavePack } from './may-have.js';
import { makePack, type PackFor, type PackPorts } from './make-pack.js';
import { packLetters } from './pack-letters.js';

/** What a link to a pack names in place of a letter. */
const CODES: Readonly<Record<string, PackFor>> = { 'evidence-pack': 'us', 'evidence-pack-to-give': 'requester' };
export const isPack = (letter: string): boolean => Object.hasOwn(CODES, letter);
const ZIP_TYPE = 'application/zip';

const notYours = (): Refusal =>
  refuse('not-your-step', 'The evidence pack is for the case officer, the DIAO, Information Governance and the Data Protection Officer.', {
    clause: evidencePack.clause,
  });

/** The page with both links; the one for the requester only when nothing in it says what must not be said. */
export async function packPage(desk: Desk, person: KnownPerson, requestId: string): Promise<Showing> {
  return forThoseWho(desk, person, { id: requestId }, ['whole'], async (request, view) => {
    if (!mayHavePack(view)) return { shown: refusalPage(notYours(), request) };
    const all = await gather(desk, request, view);
    const theirs = requesterVersion(all, (await packLetters(desk, all)).letters);
    const ours = await getButton(desk, person, request, { title: 'Get the evidence pack', code: 'evidence-pack', primary: true });
    const give = isRefusal(theirs)
      ? []
      : [await getButton(desk, person, request, { title: 'Get the requester’s version', code: 'evidence-pack-to-give' })];
    return {
      shown: {
        kind: 'page',
        title: 'Evidence pack',
        under: request.ref,
        blocks: [
          {
            is: 'text',
            text: 'One ZIP with the history in plain words, why each date is what it is, the letters, the schedule, file notes, views, search receipts, and the chain with a note on how to verify it. It names people: keep it where only those who need it can open it.',
          },
          isRefusal(theirs)
            ? { is: 'list', heading: 'No version for the requester: it would say what must not be said', items: [...(theirs.also ?? [])] }
            : {
                is: 'text',
                heading: 'The requester’s version',
                text: 'What they were told and when, and the letters they were sent. It was held against the list of what must not be said on this case, and says nothing of it.',
              },
          {
            is: 'text',
            text: 'Each link works once, for 15 minutes, while you may see the case. The download is recorded.',
            small: true,
            quiet: true,
          },
        ],
        actions: [ours, ...give, openButton(request)],
        summaryLine: `${request.ref}: evidence pack`,
      },
      holds: { requestId: request.id, person: person.id },
    };
  });
}

async function getButton(
  desk: Desk,
  person: KnownPerson,
  request: SubjectRequest,
  { title, code, primary }: { title: string; code: string; primary?: true },
): Promise<Button> {
  const token = await desk.links.make({ person: person.id, requestId: request.id, letter: code });
  await desk.audit.record({ what: 'letter-link', by: person.id, requestId: request.id, codes: { letter: code } });
  return { title, verb: 'open-url', data: {}, url: `${desk.publicUrl}/letters/${token}`, ...(primary && { primary }) };
}

interface Link {
  person: string;
  requestId: string;
  letter: string;
}

/** The same check on the page and again at the download: roles and cases move. */
async function packNow(desk: Desk, link: Link): Promise<{ request: SubjectRequest; view: View } | Refusal> {
  const [person, request] = await Promise.all([desk.people.byId(link.person), desk.requests.byId(link.requestId)]);
  if (!person || !request) return notYours();
  const view = viewOf(desk, request.state, person);
  return sightOf(procedure, person, request.state, view.today) === 'whole' && mayHavePack(view) ? { request, view } : notYours();
}

export async function describePack(desk: Desk, link: Link) {
  const found = await packNow(desk, link);
  if (isRefusal(found)) return found;
  const theirs = CODES[link.letter] === 'requester';
  const care = theirs
    ? 'It is for the requester alone.'
    : 'It names people and says what was kept back and why. It is not for the requester.';
  const title = theirs ? 'Evidence pack, the requester’s version' : 'Evidence pack';
  return { reference: found.request.ref, title, noun: 'file', format: 'ZIP', care };
}

/** The ZIP behind a link, made from the case as it stands now. */
export async function packFile(
  desk: Desk,
  link: Link,
  ports: PackPorts,
): Promise<{ name: string; type: string; bytes: Uint8Array } | Refusal> {
  const found = await packNow(desk, link);
  if (isRefusal(found)) return found;
  const all = await gather(desk, found.request, found.view);
  const bytes = await makePack(desk, all, CODES[link.letter] ?? 'requester', ports, link.person);
  return isRefusal(bytes) ? bytes : { name: `${found.request.ref}-${link.letter}.zip`, type: ZIP_TYPE, bytes };
}
