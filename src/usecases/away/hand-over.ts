import { decide } from '../../domain/decide.js';
import type { Person } from '../../domain/person.js';
import { isRefusal } from '../../domain/refusals.js';
import { apply } from '../../domain/replay.js';
import type { SubjectRequest } from '../../domain/subject-request.js';
import { nextRow } from '../../domain/knowledge-base.js';
import { procedure } from '../../procedure/contents.js';
import { complaintsUnit, diao, foiCoordinator, officerPool } from '../../procedure/roles.js';
import { commitStep, headerOf, keepDetails, withClock, type StepDraft } from '../commit-step.js';
import type { Desk } from '../desk.js';
import type { Handover, KnownPerson } from '../ports.js';
import { viewOf } from '../view-of.js';

const STEP = 'take-over';
const BATCH = 50;
/** A lost race on a case is tried again. */
const TRIES = 4;
/** Somebody else wrote first. */
const AGAIN = Symbol('again');

/**
 * Carries out a confirmed hand-over, case by case, each once: its step has a key of its own, and the list is read by reference, so that a run
 * cut short goes on where it stopped. At the end the knowledge base and those concerned are told.
 */
export async function runHandover(desk: Desk, handover: Handover): Promise<void> {
  const [by, to] = await Promise.all([desk.people.byId(handover.by), desk.people.byId(handover.to)]);
  if (!by || !to) return;
  for (let after = ''; ;) {
    const cases = await desk.handovers.casesOf(handover.from, after, BATCH);
    for (const { id, ref } of cases) {
      const why = await moveOne(desk, handover, { id, by, to });
      await desk.handovers.note(handover.id, why === null ? { moved: ref } : { stayed: { ref, why } });
    }
    after = cases.at(-1)?.ref ?? after;
    if (cases.length < BATCH) break;
  }
  await nameSuccessor(desk, handover);
  await tellThose(desk, handover);
  await desk.audit.record({ what: 'handed-over', by: handover.by, codes: { from: handover.from, to: handover.to, handover: handover.id } });
  await desk.handovers.advance(handover.id, 'running', 'done');
  desk.poke();
}

/** Takes up what was cut short. */
export async function resumeHandovers(desk: Desk): Promise<number> {
  const running = await desk.handovers.running();
  for (const handover of running) await runHandover(desk, handover);
  return running.length;
}

/** What a case needs of whoever takes it over and they do not hold; null when nothing. */
export function whyNot(request: Pick<SubjectRequest, 'state'>, leaver: string, to: Person, today: string): string | null {
  const { facts } = request.state;
  const holds = (role: string): boolean =>
    to.grants.some((g) => g.role === role && g.until >= today && g.directorate === facts['directorate']);
  if (facts['diao'] === leaver && !holds(diao.code)) return 'the successor is not DIAO there';
  if (facts['caseOfficer'] === leaver && !holds(officerPool.code)) return 'the successor may not lead cases there';
  return null;
}

async function moveOne(desk: Desk, handover: Handover, who: { id: string; by: KnownPerson; to: KnownPerson }): Promise<string | null> {
  for (let i = 0; i < TRIES; i += 1) {
    const request = await desk.requests.byId(who.id);
    if (!request) return 'it is gone';
    const key = `handover:${handover.id}`;
    if (await desk.requests.stepByKey(request.id, key)) return null;
    const no = whyNot(request, handover.from, who.to, desk.clock.today());
    if (no !== null) return no;
    const done = await take(desk, handover, request, { ...who, key });
    if (done !== AGAIN) return done;
  }
  return 'it is being changed just now';
}

async function take(
  desk: Desk,
  { from, to, note }: Handover,
  request: SubjectRequest,
  { by, key }: { by: KnownPerson; key: string },
): Promise<string | null | typeof AGAIN> {
  const people = { leaver: [{ value: from, title: from }], successor: [{ value: to, title: to }] };
  const raw = { leaver: from, successor: to, ...(note !== '' && { handoverNote: note }) };
  const decided = decide(procedure, viewOf(desk, request.state, by), { step: STEP, raw, people });
  if (isRefusal(decided)) return 'it is not theirs to hand over';
  if ('faults' in decided) return decided.faults[0]?.sentence ?? 'it cannot go over';
  const draft: StepDraft = { ...decided, requestId: request.id, n: request.version + 1, person: by, key };
  const clocked = withClock(desk, headerOf(desk, draft, null), apply(request.state, headerOf(desk, draft, null)));
  if ('fault' in clocked) return clocked.fault;
  const details = await keepDetails(desk, draft);
  const header = { ...headerOf(desk, draft, details?.id ?? null), ...(clocked.clock && { clock: clocked.clock }) };
  const after = await commitStep(desk, request, draft, { header, state: apply(request.state, header), hash: details?.hash ?? null });
  return after ? null : AGAIN;
}

/** In the knowledge base the successor takes the place of the leaver, as deputy and as case officer proposed first. */
async function nameSuccessor(desk: Desk, { from, to, by }: Handover): Promise<void> {
  for (let i = 0; i < TRIES; i += 1) {
    const theirs = (await desk.knowledge.read()).filter((row) => row.deputy === from || row.officer === from);
    const at = desk.clock.now().toISOString();
    const writes = theirs.map((row) => {
      const is = { ...row, deputy: row.deputy === from ? to : row.deputy, officer: row.officer === from ? to : row.officer };
      return nextRow(row, row.id, is, { what: 'handed-over', by, at, change: desk.ids.id() });
    });
    if (writes.length === 0 || (await desk.knowledge.write(writes))) return;
  }
}

/** LTR-38: the FOI Coordinator and the Complaints Unit hear of it, and so does the successor. */
async function tellThose(desk: Desk, { id, to }: Handover): Promise<void> {
  const readers = [{ role: foiCoordinator.code }, { role: complaintsUnit.code }, { person: to }];
  await desk.outbox.put(
    readers.map((reader, i) => ({
      key: `handover:${id}:${i}`,
      template: 'handover',
      to: reader,
      args: { handover: id },
      at: desk.clock.now(),
    })),
  );
}
