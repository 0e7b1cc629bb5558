import { replaceStretches, toSource } from '../../text/index.ts';
import type { IsWord, Models, Names, Tables } from '../knowledge/index.ts';
import { fillHoles, isForeign, lowerTurkic } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';

/** First bytes of letters of Latin alphabets, as Windows-1252 shows them. */
const lead = /[ÃÄÅÆÈÉ]/;
/** Letters, and what became of second bytes. */
const inWord = /[\p{L}\p{M}\ufffd?]/u;
const most = 200;

/** What readings are confirmed by. */
export interface Confirmation {
  names: () => Names;
  models: () => Models | undefined;
  isWord: IsWord | undefined;
}

/**
 * UTF-8 read as Latin-1 or Windows-1252 whose control bytes (0x80–0x9F) were dropped or replaced afterwards: `Åahin`,
 * `Å\ufffdahin`, `Å?ahin` for Şahin. The byte is gone: a list, a dictionary or the rest of the word must confirm the reading.
 *
 * @param misread what was found of the same mix-up with all its bytes
 */
export function findDropped(
  text: string,
  beyond: string,
  misread: readonly Repair[],
  tables: Tables,
  { names, models, isWord }: Confirmation,
): Repair[] {
  if (!lead.test(beyond)) return [];
  const edits = misread.map(({ start, end, readings }) => ({ start, end, text: readings[0] ?? '' }));
  const { text: read, map } = replaceStretches(text, edits);
  return findBare(read).flatMap(({ word, at }): Repair[] => {
    const start = toSource(map, at, 'start');
    const end = toSource(map, at + word.length, 'end');
    const partly = misread.some((repair) => repair.start < end && repair.end > start);
    const about = { start, end, kind: 'encoding-mojibake', story } as const;
    for (const own of new Set([word, word.replace(/\?$/, '')])) {
      const found = confirm(own, fillBytes(own, tables), read, at, names(), isWord);
      if (found.length === 0 || found.length > mostReadings) continue;
      const certainty = found.length === 1 ? 'single' : 'choices';
      return [
        { ...about, end: end - (word.length - own.length), readings: found, certainty, evidence: { kind: 'lexicon' } },
      ];
    }
    // Neither has it: the rest of the word must show that it is damaged so.
    if (!(partly && /[ğışəĞİŞƏ]/.test(word)) && !isOdd(word)) return [];
    const best = rank(fillBytes(word, tables, ['tr', 'az']), word, models());
    return best.length === 0 ? [] : [{ ...about, readings: best, certainty: 'choices', evidence: { kind: 'model' } }];
  });
}

const mostReadings = 3;
/** Letters that a word of the dictionary must have: of two or three there is one for any letter. */
const leastWord = 4;

/** Words that hold a first byte. */
function findBare(text: string): { word: string; at: number }[] {
  const found: { word: string; at: number }[] = [];
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xc3 || code > 0xc9 || !lead.test(text.charAt(i))) continue;
    let at = i;
    while (at > end && inWord.test(text.charAt(at - 1))) at--;
    end = i + 1;
    while (end < text.length && inWord.test(text.charAt(end))) end++;
    // A question mark before the word is none of its bytes.
    while (text.charAt(at) === '?') at++;
    found.push({ word: text.slice(at, end), at });
    i = end;
  }
  return found;
}

/** Readings that are known names, or else words of the Turkish dictionary. */
function confirm(
  word: string,
  candidates: readonly string[],
  text: string,
  at: number,
  names: Names,
  isWord: IsWord | undefined,
): string[] {
  // «Ãngela» may be written so.
  const bold = /^Ã[a-z]/.test(word);
  // «Éli» is no «əli»: a name begins with a capital.
  const listed = candidates.filter((one) =>
    bold ? names.has(one) : isListed(one, names) && !(lead.test(word.charAt(0)) && /^\p{Ll}/u.test(one)),
  );
  if (listed.length > 0 || !isWord || word.length < leastWord || !/[^\0-\x7f]/.test(word)) return listed;
  const words = candidates.filter((one) => isWord(one) || isWord(lowerTurkic(one)));
  // A word whose first letter is lost is small, unless a sentence begins there.
  const begins = /(?:^|[.!?:…]["”’»)]*\s)["“«(]?$/.test(text.slice(Math.max(0, at - 8), at));
  return lead.test(word.charAt(0)) ? words.filter((one) => /^\p{Lu}/u.test(one) === begins) : words;
}

const story = 'UTF-8 read as Windows-1252, its control characters lost';

/** A first byte and the mark of a lost one, or a capital inside a word in small letters: `Å?en`, `TaÅdelen`. */
function isOdd(word: string): boolean {
  return /[ÃÄÅÆÈÉ][\ufffd?]\p{L}/u.test(word) || /\p{Ll}[ÄÅÉ]\p{Ll}/u.test(word);
}

function isListed(word: string, names: Names): boolean {
  const low = word.toLowerCase();
  return names.has(word) || names.match(word).some((match) => match.low === low);
}

/** Words of Turkish or Azerbaijani, likeliest first. */
function rank(candidates: readonly string[], word: string, models: Models | undefined): string[] {
  if (!models || candidates.length === 0 || isForeign(word.replace(/[ÃÄÅÆÈÉ][\ufffd?]?/g, 'a'), '')) return [];
  const places = candidates.map((one) => [...lowerTurkic(one)]);
  const width = places[0]?.length ?? 0;
  const letters = Array.from({ length: width }, (_, i) => [...new Set(places.map((place) => place[i] ?? ''))]);
  const read = fillHoles(letters, word.includes('É') ? models.az : models.tr).flatMap(
    ({ text }) => candidates.find((one) => lowerTurkic(one) === text && !isForeign(one, one)) ?? [],
  );
  return read.slice(0, mostReadings);
}

/** Words with each bare first byte, and the mark behind it, replaced by a letter of that byte. */
function fillBytes(word: string, tables: Tables, only?: readonly string[]): string[] {
  const capitals = !/\p{Ll}/u.test(word);
  const alphabets = tables.alphabets.filter(({ id }) => !only || only.includes(id));
  let words = [''];
  for (let i = 0; i < word.length; i++) {
    const char = word.charAt(i);
    let next = [char];
    if (lead.test(char)) {
      const all = new Set(
        alphabets.flatMap(({ upper, lower }) => [
          ...(capitals || i === 0 ? upper : ''),
          ...(capitals ? '' : i === 0 && only ? '' : lower),
        ]),
      );
      next = [...all].filter((letter) => isBehind(letter, char.charCodeAt(0)));
      if (/[\ufffd?]/.test(word.charAt(i + 1))) i++;
    }
    words = words.flatMap((head) => next.map((letter) => head + letter)).slice(0, most);
  }
  return words;
}

/** True when a letter's UTF-8 is the given first byte and a control byte. */
function isBehind(letter: string, first: number): boolean {
  const code = letter.charCodeAt(0);
  return (0xc0 | (code >> 6)) === first && (0x80 | (code & 0x3f)) < 0xa0;
}
