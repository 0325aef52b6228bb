import { describe, expect, it } from '@jest/globals';
import { render } from '../../src/bot/render.js';
import type { Button, CaseShown, FormField, FormShown, PageShown, Shown } from '../../src/domain/shown.js';
import { walk } from './read-samples.js';

const page = (more: Partial<PageShown>): PageShown => ({ kind: 'page', title: 'A page', blocks: [], actions: [], ...more });
const form = (...fields: FormField[]): FormShown => ({ kind: 'form', title: 'A form', fields, actions: [] });
const press = (more: Partial<Button> = {}): Button => ({ title: 'Accept', verb: 'accept', data: { request: 'r-1', version: 3 }, ...more });
const part = (shown: Shown, type: string, at = 0) => walk(render(shown).card).filter((p) => p['type'] === type)[at];
const text = (id: string, more: Partial<FormField> = {}): FormField => ({ id, kind: 'text', label: 'Name', required: true, ...more });

describe('buttons', () => {
  it('carry their verb and data, and for old clients both in the data of a submit', () => {
    const button = part(page({ actions: [press()] }), 'Action.Execute');
    expect(button).toMatchObject({ verb: 'accept', data: { request: 'r-1', version: 3 } });
    expect(button?.['fallback']).toMatchObject({ type: 'Action.Submit', data: { verb: 'accept', request: 'r-1', version: 3 } });
  });

  it('that leave a form do not check or send its inputs, in old clients neither', () => {
    const button = part(page({ actions: [press({ leaves: true })] }), 'Action.Execute');
    expect(button).toMatchObject({ associatedInputs: 'none', fallback: { associatedInputs: 'none' } });
  });

  it('beyond five go under the overflow menu, behind those meant for it', () => {
    const actions = Array.from({ length: 8 }, (_, at) =>
      press({ title: `B${at}`, ...(at === 0 && { secondary: true }), ...(at === 3 && { primary: true }) }),
    );
    const drawn = part(page({ actions }), 'ActionSet')?.['actions'] as Record<string, unknown>[];
    expect(drawn.map((b) => [b['title'], b['mode'] ?? '', b['style'] ?? ''].join(' ').trim())).toEqual([
      'B1',
      'B2',
      'B3  positive',
      'B4',
      'B5',
      'B0 secondary',
      'B6 secondary',
      'B7 secondary',
    ]);
  });

  it('whose data would make them dead in the Agents Playground are refused when the card is made', () => {
    expect(() => render(page({ actions: [press({ data: { key: 'k' } })] }))).toThrow('"key"');
    expect(() => render(page({ actions: [press({ data: { msteams: 'x' } })] }))).toThrow('"msteams"');
  });

  it('with an address open it instead of pressing', () => {
    expect(part(page({ actions: [press({ url: 'https://rightsdesk.example/d/1' })] }), 'Action.OpenUrl')).toEqual({
      type: 'Action.OpenUrl',
      title: 'Accept',
      url: 'https://rightsdesk.example/d/1',
    });
  });
});

describe('forms', () => {
  it('count their faults at the top and say each beside its field', () => {
    const { card } = render(
      form(
        text('a', { label: 'Name', fault: 'An answer is needed.' }),
        text('b', { label: 'Street' }),
        text('c', { label: 'Post', fault: 'Too long.' }),
      ),
    );
    const words = walk(card)
      .filter((p) => p['type'] === 'TextBlock')
      .map((p) => p['text']);
    expect(words).toEqual(['A form', '2 answers need a change', 'Name · Post', 'An answer is needed.', 'Too long.']);
  });

  it('draw up to six short choices in full and more in a list that opens', () => {
    const options = (n: number, title = 'Short') => Array.from({ length: n }, (_, at) => ({ value: `v${at}`, title: `${title} ${at}` }));
    const style = (list: FormField['options']) =>
      part(form(text('a', { kind: 'choice', options: list ?? [] })), 'Input.ChoiceSet')?.['style'];
    expect([style(options(6)), style(options(7)), style(options(2, 'long '.repeat(20)))]).toEqual(['expanded', 'compact', 'compact']);
  });

  it('say so where there is nothing to choose from', () => {
    const { card } = render(form(text('a', { kind: 'choice', label: 'Officer', options: [] })));
    expect(JSON.stringify(card)).not.toContain('Input.');
    expect(JSON.stringify(card)).toContain('Officer: there is nothing to choose from yet.');
  });

  it('answer yes or no as "true" or "false", and never demand a yes', () => {
    expect(part(form(text('a', { kind: 'yes-no', label: 'On paper?' })), 'Input.Toggle')).toEqual({
      type: 'Input.Toggle',
      id: 'a',
      label: 'On paper?',
      title: 'Yes',
      value: 'false',
      valueOn: 'true',
      valueOff: 'false',
      wrap: true,
    });
  });

  it('put a heading above the first field of a section only', () => {
    const { card } = render(form(text('a', { section: 'Who' }), text('b', { section: 'Who' }), text('c', { section: 'What' })));
    expect(
      walk(card)
        .filter((p) => p['style'] === 'heading')
        .map((p) => p['text']),
    ).toEqual(['A form', 'Who', 'What']);
  });
});

describe('a date that matters', () => {
  const due = (press: CaseShown['due']['press'], headline = 'Due in 6 days') =>
    JSON.stringify(
      render({
        kind: 'channel',
        title: 'T',
        under: 'U',
        side: { title: headline, value: 'Mon 9 Nov', press },
        text: '',
        action: pressOpen,
        summaryLine: 'S',
      }).card,
    );
  const pressOpen = press({ title: 'Open', verb: 'open' });

  it('is coloured only when it presses', () => {
    expect(due('none')).not.toMatch(/"(warning|attention|good)"/);
    expect(due('soon')).toContain('"warning"');
    expect(due('late')).toContain('"attention"');
  });

  it('stands below the title when it is too long for the edge of a phone', () => {
    expect(due('late')).toContain('"Right"');
    expect(due('late', 'Overdue by 12 working days')).not.toContain('"Right"');
  });
});
