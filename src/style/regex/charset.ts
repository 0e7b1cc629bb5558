/** The ASCII characters that a node can read, and in the last bit whether it can read any other. */
export type CharSet = Uint32Array;

/** An empty set. */
export function emptySet(): CharSet {
  return new Uint32Array(5);
}

/** Adds a code point; everything beyond ASCII is one. */
export function addCode(set: CharSet, code: number): void {
  const bit = Math.min(code, 128);
  set[bit >>> 5] = (set[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Adds a range, both ends included. */
export function addRange(set: CharSet, low: number, high: number): void {
  for (let code = low; code <= Math.min(high, 128); code++) addCode(set, code);
}

/** All that the set does not hold. Beyond ASCII nothing can be excluded surely, so that bit is set. */
export function invertSet(set: CharSet): CharSet {
  const inverse = set.map((bits) => ~bits);
  inverse[4] = 1;
  return inverse;
}

/** Adds the other case of each ASCII letter. */
export function foldSet(set: CharSet): CharSet {
  const folded = set.slice();
  for (let code = 65; code <= 90; code++) {
    if (hasCode(set, code)) addCode(folded, code + 32);
    if (hasCode(set, code + 32)) addCode(folded, code);
  }
  return folded;
}

/** True when the set holds the code point. */
export function hasCode(set: CharSet, code: number): boolean {
  const bit = Math.min(code, 128);
  return ((set[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** True when some character is in both sets. */
export function overlaps(a: CharSet, b: CharSet): boolean {
  for (let i = 0; i < 5; i++) if ((a[i] ?? 0) & (b[i] ?? 0)) return true;
  return false;
}

/** A set of its members; `shorthand` letters are those of regular expressions: d, w, s and their negations. */
export function shorthandSet(shorthand: string): CharSet {
  const set = emptySet();
  switch (shorthand.toLowerCase()) {
    case 'd':
      addRange(set, 48, 57);
      break;
    case 'w':
      addRange(set, 48, 57);
      addRange(set, 65, 90);
      addRange(set, 97, 122);
      addCode(set, 95);
      addCode(set, 128);
      break;
    default:
      addRange(set, 9, 13);
      addCode(set, 32);
      addCode(set, 128);
  }
  return shorthand === shorthand.toUpperCase() ? invertSet(set) : set;
}
