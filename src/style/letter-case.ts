import type { Pattern } from './regex/index.ts';
import { compilePattern } from './regex/index.ts';
import type { Tagger } from './tagger.ts';
import type { Token } from './words.ts';
import { cutTokens } from './words.ts';

// Words that a title leaves small: articles, short conjunctions and prepositions (AP); Chicago also the longer prepositions.
const small = new Set('a an and as at but by en for if in nor of on or per the to vs vs. via v v.'.split(' '));
const prepositions = new Set(
  'with from into during including until against among throughout despite towards upon concerning about over through before between after since without under within along following across beyond around down near above'.split(
    ' ',
  ),
);

/** How a heading's case is judged. */
export interface CaseOptions {
  /** Words and patterns that may stand as they are. */
  exceptions: readonly string[];
  /** Endings after which the next word takes a capital («:»). */
  indicators: readonly string[];
  /** The share of words that must be right. */
  threshold: number;
  style: 'AP' | 'Chicago';
  /** Tells an infinitive's «to» from a preposition's; without one either case will do. */
  tagger: Tagger | undefined;
}

/** A heading as it should be. */
export interface Recased {
  isRight: boolean;
  /** With its marks and blanks as they were. */
  text: string;
  /** As Vale's messages say it: the words of a sentence are joined by blanks. */
  said: string;
}

/** Judges the case of a heading. */
export type CaseJudge = (text: string) => Recased;

/** Title case, as Vale 3 has it (its strcase): capitals throughout are allowed. */
export function judgeTitle(options: CaseOptions): CaseJudge {
  const vocabulary = createVocabulary(options.exceptions);
  return (text) => {
    const better = toTitleCase(text, options, vocabulary);
    const wanted = vocabulary.words(better);
    const isFine = ({ text: word }: Token, i: number) =>
      i >= wanted.length || word === wanted[i]?.text || vocabulary.lists(word) || word === word.toUpperCase();
    return { isRight: share(vocabulary.words(text), isFine) >= options.threshold, text: better, said: better };
  };
}

/**
 * Sentence case: the first word must be right, whatever the share of the others. Of two ways in which Vale judges, by
 * version, the milder holds: capitals throughout are no fault, and after an indicator either case will do.
 */
export function judgeSentence({ exceptions, indicators, threshold }: CaseOptions): CaseJudge {
  const vocabulary = createVocabulary(exceptions);
  return (text) => {
    // The number of a heading («1. An offer») is no first word.
    const words = vocabulary.words(text.replace(/^\d+[.)]\s+/, '').replace(/[?!.:]+$/, ''));
    const isFine = ({ text: token }: Token, i: number) => {
      const word = token.split(token.includes('-') ? '-' : /['’]/)[0] ?? '';
      const before = words[i - 1]?.text ?? '';
      const wanted = i === 0 ? capitalise(word) : word.toLowerCase();
      return (
        word === wanted ||
        word === word.toUpperCase() ||
        indicators.some((end) => before.endsWith(end)) ||
        vocabulary.lists(word)
      );
    };
    const [first] = words;
    const isRight = (!first || isFine(first, 0)) && share(words, isFine) >= threshold;
    return { isRight, ...toSentenceCase(text, indicators, vocabulary) };
  };
}

function share(words: readonly Token[], isFine: (word: Token, i: number) => boolean): number {
  return words.filter(isFine).length / words.length;
}

/** AP leaves small words of up to three letters, and a «to» before a noun; Chicago every preposition. */
function toTitleCase(text: string, { style, tagger }: CaseOptions, vocabulary: Vocabulary): string {
  const plain = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
  let tags: readonly string[] | undefined;
  let count = 0;
  return text.replace(/[\p{N}\p{L}]+[^\s\-/]*/gu, (word, at: number) => {
    const next = ++count;
    const listed = vocabulary.spellingOf(word);
    if (listed !== undefined) return listed;
    const lower = word.toLowerCase();
    const end = at + word.length;
    const before = plain.charAt(at - 1);
    const standsAlone =
      /[ \-/]/.test(before) && !/[:-]/.test(plain.charAt(at - 2)) && (plain.charAt(end) !== '-' || before === '-');
    const isInside = at > 0 && end < text.length;
    let isSmall = isInside && (small.has(lower) || (style === 'Chicago' && prepositions.has(lower)));
    if (lower === 'to' && style === 'AP') {
      if (!tagger) return word;
      // The full stop keeps the tagger from taking a heading for a fragment.
      tags ??= tagger(cutTokens(/[.!?]$/.test(text) ? text : `${text}.`).map((token) => token.text));
      isSmall = tags[next]?.startsWith('NN') ?? false;
    }
    return isSmall && standsAlone ? lower : word.charAt(0).toUpperCase() + word.slice(1);
  });
}

const listNumber = /\d+\./;

/** A capital for the first word and those after an indicator or the number of a heading; what is listed as it is listed. */
function toSentenceCase(text: string, indicators: readonly string[], vocabulary: Vocabulary) {
  const tokens = vocabulary.anyCase(text);
  let better = '';
  let taken = 0;
  const made = tokens.map((token, i) => {
    const before = tokens[i - 1]?.text ?? '';
    const begins = i === 0 || indicators.some((end) => before.endsWith(end)) || (i === 1 && listNumber.test(before));
    const word = vocabulary.spellingOf(token.text) ?? (begins ? capitalise(token.text) : token.text.toLowerCase());
    better += text.slice(taken, token.start) + word;
    taken = token.start + token.text.length;
    return word;
  });
  return { text: better + text.slice(taken), said: made.join(' ') };
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** The words that a heading may have as they are. */
interface Vocabulary {
  /** The words of a text; what is listed counts as one, however many words it has. */
  words(text: string): Token[];
  /** The same, where a listed word may have any capitals. */
  anyCase(text: string): Token[];
  /** True when something listed stands in a word. */
  lists(word: string): boolean;
  /** How a word is spelt by the list: as listed, or as it stands when a pattern takes it; undefined for one not listed. */
  spellingOf(word: string): string | undefined;
}

function createVocabulary(listed: readonly string[]): Vocabulary {
  const entries = [...listed].sort((a, b) => b.length - a.length);
  const lowered = entries.map((entry) => entry.toLowerCase());
  const list = entries.length > 0 ? `\\b(?:${entries.join('|')})\\b` : '';
  const exact = list ? compilePattern(list, { m: true }) : undefined;
  const loose = list ? compilePattern(list, { i: true }) : undefined;
  let patterns: readonly Pattern[] | undefined;
  return {
    words: (text) => cutWords(text, exact),
    anyCase: (text) => cutWords(text, loose),
    lists: (word) => exact?.test(word) ?? false,
    spellingOf(word) {
      if (entries.length === 0) return undefined;
      patterns ??= entries.map((entry) => compilePattern(entry));
      const lower = word.toLowerCase();
      for (const [i, entry] of entries.entries()) {
        if (lowered[i] === lower) return entry;
        if (patterns[i]?.test(word)) return word;
      }
      return undefined;
    },
  };
}

/** Cuts a text as a pattern of either would: what is listed first, where both begin. */
function cutWords(text: string, listed: Pattern | undefined): Token[] {
  const found = matchWords(text, 0, text.length);
  if (!listed) return found;
  const all: Token[] = [];
  const phrases: readonly Token[] = listed.matches(text);
  const isPhrase = new Set<Token>(phrases);
  let taken = 0;
  const inOrder = [...phrases, ...found].sort((a, b) => a.start - b.start || (isPhrase.has(a) ? -1 : 1));
  for (const token of inOrder) {
    const end = token.start + token.text.length;
    if (token.start >= taken) all.push(token);
    else if (end > taken && !isPhrase.has(token)) all.push(...matchWords(text, taken, end).slice(0, 1));
    else continue;
    taken = Math.max(taken, end);
  }
  return all;
}

function matchWords(text: string, start: number, end: number): Token[] {
  return Array.from(text.slice(start, end).matchAll(/[\p{N}\p{L}*]+\S*/gu), ({ 0: word, index }) => ({
    start: start + index,
    text: word,
  }));
}
