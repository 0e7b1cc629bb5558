/**
 * A log-linear model of which letter stands in a hole. A word's score is the sum of the weights of the letter n-grams
 * (2 to 6 letters, word edges included) that cover a hole; weights are found by hash. Trained at build time by
 * pseudo-likelihood (Besag 1975) in scripts/assets/encoding.ts.
 */
export interface LetterModel {
  /** Weights in steps of 1/16 of a nat; the length is a power of two. */
  readonly weights: Int8Array;
  /** Added to `weights`: what a second language knows beyond the first. */
  readonly base?: LetterModel;
}

/** The longest n-gram. */
export const order = 6;
export const step = 16;

/** One letter more on a hash; start with 0. */
export function hashLetter(hash: number, code: number): number {
  return (Math.imul(hash ^ code, 0x9e3779b1) + (hash >>> 15)) | 0;
}

/** The slot of a hash in a table of a length that is a power of two. */
export function slotOf(hash: number, length: number): number {
  return (hash ^ (hash >>> 13)) & (length - 1);
}

/** Weight of one n-gram hash, in nats. */
export function weigh(model: LetterModel, hash: number): number {
  let sum = 0;
  for (let one: LetterModel | undefined = model; one; one = one.base) {
    sum += one.weights[slotOf(hash, one.weights.length)] ?? 0;
  }
  return sum / step;
}

/** A whole reading of a word and its score in nats; only differences mean something. */
export interface Reading {
  text: string;
  score: number;
}

const beamWidth = 48;

/**
 * Fills the holes of a word.
 *
 * @param letters the word in lower case, one entry a place: one string where the letter is known, several where it was lost
 * @returns readings, best first
 */
export function fillHoles(letters: readonly (readonly string[])[], model: LetterModel): Reading[] {
  let beam: { text: string; score: number; hole: number }[] = [{ text: '^', score: 0, hole: -1 }];
  const places = [...letters, ['$']];
  for (const choices of places) {
    const next: typeof beam = [];
    for (const { text, score, hole } of beam) {
      for (const letter of choices) {
        const grown = text + letter;
        const at = choices.length > 1 && letter !== '' ? grown.length - 1 : hole;
        next.push({ text: grown, score: score + scoreEnd(grown, at, model), hole: at });
      }
    }
    if (next.length > beamWidth) next.sort((a, b) => b.score - a.score);
    beam = next.slice(0, beamWidth);
  }
  return beam.sort((a, b) => b.score - a.score).map(({ text, score }) => ({ text: text.slice(1, -1), score }));
}

/** Weights of the n-grams that end with the text and reach back to the hole. */
function scoreEnd(text: string, hole: number, model: LetterModel): number {
  const last = text.length - 1;
  if (hole < 0 || last - hole >= order) return 0;
  let sum = 0;
  for (let start = Math.max(0, last - order + 1); start <= Math.min(hole, last - 1); start++) {
    let hash = 0;
    for (let i = start; i <= last; i++) hash = hashLetter(hash, text.charCodeAt(i));
    sum += weigh(model, hash);
  }
  return sum;
}

/** The longest n-gram of a verdict. */
const verdictOrder = 4;
const verdictSeed = 7;

/** Slots of the n-grams of a word with its holes. */
export function verdictSlots(pattern: string, length: number): number[] {
  const text = `^${pattern}$`;
  const slots: number[] = [];
  for (let start = 0; start < text.length; start++) {
    let hash = verdictSeed;
    for (let i = start; i < Math.min(text.length, start + verdictOrder); i++) {
      hash = hashLetter(hash, text.charCodeAt(i));
      slots.push(slotOf(hash, length));
    }
  }
  return slots;
}

/** A trained yes or no about a word with holes, as log odds. */
export function judge(pattern: string, verdict: Int8Array): number {
  const text = `^${pattern}$`;
  let sum = 0;
  for (let start = 0; start < text.length; start++) {
    let hash = verdictSeed;
    for (let i = start; i < Math.min(text.length, start + verdictOrder); i++) {
      hash = hashLetter(hash, text.charCodeAt(i));
      sum += verdict[slotOf(hash, verdict.length)] ?? 0;
    }
  }
  return sum / step;
}
