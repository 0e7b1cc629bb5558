/** Says the part of speech of each token of a sentence, as a Penn Treebank tag. */
export type Tagger = (words: readonly string[]) => readonly string[];
