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

/** The number of shared letters that a character stands for. */
export const sharedLetters = (code: number): number => code - 1 - (code > 8 ? 2 : 0);

/** How many letters a word shares, where `packWords` wrote it. */
const numbers = /([\x01-\x1f])/;

/** Reads what `packWords` wrote. */
export function unpackWords(packed: string): string[] {
  const words: string[] = [];
  let word = '';
  // Parted by V8's own code: an iterator over matches was half of the time, and a run on one article unpacks a dozen lists.
  const parts = packed.split(numbers);
  for (let i = 1; i < parts.length; i += 2) {
    word = word.slice(0, sharedLetters(parts[i]?.charCodeAt(0) ?? 1)) + (parts[i + 1] ?? '');
    words.push(word);
  }
  return words;
}

/**
 * A table of weights, most of which are zero: log2 of its length in a byte, a bit for each that is none, and the others.
 * The bits and the weights apart pack a sixth better than the table as it is.
 */
export function packWeights(weights: Int8Array): Uint8Array {
  const bits = Math.log2(weights.length);
  const taken = weights.filter((weight) => weight !== 0);
  const packed = new Uint8Array(1 + weights.length / 8 + taken.length);
  packed[0] = bits;
  weights.forEach((weight, i) => {
    if (weight !== 0) packed[1 + (i >> 3)] = (packed[1 + (i >> 3)] ?? 0) | (1 << (i & 7));
  });
  packed.set(new Uint8Array(taken.buffer), 1 + weights.length / 8);
  return packed;
}

/** Reads what `packWeights` wrote. */
export function unpackWeights(packed: Uint8Array): Int8Array {
  const length = 1 << (packed[0] ?? 0);
  const weights = new Int8Array(length);
  let at = 1 + length / 8;
  for (let i = 0; i < length; i += 8) {
    const bits = packed[1 + (i >> 3)] ?? 0;
    for (let k = 0; bits >> k !== 0; k++) if ((bits >> k) & 1) weights[i + k] = packed[at++] ?? 0;
  }
  return weights;
}
