import { openMarks } from '../../text/index.ts';
import { keepAnswers } from './answers.ts';
import { holdsWord, readInitials, unpackInitial } from './initials.ts';
import { unpackWords } from './pack.ts';
import { lowerTurkic } from './turkic.ts';

/** A known name. */
export interface KnownName {
  /** In lower case, as its language has it. */
  low: string;
  language: string;
  /** False for a name that few bear, and for one made by rule. */
  frequent: boolean;
}

/** Names with letters beyond ASCII. */
export interface Names {
  /** True for a Turkish or Azerbaijani name in any case. */
  has(word: string): boolean;
  /**
   * Names that a word with holes may be.
   *
   * @param fold true also where Windows's «best fit» wrote g, i, s for ğ, ı, ş and lost the rest
   */
  match(word: string, fold?: boolean): readonly KnownName[];
  /** All names of a language, in lower case. */
  of(language: string): readonly string[];
  /** Frequent names that a word may be whose one hole took two or three letters: `Bey?lu`. */
  collapsed(word: string): readonly KnownName[];
  /** Frequent names of Turkish and Azerbaijani of which a word without its lost letters may be left (`Erdoan`); short first. */
  dropped(word: string): readonly KnownName[];
}

/** By their length the names that begin with a letter, or with one that may be lost where the letter is `?`. */
type Shelf = ReadonlyMap<number, readonly KnownName[]>;

/**
 * Reads encoding-names.bin: one line a language, its code (`-rare` for names that few bear), a tab, names in lower case,
 * packed. Only names with the first letters that are asked for are unpacked.
 *
 * @param marks of what is left of frequent names, {@link listRemains}: of nearly all words they tell that they are none
 */
export function readNames(bytes: Uint8Array, marks?: Uint8Array): Names {
  const lists = readLists(bytes);
  const turkic = lists.filter(({ language }) => isTurkic(language));
  const open = keepAnswers((initial) => openShelf(lists, initial));
  const take: Take = (initial, length) => open(initial).get(length) ?? [];
  const frequent = turkic.filter((list) => list.frequent);
  // Of these lists alone: a shelf has those of all languages, most of a start's time for one word.
  const openDroppers = keepAnswers((initial) => openShelf(frequent, initial));
  const mayRemain = marks ? openMarks(marks) : () => true;
  const match = keepAnswers((word) => matchNames(word, take, false));
  const matchFolded = keepAnswers((word) => matchNames(word, take, true));
  return {
    // Most words are asked about once: a search where they are packed is faster than a shelf for them.
    has: keepAnswers((word) => {
      const low = lowerTurkic(word);
      return turkic.some(({ packed }) => holdsWord(packed, low));
    }),
    match: (word, fold = false) => (fold ? matchFolded(word) : match(word)),
    of: (id) => lists.filter(({ language }) => language === id).flatMap(({ packed }) => unpackWords(packed)),
    collapsed: (word) => matchCollapsed(word, take),
    dropped: keepAnswers((word) => {
      const low = lowerTurkic(word);
      if (!mayRemain(inAscii(low))) return [];
      // Where the first letter was lost, the next is small.
      const initial = /^\p{Lu}/u.test(word) ? low.charAt(0) : '?';
      const found: KnownName[] = [];
      for (let more = 1; more <= mostDropped; more++)
        for (const name of openDroppers(initial).get(low.length + more) ?? [])
          if (isLeftOf(low, name.low, initial === '?')) found.push(name);
      return found;
    }),
  };
}

/** What may be left, in ASCII, of the names in encoding-names.bin that {@link Names.dropped} finds. */
export function listRemains(bytes: Uint8Array): string[] {
  const remains = new Set<string>();
  for (const { language, frequent, packed } of readLists(bytes)) {
    if (!frequent || !isTurkic(language)) continue;
    for (const name of unpackWords(packed)) {
      remains.add(inAscii(name));
      // As of İsmayıl.
      if (name.startsWith('i')) remains.add(inAscii(name.slice(1)));
    }
  }
  return [...remains];
}

const inAscii = (word: string) => word.replace(/[^\0-\x7f]/g, '');

function readLists(bytes: Uint8Array): PackedNames[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => {
      const [id = '', packed = ''] = line.split('\t');
      const [language = '', rare] = id.split('-');
      return { language, frequent: rare === undefined, packed };
    });
}

/** A packed list of names. */
interface PackedNames {
  language: string;
  frequent: boolean;
  packed: string;
}

/** The names of lists that begin with a letter; `?` stands for every letter that may be lost. */
function openShelf(lists: readonly PackedNames[], initial: string): Shelf {
  const byLength = new Map<number, KnownName[]>();
  for (const { language, frequent, packed } of lists)
    for (const first of initial === '?' ? readInitials(packed).filter(mayBeLost) : [initial])
      for (const low of unpackInitial(packed, first)) {
        const same = byLength.get(low.length);
        if (same) same.push({ low, language, frequent });
        else byLength.set(low.length, [{ low, language, frequent }]);
      }
  return byLength;
}

/** The names of a first letter and a length; `?` stands for every letter that may be lost. */
type Take = (initial: string, length: number) => readonly KnownName[];

const mayBeLost = (initial: string) => initial > '\u007f' || initial === 'i';
const isTurkic = (language: string) => language === 'tr' || language === 'az';

const holes = /[?\ufffd]/;
const folds: Record<string, string> = { ğ: 'g', ı: 'i', ş: 's', ç: 'c' };

function matchNames(word: string, take: Take, fold: boolean): KnownName[] {
  const turkic = [...lowerTurkic(word)];
  const plain = [...word.toLowerCase()];
  return firstLetters(turkic[0] ?? '', plain[0] ?? '', fold)
    .flatMap((first) => take(first, word.length))
    .filter(({ low, language }) => {
      const pattern = isTurkic(language) ? turkic : plain;
      for (let i = 0; i < low.length; i++) {
        const want = low.charAt(i);
        const have = pattern[i] ?? '';
        if (want === have) continue;
        // A lost capital İ is a small i in the name.
        if (holes.test(have) ? want > '\u007f' || (i === 0 && want === 'i') : fold && folds[want] === have) continue;
        return false;
      }
      return true;
    });
}

/** A hole that took so many letters is too much of a shorter word. */
const leastAlive = 5;

function matchCollapsed(word: string, take: Take): KnownName[] {
  const low = lowerTurkic(word);
  const at = low.search(holes);
  const head = low.slice(0, at);
  const tail = low.slice(at + 1);
  if (at < 1 || holes.test(tail) || head.length + tail.length < leastAlive) return [];
  return [1, 2]
    .flatMap((more) => take(low.charAt(0), low.length + more))
    .filter(({ low: name, language, frequent }) => {
      const taken = name.slice(at, name.length - tail.length);
      return isTurkic(language) && frequent && name.startsWith(head) && name.endsWith(tail) && /[^a-z]/.test(taken);
    });
}

/** Letters that a name may have lost without a trace. */
const mostDropped = 4;

/**
 * Whether a word may be what is left of a name that lost letters beyond ASCII.
 *
 * @param initialLost whether the first letter is lost; that may be İ, which is a small i in the name
 */
function isLeftOf(low: string, name: string, initialLost: boolean): boolean {
  return isAsciiOf(low, name, 0) || (initialLost && name.startsWith('i') && isAsciiOf(low, name, 1));
}

/** Whether a word has the ASCII letters of another, and those alone. A letter beyond ASCII in the word itself is left out. */
function isAsciiOf(low: string, name: string, from: number): boolean {
  let at = 0;
  for (let i = from; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code > 0x7f) continue;
    while (low.charCodeAt(at) > 0x7f) at++;
    if (low.charCodeAt(at++) !== code) return false;
  }
  while (low.charCodeAt(at) > 0x7f) at++;
  return at === low.length;
}

/** First letters that a name may have; I is ı in Turkish and i elsewhere. */
function firstLetters(turkic: string, plain: string, fold: boolean): string[] {
  if (holes.test(plain)) return ['?'];
  const letters = [turkic, plain];
  if (fold) for (const [letter, base] of Object.entries(folds)) if (base === turkic) letters.push(letter);
  return [...new Set(letters)];
}
