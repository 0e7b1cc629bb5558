import { classCount, classOf } from './regex/index.ts';

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

/** Indexes one text after the other; each is forgotten with the next. */
export function createGrams(): (lower: string) => Grams {
  const seen = new Uint8Array(size);
  let mark = 0;
  const grams: Grams = {
    mayHold(probe) {
      for (let i = 0; i < probe.length; i++) if (seen[probe[i] ?? 0] !== mark) return false;
      return true;
    },
  };
  return (lower) => {
    // A text's own mark saves wiping the table.
    if (++mark === 256) {
      seen.fill(0);
      mark = 1;
    }
    let a = 0;
    let b = 0;
    for (let i = 0; i < lower.length; i++) {
      const c = lower.charCodeAt(i);
      seen[one(c)] = mark;
      if (i > 0) seen[two(b, c)] = mark;
      if (i > 1) seen[three(a, b, c)] = mark;
      a = b;
      b = c;
    }
    return grams;
  };
}

/** Which classes of characters stand side by side in a text. */
export interface Neighbours {
  /** Whether one of the pairs does. */
  hasAny(pairs: readonly number[]): boolean;
}

/** Indexes one text after the other; each is forgotten with the next. */
export function createNeighbours(): (texts: readonly string[]) => Neighbours {
  const seen = new Uint8Array(classCount * classCount);
  // One more than the class; 0 is not known yet.
  const known = new Uint8Array(0x10000);
  let mark = 0;
  const neighbours: Neighbours = {
    hasAny(pairs) {
      for (let i = 0; i < pairs.length; i++) if (seen[pairs[i] ?? 0] === mark) return true;
      return false;
    },
  };
  const learn = (code: number): number => {
    const found = classOf(code) + 1;
    known[code] = found;
    return found;
  };
  return (texts) => {
    if (++mark === 256) {
      seen.fill(0);
      mark = 1;
    }
    for (const text of texts) {
      let before = 0;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        const here = (known[code] || learn(code)) - 1;
        seen[before * classCount + here] = mark;
        before = here;
      }
    }
    return neighbours;
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
