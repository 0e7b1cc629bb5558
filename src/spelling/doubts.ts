import type { Span } from '../article/index.ts';
import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { isInside, TokenKind } from '../language/index.ts';
import { indexOverlaps } from '../text/index.ts';
import type { Speller } from './speller.ts';

/** An unknown word that could be a misspelling. Offsets are UTF-16 in the block's mended text. */
export interface Doubt extends Span {
  word: string;
  /** The form that counts as the same word: small letters, no possessive ending. */
  key: string;
  /** Begins with a capital; a name until something speaks against it. */
  capital: boolean;
  inQuote: boolean;
}

/** What a block's doubts depend on. */
export interface DoubtSources {
  parsed: ParsedBlock;
  /** The language that the block is read in: BCP 47 with a dictionary. */
  language: string;
  vocabulary: Vocabulary;
  speller: Speller;
  /** Mended stretches and names of people, in any order: not looked at. Asked for at the first unknown word. */
  settled(): readonly Span[];
  /** True for a word that the team or the built-in data know; asked with its number in the vocabulary. */
  isTerm(id: number): boolean;
}

/** Share of unknown words in small letters from which a block is taken for another language: one that said nothing of its own, and one whose commonest words are of the language that it is read in. */
const foreignShare = { unsure: 0.25, sure: 0.5 };
/** A quotation of so few words is a name, a title or a term. */
const termWords = 3;
/** So many unknown words in a row are a foreign phrase. */
const foreignRun = 3;
const units =
  /^(?:k?[mgWN]|[cm]m|kg|kmh?|kph|mph|[kMGT]?[WB]h?|[kMG]?Hz|[kM]?Pa|ha|lb|oz|ft|bn|mn|tn|cu|sq|dB|mAh|°?[CF])\.?$/;

/** The unknown words of a block that are not plainly names, code, units, initials or another language. */
export function findDoubts({ parsed, language, vocabulary, speller, settled, isTerm }: DoubtSources): Doubt[] {
  const { tokens, text } = parsed;
  const isKnown = vocabulary.column(speller.verdict(language));
  // A block in another language may hold an English name, title or the story's own words.
  const isKnownElsewhere = language.startsWith('en') ? () => false : speller.verdict('en');
  const isSlip = ({ word }: Doubt) => speller.isSlip(word, language);
  const doubts: Doubt[] = [];
  let small = 0;
  // Unknown words in a row, how many of them in small letters, and how many doubts they left at the end of the list.
  let run = 0;
  let foreign = 0;
  let inRun = 0;
  let isCovered: ((start: number, end: number) => boolean) | undefined;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] !== TokenKind.word) continue;
    const id = tokens.word[i] ?? 0;
    if (isKnown(id)) {
      // Short words are in every dictionary and end no foreign phrase.
      if ((tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) > 2) run = foreign = inRun = 0;
      small++;
      continue;
    }
    const word = vocabulary.word(id);
    const capital = isCapitalLetter(word);
    if (!capital) {
      small++;
      foreign++;
    }
    run++;
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    const inQuote = isInside(parsed.quotes, start);
    isCovered ??= indexOverlaps(settled());
    // The cheapest question first: most unknown words are names.
    const aside =
      isCovered(start, end) ||
      !isWordLike(word, language) ||
      isTerm(id) ||
      (tokens.kind[i - 1] === TokenKind.number && units.test(word)) ||
      isCodeMark(text.charAt(start - 1)) ||
      isCodeMark(text.charAt(end)) ||
      (inQuote && holdsTerm(text, parsed.quotes, start)) ||
      isKnownElsewhere(word);
    if (!aside) {
      const key = word.toLowerCase().replace(/['’]s?$/, '');
      doubts.push({ start, end, word, key, capital, inQuote });
      inRun++;
    }
    if (run >= foreignRun && foreign > 0 && !doubts.slice(doubts.length - inRun).every(isSlip)) {
      doubts.length -= inRun;
      inRun = 0;
    }
  }
  const unknown = doubts.reduce((count, { capital }) => count + (capital ? 0 : 1), 0);
  const share = parsed.language === language.slice(0, 2) ? foreignShare.sure : foreignShare.unsure;
  return unknown >= 4 && unknown > small * share ? [] : doubts;
}

const isCodeMark = (letter: string) => letter !== '' && '@#/\\_~&='.includes(letter);

function holdsTerm(text: string, quotes: readonly Span[], offset: number): boolean {
  const quote = quotes.find(({ start, end }) => start <= offset && offset < end);
  return !!quote && text.slice(quote.start, quote.end).split(/\s+/).length <= termWords;
}

function isCapitalLetter(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code > 64 && code < 91 : /^\p{Lu}/u.test(word);
}

const wordLike: Readonly<Record<string, RegExp>> = {
  en: /^[A-Z]?[a-z]+(?:['’-][a-z]+)*$/,
  tr: /^[A-ZÇĞİÖŞÜ]?[a-zçğıöşüâîû]+(?:['’-][a-zçğıöşüâîû]+)*$/,
};

/**
 * True for a word in the letters of the language with capitals only at its start: no acronym, code, initial, brand
 * («iPhone»), name with a second capital («Al-Assad», «McNeil») or word with foreign letters.
 */
function isWordLike(word: string, language: string): boolean {
  return word.length > 2 && (wordLike[language.slice(0, 2)] ?? /^\p{Lu}?\p{Ll}+(?:['’-]\p{Ll}+)*$/u).test(word);
}
