import { lazy } from '../text/index.ts';

/** The compiled asset `dialect-signs.json`: what tells of a country's English besides spelling. */
export interface DialectSignRows {
  signs: Readonly<
    Record<string, { datelines: readonly string[]; words: readonly string[]; unstopped?: readonly string[] }>
  >;
  homes: Readonly<Record<string, { words: readonly string[]; alone?: readonly string[] }>>;
}

/** What tells of one country's English besides its spelling. A pattern is made when it is asked for. */
export interface DialectSigns {
  /** A dateline at the beginning of a text. */
  readonly dateline: () => RegExp;
  /** Bodies and words that the other country doesn't write; with the flag `g`. */
  readonly words: () => RegExp;
  /** Titles before names without a full stop; with the flag `g`. */
  readonly titles: () => RegExp;
  /** The longest word of each word and title, in small letters: none stands where none of these does. */
  readonly keys: ReadonlySet<string>;
  /** Countries whose official names keep this English. */
  readonly homes: () => RegExp;
}

/** Reads the signs of a country; what is not in the rows never matches. */
export function readDialectSigns({ signs, homes }: DialectSignRows, tag: string): DialectSigns {
  const { datelines = [], words = [], unstopped = [] } = signs[tag] ?? {};
  const { words: countries = [], alone = [] } = homes[tag] ?? {};
  const away = alone.length > 0 ? `|(?:${oneOf(alone)})(?! \\p{Lu})` : '';
  return {
    dateline: lazy(() => new RegExp(`^(?:${oneOf(datelines)})\\b`, 'u')),
    words: lazy(() => new RegExp(`\\b(?:${oneOf(words, true)})(?![\\p{L}\\d])`, 'gu')),
    titles: lazy(() => new RegExp(`\\b(?:${oneOf(unstopped)}) (?=\\p{Lu})`, 'gu')),
    keys: new Set([...words, ...unstopped].map(longestOf)),
    homes: lazy(() => new RegExp(`\\b(?:(?:${oneOf(countries)})${away})(?!\\p{L})`, 'u')),
  };
}

/** The runs of letters and figures of a word or phrase. */
export const splitLetters = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const longestOf = (phrase: string): string =>
  splitLetters(phrase.toLowerCase()).reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** Phrases as alternatives, the longest first; nothing matches an empty list. */
function oneOf(phrases: readonly string[], anyCase = false): string {
  if (phrases.length === 0) return '(?!)';
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => {
      const [first = ''] = phrase;
      const capital = first.toUpperCase();
      const rest = escapePattern(phrase.slice(first.length));
      return anyCase && first !== capital ? `[${capital}${first}]${rest}` : escapePattern(first) + rest;
    })
    .join('|');
}

/** A text as a pattern that matches it alone. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
