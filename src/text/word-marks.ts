/** Whether a list may have a word: never false for one that it has, and nearly always for another. */
export type MayHold = (word: string) => boolean;

// Of the words of an article few are on a list: one look at a bit is a hundredth of a search in its text, in code that runs
// for the first time.
const bitsPerWord = 16;

/** Marks the words of a list, a bit each; the build does. */
export function markWords(words: readonly string[]): Uint8Array {
  let bits = 256;
  while (bits < bitsPerWord * words.length) bits *= 2;
  const marks = new Uint8Array(bits / 8);
  for (const word of words) {
    const place = hashOf(word) & (bits - 1);
    marks[place >>> 3] = (marks[place >>> 3] ?? 0) | (1 << (place & 7));
  }
  return marks;
}

/** Opens the marks of a list. */
export function openMarks(marks: Uint8Array): MayHold {
  const last = marks.length * 8 - 1;
  return (word) => {
    const place = hashOf(word) & last;
    return (((marks[place >>> 3] ?? 0) >>> (place & 7)) & 1) === 1;
  };
}

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash, 31) + word.charCodeAt(i);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
