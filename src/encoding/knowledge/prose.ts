import { judge } from './letters.ts';
import { unpackWords } from './pack.ts';
import { lowerTurkic } from './turkic.ts';

const smallWord =
  /(?<![\p{L}\p{N}'’?\ufffd])(?:(?<=^["“]?)\p{Lu})?[?\ufffd]?\p{Ll}[\p{Ll}?\ufffd]*(?=[^\p{L}\p{N}]|$)/gu;
/** The question particle, which only Turkish has, with or without its letter. */
const particle = /(?<=[\p{L}?\ufffd] )m(?:[iuü]|[?\ufffd][?\ufffd])(?=[?\s]|$)/u;
const particleOdds = 3;
/** How much one word may say of a text's language. */
const mostOdds = 3;
const holedOdds = 1;
/** What a word that the dictionary has is worth, and how long it must be. */
const readOdds = 3;
const leastRead = 3;
/** Words that tell the language of a block. */
const enoughWords = 30;
/** After so many words that say so no other changes it: the text is of another language. */
const fewWords = 8;
const surely = 16;

/**
 * Prose in Turkish or Azerbaijani rather than English with names: told by the words that begin small.
 *
 * @param prose the verdict about single words
 * @param reads whether a Turkish dictionary has a word with holes; asked where the words alone leave it open
 */
export function isTurkicProse(text: string, prose: Int8Array, reads: (word: string) => boolean): boolean {
  const asks = particle.test(text);
  let odds = asks ? particleOdds : 0;
  let words = asks ? 1 : 0;
  const holed: string[] = [];
  for (const { 0: word, index } of text.matchAll(smallWord)) {
    const pattern = readPattern(word, text, index);
    if (pattern.length < 2) continue;
    if (++words > enoughWords || (words > fewWords && odds < -surely)) break;
    // A hole says little of the language: any may have lost a letter.
    const most = pattern.includes('?') ? holedOdds : mostOdds;
    odds += Math.max(-mostOdds, Math.min(most, judge(pattern, prose)));
    if (most === holedOdds && pattern.length > leastRead) holed.push(word);
  }
  // Letters of Turkish in the holes of two words, or of one as long, are no chance.
  if (odds <= 0 && odds > -readOdds * holed.length) for (const word of holed) if (reads(word)) odds += readOdds;
  // One word alone is no prose.
  return words > 1 && odds > 0;
}

/** A word in small letters, each hole a `?`; empty for one that tells nothing. */
function readPattern(word: string, text: string, at: number): string {
  // «In», «It»: small, they would look Turkish («ın»).
  if (word.startsWith('I') && /^I[a-z]?$/.test(word)) return '';
  if (!/[?\ufffd]/.test(word)) return lowerTurkic(word);
  // «Jonas ?ukauskas»: a surname that lost its capital.
  if (/^[?\ufffd]/.test(word) && /\p{Lu}[\p{Ll}?\ufffd]+ $/u.test(text.slice(Math.max(0, at - 24), at))) return '';
  const pattern = lowerTurkic(word).replaceAll('\ufffd', '?').replace(/\?+$/, '');
  // «mayor?s» lost an apostrophe.
  return /\?(?:s|t|re|ve|ll|d|m)$/.test(pattern) ? '' : pattern;
}

/** Words that letters and dictionary alone read wrongly, by what is left of them. */
export type UsualWords = ReadonlyMap<string, string>;

/** Whether a dictionary has a Turkish word, as it is written. */
export type IsWord = (word: string) => boolean;

/** What the words of prose are read by. */
export interface ProseWords {
  usual: UsualWords;
  /** Undefined where no dictionary is at hand, and in Azerbaijani. */
  isWord: IsWord | undefined;
  /** True for the first word of a sentence, whose capital says nothing. */
  first: boolean;
}

/** Reads encoding-words-tr.bin or -az.bin. */
export function readUsualWords(bytes: Uint8Array): UsualWords {
  return new Map(unpackWords(new TextDecoder().decode(bytes)).map((word) => [word.replace(/[ğışə]/g, '?'), word]));
}
