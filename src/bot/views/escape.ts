/** Word joiner: invisible, and enough to part the two characters that would together mean something. */
const JOINER = '\u2060';
/** Hair space: a star with one on either side is no emphasis. */
const HAIR = '\u200a';
/** Looks like a backtick and opens no code. */
const MODIFIER_GRAVE = '\u02cb';

/**
 * A person's words for a TextBlock or FactSet, where Teams reads Markdown: links, emphasis, lists, entities and `<at>` mentions come out as
 * the characters that were typed. Only what would act is escaped, because some phones show the backslash; tags are parted invisibly, because
 * mentions are looked for in the raw text. Each line is its own paragraph.
 */
export function escapeMarkdown(words: string): string {
  return words
    .split(/\r\n|\r|\n/)
    .map((line) => escapeLineStart(escapeInline(line.replace(/\t/g, ' ').trim())))
    .filter((line) => line !== '')
    .join('\n\n');
}

function escapeInline(line: string): string {
  return line
    .replace(/[\\`[\]]/g, '\\$&')
    .replace(/<(?=[a-z/!?])/gi, `<${JOINER}`)
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<![\s])\*|\*(?=[^\s])/g, '\\*')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/\{\{/g, `{${JOINER}{`);
}

/** A line that would begin a list, a heading, a quotation or a rule. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+*])(?=\s|$)/, '\\$1')
    .replace(/^([-=])(?=[-= ]*$)/, '\\$1')
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^>/, '\\>');
}

/**
 * Words for a place that some clients read as Markdown and others as plain text (titles of choices): the meaning is taken away with
 * invisible characters, so that neither shows a backslash.
 */
export function neutralise(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const apart = line
    .replace(/`/g, MODIFIER_GRAVE)
    .replace(/[*_~]/g, `${HAIR}$&${HAIR}`)
    .replace(/\](?=[([:])/g, `]${JOINER}`)
    .replace(/<(?=\S)/g, `<${JOINER}`)
    .replace(/&(?=#?\w+;)/g, `&${JOINER}`);
  return /^([-+*#>=]|\d+[.)])/.test(apart) ? JOINER + apart : apart;
}

/** Words for `speak`, which may be read as SSML. */
export function escapeSpeech(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Lets a very long word break, for the places where clients would push the rest of the card out of sight: facts and labels. */
export function breakLongWords(words: string): string {
  return words.replace(/\S{41,}/gu, (word) => word.replace(/.{20}/gsu, '$&\u200b'));
}
