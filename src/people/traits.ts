/** Kinds of what two names may share. */
export const Trait = { name: 1, key: 2, father: 3, row: 4, letters: 5, bones: 6, family: 7, stem: 8 } as const;

/** Longer ones than these are no names. */
export const longName = 24;

const step = 31;
const mask = 0x3fffffff;

/** A trait as a number of 30 bits: two that meet in one make kin of strangers, which costs time and nothing else. */
export const sumTrait = (kind: number, text: string): number => sumOn(kind, text) & mask;

function sumOn(before: number, text: string): number {
  let sum = before;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, step) + text.charCodeAt(i)) | 0;
  return sum;
}

const powers = [1];
for (let i = 0; i < longName; i++) powers.push(Math.imul(powers[i] ?? 1, step));

/** What a text adds to the sum of those before it; kept with a name, it need not be read again for each trait. */
export const sumText = (text: string): number => sumOn(0, text);

/** `sumTrait` of two plain names, the second behind a blank or straight behind the first. */
export function sumNames(kind: number, first: PlainSum, second: PlainSum, areParted: boolean): number {
  const before = append(kind, first);
  return append(areParted ? (Math.imul(before, step) + blank) | 0 : before, second) & mask;
}

/** A plain name and its `sumText`. */
interface PlainSum {
  readonly plain: string;
  readonly sum: number;
}

const blank = 0x20;

function append(before: number, { plain, sum }: PlainSum): number {
  const power = powers[plain.length];
  return power === undefined ? sumOn(before, plain) : (Math.imul(before, power) + sum) | 0;
}

/** Adds the sums (`Trait.letters`) of a word with each letter but the first left out; no such word is ever made. */
export function sumLettersButOne(word: string, sums: number[]): void {
  const last = word.length - 1;
  let behind = 0;
  for (let i = 1; i <= last; i++) behind = (behind + Math.imul(word.charCodeAt(i), powers[last - i] ?? 1)) | 0;
  let before = (Math.imul(Trait.letters, step) + word.charCodeAt(0)) | 0;
  for (let i = 1; i <= last; i++) {
    const code = word.charCodeAt(i);
    const power = powers[last - i] ?? 1;
    behind = (behind - Math.imul(code, power)) | 0;
    sums.push((Math.imul(before, power) + behind) & mask);
    before = (Math.imul(before, step) + code) | 0;
  }
}
