/**
 * Indexes spans, which may stand in any order and overlap.
 *
 * @returns whether one of them shares a place with the stretch from `start` to `end`; UTF-16 offsets
 */
export function indexOverlaps(
  spans: readonly { readonly start: number; readonly end: number }[],
): (start: number, end: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let furthest = Number.NEGATIVE_INFINITY;
  // How far the spans up to each one reach.
  const reaches = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (start, end) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return (reaches[low - 1] ?? Number.NEGATIVE_INFINITY) > start;
  };
}
