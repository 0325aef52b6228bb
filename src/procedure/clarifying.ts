/** §2.4.2: what a question to the requester must be more than. A person who asks for everything has made a valid request. */
const EMPTY =
  'please can could would you be more specific precise about your the request narrow narrower it down clarify clarification what want information ' +
  'data records us tell need to know a an of for and me we i this that do mean exactly detail details detailed provide further give in too broad ' +
  'wide general vague is reduce scope limit looking kind sort which asked asking have thanks thank kindly dear sir madam hello so it’s its';
const empty = new Set(EMPTY.split(' '));

/** VAL-04: whether a question only says "be more specific", in whatever words, and neither why nor what would help. */
export const isBareQuestion = (question: string): boolean =>
  (question.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []).every((word) => empty.has(word));
export const clarifyingRow = { rows: ['VAL-04'], clause: '2.4.2' };
