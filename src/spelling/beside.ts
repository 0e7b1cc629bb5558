import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { TokenKind } from '../language/index.ts';

const apostrophe = /^['’‘]$/;
/** The other part of a word that the end of a line cuts. */
const partBefore = /(\p{L}+)[-‐][ \t]*\r?\n[ \t]*$/u;
const partAfter = /^[-‐][ \t]*\r?\n[ \t]*(\p{L}+)/u;
/** No part is longer, with its line end. */
const longest = 40;

/**
 * Whether what stands beside an unknown word makes it known: it is part of a phrase («pro forma») or of a word that a line's
 * end cuts («govern-», «ment»), or an apostrophe shows that a letter is left out («goin’», «’ome», «’tis»).
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
  const start = tokens.start[i] ?? 0;
  const end = tokens.end[i] ?? 0;
  const wordAt = (at: number) =>
    tokens.kind[at] === TokenKind.word ? vocabulary.word(tokens.word[at] ?? 0) : undefined;
  const before = wordAt(i - 1);
  const after = wordAt(i + 1);
  if (before !== undefined && isKnown(`${before} ${word}`)) return true;
  if (after !== undefined && isKnown(`${word} ${after}`)) return true;
  if (word.endsWith('in') && apostrophe.test(text.charAt(end)) && isKnown(`${word}g`)) return true;
  if (apostrophe.test(text.charAt(start - 1)) && (isKnown(`'${word}`) || isKnown(`h${word}`))) return true;
  const first = partBefore.exec(text.slice(Math.max(0, start - longest), start))?.[1];
  if (first !== undefined && isKnown(first + word)) return true;
  const second = partAfter.exec(text.slice(end, end + longest))?.[1];
  return second !== undefined && isKnown(word + second);
}
