import type { Strings } from './regex/index.ts';
import { commonness, edge } from './regex/index.ts';
import { foldCase } from './terms.ts';

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
}

/**
 * The cores of lists of strings, one a string.
 *
 * @returns undefined for a list with a string that has none
 */
export function readCores({ texts, ignoreCase }: Strings, list: number): readonly Core[] | undefined {
  const cores: Core[] = [];
  for (const text of texts) {
    const core = coreOf(text);
    if (!core) return undefined;
    const [before, after] = [text.slice(0, core.index), text.slice(core.index + core[0].length)];
    const plain = text.replaceAll(edge, '');
    cores.push({
      list,
      text: core[0],
      ignoreCase,
      begins: isBorder(before.at(-1)),
      ends: isBorder(after.at(0)),
      phrase: plain === core[0] ? undefined : plain,
      at: before.replaceAll(edge, '').length,
    });
  }
  return cores;
}

/** The rarest run of ASCII letters and figures, which no tokenizer cuts, or the rarest mark. */
function coreOf(text: string): RegExpExecArray | undefined {
  // What is put out of sight is written in asterisks, which stand in no word.
  if (text.includes('*')) return undefined;
  const found = [...text.matchAll(/[a-z\d]+|[^\s\p{Z}\p{C}\p{M}]/giu)];
  const cost = ({ 0: core, index }: RegExpExecArray) =>
    commonness((isBorder(text[index - 1]) ? edge : '') + core + (isBorder(text[index + core.length]) ? edge : ''));
  return found.sort((a, b) => cost(a) - cost(b))[0];
}

/** Whether a character beside a core is none of its word. */
const isBorder = (letter: string | undefined) => letter !== undefined && !/[\p{L}\p{M}\p{N}]/u.test(letter);

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
