import { readInitials, unpackInitial } from './initials.ts';
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

/** The names that begin with a letter, or with one that may be lost where the letter is `?`. */
interface Shelf {
  byLength: ReadonlyMap<number, readonly KnownName[]>;
  /** Those of Turkish and Azerbaijani. */
  turkic: ReadonlySet<string>;
}

/** Names by what is left of them without their letters beyond ASCII. */
type Skeletons = ReadonlyMap<string, readonly KnownName[]>;

/** Words whose matches are kept. */
const memory = 500;

/**
 * Reads encoding-names.bin: one line a language, its code (`-rare` for names that few bear), a tab, names in lower case,
 * packed. Only names with the first letters that are asked for are unpacked.
 */
export function readNames(bytes: Uint8Array): Names {
  const lists = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => {
      const [id = '', packed = ''] = line.split('\t');
      const [language = '', rare] = id.split('-');
      return { language, frequent: rare === undefined, packed };
    });
  const shelves = new Map<string, Shelf>();
  const open = (initial: string): Shelf => {
    const there = shelves.get(initial);
    if (there) return there;
    const byLength = new Map<number, KnownName[]>();
    const turkic = new Set<string>();
    for (const { language, frequent, packed } of lists) {
      const initials = initial === '?' ? readInitials(packed).filter(mayBeLost) : [initial];
      for (const low of initials.flatMap((one) => unpackInitial(packed, one))) {
        const row = { low, language, frequent };
        const same = byLength.get(low.length);
        if (same) same.push(row);
        else byLength.set(low.length, [row]);
        if (isTurkic(language)) turkic.add(low);
      }
    }
    const shelf: Shelf = { byLength, turkic };
    shelves.set(initial, shelf);
    return shelf;
  };
  const take: Take = (initial, length) => open(initial).byLength.get(length) ?? [];
  const kept = new Map<string, readonly KnownName[]>();
  const skeletons = new Map<string, Skeletons>();
  // Of these lists alone: a shelf has those of all languages, most of a start's time for one word.
  const openSkeletons = (initial: string): Skeletons => {
    const names: KnownName[] = [];
    for (const { language, frequent, packed } of lists) {
      if (!frequent || !isTurkic(language)) continue;
      const initials = initial === '?' ? readInitials(packed).filter(mayBeLost) : [initial];
      for (const low of initials.flatMap((one) => unpackInitial(packed, one))) names.push({ low, language, frequent });
    }
    const index = indexSkeletons(names, initial === '?');
    skeletons.set(initial, index);
    return index;
  };
  return {
    has(word) {
      const low = lowerTurkic(word);
      return open(low.charAt(0)).turkic.has(low);
    },
    match(word, fold = false) {
      const key = fold ? `~${word}` : word;
      const known = kept.get(key);
      if (known) return known;
      const found = matchNames(word, take, fold);
      if (kept.size >= memory) kept.clear();
      kept.set(key, found);
      return found;
    },
    of: (id) => lists.filter(({ language }) => language === id).flatMap(({ packed }) => unpackWords(packed)),
    collapsed: (word) => matchCollapsed(word, take),
    dropped(word) {
      const low = lowerTurkic(word);
      // Where the first letter was lost, the next is small.
      const initial = /^\p{Lu}/u.test(word) ? low.charAt(0) : '?';
      const there = (skeletons.get(initial) ?? openSkeletons(initial)).get(asciiOf(low)) ?? [];
      return there
        .filter((name) => name.low.length > low.length && name.low.length <= low.length + mostDropped)
        .sort((a, b) => a.low.length - b.low.length);
    },
  };
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

/** @param initialLost whether the first letter is lost; that may be İ, which is a small i in the name */
function indexSkeletons(names: readonly KnownName[], initialLost: boolean): Skeletons {
  const index = new Map<string, KnownName[]>();
  const add = (skeleton: string, name: KnownName) => {
    const same = index.get(skeleton);
    if (same) same.push(name);
    else index.set(skeleton, [name]);
  };
  for (const name of names) {
    const skeleton = asciiOf(name.low);
    if (skeleton.length < name.low.length) add(skeleton, name);
    if (initialLost && name.low.startsWith('i')) add(skeleton.slice(1), name);
  }
  return index;
}

/** What is left of a word without its letters beyond ASCII. */
const asciiOf = (low: string) => low.replace(/[^\0-\x7f]/g, '');

/** First letters that a name may have; I is ı in Turkish and i elsewhere. */
function firstLetters(turkic: string, plain: string, fold: boolean): string[] {
  if (holes.test(plain)) return ['?'];
  const letters = [turkic, plain];
  if (fold) for (const [letter, base] of Object.entries(folds)) if (base === turkic) letters.push(letter);
  return [...new Set(letters)];
}
