import type { Names, UsualWords } from '../knowledge/index.ts';
import { judge, lowerTurkic } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { isTurkic } from './elsewhere.ts';
import type { LostWord } from './lost.ts';
/** True for a word with which a sentence begins. */
export function beginsSentence({ start }: LostWord, text: string): boolean {
  return /(?:^|[.!?:…]["”’»)]*\s)["“«(]?$/.test(text.slice(Math.max(0, start - 8), start));
}

/** How a word begins that lost its first letter; `either` where a name stands alone that may be a word, too. */
export type Start = 'small' | 'capital' | 'either';

/** In Turkish prose a word begins small unless a sentence begins or the word is a name. */
export function tellStart(
  text: string,
  word: LostWord,
  names: Names,
  usual: UsualWords,
  repairs: readonly Repair[],
): Start {
  if (word.suffix) return 'small';
  if (!/^[?\ufffd]+\p{Ll}/u.test(word.text)) return 'capital';
  const before = text.slice(Math.max(0, word.start - 40), word.start);
  const afterHole = repairs.some(({ end }) => end === word.start - 1);
  if (!afterHole && /(?:^|[.!?:…]["”’»)]*\s+|(?:^|\s)[*–—-]\s+|["“«(]\s*)$/.test(before)) return 'capital';
  const first = /(?:^|[.!?:…]["”’»)]*\s+)["“]?\p{Lu}[\p{L}?]*\s$/u.test(before);
  const beside = (!first && /\p{Lu}[\p{L}?]*\s$/u.test(before)) || /^ \p{Lu}/u.test(text.slice(word.end, word.end + 2));
  const pattern = lowerTurkic(word.text.replaceAll('\ufffd', '?'));
  const named = [word.text, ...withoutCase(word.text)].flatMap((form) => names.match(form));
  const frequent = named.some((name) => isTurkic(name) && name.frequent);
  if (usual.has(pattern)) return beside && frequent ? 'capital' : 'small';
  if (beside) return named.length > 0 ? 'capital' : 'small';
  return frequent ? 'either' : 'small';
}

/** Case endings that Azerbaijani writes without an apostrophe, as far as they lose no letter or one: «Şuşada». */
const caseEnding = /(?:[dlny]?[a?]|[dn]?[a?iuü?]n)$/;
const leastStem = 4;

function withoutCase(word: string): string[] {
  const stem = word.replace(caseEnding, '');
  return stem.length < word.length && stem.length >= leastStem ? [stem] : [];
}

/** True where a word of prose that ends in a hole goes on in small letters, and no question was asked. */
export function goesOnSmall({ start, end, text: word }: LostWord, text: string): boolean {
  const after = text.slice(end, end + 12);
  if (!/^ [\p{Ll}?\ufffd]\p{Ll}/u.test(after) || reported.test(after)) return false;
  const sentence =
    text
      .slice(Math.max(0, start - 160), start)
      .split(/[.!?]\s+/u)
      .at(-1) ?? '';
  return !asking.test(`${sentence} ${word.slice(0, -1)} `);
}

/** A question word or particle. */
const asking =
  /(?<![\p{L}?])(?:ne|neden|neyi?n?|niçin|niye|nas[ı?]l|kim|kime|kimi[nm]?|kimler|hangi\p{L}*|kaç|nere\p{L}*|acaba|hani|m[ıiuü?][\p{L}?]*)(?![\p{L}])[^.!]*$/iu;
/** What stands after a word in mid-sentence. */
const goesOn = /^(?: \p{Ll}|[,;:]|\.(?:\s|$)|['’]\p{Ll})/u;
const reported = /^["”’»]?,? (?:diye|dedi|deyə|sor)/;

/**
 * How many of the holes at the end of a word of Turkish prose are letters; the rest are the sentence's own.
 * In mid-sentence all are; where a sentence may end, the word itself and the sentence's question words decide.
 *
 * @param damaged true where other words have lost letters for sure
 * @param fits whether the word with so many of its last holes is a known word
 */
export function countLastLetters(
  word: LostWord,
  inner: string,
  text: string,
  ends: Int8Array,
  damaged: boolean,
  fits: (letters: number) => boolean,
): number {
  const tail = word.text.length - inner.length;
  const low = lowerTurkic(inner.replaceAll('\ufffd', '?'));
  const after = text.slice(word.end, word.end + 24);
  const sentence =
    text
      .slice(Math.max(0, word.start - 160), word.start)
      .split(/[.!?]["”’»)]*\s+(?=["“]?\p{Lu})/u)
      .at(-1) ?? '';
  const asks = asking.test(sentence) || low === 'm';
  const wants = (so: string) => (so === 'm' ? 6 : judge(so.slice(-7), ends));
  const closes = /^["”’»)\]]*(?:\s*$|\s+["“«(–—-]*\s*[\p{Lu}?\d])/u.test(after) || reported.test(after);
  // «var m??»: the particle and its question mark.
  if (low === 'm') return 1;
  const known = [0, 1, 2, 3].filter((letters) => letters <= tail && fits(letters));
  const [only] = known;
  if (only !== undefined && known.length === 1 && (damaged || only === 0 || goesOn.test(after))) return only;
  // A question has its mark, and here is where it ends.
  if (only === 0 && asks && tail === 1 && (closes || /^\.\s*$/.test(after))) return 0;
  if (!closes) return damaged || (!asks && goesOn.test(after)) ? tail : 0;
  const last = /^["”’»)\]]*\s*$/.test(after);
  // Two marks at the end of one word are a letter and a mark.
  const first = wants(low) - (last && tail === 1 ? 2.5 : 0) + (tail > 1 ? 0 : asks ? -2 : 2) - (damaged ? 0 : 1.5);
  if (tail === 1) return first > 0 ? 1 : 0;
  if (tail > 2) return tail;
  const second = wants(`${low}?`) - 3;
  return first <= 0 && second <= 0 ? 0 : second > 0 ? 2 : 1;
}
