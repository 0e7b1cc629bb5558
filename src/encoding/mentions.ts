import type { Evidence } from './mend.ts';
import { lowerTurkic } from './story.ts';

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

/** Gathers the words of the blocks, of the team's list and of the folder. */
export function gatherWitnesses(
  texts: readonly string[],
  team: readonly string[],
  folder: readonly string[],
): Witnesses {
  const byLength = new Map<number, Witness[]>();
  const seen = new Set<string>();
  const add = (word: string, evidence: Evidence) => {
    if (word.length < 3 || seen.has(word)) return;
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
 * @param letters small letters that each hole may stand for
 */
export function findWitness(
  word: string,
  readings: readonly string[],
  witnesses: Witnesses,
): { reading: string; evidence: Evidence } | undefined {
  const near = witnesses.get(word.length);
  if (!near) return undefined;
  let folded: { reading: string; evidence: Evidence } | undefined;
  for (const reading of readings) {
    const low = lowerTurkic(reading);
    const base = fold(low);
    for (const witness of near) {
      const other = lowerTurkic(witness.word);
      if (other === low) return { reading, evidence: witness.evidence };
      if (!folded && foldAscii(other) === base && !/[^\u0000-\u007f]/.test(witness.word)) {
        folded = {
          reading,
          evidence: {
            ...witness.evidence,
            kind: witness.evidence.kind === 'mention' ? 'folded-mention' : witness.evidence.kind,
            detail: witness.word,
          },
        };
      }
    }
  }
  return folded;
}

function fold(text: string): string {
  return text.replace(/[^\u0000-\u007f]/g, (char) => bases[char] ?? char);
}

function foldAscii(text: string): string {
  return text.replaceAll('ı', 'i');
}
