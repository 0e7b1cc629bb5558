// Numbers stay small integers, which V8 keeps in place.
const most = 2 ** 30;
const widest = 2 ** 16;
// A gap keeps most of its width, for writers go on where they have begun.
const kept = 4;

/**
 * Numbers for blocks that came between others. Numbers rise through an article and have gaps: a block that comes takes none
 * from those behind it, and what is known of these under their numbers stays.
 *
 * @param before the numbers of the blocks that stood there; they are given again first
 * @param low the number of the block before them, 0 without one
 * @param high the number of the block behind them, undefined without one
 * @returns undefined where the gap is too narrow
 */
export function numberBlocks(
  count: number,
  before: readonly number[],
  low: number,
  high: number | undefined,
): number[] | undefined {
  const numbers = before.slice(0, count);
  const more = count - numbers.length;
  if (more === 0) return numbers;
  const from = numbers.at(-1) ?? low;
  const step =
    high === undefined
      ? Math.min(widest, Math.floor((most - from) / 2 / more))
      : Math.floor((high - from) / (more + kept)) || Math.floor((high - from) / (more + 1));
  if (step === 0) return undefined;
  for (let i = 1; i <= more; i++) numbers.push(from + i * step);
  return numbers;
}
