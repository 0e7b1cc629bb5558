const size = 1 << 14;

/**
 * Which runs of one to three letters a text has, hashed: tells in nanoseconds that a string is surely not in it.
 * Strings and text must be in lower case.
 */
export interface Grams {
  mayHold(probe: Probe): boolean;
}

/** A string made ready for asking. */
export type Probe = readonly number[];

const one = (a: number) => (a * 31) & (size - 1);
const two = (a: number, b: number) => (a * 521 + b * 31 + 7) & (size - 1);
const three = (a: number, b: number, c: number) => (a * 8191 + b * 521 + c * 31 + 13) & (size - 1);

/** Indexes a text. */
export function indexGrams(lower: string): Grams {
  const seen = new Uint8Array(size);
  let a = 0;
  let b = 0;
  for (let i = 0; i < lower.length; i++) {
    const c = lower.charCodeAt(i);
    seen[one(c)] = 1;
    if (i > 0) seen[two(b, c)] = 1;
    if (i > 1) seen[three(a, b, c)] = 1;
    a = b;
    b = c;
  }
  return {
    mayHold(probe) {
      for (const hash of probe) if (!seen[hash]) return false;
      return true;
    },
  };
}

/** Makes a string ready for asking. */
export function probeOf(literal: string): Probe {
  const codes = Array.from({ length: literal.length }, (_, i) => literal.charCodeAt(i));
  const [a = 0, b = 0] = codes;
  if (codes.length === 1) return [one(a)];
  if (codes.length === 2) return [two(a, b)];
  return codes.slice(2).map((c, i) => three(codes[i] ?? 0, codes[i + 1] ?? 0, c));
}
