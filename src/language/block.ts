import type { Root } from 'nlcst';
import type { BlockRole, Mark, Span } from '../article/index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Class of a token. */
export const TokenKind = { word: 0, number: 1, punctuation: 2, symbol: 3, opaque: 4 } as const;

/**
 * The tokens of a block as parallel arrays; white space is not a token. A word keeps its inner apostrophes and
 * hyphens («Türkiye’s», «vice-president»); abbreviations keep their full stop («Gen.»).
 */
export interface Tokens {
  readonly count: number;
  /** UTF-16 offsets in the block's mended text. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly kind: Uint8Array;
  /** Index into the vocabulary. */
  readonly word: Uint32Array;
  readonly vocabulary: Vocabulary;
}

/** A sentence and the number of its first token. */
export interface Sentence extends Span {
  readonly first: number;
}

/** A block as rules read it: mended text, tokens, sentences, quotations; the nlcst tree when asked for. */
export interface ParsedBlock {
  readonly role: BlockRole;
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  /** Direct quotations, marks included; a quotation that runs on from the block before starts at 0. */
  readonly quotes: readonly Span[];
  /** True when a quotation is still open at the end, to be carried into the next paragraph. */
  readonly quoteOpen: boolean;
  readonly datelineEnd: number;
  readonly opaque: readonly Span[];
  readonly marks: readonly Mark[];
  /** True in a body that says in another form what the story's first body says. */
  readonly repeats: boolean;
  /** BCP 47 primary language: `en`, `tr`, `az`, …, `mis` for another that is not English, `und` when too short to tell. */
  readonly language: string;
  /** The nlcst tree, parsed at the first call and kept. */
  tree(): Root;
  /** What others read of the block, each at the place of the function that read it; see `keepWithBlock`. */
  kept: unknown[];
}

// How many functions keep what they read: the length of each block's list.
let keepers = 0;
const nothing = Symbol('nothing');

/**
 * Has what a function reads of a block asked once and kept with the block. A WeakMap would do the same, but young entries of
 * an old one outlive the article: V8 drops them when it clears old memory.
 *
 * @param read pure; one function for the life of the program
 */
export function keepWithBlock<A, B, T>(
  read: (parsed: ParsedBlock, a: A, b: B) => T,
): (parsed: ParsedBlock, a: A, b: B) => T {
  const place = keepers++;
  // Asked several times a block by several rules: a list of the rest would be made at each call.
  return (parsed, a, b) => {
    const known = parsed.kept[place];
    if (known !== undefined) return (known === nothing ? undefined : known) as T;
    const value = read(parsed, a, b);
    keep(parsed, place, value === undefined ? nothing : value);
    return value;
  };
}

function keep(parsed: ParsedBlock, place: number, value: unknown): void {
  let { kept } = parsed;
  if (kept.length <= place) {
    kept = new Array<unknown>(keepers);
    for (let i = 0; i < parsed.kept.length; i++) kept[i] = parsed.kept[i];
    parsed.kept = kept;
  }
  kept[place] = value;
}

/** True when the offset lies inside one of the spans (rising order, not overlapping). */
export function isInside(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start <= offset;
}
