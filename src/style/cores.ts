import { foldCase } from './fold-case.ts';
import type { Strings } from './regex/index.ts';
import { CoreMark, edge, placeCores } from './regex/index.ts';

/** The letters of a string by which it is looked out for: they stand within one word, or are the one mark of a token. */
export interface Core {
  /** The list that the string is of. */
  list: number;
  /** In small letters where case is ignored. */
  text: string;
  ignoreCase: boolean;
  /** No letter or figure of ASCII stands before it. */
  begins: boolean;
  ends: boolean;
  /** The string itself, where the core isn't all of it, and where in it the core stands. */
  phrase: string | undefined;
  at: number;
  /** Nearly every text holds it. */
  isEverywhere: boolean;
}

/**
 * The cores of a list of strings, one a string.
 *
 * @returns undefined when a string has none
 */
export function readCores(strings: Strings, list: number): readonly Core[] | undefined {
  const places = strings.cores === undefined ? placeCores(strings) : strings.cores;
  return places?.map(([at, length, marks], i) => {
    const text = strings.texts[i] ?? '';
    const core = text.slice(at, at + length);
    const plain = text.replaceAll(edge, '');
    return {
      list,
      text: core,
      ignoreCase: strings.ignoreCase,
      begins: (marks & CoreMark.begins) !== 0,
      ends: (marks & CoreMark.ends) !== 0,
      phrase: plain === core ? undefined : plain,
      at: text.slice(0, at).replaceAll(edge, '').length,
      isEverywhere: (marks & CoreMark.everywhere) !== 0,
    };
  });
}

/** Whether a word holds a core, whose letters stand there in some case. */
export function standsIn(word: string, { text, ignoreCase, begins, ends }: Core, at: number): boolean {
  if (!ignoreCase && !word.startsWith(text, at)) return false;
  return (
    !(begins && isAlphanumeric(word.charCodeAt(at - 1))) && !(ends && isAlphanumeric(word.charCodeAt(at + text.length)))
  );
}

/** Whether the phrase of a core stands in a text at an offset. */
export function standsAt(text: string, { phrase = '', ignoreCase }: Core, at: number): boolean {
  if (at < 0) return false;
  return ignoreCase ? foldCase(text.slice(at, at + phrase.length)) === phrase : text.startsWith(phrase, at);
}

const isAlphanumeric = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
