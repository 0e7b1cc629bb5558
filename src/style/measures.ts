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

/**
 * Counts a text as the library behind Vale does: a syllable is a run of vowels, less a silent last e; a complex word has
 * more than two without -es, -ed, -ing.
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
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)) {
    const syllables = countSyllables(word);
    counts.words++;
    counts.characters += word.replace(/[^\p{L}\p{N}]/gu, '').length;
    counts.syllables += syllables;
    if (syllables > 2) counts.polysyllabic_words++;
    if (syllables - (/(?:es|ed|ing)$/.test(word) ? 1 : 0) > 2) counts.complex_words++;
    if (word.length > 6) counts.long_words++;
  }
  return counts;
}

function countSyllables(word: string): number {
  const runs = word.toLowerCase().match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, /(?:.es|e)$/i.test(word) ? runs - 1 : runs);
}

/** Grade formulas by Vale's names. Sources: Kincaid 1975, Gunning 1952, Coleman and Liau 1975, McLaughlin 1969, Senter and Smith 1967. */
export const gradeFormulas: Readonly<Record<string, string>> = {
  'Flesch-Kincaid': '0.39 * words / sentences + 11.8 * syllables / words - 15.59',
  'Gunning Fog': '0.4 * (words / sentences + 100 * complex_words / words)',
  'Coleman-Liau': '5.88 * characters / words - 29.6 * sentences / words - 15.8',
  SMOG: '1.0430 * math.sqrt(polysyllabic_words * 30 / sentences) + 3.1291',
  'Automated Readability': '4.71 * characters / words + 0.5 * words / sentences - 21.43',
};
