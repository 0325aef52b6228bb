import { showRequest } from '../usecases/show-request.js';
import { mayUse, notHerePage } from '../usecases/welcome.js';
import type { Command } from './command.js';
import { helpHere, visible } from './commands.js';
import { nearestWord } from './nearest.js';
import { offerRecord } from './record-command.js';
import type { Reply, Turn } from './turn.js';

/** Answers what was typed; unknown words get the nearest command, never silence. */
export async function runCommand(turn: Turn): Promise<Reply> {
  const typed = (turn.incoming.text ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\s?\?+$/, '');
  const known = visible(turn.desk.clock.rehearsal);
  const { command: found, word } = meantBy(typed, known);
  if (!found) return otherwise(turn, typed, known);
  if (!found.inChannel && turn.incoming.chat.scope !== 'personal') return { shown: notHerePage() };
  if (!mayUse(turn.desk, turn.person, found.who)) return { shown: notYours(found) };
  return found.run(turn, typed.slice(word.length).trim());
}

/** A reference alone opens the case; a near miss is asked about before words are taken for a note. */
async function otherwise(turn: Turn, typed: string, known: Command[]): Promise<Reply> {
  if (/^dr-\d{4}-\d{4,}$/i.test(typed) && turn.incoming.chat.scope === 'personal')
    return showRequest(turn.desk, turn.person, { ref: typed });
  const may = known.filter((c) => mayUse(turn.desk, turn.person, c.who));
  return nearestWord(typed, may) ? unknown(turn, typed, known) : ((await offerRecord(turn)) ?? unknown(turn, typed, known));
}

/** The command that was typed, by its own word or another for the same; the longest that fits. */
function meantBy(typed: string, known: readonly Command[]): { command: Command | undefined; word: string } {
  const words = known.flatMap((command) => [command.word, ...(command.also ?? [])].map((word) => ({ command, word })));
  return (
    words
      .sort((a, b) => b.word.length - a.word.length)
      .find(({ command, word }) => (command.alone ? typed.toLowerCase() === word : startsWith(typed, word))) ?? {
      command: undefined,
      word: '',
    }
  );
}

const startsWith = (typed: string, word: string): boolean => typed.toLowerCase() === word || typed.toLowerCase().startsWith(`${word} `);

const notYours = (command: Command) => ({
  kind: 'page' as const,
  title: `You cannot use “${command.title}” yet`,
  blocks: [{ is: 'text' as const, text: 'It needs a role that you do not hold. Ask the Information Governance team for one.' }],
  actions: [{ title: 'Ask for a role', verb: 'ask-for-role-form', data: {} }],
});

function unknown(turn: Turn, typed: string, known: Command[]): Reply {
  if (typed === '') return { shown: helpHere(turn, known) };
  const may = known.filter((c) => mayUse(turn.desk, turn.person, c.who));
  const meant = nearestWord(typed, may);
  const text = 'I do not know those words. Here is what you can do.';
  const page = helpHere(turn, known);
  return {
    shown: { ...page, title: meant ? `Did you mean “${meant.word}”?` : page.title, blocks: [{ is: 'text', text }, ...page.blocks] },
  };
}
