import type { Pattern } from './regex/index.ts';
import { compilePattern } from './regex/index.ts';

/** Tells whether a hit is excepted. */
export type IsExcepted = (observed: string, text: string, start: number, end: number) => boolean;

const never: IsExcepted = () => false;

/**
 * Exceptions as Vale has them: one that is found as a word in the hit lets it stand, and a phrase of several words lets
 * every hit stand that lies inside it.
 *
 * @param own the rule's exceptions
 * @param accepted the words of the vocabulary; they count where the rule takes them
 */
export function compileExceptions(own: readonly string[], accepted: readonly string[]): IsExcepted {
  const words = [...own, ...accepted].sort((a, b) => b.length - a.length);
  if (words.length === 0) return never;
  const listed = words.map((word) => (word.startsWith('(?i)') ? `(?:${word})` : word)).join('|');
  const phrases = words.filter((word) => /[ \t]|\\s/.test(word)).join('|');
  let within: Pattern | undefined;
  let inside: Pattern | undefined;
  return (observed, text, start, end) => {
    within ??= compilePattern(`\\b(?:${listed})\\b`, { m: true });
    if (within.test(observed)) return true;
    if (!phrases) return false;
    inside ??= compilePattern(`\\b(?:${phrases})\\b`, { i: true });
    return inside.matches(text).some((phrase) => phrase.start <= start && phrase.end >= end);
  };
}
