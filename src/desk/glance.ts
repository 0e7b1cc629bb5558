import type { Article, Block, Kept, Span } from '../article/index.ts';
import { keptOf, lettersOf } from '../article/index.ts';
import type { LineIndex } from '../text/index.ts';
import { finish } from '../text/index.ts';
import type { Bench } from './bench.ts';
import { readAndWeigh } from './check.ts';
import type { Message } from './message.ts';
import type { StetRow } from './stets.ts';
import { partByStets } from './stets.ts';

// Blocks above those that are seen: a quotation may run on from them, and they help to tell the language.
const above = 20;
// UTF-16 units. A paragraph that is longer is more than a glance.
const longest = 20_000;

/**
 * What can be said of ranges of an article before all of it is read: by rules that look at a block alone, and by those that
 * say of a part what they say of the whole. What compares one place with others waits, for it may come out otherwise.
 *
 * @param lines of the article's source
 * @param rows of the sidecar list of stets
 * @param ranges UTF-16 offsets in the source
 */
export function glanceAt(
  article: Article,
  lines: LineIndex,
  rows: readonly StetRow[],
  bench: Bench,
  ranges: readonly Span[],
): readonly Message[] {
  const kept = cutOut(keptOf(article), ranges);
  const part: Article = { ...article, source: article.source, blocks: kept.blocks, kept, isPart: true, stets: [] };
  const { active } = bench;
  const early = { ...active, wide: active.wide.filter(({ rule }) => rule.early) };
  const { report } = finish(readAndWeigh(part, lines, [], { ...bench, active: early }, undefined));
  const seen = report.messages.filter(({ place: { start, end } }) => touchesAny(ranges, start.offset, end.offset));
  return partByStets(seen, article.stets, rows, lettersOf(article)).left;
}

/** The blocks that ranges touch, and some above. */
function cutOut({ blocks, moved }: Kept, ranges: readonly Span[]): Kept {
  const chosen: { block: Block; by: number }[] = [];
  let wanted = 0;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    const by = moved[i] ?? 0;
    if (!block) continue;
    if (touchesAny(ranges, block.start + by, block.end + by)) wanted = above + 1;
    if (wanted-- > 0 && block.text.length <= longest) chosen.push({ block, by });
  }
  chosen.reverse();
  return { blocks: chosen.map(({ block }) => block), moved: chosen.map(({ by }) => by) };
}

const touchesAny = (ranges: readonly Span[], from: number, to: number): boolean =>
  ranges.some(({ start, end }) => from < end && to > start);
