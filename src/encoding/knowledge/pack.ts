/**
 * A sorted list of words, front-coded: each word is the number of letters that it shares with the one before, as a
 * character from U+0001 on, and the rest.
 */
export function packWords(words: readonly string[]): string {
  let before = '';
  return [...new Set(words)]
    .sort()
    .map((word) => {
      let shared = 0;
      while (shared < word.length && shared < longest && word.charAt(shared) === before.charAt(shared)) shared++;
      before = word;
      return String.fromCharCode(1 + shared + (shared > 7 ? 2 : 0)) + word.slice(shared);
    })
    .join('');
}

// Shares stay below the space; tab and line feed are left out, so that lines of packed lists can be told apart.
const longest = 24;

/** Reads what `packWords` wrote. */
export function unpackWords(packed: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const [, code = '', rest = ''] of packed.matchAll(/([\x01-\x1f])([^\x01-\x1f]*)/g)) {
    const shared = code.charCodeAt(0);
    word = word.slice(0, shared - 1 - (shared > 8 ? 2 : 0)) + rest;
    words.push(word);
  }
  return words;
}
