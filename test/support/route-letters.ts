import { findAll, wordsIn, type Clerk } from './clerk.js';
import { readDocx } from '../letters/text-of.js';
import type { Bot } from './bot.js';

/** What a person does with a case besides taking its steps: make a letter, press a button of the shell. */
export function desk(bot: Bot) {
  const found = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))!;
  const pressed = async (who: Clerk, verb: string, ref: string, more: object = {}): Promise<string> =>
    wordsIn((await who.presses(verb, { r: (await found(ref)).id, ...more })).card);
  return {
    found,
    facts: async (ref: string) => (await found(ref)).state.facts,
    pressed,
    /** The words of a letter as it is downloaded. */
    letter: async (who: Clerk, ref: string, id: string): Promise<string> => {
      const { card } = await who.presses('letter', { r: (await found(ref)).id, l: id });
      const url = findAll(card, (n) => n['type'] === 'Action.OpenUrl')[0]?.['url'];
      if (typeof url !== 'string') throw new Error(`no letter ${id}:\n${wordsIn(card)}`);
      return readDocx(new Uint8Array(await (await fetch(url, { method: 'POST' })).arrayBuffer())).words;
    },
    /** Why a step may not be taken now. */
    refusal: async (who: Clerk, ref: string, step: string, item?: string): Promise<string> =>
      pressed(who, 'form', ref, {
        v: (await found(ref)).version,
        k: `k-${Math.random()}`,
        s: step,
        ...(item !== undefined && { i: item }),
      }),
  };
}
