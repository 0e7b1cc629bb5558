import { findChunks } from '../chunks.ts';
import type { IsWord } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';

const word = /(?<![\p{L}\p{M}\p{N}’'-])[A-Za-zİı]*[İı][A-Za-zİı]*(?![\p{L}\p{M}\p{N}])/gu;
/** Letters of a word that is told alone. */
const leastAlone = 5;

/**
 * English whose case was changed by the rules of Turkish: «PRİME MİNİSTER», «mınıster». What comes out must be a word of
 * English, and what stands there none of Turkish.
 *
 * @param isName whether a word is a Turkish name
 */
export function findTurkishCase(
  text: string,
  beyond: string,
  isEnglish: IsWord | undefined,
  isTurkish: IsWord | undefined,
  isName: (word: string) => boolean,
): Repair[] {
  if (!isEnglish || !isTurkish || !/[İı]/.test(beyond) || /[ğşĞŞəƏ]/.test(beyond)) return [];
  const found = findWords(text).map(({ one, start }) => {
    const reading = toEnglish(one);
    const low = reading.toLowerCase();
    const common = isEnglish(low);
    return {
      one,
      start,
      reading,
      common,
      english: common || isEnglish(low.charAt(0).toUpperCase() + low.slice(1)),
    };
  });
  // Asked last: the Turkish dictionary is opened at the first question, and few English stories have one for it.
  const isTurkishWord = (one: string) => isName(one) || isTurkish(one);
  const sure = found.filter(({ one, common }) => common && !isTurkishWord(one));
  if (!sure.some(({ one }) => one.length >= leastAlone)) return [];
  // Beside two such a word that Turkish has too is English, unless more are Turkish alone.
  const many =
    sure.length > 1 && found.filter(({ one, english }) => !english && isTurkishWord(one)).length < sure.length;
  return found
    .filter((one) => sure.includes(one) || (many && one.english))
    .map(({ one, start, reading }) => ({
      start,
      end: start + one.length,
      kind: 'encoding-homoglyph',
      readings: [reading],
      certainty: 'single',
      evidence: { kind: 'rule' },
      story: 'İ or ı of Turkish in an English word',
    }));
}

/** Whether a stretch between spaces may be so, whatever Turkish knows. */
export function mayBeTurkishCase(chunk: string, isEnglish: IsWord | undefined): boolean {
  if (!isEnglish || !/[İı]/.test(chunk)) return false;
  return findWords(chunk).some(({ one }) => one.length >= leastAlone && isEnglish(toEnglish(one).toLowerCase()));
}

/** Tried from every letter of a paragraph the pattern would take long: words stand between spaces. */
const findWords = (text: string) =>
  findChunks(text, /[İı]/g).flatMap((chunk) =>
    [...chunk.text.matchAll(word)].map(({ 0: one, index }) => ({ one, start: chunk.start + index })),
  );

/** The word with I and i; a capital inside a small word was a small letter. */
function toEnglish(word: string): string {
  const small = /[a-zı]/.test(word);
  return word.replaceAll('ı', 'i').replace(/İ/g, (_, at: number) => (small && at > 0 ? 'i' : 'I'));
}
