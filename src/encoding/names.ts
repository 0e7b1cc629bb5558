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
  /** Frequent names that a word may be whose one hole took two or three letters: `Bey?lu`. */
  collapsed(word: string): readonly KnownName[];
}

/** Names by length and first letter; those whose first letter may be lost once more under `?`. */
type Shelves = ReadonlyMap<string, readonly KnownName[]>;

/** Words whose matches are kept. */
const memory = 500;

/** Reads encoding-names.bin: one line a language, its code (`-rare` for names that few bear), a tab, names
 * in lower case, packed. */
export function readNames(bytes: Uint8Array): Names {
  const shelves = new Map<string, KnownName[]>();
  const put = (shelf: string, row: KnownName) => {
    const same = shelves.get(shelf);
    if (same) same.push(row);
    else shelves.set(shelf, [row]);
  };
  const turkic = new Set<string>();
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const [id = '', list = ''] = line.split('\t');
    const [language = '', rare] = id.split('-');
    for (const low of unpackWords(list)) {
      const row = { low, language, frequent: rare === undefined };
      const first = low.charAt(0);
      put(low.length + first, row);
      if (first > '\u007f' || first === 'i') put(`${low.length}?`, row);
      if (language === 'tr' || language === 'az') turkic.add(low);
    }
  }
  const kept = new Map<string, readonly KnownName[]>();
  return {
    has: (word) => turkic.has(lowerTurkic(word)),
    match(word, fold = false) {
      const key = fold ? `~${word}` : word;
      const known = kept.get(key);
      if (known) return known;
      const found = matchNames(word, shelves, fold);
      if (kept.size >= memory) kept.clear();
      kept.set(key, found);
      return found;
    },
    collapsed: (word) => matchCollapsed(word, shelves),
  };
}

const holes = /[?\ufffd]/;
const folds: Record<string, string> = { ğ: 'g', ı: 'i', ş: 's', ç: 'c' };

function matchNames(word: string, shelves: Shelves, fold: boolean): KnownName[] {
  const turkic = [...lowerTurkic(word)];
  const plain = [...word.toLowerCase()];
  return firstLetters(turkic[0] ?? '', plain[0] ?? '', fold)
    .flatMap((first) => shelves.get(word.length + first) ?? [])
    .filter(({ low, language }) => {
      const pattern = language === 'tr' || language === 'az' ? turkic : plain;
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

function matchCollapsed(word: string, shelves: Shelves): KnownName[] {
  const low = lowerTurkic(word);
  const at = low.search(holes);
  const head = low.slice(0, at);
  const tail = low.slice(at + 1);
  if (at < 1 || holes.test(tail) || head.length + tail.length < leastAlive) return [];
  return [1, 2]
    .flatMap((more) => shelves.get(low.length + more + low.charAt(0)) ?? [])
    .filter(({ low: name, language, frequent }) => {
      const taken = name.slice(at, name.length - tail.length);
      const turkic = language === 'tr' || language === 'az';
      return turkic && frequent && name.startsWith(head) && name.endsWith(tail) && /[^a-z]/.test(taken);
    });
}

/** First letters that a name may have; I is ı in Turkish and i elsewhere. */
function firstLetters(turkic: string, plain: string, fold: boolean): string[] {
  if (holes.test(plain)) return ['?'];
  const letters = [turkic, plain];
  if (fold) for (const [letter, base] of Object.entries(folds)) if (base === turkic) letters.push(letter);
  return [...new Set(letters)];
}
