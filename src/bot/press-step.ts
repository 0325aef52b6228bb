import { CORRECT, correctStep } from '../usecases/correct-step.js';
import { showCorrection, showForm } from '../usecases/show-form.js';
import { boardAfter } from '../usecases/show-board.js';
import { showFound, showRequest } from '../usecases/show-request.js';
import { refusalPage } from '../usecases/show/pages.js';
import { afterStep, closedPage, isClosed, passedOnPage, staleWords, typedQuotes } from '../usecases/show/after-step.js';
import { takeStep, type Press, type PressAnswer } from '../usecases/take-step.js';
import { readPress } from './read-press.js';
import type { Reply, Turn } from './turn.js';

/** Any verb that is a step: takes it, and answers with the case as it then stands, the form again, or a plain no. */
export async function pressStep(turn: Turn): Promise<Reply> {
  const { desk, person, incoming } = turn;
  const data = readPress(incoming.data);
  const press: Press = {
    person,
    requestId: data.request,
    version: data.version,
    key: data.key,
    step: incoming.verb ?? '',
    raw: incoming.data ?? {},
    ...(data.item !== undefined && { item: data.item }),
  };
  if (press.step !== CORRECT) return answer(turn, press, await takeStep(desk, press));
  const request = await desk.requests.byId(press.requestId);
  if (!request) return showRequest(desk, person, { id: press.requestId });
  if (request.version !== press.version) return answer(turn, press, await takeStep(desk, press));
  const corrected = await correctStep(desk, { ...press, corrects: data.n }, request);
  if (corrected.was === 'at-fault')
    return showCorrection(desk, person, { requestId: request.id, n: data.n, typed: press.raw, faults: corrected.faults });
  return answer(turn, press, corrected);
}

async function answer(turn: Turn, press: Press, result: PressAnswer): Promise<Reply> {
  const { desk, person } = turn;
  switch (result.was) {
    case 'taken':
      return taken(turn, result);
    case 'at-fault':
      return showForm(desk, person, { ...ask(press), typed: press.raw, faults: result.faults });
    case 'stale':
      return stale(turn, press, readPress(turn.incoming.data).n, result);
    case 'refused':
      return { shown: refusalPage(result.refusal, result.request) };
  }
}

async function taken({ desk, person }: Turn, result: Extract<PressAnswer, { was: 'taken' }>): Promise<Reply> {
  // A closed case puts its cards away, this one too: what stands here must hold nothing personal.
  if (isClosed(result.request)) return { shown: closedPage(desk, person, result) };
  const banner = afterStep(desk, result);
  const board = await boardAfter(desk, person, result.request, { step: result.step, banner });
  if (board) return board;
  const showing = await showFound(desk, person, result.request, banner, result.known);
  return showing ?? { shown: passedOnPage(desk, person, result) };
}

const ask = (press: Press) => ({ requestId: press.requestId, step: press.step, ...(press.item !== undefined && { item: press.item }) });

/** Somebody acted since the card was drawn: the form again with what was typed; or the case as it is now, or why the step is no longer open. */
async function stale({ desk, person }: Turn, press: Press, n: number, result: Extract<PressAnswer, { was: 'stale' }>): Promise<Reply> {
  const words = await staleWords(desk, person, result);
  const notice = { text: `${words} Nothing you typed is lost: look it over and press again.`, tone: 'attention' as const };
  const again = { typed: press.raw, notice };
  const form =
    press.step === CORRECT
      ? await showCorrection(desk, person, { requestId: press.requestId, n, ...again })
      : await showForm(desk, person, { ...ask(press), ...again });
  if (form.shown.kind === 'form' && form.shown.fields.length > 0) return form;
  const quotes = typedQuotes(press.step, press.raw);
  if (form.shown.kind === 'page' && quotes.length > 0)
    return { shown: { ...form.shown, blocks: [{ is: 'text', text: words }, ...form.shown.blocks, ...quotes] } };
  const text = `${words} This is how it stands now.`;
  return (await showFound(desk, person, result.request, { text, tone: 'attention' })) ?? form;
}
