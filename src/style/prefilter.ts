import { classCount, classOf } from './regex/index.ts';

/** Of many lists, those of which a text may hold a member. */
export interface Found {
  /** True for a list that is undefined, too: nothing is known of what it needs. */
  has(list: number): boolean;
}

/** Those of which a text holds a member, one by one too. */
interface FoundLists extends Found {
  all(): number[];
}

/** Lists as bits. */
interface Bits {
  /** Those that are found in every text. */
  always: Uint32Array;
  found: Uint32Array;
  isFound(list: number): boolean;
  all(): number[];
  /** Adds to what was found. */
  add(bits: Uint32Array): void;
  /** One list more in a set of them. */
  with(bits: Uint32Array | undefined, list: number): Uint32Array;
}

/** No lists found yet. */
function countLists(count: number): Bits {
  const width = (count + 31) >>> 5;
  const found = new Uint32Array(width);
  return {
    always: new Uint32Array(width),
    found,
    isFound: (list) => (((found[list >>> 5] ?? 0) >>> (list & 31)) & 1) === 1,
    all() {
      const lists: number[] = [];
      found.forEach((word, i) => {
        for (let rest = word; rest !== 0; rest &= rest - 1) lists.push(32 * i + 31 - Math.clz32(rest & -rest));
      });
      return lists;
    },
    add(bits) {
      for (let i = 0; i < width; i++) found[i] = (found[i] ?? 0) | (bits[i] ?? 0);
    },
    with(bits = new Uint32Array(width), list) {
      bits[list >>> 5] = (bits[list >>> 5] ?? 0) | (1 << (list & 31));
      return bits;
    },
  };
}

/**
 * Finds in one walk over a text which of many lists of pairs of neighbouring classes it holds a pair of. Each answer is
 * forgotten with the next.
 */
export function createNeighbours(
  lists: readonly (readonly number[] | undefined)[],
): (texts: readonly string[]) => Found {
  const bits = countLists(lists.length);
  const bitsOf = new Map<number, Uint32Array>();
  lists.forEach((pairs, list) => {
    if (!pairs || pairs.includes(letters * classCount + letters)) bits.with(bits.always, list);
    for (const pair of pairs ?? []) bitsOf.set(pair, bits.with(bitsOf.get(pair), list));
  });
  const seen = new Uint8Array(classCount * classCount);
  // One more than the class; 0 is not known yet.
  const known = new Uint8Array(0x10000);
  let mark = 0;
  const learn = (code: number): number => {
    const one = classOf(code) + 1;
    known[code] = one;
    return one;
  };
  const meet = (pair: number) => {
    seen[pair] = mark;
    const there = bitsOf.get(pair);
    if (there) bits.add(there);
  };
  const found: Found = { has: bits.isFound };
  return (texts) => {
    // A text's own mark saves wiping the table.
    if (++mark === 256) {
      seen.fill(0);
      mark = 1;
    }
    bits.found.set(bits.always);
    for (const text of texts) {
      let before = 0;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        const here = (known[code] || learn(code)) - 1;
        // As most: two small letters, which tell nothing.
        if (here === letters && before === letters) continue;
        const pair = before * classCount + here;
        if (seen[pair] !== mark) meet(pair);
        before = here;
      }
    }
    return found;
  };
}

const letters = classOf(97);

const size = 1 << 14;
const gramOf = (a: number, b: number, c: number) => (a * 8191 + b * 521 + c * 31 + 13) & (size - 1);

/** A string that is looked out for by three of its letters. */
interface Literal {
  text: string;
  /** Where the three begin. */
  at: number;
  list: number;
}

/**
 * Finds in one walk over a text which of many lists of strings it holds a string of: three letters of each string are
 * looked out for, and where they stand the string is compared. Strings and text must be in lower case.
 */
export function createLiterals(lists: readonly (readonly string[] | undefined)[]): (lower: string) => FoundLists {
  const bits = countLists(lists.length);
  const rows: Literal[][] = [];
  // By three letters: one more than the row of strings that wait for them.
  const rowOf = new Uint16Array(size);
  // Too short to be looked out for.
  const short = new Map<number, string[]>();
  lists.forEach((literals, list) => {
    if (!literals) bits.with(bits.always, list);
    for (const text of literals ?? []) {
      const at = rarest(text);
      if (at < 0) {
        short.set(list, [...(short.get(list) ?? []), text]);
        continue;
      }
      const gram = gramOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
      if (!rowOf[gram]) rowOf[gram] = rows.push([]);
      rows[(rowOf[gram] ?? 0) - 1]?.push({ text, at, list });
    }
  });
  let text = '';
  const isThere = (literal: string) => text.includes(literal);
  const has = (list: number) => bits.isFound(list) || (short.get(list)?.some(isThere) ?? false);
  const found: FoundLists = {
    has,
    all: () => [...bits.all(), ...[...short.keys()].filter((list) => !bits.isFound(list) && has(list))],
  };
  const compare = (lower: string, at: number, row: number) => {
    for (const literal of rows[row] ?? [])
      if (!bits.isFound(literal.list) && lower.startsWith(literal.text, at - literal.at))
        bits.with(bits.found, literal.list);
  };
  return (lower) => {
    text = lower;
    bits.found.set(bits.always);
    let a = 0;
    let b = 0;
    for (let i = 0; i < lower.length; i++) {
      const c = lower.charCodeAt(i);
      const row = rowOf[gramOf(a, b, c)];
      if (row) compare(lower, i - 2, row - 1);
      a = b;
      b = c;
    }
    return found;
  };
}

const common = ' etaoinsrhldcu';

/** Where the three letters of a string begin that a text holds most rarely; −1 for a string of two. */
function rarest(literal: string): number {
  const cost = (at: number) => {
    let sum = 0;
    for (let i = at; i < at + 3; i++) {
      const place = common.indexOf(literal.charAt(i));
      if (place >= 0) sum += common.length - place;
    }
    return sum;
  };
  let best = literal.length < 3 ? -1 : 0;
  for (let at = 1; at + 3 <= literal.length; at++) if (cost(at) < cost(best)) best = at;
  return best;
}
