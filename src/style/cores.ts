import { isAlphanumeric } from '../text/index.ts';
import { foldCase } from './fold-case.ts';
import type { Core, Strings } from './regex/index.ts';
import { CoreMark, findCores } from './regex/index.ts';

/** A core that a check waits for. */
export interface AwaitedCore {
  check: number;
  core: Core;
  /** The core is in small letters, and so are its phrases. */
  ignoreCase: boolean;
}

/**
 * The cores of strings that a check waits for.
 *
 * @returns undefined when a string has none
 */
export function readCores(strings: Strings, check: number): readonly AwaitedCore[] | undefined {
  const cores = strings.cores === undefined ? findCores(strings) : strings.cores;
  // What stands in nearly every text, as a full stop does, tells nothing.
  if (!cores || cores.some(({ marks }) => (marks & CoreMark.everywhere) !== 0)) return undefined;
  return cores.map((core) => ({ check, core, ignoreCase: strings.ignoreCase }));
}

/** Whether a core is all of the letters and figures that stand together, or a mark. */
export const isWhole = ({ core: { text, marks } }: AwaitedCore): boolean =>
  ((marks & CoreMark.begins) !== 0 && (marks & CoreMark.ends) !== 0) || isMark(text);

/** Whether a word holds a core, whose letters stand there in some case. */
export function standsIn(word: string, { core: { text, marks }, ignoreCase }: AwaitedCore, at: number): boolean {
  if (!ignoreCase && !word.startsWith(text, at)) return false;
  if ((marks & CoreMark.begins) !== 0 && isAlphanumeric(word.charCodeAt(at - 1))) return false;
  return (marks & CoreMark.ends) === 0 || !isAlphanumeric(word.charCodeAt(at + text.length));
}

/**
 * Whether one of a core's phrases stands in a text.
 *
 * @param at where the core stands
 */
export function standsAt(text: string, { core: { phrases = [] }, ignoreCase }: AwaitedCore, at: number): boolean {
  return phrases.some(([phrase, before]) => {
    const from = at - before;
    if (from < 0) return false;
    return ignoreCase ? foldCase(text.slice(from, from + phrase.length)) === phrase : text.startsWith(phrase, from);
  });
}

const isMark = (text: string) => text.length === 1 && !isAlphanumeric(text.charCodeAt(0));
