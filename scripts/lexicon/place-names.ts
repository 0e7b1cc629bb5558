import type { CountryNames } from '../../src/lexicon/countries.ts';
import type { GazetteerNames } from '../../src/lexicon/gazetteer.ts';
import { wordsOf } from '../../src/lexicon/index.ts';
import type { CountryRow } from '../../src/lexicon/rows.ts';
import { foldWord } from '../../src/text/index.ts';
import { packPhrases } from './pack-phrases.ts';

/**
 * What is asked of the names of countries.
 *
 * @param article names that take an article, or are rivers or people too
 * @param foreign names in other languages that look like misspelt English ones
 */
export function listCountries(
  rows: readonly CountryRow[],
  article: readonly string[],
  foreign: readonly string[],
): CountryNames {
  const abroad = new Set(foreign);
  const words = new Set<string>();
  const alone = new Set<string>();
  const add = (word: string) => {
    if (!abroad.has(word) && !word.includes(' ')) words.add(word);
  };
  for (const { names, adjectives } of rows) {
    for (const name of names) {
      add(name);
      // Abbreviations take the article of what they stand for: the U.S., the USSR.
      if (/^\p{Lu}\p{Ll}{3,}$/u.test(name) && !article.includes(name)) alone.add(name);
    }
    for (const adjective of adjectives) {
      add(adjective);
      if (!/(?:ese|sh|ch|ss)$/.test(adjective)) add(`${adjective}s`);
    }
  }
  return { alone: [...alone].join('\n'), words: [...words].join('\n'), foreign: foreign.join('\n') };
}

/** Places by their letters: what a start would fold anew each time. */
export function listGazetteer(
  countries: readonly CountryRow[],
  data: Readonly<Record<'names' | 'phrases' | 'bodies' | 'others', readonly string[]>>,
): GazetteerNames {
  const names = new Map<string, string>();
  const phrases: [string, string][] = [];
  for (const name of [
    // «The republic of Armenia» is described, not named.
    ...countries.flatMap(({ names: own }) => own.filter((name) => !name.includes(' of '))),
    ...data.names,
    ...data.phrases,
    ...data.bodies,
  ]) {
    const words = /[\s.-]/.test(name) ? wordsOf(name) : [foldWord(name)];
    const [first = ''] = words;
    if (words.length > 1) phrases.push([words.join(' '), name]);
    else if (!names.has(first) && /^\p{Lu}\p{Ll}+$/u.test(name)) names.set(first, name);
  }
  return { names: [...names.values()].join('\n'), phrases: packPhrases(phrases), others: data.others.join('\n') };
}
