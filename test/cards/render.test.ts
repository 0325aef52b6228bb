import { describe, expect, it } from '@jest/globals';
import { Template } from 'adaptivecards-templating';
import { CARD_LIMIT, expand, render, warmTemplates } from '../../src/bot/render.js';
import type { Button, CaseShown, FormField, FormShown, PageShown, Shown } from '../../src/domain/shown.js';
import { readSamples, walk } from './read-samples.js';

const page = (more: Partial<PageShown>): PageShown => ({ kind: 'page', title: 'A page', blocks: [], actions: [], ...more });
const form = (...fields: FormField[]): FormShown => ({ kind: 'form', title: 'A form', fields, actions: [] });
const press = (more: Partial<Button> = {}): Button => ({ title: 'Accept', verb: 'accept', data: { request: 'r-1', version: 3 }, ...more });
const part = (shown: Shown, type: string, at = 0) => walk(render(shown).card).filter((p) => p['type'] === type)[at];
const text = (id: string, more: Partial<FormField> = {}): FormField => ({ id, kind: 'text', label: 'Name', required: true, ...more });

describe('words of people', () => {
  it('may hold ${…}, which is text: in a sentence, a fact, an input, a choice and the data of a button', () => {
    const odd = '${request} ${1+1} \\${x}';
    const drawn = render(
      page({
        title: odd,
        blocks: [{ is: 'facts', facts: [{ title: 'Said', value: '${json(x)}' }] }],
        actions: [press({ data: { q: odd } })],
      }),
    ).card;
    expect(JSON.stringify(drawn)).toContain('${json(x)}');
    expect(walk(drawn).find((p) => p['type'] === 'TextBlock')?.['text']).toBe('${request} ${1+1} \\\\${x}');
    expect(walk(drawn).find((p) => p['type'] === 'Action.Execute')?.['data']).toEqual({ q: odd });
    expect(part(form(text('a', { value: odd })), 'Input.Text')?.['value']).toBe(odd);
    const choices = part(form(text('a', { kind: 'choice', options: [{ value: odd, title: '${t}' }] })), 'Input.ChoiceSet')?.['choices'];
    expect(choices).toEqual([{ value: odd, title: '${t}' }]);
  });

  it('stay untouched in the value of an input, where nothing is Markdown', () => {
    const typedBefore = '**a** <at>b</at> [c](d)\n- e';
    expect(part(form(text('a', { kind: 'long-text', value: typedBefore })), 'Input.Text')?.['value']).toBe(typedBefore);
  });
});

describe('rendering', () => {
  it('fails on a field the view does not fill, wherever it stands', () => {
    const draw = (template: object, data: object) => () => expand(new Template(template), data);
    expect(draw({ a: '${gone}' }, {})).toThrow('no field gone');
    expect(draw({ a: 'before ${x.gone} after' }, { x: {} })).toThrow('no field x.gone');
    expect(draw({ a: [{ $data: '${gone}', b: 'c' }] }, {})).toThrow('no field gone');
    expect(draw({ a: [{ $data: '${list}', b: '${gone}' }] }, { list: [{}] })).toThrow('no field gone');
    expect(draw({ a: [{ $when: '${gone}', b: 'c' }] }, {})).toThrow('Card template');
    expect(draw({ a: '${nosuchfunction(1)}' }, {})).toThrow();
  });

  it('does not carry a fault over to the next card', () => {
    expect(() => expand(new Template({ a: '${gone}' }), {})).toThrow();
    expect(expand(new Template({ a: '${here}' }), { here: 'x' })).toEqual({ a: 'x' });
  });

  it('gives a page without a line of its own a notification that names nobody', () => {
    expect(render(page({ title: 'Jo Example' })).summary).not.toContain('Jo');
    expect(
      JSON.stringify([render(page({ title: 'Jo Example' })).card['speak'], render(page({ title: 'Jo Example' })).card['fallbackText']]),
    ).not.toContain('Jo');
  });

  it('shortens lists and texts until a card fits, says so, and leaves the buttons', () => {
    const facts = Array.from({ length: 200 }, (_, at) => ({ title: `Fact ${at}`, value: 'word '.repeat(100) }));
    const { card } = render(
      page({
        blocks: [
          { is: 'facts', facts },
          { is: 'text', text: 'é'.repeat(20_000) },
        ],
        actions: [press()],
      }),
    );
    const json = JSON.stringify(card);
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(CARD_LIMIT);
    expect(json).toMatch(/\d+ more do not fit on this card\./);
    expect(json).toContain('(shortened)');
    expect(json).toContain('Action.Execute');
  });

  it('never shortens what somebody typed into a form', () => {
    const value = 'ü'.repeat(20_000);
    expect(part(form(text('a', { kind: 'long-text', value })), 'Input.Text')?.['value']).toBe(value);
  });

  it('takes a few milliseconds at most once templates are parsed', () => {
    warmTemplates();
    const shown = readSamples().find((s) => s.card === 'case')?.shown as CaseShown;
    const times = Array.from({ length: 60 }, () => {
      const start = performance.now();
      render(shown);
      return performance.now() - start;
    });
    // The fastest of many: the others measure what else the machine is doing.
    expect(Math.min(...times)).toBeLessThan(5);
  });
});
