import type { Tokens } from '../language/index.ts';
import type { Found } from './prefilter.ts';
import { countLists, createLiterals } from './prefilter.ts';
import type { TermIndex } from './terms.ts';
import { foldCase } from './terms.ts';

/** What the words of a block tell of its text. */
export interface Clues extends Found {
  /** Whether one of the terms may stand there. */
  mayHoldTerm(): boolean;
  /** The text in lower case, letter for letter; made at the first call. */
  lower(): string;
}

/**
 * Finds which of many lists of strings a block may hold a string of, by its words: of each word of the vocabulary it is asked
 * once which strings have their letters in it. The answer may be too wide (another word with the letters stands there), never
 * too narrow. Each answer is forgotten with the next.
 */
export function createWordClues(
  lists: readonly (readonly string[] | undefined)[],
  terms: TermIndex,
): (tokens: Tokens, text: string) => Clues {
  const ofTerms = lists.length;
  const bits = countLists(lists.length + 1);
  // Strings without letters are looked for in the text.
  const bare = new Map<number, string[]>();
  const cores = lists.map((literals, list) => {
    if (!literals) bits.with(bits.always, list);
    return literals?.flatMap((literal) => {
      const core = coreOf(literal);
      if (!core) bare.set(list, [...(bare.get(list) ?? []), literal]);
      return core ?? [];
    });
  });
  // A word of a phrase stands there sooner than the phrase: that is looked for before a pattern is run.
  const phrases = lists.map((literals) => (literals?.some((one) => one !== coreOf(one)) ? literals : undefined));
  const findCores = createLiterals(cores);
  const nothing = new Uint32Array(0);
  const readClue = (word: string): Uint32Array => {
    const lower = foldCase(word);
    const found = findCores(lower);
    let clue: Uint32Array | undefined;
    for (let list = 0; list < cores.length; list++) if (cores[list] && found.has(list)) clue = bits.with(clue, list);
    if (terms.mayStandWith(lower)) clue = bits.with(clue, ofTerms);
    return clue ?? nothing;
  };
  let text = '';
  let folded: string | undefined;
  const lower = () => {
    folded ??= foldCase(text);
    return folded;
  };
  const isThere = (literal: string) => (hasCase(literal) ? lower() : text).includes(literal);
  const clues: Clues = {
    has: (list) =>
      bits.isFound(list) ? (phrases[list]?.some(isThere) ?? true) : (bare.get(list)?.some(isThere) ?? false),
    mayHoldTerm: () => bits.isFound(ofTerms),
    lower,
  };
  return ({ count, word, vocabulary }, full) => {
    text = full;
    folded = undefined;
    bits.found.set(bits.always);
    const clueOf = vocabulary.column(readClue);
    for (let i = 0; i < count; i++) {
      const clue = clueOf(word[i] ?? 0);
      if (clue !== nothing) bits.add(clue);
    }
    return clues;
  };
}

/** The longest run of Latin letters without accents: it stands within one word. */
function coreOf(literal: string): string | undefined {
  const [core] = (literal.match(/[a-z]+/g) ?? []).sort((a, b) => b.length - a.length);
  return core;
}

const hasCase = (literal: string) => literal !== literal.toUpperCase();
