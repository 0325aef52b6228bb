import type { FormField, FormShown } from '../../domain/shown.js';
import { drawActions } from './actions.js';
import { drawInput, isUnanswerable } from './input.js';
import { draw, maybeText, type Fit } from './fit.js';
import { standIn } from './spoken.js';

/**
 * A form with what was typed still in it: faults counted first and again beside their fields. Inputs and choices are never shortened, or
 * what a person typed would be lost. Data for `cards/form.json`.
 */
export function viewForm(shown: FormShown, fit: Fit): object {
  return {
    ...standIn(shown.title),
    title: draw(shown.title, fit),
    under: maybeText(shown.under, fit),
    about: maybeText(shown.about, fit),
    notices: drawNotices(shown, fit),
    fields: shown.fields.map((field, at) => drawField(field, shown.fields[at - 1], fit)),
    actions: drawActions(shown.actions),
  };
}

function drawNotices(shown: FormShown, fit: Fit): object[] {
  const faulty = shown.fields.filter((f) => f.fault);
  const notice = shown.notice ? [{ text: draw(shown.notice.text, fit), style: shown.notice.tone, fields: [] }] : [];
  if (faulty.length === 0) return notice;
  const count = faulty.length === 1 ? '1 answer needs a change' : `${faulty.length} answers need a change`;
  return [...notice, { text: count, style: 'attention', fields: maybeText(faulty.map((f) => f.label).join(' · '), fit) }];
}

function drawField(field: FormField, before: FormField | undefined, fit: Fit): object {
  const opensSection = field.section !== undefined && field.section !== before?.section;
  return {
    heading: opensSection ? maybeText(field.section, fit) : [],
    separator: opensSection && before !== undefined,
    spacing: opensSection ? 'Large' : 'Medium',
    ...drawInput(field),
    fault: maybeText(field.fault, fit),
    hint: maybeText(isUnanswerable(field) ? `${field.label}: there is nothing to choose from yet.` : field.hint, fit),
  };
}
