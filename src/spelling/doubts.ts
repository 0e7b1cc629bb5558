import type { Span } from '../article/index.ts';
import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { beginsSentence, isCapitalised, isInside, TokenKind, tokenText } from '../language/index.ts';
import { indexOverlaps } from '../text/index.ts';
import { isKnownBeside } from './beside.ts';
import type { Speller } from './speller.ts';

/** An unknown word that could be a misspelling. Offsets are UTF-16 in the block's mended text. */
export interface Doubt extends Span {
  word: string;
  /** The form that counts as the same word: small letters, no possessive ending. */
  key: string;
  /** Begins with a capital, or is in capitals; a name until something speaks against it. */
  capital: boolean;
  /** It has its capital from the place where it stands: first in its sentence, and no name follows. */
  opens: boolean;
  inQuote: boolean;
  /** The language that it was looked up in. */
  language: string;
}

/** What a block's doubts depend on. */
export interface DoubtSources {
  parsed: ParsedBlock;
  /** The language that the block is read in: BCP 47 with a dictionary. */
  language: string;
  vocabulary: Vocabulary;
  speller: Speller;
  /** Every token in rising order that the language may not know; all tokens when left out. */
  suspects?: readonly number[] | undefined;
  /** Mended stretches and names of people, in any order: not looked at. Asked for at the first unknown word. */
  settled(): readonly Span[];
  /** True for a word that the team or the built-in data know; asked with its number in the vocabulary. */
  isTerm(id: number): boolean;
}

/** Share of unknown words in small letters from which a block is taken for another language: one that said nothing of its own, and one whose commonest words are of the language that it is read in. */
const foreignShare = { unsure: 0.25, sure: 0.5 };
/** Fewer unknown words in small letters make no other language. */
const leastForeign = 4;
/** A quotation of so few words is a name, a title or a term. */
const termWords = 3;
/** So many unknown words in a row are a foreign phrase. */
const foreignRun = 3;
/** Unless each is a slip in a word so common: hardly a fifth of the words of French or Italian lie so near to English, and the like of nine in ten slips. */
const slipToKnown = 3;
const units =
  /^(?:k?[mgWN]|[cm]m|kg|kmh?|kph|mph|[kMGT]?[WB]h?|[kMG]?Hz|[kM]?Pa|ha|lb|oz|ft|bn|mn|tn|cu|sq|dB|mAh|°?[CF])\.?$/;

/** The unknown words of a block that are not plainly names, code, units, initials or another language. */
export function findDoubts(sources: DoubtSources): Doubt[] {
  const { parsed, language, vocabulary, speller, suspects, settled, isTerm } = sources;
  const { tokens, text } = parsed;
  const isKnown = vocabulary.column(speller.verdict(language));
  const lookOf = vocabulary.column(looks[language.slice(0, 2)] ?? lookOfWord);
  // A block in another language may hold an English name, title or the story's own words.
  const isKnownElsewhere = language.startsWith('en') ? () => false : speller.verdict('en');
  const isSlip = ({ word }: Doubt) => speller.slipOf(word, language) >= slipToKnown;
  const doubts: Doubt[] = [];
  let last = -1;
  let capitals = 0;
  // Unknown words in a row, how many of them in small letters, and how many doubts they left at the end of the list.
  let run = 0;
  let foreign = 0;
  let inRun = 0;
  let isHeadline: boolean | undefined;
  let isCovered: ((start: number, end: number) => boolean) | undefined;
  const count = suspects?.length ?? tokens.count;
  for (let k = 0; k < count; k++) {
    const i = suspects?.[k] ?? k;
    const id = tokens.word[i] ?? 0;
    if (tokens.kind[i] !== TokenKind.word || isKnown(id)) continue;
    if (holdsLongWord(tokens, last + 1, i)) run = foreign = inRun = 0;
    last = i;
    const look = lookOf(id);
    const capital = (look & Look.capital) !== 0;
    if (capital) capitals++;
    else foreign++;
    run++;
    if (look & Look.headline) isHeadline ??= isInCapitals(text);
    // The cheapest questions first: most unknown words are names.
    if ((look & Look.word || (look & Look.headline && isHeadline)) && !isTerm(id)) {
      const word = vocabulary.word(id);
      const start = tokens.start[i] ?? 0;
      const end = tokens.end[i] ?? 0;
      const inQuote = isInside(parsed.quotes, start);
      isCovered ??= indexOverlaps(settled());
      const aside =
        isCovered(start, end) ||
        (tokens.kind[i - 1] === TokenKind.number && units.test(word)) ||
        isCodeMark(text.charAt(start - 1)) ||
        isCodeMark(text.charAt(end)) ||
        (inQuote && holdsTerm(text, parsed.quotes, start)) ||
        isKnownBeside(parsed, i, vocabulary, speller, language) ||
        isKnownElsewhere(word);
      if (!aside) {
        const key = word.toLowerCase().replace(/['’]s?$/, '');
        doubts.push({ start, end, word, key, capital, opens: capital && opensSentence(parsed, i), inQuote, language });
        inRun++;
      }
    }
    if (run >= foreignRun && foreign > 0 && !doubts.slice(doubts.length - inRun).every(isSlip)) {
      doubts.length -= inRun;
      inRun = 0;
    }
  }
  if (doubts.length < leastForeign) return doubts;
  const unknown = doubts.reduce((count, { capital }) => count + (capital ? 0 : 1), 0);
  const share = parsed.language === language.slice(0, 2) ? foreignShare.sure : foreignShare.unsure;
  const words = tokens.kind.reduce((count, kind) => count + (kind === TokenKind.word ? 1 : 0), 0);
  return unknown >= leastForeign && unknown > (words - capitals) * share ? [] : doubts;
}

/** A word of three letters or more from one token to another: short words are in every dictionary and end no foreign phrase. */
function holdsLongWord({ kind, start, end }: ParsedBlock['tokens'], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (kind[i] === TokenKind.word && (end[i] ?? 0) - (start[i] ?? 0) > 2) return true;
  return false;
}

/** «Göksal Holding» opens no sentence: a name goes on. */
const opensSentence = (parsed: ParsedBlock, i: number): boolean =>
  beginsSentence(parsed, i) && !isCapitalised(tokenText(parsed, i + 1));

const isCodeMark = (letter: string) => letter !== '' && '@#/\\_~&='.includes(letter);

function holdsTerm(text: string, quotes: readonly Span[], offset: number): boolean {
  const quote = quotes.find(({ start, end }) => start <= offset && offset < end);
  return !!quote && text.slice(quote.start, quote.end).split(/\s+/).length <= termWords;
}

/** How a word looks: it begins with a capital; it is a word; it is one in a headline in capitals. */
const Look = { capital: 1, word: 2, headline: 4 } as const;

/**
 * A word is in the letters of a language with capitals only at its start: no acronym, code, initial, brand («iPhone»), name
 * with a second capital («Al-Assad», «McNeil») or word with foreign letters. One in capitals is a word where all others are
 * in capitals, too, and none where it is so short that no slip in it is told from a name.
 */
const readLook =
  (pattern: RegExp, inCapitals: RegExp) =>
  (word: string): number =>
    (isCapitalised(word) ? Look.capital : 0) |
    (word.length > 2 && pattern.test(word) ? Look.word : 0) |
    (inCapitals.test(word) ? Look.headline : 0);

const looks: Readonly<Record<string, (word: string) => number>> = {
  en: readLook(/^[A-Z]?[a-z]+(?:['’-][a-z]+)*$/, /^[A-Z]{6,}(?:['’]S)?$/),
  tr: readLook(/^[A-ZÇĞİÖŞÜ]?[a-zçğıöşüâîû]+(?:['’-][a-zçğıöşüâîû]+)*$/, /^[A-ZÇĞİÖŞÜ]{6,}$/),
};

/** The same of a language whose letters aren’t listed. */
const lookOfWord = readLook(/^\p{Lu}?\p{Ll}+(?:['’-]\p{Ll}+)*$/u, /^\p{Lu}{6,}$/u);

/** A text wholly in capitals, as agencies write headlines; «McDONALD» and «1st» are in capitals, too. */
const isInCapitals = (text: string) => !/(?<!\d)\p{Ll}{2}/u.test(text) && /\p{Lu}{2,} +\p{Lu}{2,}/u.test(text);
