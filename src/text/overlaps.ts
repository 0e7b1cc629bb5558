import { firstIndex } from './bisect.ts';

/** So many spans are sooner looked through than sorted. */
const few = 8;

/**
 * Indexes spans, which may stand in any order and overlap.
 *
 * @returns whether one of them shares a place with the stretch from `start` to `end`; UTF-16 offsets
 */
export function indexOverlaps(
  spans: readonly { readonly start: number; readonly end: number }[],
): (start: number, end: number) => boolean {
  if (spans.length < few) return (start, end) => spans.some((span) => span.start < end && span.end > start);
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let furthest = Number.NEGATIVE_INFINITY;
  // How far the spans up to each one reach.
  const reaches = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (start, end) => {
    const behind = firstIndex(sorted.length, (i) => (sorted[i]?.start ?? 0) >= end);
    return (reaches[behind - 1] ?? Number.NEGATIVE_INFINITY) > start;
  };
}
