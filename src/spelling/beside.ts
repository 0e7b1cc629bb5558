import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { TokenKind } from '../language/index.ts';

const apostrophe = /^['’‘]$/;

/**
 * Whether what stands beside an unknown word makes it known: it is part of a phrase («pro forma»), or an apostrophe shows
 * that a letter is left out («goin’», «’ome», «’tis»).
 *
 * @param i the word's token
 * @param isKnown whether the language has a word or a phrase
 */
export function isKnownBeside(
  { tokens, text }: ParsedBlock,
  i: number,
  vocabulary: Vocabulary,
  isKnown: (words: string) => boolean,
): boolean {
  const word = vocabulary.word(tokens.word[i] ?? 0);
  const wordAt = (at: number) =>
    tokens.kind[at] === TokenKind.word ? vocabulary.word(tokens.word[at] ?? 0) : undefined;
  const before = wordAt(i - 1);
  const after = wordAt(i + 1);
  if (before !== undefined && isKnown(`${before} ${word}`)) return true;
  if (after !== undefined && isKnown(`${word} ${after}`)) return true;
  if (word.endsWith('in') && apostrophe.test(text.charAt(tokens.end[i] ?? 0)) && isKnown(`${word}g`)) return true;
  const isCut = apostrophe.test(text.charAt((tokens.start[i] ?? 0) - 1));
  return isCut && (isKnown(`'${word}`) || isKnown(`h${word}`));
}
