import type { LetterModel } from '../../src/encoding/knowledge/index.ts';
import { hashLetter, order, slotOf, step, verdictSlots } from '../../src/encoding/knowledge/index.ts';

/** A word to learn from, in lower case, and how often it counts. */
export interface Sample {
  word: string;
  weight: number;
}

/** Samples of several sources as one list; a word that several have counts as in the one where it counts most. */
export function mergeSamples(...sources: readonly (readonly Sample[])[]): Sample[] {
  const weights = new Map<string, number>();
  for (const { word, weight } of sources.flat()) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  return [...weights].map(([word, weight]) => ({ word, weight }));
}

/**
 * Trains a letter model by pseudo-likelihood: for each place that holds one of the letters, the weights of the n-grams
 * around it are moved so that the letter that stands there wins over the others (Adagrad, L1-free; small weights are
 * cut at the end so that the table packs well).
 *
 * @param letters what may stand in a hole; ı and i never compete, since one is lost in small letters and the other in capitals
 * @param bits log2 of the table's length
 * @param caution how much a weight must have seen before it grows: more makes rare n-grams say less, and the table smaller
 */
export function trainLetters(
  samples: readonly Sample[],
  letters: string,
  {
    bits,
    rounds,
    base,
    cut,
    caution,
  }: { bits: number; rounds: number; base?: LetterModel; cut: number; caution: number },
): LetterModel {
  const length = 1 << bits;
  const weights = new Float32Array(length);
  // The mean of the rounds but the first: a single round's weights swing about the optimum.
  const sums = new Float32Array(length);
  const gradients = new Float32Array(length).fill(caution);
  const codes = [...letters].map((letter) => letter.charCodeAt(0));
  const dotless = 'ı'.charCodeAt(0);
  const dotted = 'i'.charCodeAt(0);
  const random = randomFrom(7);
  const picks = samples.slice();
  const slots = codes.map(() => new Int32Array(64));
  const scores = new Float64Array(codes.length);
  for (let round = 0; round < rounds; round++) {
    shuffle(picks, random);
    for (const { word, weight } of picks) {
      const text = `^${word}$`;
      for (let place = 1; place < text.length - 1; place++) {
        const truth = text.charCodeAt(place);
        if (!codes.includes(truth)) continue;
        // Inner i is lost in capitals only.
        if (truth === dotted && place > 1 && random() > 0.25) continue;
        let count = 0;
        let best = Number.NEGATIVE_INFINITY;
        codes.forEach((code, c) => {
          if ((code === dotless && truth === dotted) || (code === dotted && truth === dotless)) {
            scores[c] = Number.NEGATIVE_INFINITY;
            return;
          }
          const own = slots[c] as Int32Array;
          let sum = 0;
          count = 0;
          for (let start = Math.max(0, place - order + 1); start <= place; start++) {
            let hash = 0;
            const stop = Math.min(text.length, start + order);
            for (let i = start; i < stop; i++) {
              hash = hashLetter(hash, i === place ? code : text.charCodeAt(i));
              if (i < place || i === start) continue;
              const slot = slotOf(hash, length);
              own[count++] = slot;
              sum += weights[slot] ?? 0;
              for (let one = base; one; one = one.base)
                sum += (one.weights[slotOf(hash, one.weights.length)] ?? 0) / step;
            }
          }
          scores[c] = sum;
          if (sum > best) best = sum;
        });
        let total = 0;
        for (let c = 0; c < codes.length; c++) total += Math.exp((scores[c] ?? 0) - best);
        for (let c = 0; c < codes.length; c++) {
          const score = scores[c] ?? 0;
          if (score === Number.NEGATIVE_INFINITY) continue;
          const error = ((codes[c] === truth ? 1 : 0) - Math.exp(score - best) / total) * weight;
          if (Math.abs(error) < 1e-3) continue;
          const own = slots[c] as Int32Array;
          for (let k = 0; k < count; k++) {
            const slot = own[k] ?? 0;
            gradients[slot] = (gradients[slot] ?? 0) + error * error;
            weights[slot] = (weights[slot] ?? 0) + (0.5 * error) / Math.sqrt(gradients[slot] ?? 1);
          }
        }
      }
    }
    if (round > 0 || rounds === 1)
      for (let slot = 0; slot < length; slot++) sums[slot] = (sums[slot] ?? 0) + (weights[slot] ?? 0);
  }
  const packed = new Int8Array(length);
  for (let slot = 0; slot < length; slot++) {
    const weight = ((sums[slot] ?? 0) / Math.max(1, rounds - 1)) * step;
    packed[slot] = Math.abs(weight) < cut ? 0 : Math.max(-127, Math.min(127, Math.round(weight)));
  }
  return { weights: packed, base };
}

/**
 * Trains a yes or no about words (logistic regression over hashed n-grams).
 *
 * @param show how a word looks in one round; letters are lost now to one code page, now to another
 * @returns weights in steps of 1/16; a positive sum says yes
 */
export function trainVerdict(
  no: readonly string[],
  yes: readonly string[],
  bits: number,
  show: (word: string, random: number) => string,
): Int8Array {
  const length = 1 << bits;
  const weights = new Float32Array(length);
  const random = randomFrom(11);
  const share = Math.max(0.3, Math.min(4, no.length / yes.length));
  const picks = [...no.map((word) => ({ word, truth: 0 })), ...yes.map((word) => ({ word, truth: 1 }))];
  for (let round = 0; round < 4; round++) {
    shuffle(picks, random);
    for (const { word, truth } of picks) {
      const slots = verdictSlots(show(word, random()), length);
      let sum = 0;
      for (const slot of slots) sum += weights[slot] ?? 0;
      const error = (truth - 1 / (1 + Math.exp(-sum))) * (truth ? share : 1);
      for (const slot of slots) weights[slot] = (weights[slot] ?? 0) + 0.03 * error;
    }
  }
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * step))));
}

/** A small generator of numbers in [0, 1), the same in each build (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = list[i] as T;
    list[i] = list[j] as T;
    list[j] = kept;
  }
}
