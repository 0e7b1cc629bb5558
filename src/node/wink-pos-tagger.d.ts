declare module 'wink-pos-tagger' {
  /** A tagger of English with Penn Treebank tags. */
  export default function posTagger(): { tagRawTokens(tokens: readonly string[]): { pos: string }[] };
}
