import { sharedLetters, unpackWords } from './pack.ts';

/** How `packWords` writes a word that shares nothing with the one before: the list is sorted, so its first letter is new. */
const unshared = '\x01';

/** The letters that words of a packed list begin with, in order. */
export function readInitials(packed: string): string[] {
  const initials: string[] = [];
  for (let at = packed.indexOf(unshared); at >= 0; at = packed.indexOf(unshared, at + 1))
    initials.push(packed.charAt(at + 1));
  return initials;
}

/** The words of a packed list that begin with a letter; the others are not unpacked. */
export function unpackInitial(packed: string, initial: string): string[] {
  const start = packed.indexOf(unshared + initial);
  if (start < 0) return [];
  const end = packed.indexOf(unshared, start + 1);
  return unpackWords(packed.slice(start, end < 0 ? packed.length : end));
}

/** Whether a packed list holds a word of up to 24 letters; nothing is unpacked. */
export function holdsWord(packed: string, word: string): boolean {
  let at = packed.indexOf(unshared + word.charAt(0));
  if (at < 0 || word === '') return false;
  // Letters that the word has in common with the one that was passed last.
  let alike = 0;
  while (at < packed.length) {
    const shared = sharedLetters(packed.charCodeAt(at++));
    // The list is sorted: what shares less than the last one did lies behind the word.
    if (shared < alike) return false;
    if (shared === alike) {
      while (alike < word.length && packed.charCodeAt(at) === word.charCodeAt(alike)) {
        alike++;
        at++;
      }
      if (alike === word.length) return !isLetter(packed, at);
    }
    while (isLetter(packed, at)) at++;
  }
  return false;
}

/** Letters have higher codes than the numbers of shared letters; there is none past the end. */
const isLetter = (packed: string, at: number) => packed.charCodeAt(at) > 0x1f;
