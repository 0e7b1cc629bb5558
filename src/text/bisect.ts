/**
 * The first index of a row from which on something holds; the row's length where it holds nowhere. Found by halving: what
 * holds at one index must hold at all behind it.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
