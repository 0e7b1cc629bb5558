import type { IsWord, Names, UsualWords } from '../knowledge/index.ts';
import { isCapitals, isTurkicProse, lowerTurkic } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';

/** What Windows's «best fit» leaves of the letters that Windows-1252 cannot hold. */
const marked: Record<string, string> = { g: 'ğ', i: 'ı', s: 'ş', G: 'Ğ', I: 'İ', S: 'Ş' };
/** Letters of a word that may have been folded; beyond that too many readings are possible. */
const mostFolded = 10;
/** Words that only folding explains, and their share of all words that the dictionary lacks as they stand. */
const leastWords = 3;
const leastShare = 0.6;
const mostReadings = 3;

export interface FoldedKnowledge {
  prose: () => Int8Array | undefined;
  names: () => Names;
  usual: (language: 'tr') => UsualWords;
  isWord: IsWord | undefined;
}

/**
 * Turkish prose whose ğ, ı and ş became g, i and s in a conversion to Windows-1252, where ç, ö and ü live on:
 * «Köylüler yagisin az oldugunu söyledi». Only words that the dictionary lacks as they stand are read anew.
 */
export function findFolded(text: string, { prose, names, usual, isWord }: FoldedKnowledge): Repair[] {
  if (!isWord || !mayBeFolded(text)) return [];
  const verdict = prose();
  if (!verdict || !isTurkicProse(text, verdict, () => false)) return [];
  const found: Repair[] = [];
  let unknown = 0;
  for (const { 0: word, index: start } of text.matchAll(
    /(?<![\p{L}\p{M}?\ufffd])\p{L}[\p{L}\p{M}]+(?![?\ufffd]\p{L})/gu,
  )) {
    if (isCapitals(word) || isWord(word)) continue;
    unknown++;
    const readings = unfold(word, (one) => isWord(one) || names().has(one), usual('tr'));
    if (readings.length === 0) continue;
    found.push({
      start,
      end: start + word.length,
      kind: 'encoding-lost-letter',
      readings,
      certainty: readings.length === 1 ? 'single' : 'choices',
      evidence: { kind: 'model' },
      story: 'in a conversion to Windows-1252',
    });
  }
  return found.length >= leastWords && found.length >= leastShare * unknown ? found : [];
}

/** A look at the letters: some that Windows-1252 has, and none that it folds; and no English. */
function mayBeFolded(text: string): boolean {
  return !/ (?:the|and|of) /.test(text) && /[çöüÇÖÜ].*[çöüÇÖÜ]/s.test(text) && !/[ğışĞİŞəƏ]/.test(text);
}

/**
 * The words that a folded one may be, likeliest first.
 *
 * @param isKnown whether a reading is a word or a name
 */
export function unfold(word: string, isKnown: (reading: string) => boolean, usual: UsualWords): string[] {
  const places = [...word].flatMap((letter, i) => (marked[letter] ? [i] : []));
  if (places.length === 0 || places.length > mostFolded) return [];
  const known: string[] = [];
  for (let choice = 1; choice < 1 << places.length; choice++) {
    const letters = [...word];
    places.forEach((place, bit) => {
      if (choice & (1 << bit)) letters[place] = marked[letters[place] ?? ''] ?? '';
    });
    const reading = letters.join('');
    // No word begins with ğ.
    if (!/^ğ/i.test(reading) && isKnown(reading)) known.push(reading);
  }
  const clashes = known.map((reading) => ({ reading, count: countClashes(lowerTurkic(reading)) }));
  const least = Math.min(...clashes.map(({ count }) => count));
  const best = clashes.filter(({ count }) => count === least).map(({ reading }) => reading);
  const common = best.filter((reading) => isUsual(lowerTurkic(reading), usual));
  return (common.length === 1 ? [...common, ...best.filter((one) => one !== common[0])] : best).slice(0, mostReadings);
}

/** ı behind a front vowel and i behind a back one. */
function countClashes(low: string): number {
  return low.replace(/[^aeıioöuü]/g, '').match(/(?<=[aıou])i|(?<=[eiöü])ı/g)?.length ?? 0;
}

function isUsual(low: string, usual: UsualWords): boolean {
  return usual.get(low.replace(/[ğış]/g, '?')) === low;
}
