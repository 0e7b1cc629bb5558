import type { LigatureWords } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import type { LostWord } from './lost.ts';

/** An English word that lost a ligature, as copy from a PDF does: `of?ce`, `con?ict`. */
export function readLigature(word: LostWord, ligatures: LigatureWords): Repair | undefined {
  const pattern = word.text.replaceAll('\ufffd', '?');
  // A name may have lost its capital, or have one: there a letter of another alphabet is likelier.
  const found = /^[a-z][a-z?]+$/.test(pattern) ? ligatures.get(pattern) : undefined;
  if (!found) return undefined;
  return {
    start: word.start,
    end: word.end,
    kind: 'encoding-lost-letter',
    readings: found.slice(0, 3),
    certainty: found.length === 1 ? 'single' : 'choices',
    evidence: { kind: 'lexicon' },
    story: 'in a copy from a PDF',
  };
}
