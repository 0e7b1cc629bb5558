import { unpackWords } from './pack.ts';

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
