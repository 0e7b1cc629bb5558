/** A set of small numbers, a bit each. */
export type Bits = Uint32Array;

/** A set that can hold the numbers below `count`; empty. */
export const createBits = (count: number): Bits => new Uint32Array((count + 31) >>> 5);

/** Adds a number. */
export function addBit(bits: Bits, number: number): void {
  bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
}

/** Whether a set holds a number. */
export const hasBit = (bits: Bits, number: number): boolean =>
  (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;

/** Adds all of another set of the same size. */
export function addBits(bits: Bits, others: Bits): void {
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) | (others[i] ?? 0);
}

/** Hands over each number of a set, in rising order. */
export function eachBit(bits: Bits, take: (number: number) => void): void {
  for (let i = 0; i < bits.length; i++)
    for (let rest = bits[i] ?? 0; rest !== 0; rest &= rest - 1) take(32 * i + 31 - Math.clz32(rest & -rest));
}
