import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
import { editDistance } from '../../src/text/index.ts';

/** A word that is right though the dictionaries of a language do not have it. */
export interface RareWord {
  word: string;
  /** The variants that it belongs to, where its spelling is of one of them; else it is of all. */
  variants?: readonly string[];
  /** In both of the dictionaries that are kept by hand: good enough to be offered. */
  offered: boolean;
}

/** How often a word must be heard for its slips to look like rare words, and how much more often than the rare word. */
const common = { count: 200, times: 20 } as const;

const here = (path: string) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

/** The files that rare English words come from. */
export const rareWordFiles = [
  // English of cspell: MIT, after SCOWL and Hunspell.
  here('@cspell/dict-en_us/en_US.trie.gz'),
  here('@cspell/dict-en-gb-mit/en_GB.trie.gz'),
  // The list of a word game (MIT): much that nobody writes, little that is wrong.
  here('an-array-of-english-words/index.json'),
] as const;

/**
 * English words that two of three larger lists have. Left out is what may as well be a slip in a common word («mony»,
 * «develope») and what is a name without its capital.
 *
 * @param isKnown whether the dictionaries have a word, in these capitals
 * @param counts how often words are heard, in small letters
 */
export function findRareWords(isKnown: (word: string) => boolean, counts: ReadonlyMap<string, number>): RareWord[] {
  const [american, british, game] = rareWordFiles.map((file) =>
    file.endsWith('.json')
      ? new Set(JSON.parse(readFileSync(file, 'utf8')) as string[])
      : new Set(decodeTrie(gunzipSync(readFileSync(file))).words()),
  ) as [Set<string>, Set<string>, Set<string>];
  const isSlip = openSlips(isKnown, counts);
  const found: RareWord[] = [];
  for (const word of new Set([...american, ...british])) {
    if (!/^[a-z]{4,}$/.test(word) || isKnown(word) || isKnown(word.charAt(0).toUpperCase() + word.slice(1))) continue;
    const offered = american.has(word) && british.has(word);
    if ((!offered && !game.has(word)) || isSlip(word)) continue;
    if (offered) found.push({ word, offered });
    else if (american.has(word)) found.push({ word, offered, ...variantsOf(word, british, ['en-US', 'en-CA']) });
    else found.push({ word, offered, ...variantsOf(word, american, ['en-GB', 'en-AU']) });
  }
  return found;
}

/** Pairs of letters that British and American words differ in. */
const twins = [
  ['is', 'iz'],
  ['ys', 'yz'],
  ['our', 'or'],
  ['ae', 'e'],
  ['oe', 'e'],
  ['ll', 'l'],
  ['tre', 'ter'],
  ['ogue', 'og'],
  ['nce', 'nse'],
] as const;

/** A word is of one variant when the other has its twin: «anaesthetisation», «anesthetization». */
function variantsOf(
  word: string,
  others: ReadonlySet<string>,
  variants: readonly string[],
): { variants?: readonly string[] } {
  const hasTwin = twins.some((pair) =>
    [pair, [...pair].reverse()].some(
      ([one = '', two = '']) => word.includes(one) && others.has(word.replace(one, two)),
    ),
  );
  return hasTwin ? { variants } : {};
}

/** Tells whether a word lies one slip (a letter more, less, another, or two swapped) from a word that is far commoner. */
function openSlips(isKnown: (word: string) => boolean, counts: ReadonlyMap<string, number>): (word: string) => boolean {
  const byGap = new Map<string, string[]>();
  for (const [word, count] of counts) {
    if (count < common.count || word.length < 3 || !isKnown(word)) continue;
    for (const gap of withGaps(word)) byGap.set(gap, [...(byGap.get(gap) ?? []), word]);
  }
  return (word) => {
    const least = common.times * (counts.get(word) ?? 0);
    return withGaps(word).some((gap) =>
      byGap
        .get(gap)
        ?.some((other) => (counts.get(other) ?? 0) > least && word !== `${other}s` && editDistance(word, other) === 1),
    );
  };
}

/** A word, and it without each of its letters. */
function withGaps(word: string): string[] {
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
}
