import type { Span } from '../article/index.ts';
import type { Mend } from '../encoding/index.ts';
import type { Letters, OffsetMap } from '../text/index.ts';
import { toSource } from '../text/index.ts';
import type { Layer } from './layer.ts';

/** A replacement carried over to the source. */
export interface Rewrite {
  text: string;
  /** False when the source there isn't what the rule read: damaged, or otherwise written. */
  verbatim: boolean;
}

/**
 * Carries a replacement of a stretch of clean text over to the source: only what differs is replaced, so markup that
 * stands inside the stretch (`Gen. **Ali** Veli`) stays; letters that were mended beyond doubt come along.
 *
 * @param moved how far the block has moved since it was first read
 * @param span in the mended text; with `mended` false in the block's own text, for repairs of that text
 * @param place the source range that stands for the span
 * @returns undefined when what differs runs across markup
 */
export function rewriteInSource(
  { block, mend, parsed }: Layer,
  moved: number,
  source: Letters,
  span: { start: number; end: number },
  place: { start: number; end: number },
  replacement: string,
  mended: boolean,
): Rewrite | undefined {
  const text = mended ? parsed.text : block.text;
  const down = (offset: number, edge: 'start' | 'end') =>
    toSource(block.map, mended ? toSource(mend.map, offset, edge) : offset, edge) + moved;
  const { prefix, suffix } = trimCommon(text.slice(span.start, span.end), replacement);
  const differs = { start: span.start + prefix, end: span.end - suffix };
  const wide = mended ? withMended(mend, span, differs) : differs;
  const rewritten = rewrite(wide) ?? (wide === differs ? undefined : rewrite(differs));
  return rewritten === undefined ? undefined : { text: rewritten, verbatim: isVerbatim(differs) };
  function inBlock({ start, end }: Span): Span {
    if (!mended) return { start, end };
    const from = toSource(mend.map, start, start === end ? 'end' : 'start');
    return { start: from, end: start === end ? from : toSource(mend.map, end, 'end') };
  }
  function rewrite({ start, end }: Span): string | undefined {
    const middle = replacement.slice(start - span.start, replacement.length - (span.end - end));
    const from = start === end && end === span.end ? place.end : down(start, start === end ? 'end' : 'start');
    const to = start === end ? from : down(end, 'end');
    if (from < place.start || to > place.end || to < from) return undefined;
    const there = inBlock({ start, end });
    // Longer or shorter in the source than in the block: markup, an escape or a reference stands inside.
    if (to - from !== there.end - there.start && !(block.write && isWhole(block.map, there))) return undefined;
    const written = block.write ? block.write(middle) : middle;
    if (written === undefined) return undefined;
    return source.slice(place.start, from) + written + source.slice(to, place.end);
  }
  function isVerbatim(stretch: Span): boolean {
    const here = source.slice(down(stretch.start, 'start'), down(stretch.end, 'end'));
    const read = text.slice(stretch.start, stretch.end);
    if (stretch.start === stretch.end || here === read) return true;
    const there = inBlock(stretch);
    return !!block.write && isWhole(block.map, there) && block.text.slice(there.start, there.end) === read;
  }
}

/** Whether a range of a block's text takes its references and escapes whole, and holds no markup. */
function isWhole({ stretches }: OffsetMap, { start, end }: Span): boolean {
  return stretches.every(
    ({ cleanStart, cleanEnd }) =>
      cleanEnd <= start || cleanStart >= end || (cleanEnd > cleanStart && cleanStart >= start && cleanEnd <= end),
  );
}

/** Widens a stretch over the damage in the span that has one reading, so that the replacement holds the mended letters. */
function withMended({ damages }: Mend, span: Span, differs: Span): Span {
  let { start, end } = differs;
  for (const { clean, readings, certainty } of damages) {
    if (certainty === 'choices' || readings.length === 0 || clean.start === clean.end) continue;
    if (clean.start < span.start || clean.end > span.end) continue;
    start = Math.min(start, clean.start);
    end = Math.max(end, clean.end);
  }
  return { start, end };
}

/** How much two texts share at either end, in whole characters. */
export function trimCommon(before: string, after: string): { prefix: number; suffix: number } {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  if (prefix > 0 && isHigh(before.charCodeAt(prefix - 1))) prefix--;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - suffix - 1) === after.charCodeAt(after.length - suffix - 1)
  )
    suffix++;
  if (suffix > 0 && isLow(before.charCodeAt(before.length - suffix))) suffix--;
  return { prefix, suffix };
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;
