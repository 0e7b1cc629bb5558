import { foldWord, lazy } from '../text/index.ts';
import type { PackedPhrases } from './rows.ts';
import { PhraseTrie } from './trie.ts';

/** Cities, regions, countries and bodies as scripts/lexicon/place-names.ts lists them. */
export interface GazetteerNames {
  /** Names of one word, a line each, as in the others: an array of them takes JSON longer. Those that fold alike are one. */
  names: string;
  /** Names of several words, folded, hyphens taken for spaces, each with how it is written. */
  phrases: PackedPhrases;
  /** Real places that look like a slip of one of these. */
  others: string;
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

/** The folded words of a name; hyphens part words. */
export const wordsOf = (name: string): string[] =>
  name
    .split(/[\s-]+/)
    .map((word) => foldWord(word.replace(/\.$/, '')))
    .filter(Boolean);

/** Opens the compiled places. */
export function readGazetteer(data: GazetteerNames): Gazetteer {
  const names = new Map<string, string>();
  for (const name of linesOf(data.names)) names.set(foldWord(name), name);
  const phrases = new PhraseTrie<string>(data.phrases, ([name = '']) => name);
  const long = lazy(() => groupByInitial([...names.values()].filter((name) => name.length > 5)));
  const seconds = lazy(() => new Set(phrases.secondWords()));
  const others = lazy(() => new Set(linesOf(data.others)));
  const byFirst = new Map<string, Map<string, string[]>>();
  return {
    name: (folded) => names.get(folded),
    isOther: (word) => others().has(word),
    longNames: (initial) => long().get(initial) ?? [],
    phrases,
    isSecond: (folded) => seconds().has(folded),
    beginningWith(folded) {
      if (!phrases.begins(folded)) return undefined;
      const known = byFirst.get(folded);
      if (known) return known;
      const bySecond = new Map<string, string[]>();
      for (const { phrase, value } of phrases.beginningWith(folded))
        append(bySecond, phrase.charAt(folded.length + 1), value);
      byFirst.set(folded, bySecond);
      return bySecond;
    },
  };
}

export const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

/** Words by their first letter. */
export function groupByInitial(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) append(groups, word.charAt(0), word);
  return groups;
}

function append(lists: Map<string, string[]>, key: string, word: string): void {
  const list = lists.get(key);
  if (list) list.push(word);
  else lists.set(key, [word]);
}
