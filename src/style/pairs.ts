import type { Bits } from './bits.ts';
import { addBit, createBits } from './bits.ts';
import { classCount } from './regex/index.ts';

/** Which checks wait for which two neighbouring classes of characters. */
export interface AwaitedPairs {
  has(left: number, right: number): boolean;
  /** Adds the checks that wait for two neighbours to sets of bits, where one of them begins. */
  add(left: number, right: number, bits: Bits, from: number): void;
}

/**
 * Sets up what pairs wake.
 *
 * @param count the size of a set of checks
 * @param needs the pairs that each check waits for, `left * classCount + right`
 */
export function awaitPairs(count: number, needs: readonly (readonly number[] | undefined)[]): AwaitedPairs {
  const rows = new Map<number, Bits>();
  needs.forEach((pairs, check) => {
    for (const pair of pairs ?? []) {
      const bits = rows.get(pair) ?? createBits(count);
      addBit(bits, check);
      rows.set(pair, bits);
    }
  });
  // By the pair: the number of its row, 0 for none.
  const rowOf = new Uint16Array(classCount * classCount);
  const size = createBits(count).length;
  const all = createBits(32 * size * (rows.size + 1));
  let row = 0;
  for (const [pair, bits] of rows) {
    rowOf[pair] = ++row;
    all.set(bits, size * row);
  }
  return {
    has: (left, right) => rowOf[left * classCount + right] !== 0,
    add(left, right, bits, from) {
      const row = rowOf[left * classCount + right] ?? 0;
      if (row === 0) return;
      for (let i = 0; i < size; i++) bits[from + i] = (bits[from + i] ?? 0) | (all[size * row + i] ?? 0);
    },
  };
}
