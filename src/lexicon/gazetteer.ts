import { foldWord } from '../text/index.ts';
import type { CountryRow } from './rows.ts';
import { PhraseTrie } from './trie.ts';

/** Cities and regions, as data/cities.yaml has them. */
export interface GazetteerData {
  /** Names of one word. */
  names: readonly string[];
  /** Names of several words. */
  phrases: readonly string[];
  /** Bodies that every house writes with capitals. */
  bodies: readonly string[];
  /** Real places that look like a slip of one of these. */
  others: readonly string[];
}

/** Places by their letters: one form each, without a vote on which form is right. */
export interface Gazetteer {
  /** The name of one word that the folded word is, with its capital. */
  name(folded: string): string | undefined;
  /** True for what isn’t listed to be found and is a place all the same. */
  isOther(word: string): boolean;
  /** Names of one word and six letters or more that begin with the capital letter. */
  longNames(initial: string): readonly string[];
  /** Names of several words by their folded words, hyphens taken for spaces. */
  readonly phrases: PhraseTrie<string>;
  /** True for the folded second word of a name. */
  isSecond(folded: string): boolean;
  /** The names of several words that begin with a folded word, by the first letter, folded, of the second. */
  beginningWith(folded: string): ReadonlyMap<string, readonly string[]> | undefined;
}

const none: GazetteerData = { names: [], phrases: [], bodies: [], others: [] };

/** The folded words of a name; hyphens part words. */
export const wordsOf = (name: string): string[] =>
  name
    .split(/[\s-]+/)
    .map((word) => foldWord(word.replace(/\.$/, '')))
    .filter(Boolean);

/** Indexes cities, regions and countries by their letters. */
export function readGazetteer(countries: readonly CountryRow[], data: GazetteerData = none): Gazetteer {
  const names = new Map<string, string>();
  const long = new Map<string, string[]>();
  const phrases = new PhraseTrie<string>();
  const byFirst = new Map<string, Map<string, string[]>>();
  const seconds = new Set<string>();
  const append = (lists: Map<string, string[]>, key: string, name: string) => {
    const list = lists.get(key);
    if (list) list.push(name);
    else lists.set(key, [name]);
  };
  for (const name of [
    // «The republic of Armenia» is described, not named.
    ...countries.flatMap(({ names: own }) => own.filter((name) => !name.includes(' of '))),
    ...data.names,
    ...data.phrases,
    ...data.bodies,
  ]) {
    const words = /[\s.-]/.test(name) ? wordsOf(name) : [foldWord(name)];
    const [first = ''] = words;
    if (words.length > 1) {
      phrases.add(words.join(' '), name);
      seconds.add(words[1] ?? '');
      const there = byFirst.get(first) ?? new Map<string, string[]>();
      byFirst.set(first, there);
      append(there, words[1]?.charAt(0) ?? '', name);
      continue;
    }
    if (names.has(first) || !/^\p{Lu}\p{Ll}+$/u.test(name)) continue;
    names.set(first, name);
    if (name.length > 5) append(long, name.charAt(0), name);
  }
  const others = new Set(data.others);
  return {
    name: (folded) => names.get(folded),
    isOther: (word) => others.has(word),
    longNames: (initial) => long.get(initial) ?? [],
    phrases,
    isSecond: (folded) => seconds.has(folded),
    beginningWith: (folded) => byFirst.get(folded),
  };
}
