import { toSource } from '../text/index.ts';
import type { Layer } from './settle.ts';

/** A replacement carried over to the source. */
export interface Rewrite {
  text: string;
  /** False when the source there isn't what the rule read: damaged, or otherwise written. */
  verbatim: boolean;
}

/**
 * Carries a replacement of a stretch of clean text over to the source: only what differs is replaced, so markup that
 * stands inside the stretch (`Gen. **Ali** Veli`) stays.
 *
 * @param span in the mended text; with `mended` false in the block's own text, for repairs of that text
 * @param place the source range that stands for the span
 * @returns undefined when what differs runs across markup
 */
export function rewriteInSource(
  { block, mend, parsed }: Layer,
  source: string,
  span: { start: number; end: number },
  place: { start: number; end: number },
  replacement: string,
  mended: boolean,
): Rewrite | undefined {
  const text = mended ? parsed.text : block.text;
  const down = (offset: number, edge: 'start' | 'end') =>
    toSource(block.map, mended ? toSource(mend.map, offset, edge) : offset, edge);
  const { prefix, suffix } = trimCommon(text.slice(span.start, span.end), replacement);
  const start = span.start + prefix;
  const end = span.end - suffix;
  const middle = replacement.slice(prefix, replacement.length - suffix);
  const from = start === end && end === span.end ? place.end : down(start, start === end ? 'end' : 'start');
  const to = start === end ? from : down(end, 'end');
  if (from < place.start || to > place.end || to < from) return undefined;
  const blockStart = mended ? toSource(mend.map, start, start === end ? 'end' : 'start') : start;
  const blockEnd = start === end ? blockStart : mended ? toSource(mend.map, end, 'end') : end;
  // Longer or shorter in the source than in the block: markup, an escape or a reference stands inside.
  if (to - from !== blockEnd - blockStart) return undefined;
  return {
    text: source.slice(place.start, from) + middle + source.slice(to, place.end),
    verbatim: source.slice(from, to) === text.slice(start, end),
  };
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
