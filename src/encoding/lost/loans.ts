import type { IsWord, Tables } from '../knowledge/index.ts';
import { dressLike } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import type { LostWord } from './lost.ts';
import { beginsSentence } from './sentences.ts';

/** Letters that must be alive. */
const leastAlive = 3;

/** A word that English took with its marks, or a French one with œ: `caf?`, `fa?ade`, `b?uf`. */
export function readLoan(
  word: LostWord,
  text: string,
  { loans }: Tables,
  isEnglish: IsWord | undefined,
): Repair | undefined {
  const pattern = word.text.toLowerCase().replaceAll('\ufffd', '?');
  const found = loans.get(pattern);
  if (!found || pattern.replaceAll('?', '').length < leastAlive) return undefined;
  // «Did they touch?»: a word before a question's mark.
  if (pattern.endsWith('?') && isEnglish?.(pattern.slice(0, -1))) return undefined;
  return {
    start: word.start,
    end: word.end,
    kind: 'encoding-lost-letter',
    readings: [dressLike(word.text, found, !beginsSentence(word, text))],
    certainty:
      pattern.endsWith('?') && !/^(?: \p{Ll}|[,;])/u.test(text.slice(word.end, word.end + 2)) ? 'choices' : 'single',
    evidence: { kind: 'common' },
    story: 'in a conversion',
  };
}
