import type { FormShown } from '../../domain/shown.js';
import { procedure } from '../../procedure/contents.js';
import type { Desk } from '../desk.js';
import { CORRECT } from '../correct-step.js';
import { asTyped, REPORT } from '../report.js';
import type { KnownPerson } from '../ports.js';
import { reportForm } from './report-pages.js';
import { stepForm } from './step-form.js';

/** Whoever pressed: while the store is away nobody knows them. */
export const NOBODY: KnownPerson = { id: '', name: '', grants: [], mri: '', tenant: '', chat: null, unreachable: false };

/** The form that was sent while the store is away, with every word that was typed; null when the press was no form. It reads nothing from the store. */
export function formWhileAway(desk: Desk, verb: string, raw: Record<string, unknown>, words: string): FormShown | null {
  const notice = { text: words, tone: 'warning' as const };
  if (verb === 'review-report') return { ...reportForm(desk, NOBODY, text(raw['d']), { typed: asTyped(raw) }), notice };
  const step = procedure.steps.find((s) => s.id === verb && s.id !== REPORT);
  const corrected = verb === CORRECT ? procedure.steps.find((s) => s.id === raw['s']) : undefined;
  if (!step?.asks) return null;
  const asks = { ...corrected?.asks, ...step.asks };
  const view = { request: null, person: NOBODY, now: desk.clock.now(), today: desk.clock.today(), deadline: null, mark: () => '' };
  const people = Object.entries(asks).filter(([, f]) => f.holding !== undefined);
  const chosen = Object.fromEntries(people.map(([name]) => [name, [{ value: text(raw[name]), title: 'As you chose' }]]));
  const data = Object.fromEntries(
    ['r', 'v', 'k', 'i', 'n', 's'].filter((name) => raw[name] !== undefined).map((name) => [name, raw[name] as string]),
  );
  const actions = [
    { title: step.title, verb, data, primary: true },
    { title: 'Back to the case', verb: 'open', data: { r: text(raw['r']) }, leaves: true },
  ];
  return stepForm({ ...step, asks }, { view, people: chosen, typed: raw, notice, actions });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
