import type { Root } from 'nlcst';
import type { Block, Span } from '../article/index.ts';
import type { OffsetMap } from '../text/index.ts';
import { toClean } from '../text/index.ts';
import { findAddresses } from './addresses.ts';
import type { ParsedBlock, Sentence } from './block.ts';
import { detectLanguage } from './detect.ts';
import { findQuotes } from './quotes.ts';
import { findSentences } from './sentences.ts';
import { tokenize } from './tokenize.ts';
import { parseTree } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a block is read by beside its text. */
export interface Reading {
  /** True when a quotation runs on from the block before. */
  quoteOpen?: boolean;
  /** From the mended text to `block.text`; left out when nothing was mended. */
  map?: OffsetMap | undefined;
  /** Whether an English dictionary has a word; one function for the vocabulary's life. Without it any word may be English. */
  isEnglish?: (word: string) => boolean;
}

/**
 * Reads a block's mended text.
 *
 * @param text the mended text (may differ from `block.text`)
 */
export function parseBlock(
  block: Block,
  text: string,
  vocabulary: Vocabulary,
  { quoteOpen = false, map, isEnglish = mayBe }: Reading = {},
): ParsedBlock {
  const mended = map !== undefined && map.stretches.length > 0;
  const known = mended
    ? block.opaque.map(({ start, end }) => ({ start: toClean(map, start), end: toClean(map, end, 'end') }))
    : block.opaque;
  const marks = mended
    ? block.marks?.map((mark) => ({ ...mark, start: toClean(map, mark.start), end: toClean(map, mark.end, 'end') }))
    : block.marks;
  const opaque = mergeSpans(known, findAddresses(text));
  const tokens = tokenize(text, vocabulary, opaque);
  const { quotes, open } = findQuotes(text, quoteOpen);
  return new Parsed({
    role: block.role,
    text,
    tokens,
    quotes,
    quoteOpen: open,
    datelineEnd: mended ? toClean(map, block.datelineEnd) : block.datelineEnd,
    opaque,
    marks: marks ?? none,
    repeats: block.repeats ?? false,
    language: detectLanguage(tokens, vocabulary, isEnglish),
  });
}

const none: readonly never[] = [];
const unread: unknown[] = [];
const mayBe = () => true;

/** The block read in another language than its own words tell: in its article's, where they tell none. */
export function readIn(parsed: ParsedBlock, language: string): ParsedBlock {
  return new Parsed({ ...parsed, language });
}

/** A class, for all rules read it: V8 is slow on objects with a getter of their own. */
class Parsed implements ParsedBlock {
  readonly role: ParsedBlock['role'];
  readonly text: string;
  readonly tokens: ParsedBlock['tokens'];
  readonly quotes: readonly Span[];
  readonly quoteOpen: boolean;
  readonly datelineEnd: number;
  readonly opaque: readonly Span[];
  readonly marks: ParsedBlock['marks'];
  readonly repeats: boolean;
  readonly language: string;
  // One for all that nothing was read of yet.
  kept = unread;
  #sentences: readonly Sentence[] | undefined;
  #root: Root | undefined;

  constructor(block: Omit<ParsedBlock, 'sentences' | 'tree' | 'kept'>) {
    this.role = block.role;
    this.text = block.text;
    this.tokens = block.tokens;
    this.quotes = block.quotes;
    this.quoteOpen = block.quoteOpen;
    this.datelineEnd = block.datelineEnd;
    this.opaque = block.opaque;
    this.marks = block.marks;
    this.repeats = block.repeats;
    this.language = block.language;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= findSentences(this.text, this.tokens);
    return this.#sentences;
  }

  tree(): Root {
    this.#root ??= parseTree(this.text);
    return this.#root;
  }
}

/** Two lists of spans as one in rising order; what overlaps an earlier span is left out. */
function mergeSpans(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  if (b.length === 0) return a;
  const merged: Span[] = [];
  for (const span of [...a, ...b].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (span.start >= (merged.at(-1)?.end ?? 0)) merged.push(span);
  }
  return merged;
}
