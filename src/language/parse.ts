import type { Root } from 'nlcst';
import type { Block, Span } from '../article/index.ts';
import type { OffsetMap } from '../text/index.ts';
import { toClean } from '../text/index.ts';
import { findAddresses } from './addresses.ts';
import type { ParsedBlock } from './block.ts';
import { detectLanguage } from './detect.ts';
import { findQuotes } from './quotes.ts';
import { findSentences } from './sentences.ts';
import { tokenize } from './tokenize.ts';
import { parseTree } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Reads a block's mended text.
 *
 * @param text the mended text (may differ from `block.text`)
 * @param quoteOpen true when a quotation runs on from the block before
 * @param map from the mended text to `block.text`; left out when nothing was mended
 */
export function parseBlock(
  block: Block,
  text: string,
  vocabulary: Vocabulary,
  quoteOpen = false,
  map?: OffsetMap,
): ParsedBlock {
  let root: Root | undefined;
  let sentences: readonly Span[] | undefined;
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
  return {
    role: block.role,
    text,
    tokens,
    get sentences() {
      sentences ??= findSentences(text, tokens);
      return sentences;
    },
    quotes,
    quoteOpen: open,
    datelineEnd: mended ? toClean(map, block.datelineEnd) : block.datelineEnd,
    opaque,
    marks: marks ?? [],
    language: detectLanguage(tokens, vocabulary),
    tree() {
      root ??= parseTree(text);
      return root;
    },
  };
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
