import { breakLongWords } from './escape.js';
import { draw, firstOf, maybeText, type Fit, type Maybe } from './fit.js';

export interface Fact {
  title: string;
  value: string;
}

/** Facts for a FactSet; one without a value says so, because an empty value draws as a gap. */
export function drawFacts(facts: readonly Fact[], fit: Fit): Fact[] {
  return facts.map((f) => ({ title: drawFact(f.title, fit), value: drawFact(f.value, fit) || '–' }));
}

function drawFact(words: string, fit: Fit): string {
  return draw(breakLongWords(words), fit);
}

/** A group of facts under an optional heading, or nothing when there are none. */
export function drawFactGroup(facts: readonly Fact[], fit: Fit, heading?: string): Maybe<object> {
  if (facts.length === 0) return [];
  const { kept, more } = firstOf(facts, fit);
  return [{ heading: maybeText(heading, fit), list: [{ facts: drawFacts(kept, fit) }], more }];
}
