import type { ParsedBlock } from './block.ts';
import { TokenKind } from './block.ts';

/** True when the word begins with a capital letter. */
export const isCapitalised = (word: string) => /^\p{Lu}/u.test(word);

/** A token's text; empty outside the block. */
export function tokenText({ text, tokens }: ParsedBlock, index: number): string {
  return text.slice(tokens.start[index], tokens.start[index] === undefined ? 0 : tokens.end[index]);
}

/** True when the token is the first word of its sentence, or stands after a colon or an opening quotation mark. */
export function beginsSentence({ text, tokens, sentences, datelineEnd }: ParsedBlock, index: number): boolean {
  const start = tokens.start[index] ?? 0;
  const before = text.slice(0, start).trimEnd().at(-1);
  if (before === undefined || /[“"«„:!?•–—]/.test(before) || start === datelineEnd) return true;
  return sentences.some((sentence) => sentence.start <= start && !/\p{L}/u.test(text.slice(sentence.start, start)));
}

/** True when a headline capitalises its main words («Minister Visits Baku»), so that capitals mark no names. */
export function isTitleCase(block: ParsedBlock): boolean {
  if (block.role !== 'headline' && block.role !== 'subhead') return false;
  let capital = 0;
  let small = 0;
  for (let i = 0; i < block.tokens.count; i++) {
    const word = tokenText(block, i);
    if (block.tokens.kind[i] !== TokenKind.word || word.length < 5) continue;
    if (isCapitalised(word)) capital++;
    else small++;
  }
  return capital > 2 * small;
}
