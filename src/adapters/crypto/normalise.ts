const LETTERS: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' };

/** Case, accents and compatibility forms off: `Zoë` and `ZOE` become `zoe`; Polish ł and its like become plain letters. */
export function plainLetters(text: string): string {
  return (
    text
      .normalize('NFKD')
      // The joiners of some scripts are marks too: not everybody types them.
      .replace(/[\p{M}\u200c\u200d]/gu, '')
      .toLowerCase()
      .replace(/[łøđħıßæœþð]/g, (letter) => LETTERS[letter] ?? letter)
  );
}

/** A word somebody wrote: as pieces between punctuation, and whole without it. */
function spellingsOf(written: string): { pieces: string[]; whole: string } {
  const pieces = written.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return { pieces, whole: pieces.join('') };
}

const typedWords = (text: string): string[] => plainLetters(text).split(/\s+/).filter(Boolean);
const withoutApostrophes = (text: string): string => text.replace(/['’‘`]/g, '');
const byBorder = (piece: string): string[] => piece.match(/\p{L}+|\p{N}+/gu) ?? [];
// Single letters would match half the register.
const longEnough = (words: string[]): string[] => [...new Set(words.filter((word) => word.length > 1))];

/** Every word a stored name or reference can be found by: pieces, the whole, letters and digits apart (`HOU/123-A`: hou, 123, hou123a). */
export function wordsToStore(text: string): string[] {
  return longEnough(
    typedWords(`${text} ${withoutApostrophes(text)}`).flatMap((written) => {
      const { pieces, whole } = spellingsOf(written);
      return [...pieces, whole, ...pieces.flatMap(byBorder)];
    }),
  );
}

/** The words that must all be stored for a typed text to match. `O'Brien` asks for obrien, `Smith-Jones` for smith and jones. */
export function wordsToFind(text: string): string[] {
  return longEnough(
    typedWords(withoutApostrophes(text)).flatMap((written) => {
      const { pieces, whole } = spellingsOf(written);
      const wanted = longEnough(pieces.flatMap(finest));
      return wanted.length > 0 ? wanted : [whole];
    }),
  );
}

function finest(piece: string): string[] {
  const parts = byBorder(piece);
  return parts.every((part) => part.length > 1) ? parts : [piece];
}

// Every repeat is bounded and no two can share a character: 6,000 characters typed in bad faith must not stop the bot.
const EMAIL = /[^\s<>,;:"@]{1,64}@[^\s<>,;:"@]{1,255}/g;
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)\s{0,3}(\d[a-z]{2})\b/gi;
const PHONE = /(?:\+|\b00|\(0|\b0)[\d \t().-]{8,20}\d/g;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO_DATE = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g;
const UK_DATE = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/g;
const SPOKEN_DATE = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(${MONTHS.join('|')})[a-z]{0,6}\\.?\\s{1,3}(\\d{4})\\b`, 'gi');

/** What a text holds, normalised: e-mail addresses, dates (YYYY-MM-DD, day before month), postcodes (`ab12cd`), phones (national digits). */
export interface Recognised {
  emails: string[];
  dates: string[];
  postcodes: string[];
  phones: string[];
  /** What is left when those are taken out: words. */
  rest: string;
}

/** Takes a text apart in that order, so that a date is never read as a phone number nor an address as a name. */
export function recognise(text: string): Recognised {
  const found: Recognised = { emails: [], dates: [], postcodes: [], phones: [], rest: text.normalize('NFKC') };
  const take = (into: string[], pattern: RegExp, read: (match: string[]) => string) => {
    found.rest = found.rest.replace(pattern, (...match) => {
      into.push(read(match.map(String)));
      return ' ';
    });
  };
  take(found.emails, EMAIL, ([address]) => address!.toLowerCase().replace(/^[('\[]+|[.)'\]]+$/g, ''));
  take(found.dates, ISO_DATE, ([, year, month, day]) => isoDate(year!, month!, day!));
  take(found.dates, UK_DATE, ([, day, month, year]) => isoDate(year!, month!, day!));
  take(found.dates, SPOKEN_DATE, ([, day, month, year]) => isoDate(year!, monthNumber(month!), day!));
  take(found.postcodes, POSTCODE, ([, outward, inward]) => `${outward}${inward}`.toLowerCase());
  take(found.phones, PHONE, ([digits]) => nationalDigits(digits!));
  return found;
}

const monthNumber = (name: string): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
const isoDate = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

// +44 20…, 0044 (0)20… and 020… are one number.
function nationalDigits(text: string): string {
  const digits = text.replace(/[^\d+]/g, '').replace(/^00/, '+');
  return digits.replace(/^\+440?/, '0');
}
