import { firstIndex } from '../text/index.ts';
import type { Examined } from './examine.ts';

/** How the blocks of two checks differ. */
export interface Changes {
  /** How many at the beginning and at the end are the same. */
  head: number;
  tail: number;
  /** The numbers that no block has any more. */
  gone: readonly number[];
  /** Blocks that are others, or stand elsewhere; some of those between two changes come along. */
  came: readonly Examined[];
}

/** Compares the blocks of two checks: from both ends, object by object. */
function compareBlocks(before: readonly Examined[], now: readonly Examined[]): Changes {
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - tail - 1] === now[now.length - tail - 1]) tail++;
  const came = now.slice(head, now.length - tail);
  const gone: number[] = [];
  if (head + tail < before.length) {
    const numbers = new Set(came.map(({ number }) => number));
    for (const { number } of before.slice(head, before.length - tail)) if (!numbers.has(number)) gone.push(number);
  }
  return { head, tail, gone, came };
}

/** Before the first check: one list for all, so that it is compared once. */
export const noBlocks: readonly Examined[] = [];

/** How the blocks of a check differ from those of another. */
export type ChangesSince = (before: readonly Examined[]) => Changes;

/** Compares the blocks of a check with those that are asked of; all who ask were brought up to the same check before. */
export const compareWith = (now: readonly Examined[]): ChangesSince =>
  rememberLast((before) => compareBlocks(before, now));

/** Answers the same question once. */
export function rememberLast<In, Out>(of: (value: In) => Out): (value: In) => Out {
  let last: { value: In; answer: Out } | undefined;
  return (value) => {
    if (!last || last.value !== value) last = { value, answer: of(value) };
    return last.answer;
  };
}

/** The place of the block with a number among all; -1 for one that is gone. */
export function findNumber(examined: readonly Examined[], number: number): number {
  const last = examined.length - 1;
  const low = examined[0]?.number ?? 0;
  const high = examined[last]?.number ?? low;
  // Numbers rise evenly until the first change.
  const guess = Math.round(((number - low) / (high - low)) * last) || 0;
  if (examined[guess]?.number === number) return guess;
  const i = firstIndex(examined.length, (at) => (examined[at]?.number ?? 0) >= number);
  return examined[i]?.number === number ? i : -1;
}
