import type { CountryRow } from './rows.ts';

/** What is known of the names of countries. */
export interface Countries {
  /** True for a one-word country name that English writes without «the»; with its capital. */
  standsAlone(word: string): boolean;
  /** True for a country, its adjective or its people, and for what other languages call one. */
  isKnown(word: string): boolean;
  /** True for what only other languages call a country. */
  isForeign(word: string): boolean;
  /** Names, adjectives and peoples of at least seven letters that begin with a capital letter. */
  longNames(initial: string): readonly string[];
}

/**
 * Indexes countries by their words.
 *
 * @param article names that take an article, or are rivers or people too
 * @param foreign names in other languages that look like misspelt English ones
 */
export function readCountries(
  rows: readonly CountryRow[],
  article: readonly string[],
  foreign: readonly string[],
): Countries {
  const known = new Set(foreign);
  const abroad = new Set(foreign);
  const alone = new Set<string>();
  const long = new Map<string, string[]>();
  const withArticle = new Set(article);
  const add = (word: string) => {
    if (known.has(word) || word.includes(' ')) return;
    known.add(word);
    if (word.length < 7 || word.includes('-')) return;
    const list = long.get(word.charAt(0));
    if (list) list.push(word);
    else long.set(word.charAt(0), [word]);
  };
  for (const { names, adjectives } of rows) {
    for (const name of names) {
      add(name);
      // Abbreviations take the article of what they stand for: the U.S., the USSR.
      if (/^\p{Lu}\p{Ll}{3,}$/u.test(name) && !withArticle.has(name)) alone.add(name);
    }
    for (const adjective of adjectives) {
      add(adjective);
      if (!/(?:ese|sh|ch|ss)$/.test(adjective)) add(`${adjective}s`);
    }
  }
  return {
    standsAlone: (word) => alone.has(word),
    isKnown: (word) => known.has(word),
    isForeign: (word) => abroad.has(word),
    longNames: (initial) => long.get(initial) ?? [],
  };
}
