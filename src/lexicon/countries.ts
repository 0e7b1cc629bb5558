import { lazy } from '../text/index.ts';
import { groupByInitial, linesOf } from './gazetteer.ts';

/** Names of countries as scripts/lexicon/place-names.ts lists them, a line each. */
export interface CountryNames {
  /** Names of one word that stand without «the». */
  alone: string;
  /** Names, adjectives and peoples of one word. */
  words: string;
  /** Names in other languages that look like misspelt English ones. */
  foreign: string;
}

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

/** Opens the compiled names. */
export function readCountries({ alone, words, foreign }: CountryNames): Countries {
  const standing = new Set(linesOf(alone));
  const known = lazy(() => new Set(linesOf(words)));
  const abroad = lazy(() => new Set(linesOf(foreign)));
  const long = lazy(() => groupByInitial(linesOf(words).filter((word) => word.length > 6 && !word.includes('-'))));
  return {
    standsAlone: (word) => standing.has(word),
    isKnown: (word) => known().has(word) || abroad().has(word),
    isForeign: (word) => abroad().has(word),
    longNames: (initial) => long().get(initial) ?? [],
  };
}
