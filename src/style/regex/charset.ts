import { addBit, hasBit } from '../bits.ts';

/** The ASCII characters that a node can read, and in three more bits whether it can read letters, blanks or marks beyond ASCII. */
export type CharSet = Uint32Array;

/** The bits of what stands beyond ASCII. */
export const kinds = { word: 128, space: 129, other: 130 };
const beyond = kinds;
const last = beyond.other;

/** An empty set. */
export function emptySet(): CharSet {
  return new Uint32Array(5);
}

/** Adds a code point. */
export function addCode(set: CharSet, code: number): void {
  const bit = code < 128 ? code : kindBeyond(code);
  set[bit >>> 5] = (set[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

function kindBeyond(code: number): number {
  const letter = String.fromCodePoint(code);
  if (/[\p{L}\p{M}\p{N}\p{Pc}]/u.test(letter)) return beyond.word;
  return /\s/.test(letter) ? beyond.space : beyond.other;
}

/** Adds a range, both ends included; one that reaches beyond ASCII may read anything there. */
export function addRange(set: CharSet, low: number, high: number): void {
  if (low === high) addCode(set, low);
  else {
    for (let code = low; code <= Math.min(high, 127); code++) addBit(set, code);
    if (high >= 128) addAllBeyond(set);
  }
}

/** Adds everything beyond ASCII. */
export function addAllBeyond(set: CharSet): void {
  for (let bit = 128; bit <= last; bit++) addBit(set, bit);
}

/** All that the set does not hold. */
export function invertSet(set: CharSet): CharSet {
  const inverse = set.map((bits) => ~bits);
  inverse[4] = (inverse[4] ?? 0) & 0b111;
  return inverse;
}

/** Adds the other case of each ASCII letter. */
export function foldSet(set: CharSet): CharSet {
  const folded = set.slice();
  for (let code = 65; code <= 90; code++) {
    if (hasBit(set, code)) addCode(folded, code + 32);
    if (hasBit(set, code + 32)) addCode(folded, code);
  }
  return folded;
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
      addBit(set, beyond.word);
      break;
    case 'w':
      addRange(set, 48, 57);
      addRange(set, 65, 90);
      addRange(set, 97, 122);
      addCode(set, 95);
      addBit(set, beyond.word);
      break;
    default:
      addRange(set, 9, 13);
      addCode(set, 32);
      addBit(set, beyond.space);
  }
  return shorthand === shorthand.toUpperCase() ? invertSet(set) : set;
}

/** What a character property holds: letter by letter in ASCII, and all beyond. */
export function propertySet(name: string, negated: boolean): CharSet {
  const set = emptySet();
  const holds = new RegExp(`\\${negated ? 'P' : 'p'}{${name}}`, 'u');
  for (let code = 0; code < 128; code++) if (holds.test(String.fromCharCode(code))) addBit(set, code);
  addAllBeyond(set);
  return set;
}
