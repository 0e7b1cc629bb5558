import { countSyllables } from './syllables.ts';

/** What is counted of a text. */
export interface TextCounts {
  words: number;
  sentences: number;
  characters: number;
  syllables: number;
  complex_words: number;
  long_words: number;
  polysyllabic_words: number;
}

// «U.S.A.» is one word, «well-known» two: the word boundaries of the library behind Vale.
const word = /(?:[A-Z]\.){2,}|[\p{N}\p{L}']+/gu;
const bytes = new TextEncoder();

/**
 * Counts a text as the library behind Vale does (jdkato/prose, `summarize`): polysyllabic words have more than two
 * syllables, complex ones more than two without -es, -ed, -ing, long ones more than six bytes.
 */
export function countText(text: string, sentences: number): TextCounts {
  const counts: TextCounts = {
    words: 0,
    sentences,
    characters: 0,
    syllables: 0,
    complex_words: 0,
    long_words: 0,
    polysyllabic_words: 0,
  };
  for (const [found] of text.matchAll(word)) {
    const syllables = countSyllables(found);
    counts.words++;
    counts.characters += [...found.replace(/[^\p{L}\p{N}]/gu, '')].length;
    counts.syllables += syllables;
    if (syllables > 2) counts.polysyllabic_words++;
    if (syllables - (/(?:es|ed|ing)$/.test(found) ? 1 : 0) > 2) counts.complex_words++;
    if (found.length > 6 || (found.length > 2 && bytes.encode(found).length > 6)) counts.long_words++;
  }
  return counts;
}

/** Grade formulas by Vale's names. Sources: Kincaid 1975, Gunning 1952, Coleman and Liau 1975, McLaughlin 1969, Senter and Smith 1967. */
export const gradeFormulas: Readonly<Record<string, string>> = {
  'Flesch-Kincaid': '0.39 * words / sentences + 11.8 * syllables / words - 15.59',
  'Gunning Fog': '0.4 * (words / sentences + 100 * complex_words / words)',
  'Coleman-Liau': '5.88 * characters / words - 29.6 * sentences / words - 15.8',
  SMOG: '1.0430 * math.sqrt(polysyllabic_words * 30 / sentences) + 3.1291',
  'Automated Readability': '4.71 * characters / words + 0.5 * words / sentences - 21.43',
};
