import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { tokenText } from '../language/index.ts';
import type { Speller } from './speller.ts';

/** A genus by its look: Latin or Greek with a capital. */
const genus = /^[A-Z][a-z]*(?:us|um|is|es|os|as|ps|on|bacter|[ao]|[aeiouy]x)$/;
/** What stands for it after the first time: «P. tigris»; Britain writes «E coli», too. */
const initial = /^[A-Z]\.$/;
const bareInitial = /^[B-HJ-Z]$/;
/** The ends of Latin words that few English ones have, and that none has. */
const latin = /^[a-z]+(?:us|um|is|ae|ans|ens|ipes|oides|[ai]|[aeiouy]x)$/;
const plainlyLatin = /(?:ensis|ic(?:us|um)|ii|ae)$/;
const small = /^[a-z]{3,}$/;
const capital = /^[A-Z][a-z]+$/;
/** In a shorter word no slip can be told from a name. */
const leastTold = 6;
/** One slip away from a word so common it is that slip all the same. */
const slipToKnown = 3;

/**
 * Whether an unknown word is the second or third of a species’ Latin name: «Panthera tigris», «P. tigris», «the brown bear
 * (Ursus arctos)».
 */
export function isSpecies(
  parsed: ParsedBlock,
  i: number,
  vocabulary: Vocabulary,
  speller: Speller,
  language: string,
): boolean {
  const word = vocabulary.word(parsed.tokens.word[i] ?? 0);
  return (
    small.test(word) &&
    isNext(parsed, i) &&
    looksLatin(parsed, i, word, (genus) => !speller.isKnown(genus, language)) &&
    speller.slipOf(word, language) < slipToKnown
  );
}

function looksLatin(parsed: ParsedBlock, i: number, word: string, isStrange: (genus: string) => boolean): boolean {
  const before = tokenText(parsed, i - 1);
  const isLong = word.length >= leastTold;
  const isLatin = latin.test(word);
  // «J. F. Kennedy» and «U. S.» are none.
  if (initial.test(before)) return (isLong || isLatin) && !initial.test(tokenText(parsed, i - 2));
  if (bareInitial.test(before)) return isLatin;
  // «Canis lupus familiaris»
  if (isLatin && latin.test(before)) return isNext(parsed, i - 1) && genus.test(tokenText(parsed, i - 2));
  if (!capital.test(before)) return false;
  // «Vulpes vulpes»
  if (before.toLowerCase() === word) return true;
  const inBrackets = isInBrackets(parsed, i - 1, i);
  if (!isLatin) return inBrackets && genus.test(before) && isStrange(before);
  if (isLong && (inBrackets || plainlyLatin.test(word))) return true;
  return genus.test(before) && (isLong || isStrange(before));
}

/** Whether nothing but white space parts a token from the one before. */
const isNext = ({ tokens, text }: ParsedBlock, i: number): boolean =>
  i > 0 && /^\s+$/.test(text.slice(tokens.end[i - 1], tokens.start[i]));

/** Whether two tokens are all that stands in a pair of brackets. */
const isInBrackets = ({ tokens, text }: ParsedBlock, first: number, last: number): boolean =>
  text.charAt((tokens.start[first] ?? 0) - 1) === '(' && text.charAt(tokens.end[last] ?? 0) === ')';
