import type { Alphabet, CodePage, Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { bare, toPageRepair, turnWord, withCommas } from './turn-page.ts';

/** Pages that prose of Central Europe and the Baltic was written with, and those that it is read with. */
const written = ['windows-1250', 'iso-8859-2', 'windows-1257', 'cp852'];
const readAs = ['windows-1252', 'windows-1254', 'windows-1250', 'iso-8859-1'];

/** Letters, and signs that may stand for one; what copy sets between words only where letters are on both sides. */
export const pageWord = /(?:[\p{L}\p{M}\u0080-\u009f¡-¿÷×ˆ˜˛˝˙˘„†‡‰‹›Ÿ¤]|(?<=\p{L})[\u00a0‚…”™](?=\p{L}))+/gu;
/** What a text must have to be prose of such a language: words with marks, and their share of all words. */
const leastWords = 5;
const leastShare = 0.2;
/** Letters of a word and a space, at most, in the mean of a text. */
const longestMean = 10;
/** Share of those that must fit an alphabet as they are turned, and that must not as they stand. */
const turnedShare = 0.95;
const standingShare = 0.9;
const leastGained = 2;
/** Letters that must come out which were others before; Hungarian has only two that are. */
const leastLetters = 2;
const leastHungarian = 1;
/** Share of the words that must be common ones of the language. */
const commonShare = 0.08;

/**
 * Prose of Central Europe whose one-byte page was taken for another: «Vèera se vláda shodla na dùchodech». As it stands no
 * alphabet has all its letters; turned, one has.
 */
export function findProsePage(text: string, beyond: string, tables: Tables): Repair[] {
  const { letters, alphabets } = readAlphabets(beyond, tables);
  if (letters < leastProse(text.length) || alphabets !== 0) return [];
  const all = [...text.matchAll(pageWord)];
  const marked = all.filter(([one]) => /[^\0-\x7f]/.test(bare(one)) && /[A-Za-z]/.test(one));
  if (marked.length < leastWords || marked.length < leastShare * all.length) return [];
  const words = [...new Set(marked.map(([one]) => bare(one)))];
  const standing = Math.max(...tables.alphabets.map((alphabet) => countFitting(words, alphabet)));
  if (standing >= standingShare * words.length) return [];
  const pages = (ids: readonly string[]) => tables.pages.filter(({ id }) => ids.includes(id));
  let best: { fitting: number; from: CodePage; to: CodePage; alphabet: Alphabet } | undefined;
  for (const from of pages(written))
    for (const to of pages(readAs)) {
      if (from === to) continue;
      const turned = words.map((one) => bare(turnWord(one, 0, from, to)?.reading ?? '?'));
      for (const alphabet of tables.alphabets) {
        const common = tables.alphabetWords.get(alphabet.id)?.common;
        if (!common) continue;
        const fitting = countFitting(turned, alphabet);
        if (fitting <= (best?.fitting ?? 0) || fitting < turnedShare * words.length) continue;
        const least = alphabet.id === 'hu' ? leastHungarian : leastLetters;
        if (fitting - standing < leastGained || countNew(words, turned) < least) continue;
        if (!isProseOf(common, all, from, to)) continue;
        best = { fitting, from, to, alphabet };
      }
    }
  if (!best) return [];
  const { from, to, alphabet } = best;
  return marked.flatMap(({ 0: one, index: start }) => {
    const turned = turnWord(one, start, from, to);
    if (!turned || !fits(bare(turned.reading), alphabet)) return [];
    if (turned.reading === text.slice(turned.start, turned.end)) return [];
    if (alphabet.id === 'ro') turned.reading = withCommas(turned.reading);
    return [toPageRepair(turned, from, to)];
  });
}

/** Characters beyond ASCII that prose of such a length has at least: a look before words are told apart. */
export function leastProse(length: number): number {
  return Math.max(leastWords, (length * leastShare) / longestMean);
}

const mostBits = 31;

/**
 * The alphabets that have all letters beyond ASCII, a bit for each, and how many such letters there are: seen before words
 * are told apart. What words say by themselves, all of them say together.
 */
export function readAlphabets(beyond: string, { alphabets }: Tables): { alphabets: number; letters: number } {
  const seen = [...new Set(beyond.replace(besideWords, ''))].filter((char) => char > '\u007f');
  let fitting = 0;
  for (const [i, alphabet] of alphabets.slice(0, mostBits).entries())
    if (seen.every((char) => hasLetter(alphabet, char))) fitting |= 1 << i;
  return { alphabets: fitting, letters: beyond.match(/[^\0-\x7f\u2010-\u201d]/g)?.length ?? 0 };
}

/** What stands between words, and is no part of one; some marks may be a letter, but not where no letter follows. */
const besideWords = /[\u2010-\u2016\u2018\u2019\u201c]|[‚…”™](?=[\s.,;:!?)–—-]|$)/g;

/** «Dèclaråcion dès dreûts»: letters that fit are no proof, there are more languages than alphabets here. */
function isProseOf(common: string, all: readonly RegExpExecArray[], from: CodePage, to: CodePage): boolean {
  const known = new Set(common.split(' '));
  const found = all.filter(([one]) => known.has(bare(turnWord(one, 0, from, to)?.reading ?? one).toLowerCase()));
  return found.length > 1 && found.length >= commonShare * all.length;
}

function countFitting(words: readonly string[], alphabet: Alphabet): number {
  return words.filter((one) => fits(one, alphabet)).length;
}

function fits(one: string, alphabet: Alphabet): boolean {
  const own = alphabet.id === 'ro' ? withCommas(one) : one;
  return [...own].every((char) => (char <= '\u007f' ? /[A-Za-z]/.test(char) : hasLetter(alphabet, char)));
}

const hasLetter = ({ lower, upper }: Alphabet, char: string) => lower.includes(char) || upper.includes(char);

/** How many letters came out that were others before. */
function countNew(words: readonly string[], turned: readonly string[]): number {
  const found = new Set<string>();
  words.forEach((one, i) => {
    [...(turned[i] ?? '')].forEach((char, k) => {
      if (char !== one.charAt(k)) found.add(char.toLowerCase());
    });
  });
  return found.size;
}
