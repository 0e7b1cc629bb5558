import type { Evidence } from './mend.ts';
import { lowerTurkic, upperTurkic } from './turkic.ts';

/** A word that stands undamaged somewhere. */
export interface Witness {
  word: string;
  evidence: Evidence;
}

/** Undamaged words by length, to be matched against words with holes. */
export type Witnesses = ReadonlyMap<number, readonly Witness[]>;

const letter = /\p{L}[\p{L}\p{M}]*/gu;
const bases: Record<string, string> = {
  ğ: 'g',
  ı: 'i',
  ş: 's',
  ç: 'c',
  ö: 'o',
  ü: 'u',
  ə: 'e',
  â: 'a',
  î: 'i',
  û: 'u',
};

/** Gathers words of the given lengths from the blocks, the team's list and the folder. */
export function gatherWitnesses(
  texts: readonly string[],
  team: readonly string[],
  folder: readonly string[],
  lengths: ReadonlySet<number>,
): Witnesses {
  const byLength = new Map<number, Witness[]>();
  const seen = new Set<string>();
  const add = (word: string, evidence: Evidence) => {
    if (word.length < 3 || !lengths.has(word.length) || seen.has(word)) return;
    seen.add(word);
    const list = byLength.get(word.length);
    if (list) list.push({ word, evidence });
    else byLength.set(word.length, [{ word, evidence }]);
  };
  texts.forEach((text, block) => {
    for (const match of text.matchAll(letter)) {
      const around = text.charAt(match.index - 1) + text.charAt(match.index + match[0].length);
      if (/[?\ufffd]/.test(around)) continue;
      add(match[0], { kind: 'mention', at: { block, start: match.index, end: match.index + match[0].length } });
    }
  });
  for (const name of team) for (const [word] of name.matchAll(letter)) add(word, { kind: 'team', detail: name });
  for (const name of folder) for (const [word] of name.matchAll(letter)) add(word, { kind: 'folder', detail: name });
  return byLength;
}

/**
 * Finds an undamaged form of a damaged word: whole (`Bayraktaroğlu`) or folded (`Bayraktaroglu`).
 *
 * @param readings what the word may be, best first
 */
export function findWitness(
  word: string,
  readings: readonly string[],
  witnesses: Witnesses,
): { reading: string; evidence: Evidence } | undefined {
  const near = witnesses.get(word.length);
  if (!near) return undefined;
  const pattern = word.toLowerCase();
  for (const witness of near) {
    const other = witness.word.toLowerCase();
    let holes = 0;
    let same = other.length === pattern.length;
    for (let i = 0; i < pattern.length && same; i++) {
      const have = pattern.charAt(i);
      if (have === '?' || have === '\ufffd') {
        holes++;
        same = other.charAt(i) > '\u007f' || (i === 0 && witness.word.startsWith('I'));
      } else same = have === other.charAt(i);
    }
    // Where nothing but the holes is the same, any word would do.
    if (same && pattern.length - holes > 1)
      return { reading: matchCase(word, witness.word), evidence: witness.evidence };
  }
  for (const reading of readings) {
    const low = lowerTurkic(reading);
    const base = fold(low, 'e');
    const other = fold(low, 'a');
    for (const witness of near) {
      if (/[^\0-\x7f]/.test(witness.word)) continue;
      const plain = witness.word.toLowerCase();
      if (plain !== base && plain !== other) continue;
      const { evidence } = witness;
      const kind = evidence.kind === 'mention' ? 'folded-mention' : evidence.kind;
      return { reading, evidence: { ...evidence, kind, detail: witness.word } };
    }
  }
  return undefined;
}

function matchCase(word: string, witness: string): string {
  if (!/\p{Ll}/u.test(word)) return upperTurkic(witness);
  return /^\p{Lu}/u.test(word) || /^[?\ufffd]/.test(word)
    ? witness
    : witness.charAt(0).toLowerCase() + witness.slice(1);
}

function fold(text: string, schwa: string): string {
  return text.replace(/[^\0-\x7f]/g, (char) => (char === 'ə' ? schwa : (bases[char] ?? char)));
}
