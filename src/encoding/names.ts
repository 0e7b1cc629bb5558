import { lowerTurkic } from './turkic.ts';

/** A known name. */
export interface KnownName {
  word: string;
  /** In lower case, as its language has it. */
  low: string;
  language: string;
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
}

type ByLength = ReadonlyMap<number, readonly KnownName[]>;

/** Words whose matches are kept. */
const memory = 500;

/** Reads encoding-names.bin: one line a language, its code, a tab, names. */
export function readNames(bytes: Uint8Array): Names {
  const names = new Map<number, KnownName[]>();
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const [language = '', list = ''] = line.split('\t');
    const turkic = language === 'tr' || language === 'az';
    for (const word of list.split(' ')) {
      const row = { word, low: turkic ? lowerTurkic(word) : word.toLowerCase(), language };
      const same = names.get(word.length);
      if (same) same.push(row);
      else names.set(word.length, [row]);
    }
  }
  const turkic = new Set(
    [...names.values()].flat().flatMap(({ language, low }) => (language === 'tr' || language === 'az' ? [low] : [])),
  );
  const kept = new Map<string, readonly KnownName[]>();
  return {
    has: (word) => turkic.has(lowerTurkic(word)),
    match(word, fold = false) {
      const key = fold ? `~${word}` : word;
      const known = kept.get(key);
      if (known) return known;
      const found = matchNames(word, names, fold);
      if (kept.size >= memory) kept.clear();
      kept.set(key, found);
      return found;
    },
  };
}

const holes = /[?\ufffd]/;
const folds: Record<string, string> = { ğ: 'g', ı: 'i', ş: 's' };

function matchNames(word: string, names: ByLength, fold: boolean): KnownName[] {
  const turkic = [...lowerTurkic(word)];
  const plain = [...word.toLowerCase()];
  return (names.get(word.length) ?? []).filter(({ low, language }) => {
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
