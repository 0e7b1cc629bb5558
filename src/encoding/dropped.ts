import { isCapitals, lowerTurkic, upperTurkic } from './knowledge/index.ts';

const beyondAscii = /[^\0-\x7f]/g;
const isBeyond = (letter: string) => letter > '\u007f';

/**
 * What is left of a word whose letters beyond ASCII were dropped, in small letters: a whole word and its damaged form have
 * one skeleton.
 */
export function skeletonOf(word: string): string {
  return word.replace(beyondAscii, '').toLowerCase();
}

/**
 * Whether a word is another one of which letters beyond ASCII were dropped, not only the last: `Erdoan` of `Erdoğan`. A letter
 * that was dropped is gone throughout the word.
 */
export function isDropped(word: string, whole: string): boolean {
  if (word.length >= whole.length || !isBeyondLast(whole)) return false;
  const kept = new Set<string>();
  const lost = new Set<string>();
  let at = 0;
  let inner = false;
  for (let i = 0; i < whole.length; i++) {
    const want = whole.charAt(i).toLowerCase();
    if (at < word.length && word.charAt(at).toLowerCase() === want) {
      kept.add(want);
      at++;
    } else if (isBeyond(whole.charAt(i))) {
      lost.add(want);
      inner ||= i < whole.length - 1;
    } else return false;
  }
  return at === word.length && inner && [...lost].every((letter) => !kept.has(letter));
}

/** Whether a letter beyond ASCII stands before the last: most words have none. */
function isBeyondLast(word: string): boolean {
  for (let i = 0; i < word.length - 1; i++) if (word.charCodeAt(i) > 0x7f) return true;
  return false;
}

/** A whole word in the case of its damaged form; a first letter that was dropped is as the whole word has it. */
export function dressDropped(word: string, whole: string): string {
  if (isCapitals(word)) return isCapitals(whole) ? whole : upperTurkic(whole);
  if (!isCapitals(whole)) return whole;
  const low = lowerTurkic(whole);
  return upperTurkic(low.charAt(0)) + low.slice(1);
}
