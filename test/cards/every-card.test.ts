import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type * as Parser from 'adaptivecards';
import { CARD_LIMIT, render } from '../../src/bot/render.js';
import { cardSchema } from './card-schema.js';
import { readSamples, readText, templateFiles, walk } from './read-samples.js';

const { AdaptiveCard, HostConfig, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof Parser;
const samples = readSamples();
const MOST_IN_SIGHT = 5;

/** What the reference parser objects to, in its own words. A chart is newer than it knows, and has a fallback. */
function objections(card: object): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  // Its own limit counts the overflow menu as well; how many are in sight is tested below.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 99 } });
  parsed.parse(card, context);
  const found = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  const invalid = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...found, ...invalid].filter((message) => !message.includes('Chart.'));
}

describe.each(samples)('$card: $name', ({ name, shown }) => {
  const { card, summary } = render(shown);
  const json = JSON.stringify(card);
  const parts = walk(card);

  it('is read by the reference parser without an objection', () => expect(objections(card)).toEqual([]));
  it('holds only what Adaptive Cards 1.5 knows, newer parts with a fallback', () => expect(cardSchema.parse(card)).toEqual(card));
  it('is at most 25 KB', () => expect(Buffer.byteLength(json)).toBeLessThanOrEqual(CARD_LIMIT));
  it('leaves no binding unfilled', () => {
    const typed = JSON.stringify(shown);
    for (const [binding] of json.matchAll(/\$\{\w*/g)) expect(typed).toContain(binding);
    expect(json).not.toContain('$when');
    expect(json).not.toContain('$use');
  });
  it('has at most five buttons in sight and at most one primary one', () => {
    const buttons = parts.filter((p) => p['type'] === 'ActionSet').flatMap((set) => set['actions'] as Record<string, unknown>[]);
    expect(buttons.filter((b) => b['mode'] !== 'secondary').length).toBeLessThanOrEqual(MOST_IN_SIGHT);
    expect(buttons.filter((b) => b['style'] === 'positive').length).toBeLessThanOrEqual(1);
  });
  it('has inputs with names of their own and an error message for each required one', () => {
    const inputs = parts.filter((p) => String(p['type']).startsWith('Input.'));
    expect(new Set(inputs.map((i) => i['id'])).size).toBe(inputs.length);
    for (const input of inputs.filter((i) => i['isRequired'])) expect(input['errorMessage']).toBeTruthy();
  });
  it('mentions nobody and says one line in a notification', () => {
    const { speak: _speak, fallbackText: _fallbackText, ...drawn } = card;
    const shownWords = walk(drawn).filter((p) => p['type'] === 'TextBlock' || p['type'] === 'FactSet');
    expect(JSON.stringify(shownWords)).not.toContain('<at>');
    expect(summary).toMatch(/^[^\n]+$/);
  });
  if (!/hostile/.test(name))
    it('is written in plain words', () =>
      expect(json.replace(/https?:\S+/g, '')).not.toMatch(/!|\p{Emoji_Presentation}|please|successfully/iu));
});

describe('the templates', () => {
  it.each(templateFiles())('%s has plain words only', (file) => {
    expect(readText(file)).not.toMatch(/!|\p{Emoji_Presentation}|please|successfully/iu);
  });
  it('are each drawn by a sample or used by another template', () => {
    const all = templateFiles().map(readText).join('');
    for (const file of templateFiles()) {
      const [, piece] = /^pieces\/(.*)\.json$/.exec(file) ?? [];
      const used = piece ? all.includes(`"$use": "${piece}"`) : samples.some((s) => `${s.card}.json` === file);
      expect({ file, used }).toEqual({ file, used: true });
    }
  });
});
