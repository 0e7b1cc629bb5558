/** Words seen so far, each with a number; what is known of a word is computed once. */
export interface Vocabulary {
  /** The id of a word as written. */
  intern(word: string): number;
  /** The word as written. */
  word(id: number): string;
  /** The folded form: lower case, no diacritics, one apostrophe. */
  folded(id: number): string;
  readonly size: number;
}

/** An empty vocabulary. */
export function createVocabulary(fold: (word: string) => string): Vocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const folds: (string | undefined)[] = [];
  return {
    intern(word) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      const id = words.length;
      ids.set(word, id);
      words.push(word);
      return id;
    },
    word: (id) => words[id] ?? '',
    folded(id) {
      const known = folds[id];
      if (known !== undefined) return known;
      const form = fold(words[id] ?? '');
      folds[id] = form;
      return form;
    },
    get size() {
      return words.length;
    },
  };
}
