/** The press that asks for an answer that was not ready in time; handled here, never passed on. */
export const STILL_WORKING = 'still-working';

/** A card of one sentence, for when no template can be trusted to work. */
export function sentenceCard(sentence: string, actions: Record<string, unknown>[] = []): Record<string, unknown> {
  const body = [{ type: 'TextBlock', text: sentence, wrap: true }];
  const set = actions.length === 0 ? [] : [{ type: 'ActionSet', actions }];
  return { type: 'AdaptiveCard', version: '1.5', body: [...body, ...set] };
}

/** Stands in for an answer that takes longer than Teams waits. Carries a ticket only: no input, no name. */
export function stillWorkingCard(ticket: string): Record<string, unknown> {
  const button = { title: 'Show the result', data: { verb: STILL_WORKING, ticket } };
  const execute = { type: 'Action.Execute', verb: STILL_WORKING, ...button, fallback: { type: 'Action.Submit', ...button } };
  return sentenceCard('This is taking a little longer than usual. It goes on by itself; nothing needs to be entered again.', [execute]);
}

/** What a person sees when something broke: whose fault it is, what to do, and a reference to quote. */
export function apology(reference: string): string {
  return `Sorry, that did not work; the fault is ours. Please try again in a minute. If it happens again, tell the Information Governance team this reference: ${reference}`;
}

export const NOTHING_TO_SHOW = 'There is nothing more to show here.';
export const RESULT_GONE = 'The result of that press is no longer held here. Type "my work" to see where things stand.';
