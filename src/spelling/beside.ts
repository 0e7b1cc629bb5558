import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { TokenKind } from '../language/index.ts';
import { isSpecies } from './species.ts';
import type { Speller } from './speller.ts';

const apostrophe = /^['’‘]$/;
/** The other part of a word that the end of a line cuts. */
const partBefore = /(\p{L}+)[-‐][ \t]*\r?\n[ \t]*$/u;
const partAfter = /^[-‐][ \t]*\r?\n[ \t]*(\p{L}+)/u;
/** No part is longer, with its line end. */
const longest = 40;

/**
 * Whether what stands beside an unknown word makes it known: it is part of a phrase («pro forma») or of a word that a line's
 * end cuts («govern-», «ment»), it belongs to the Latin name of a species, or an apostrophe shows that a letter is left out
 * («goin’», «’ome», «’tis»).
 *
 * @param i the word's token
 * @param language that the block is read in
 */
export function isKnownBeside(
  parsed: ParsedBlock,
  i: number,
  vocabulary: Vocabulary,
  speller: Speller,
  language: string,
): boolean {
  const { tokens, text } = parsed;
  const word = vocabulary.word(tokens.word[i] ?? 0);
  const start = tokens.start[i] ?? 0;
  const end = tokens.end[i] ?? 0;
  const wordAt = (at: number) =>
    tokens.kind[at] === TokenKind.word ? vocabulary.word(tokens.word[at] ?? 0) : undefined;
  const before = wordAt(i - 1);
  const after = wordAt(i + 1);
  if (before !== undefined && speller.isPhrase(`${before} ${word}`, language)) return true;
  if (after !== undefined && speller.isPhrase(`${word} ${after}`, language)) return true;
  if (isSpecies(parsed, i, vocabulary, speller, language)) return true;
  const isKnown = speller.verdict(language);
  if (/in$/i.test(word) && apostrophe.test(text.charAt(end)) && isKnown(`${word}g`)) return true;
  if (apostrophe.test(text.charAt(start - 1)) && (isKnown(`'${word}`) || isKnown(`h${word}`))) return true;
  if (!text.includes('\n')) return false;
  const first = partBefore.exec(text.slice(Math.max(0, start - longest), start))?.[1];
  if (first !== undefined && isKnown(first + word)) return true;
  const second = partAfter.exec(text.slice(end, end + longest))?.[1];
  return second !== undefined && isKnown(word + second);
}
