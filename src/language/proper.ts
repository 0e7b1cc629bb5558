import type { ParsedBlock } from './block.ts';
import { TokenKind } from './block.ts';
import { Letter, letterAt } from './letters.ts';

/** True when the word begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code > 64 && code < 91 : /^\p{Lu}/u.test(word);
}

/** A token's text; empty outside the block. */
export function tokenText({ text, tokens }: ParsedBlock, index: number): string {
  return text.slice(tokens.start[index], tokens.start[index] === undefined ? 0 : tokens.end[index]);
}

/** True when the token is the first word of its sentence, or stands after a colon or an opening quotation mark. */
export function beginsSentence({ text, tokens, sentences, datelineEnd }: ParsedBlock, index: number): boolean {
  const start = tokens.start[index] ?? 0;
  let before = start - 1;
  while (before >= 0 && letterAt(text, before) === Letter.space) before--;
  if (before < 0 || leads.includes(text.charAt(before)) || start === datelineEnd) return true;
  // A letter before it in the sentence is near, as a rule.
  for (let i = sentences.length - 1; i >= 0; i--) {
    const from = sentences[i]?.start ?? 0;
    if (from <= start) return !/\p{L}/u.test(text.slice(from, start));
  }
  return false;
}

const leads = '“"«„:!?•–—';

/** The end of the text before a place: as much of it as an expression needs that asks what stands there. */
export const textBefore = (text: string, at: number, most = 24): string => text.slice(Math.max(0, at - most), at);

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
