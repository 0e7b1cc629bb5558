import type { Tokens } from '../language/index.ts';
import type { Found } from './prefilter.ts';
import { createLiterals } from './prefilter.ts';
import type { TermIndex } from './terms.ts';
import { foldCase } from './terms.ts';

/** What the words of a block tell of its text. */
export interface Clues extends Found {
  /** Whether one of the terms may stand there. */
  mayHoldTerm(): boolean;
  /** The text in lower case, letter for letter; made at the first call. */
  lower(): string;
}

/** What waits for a word: a list, or one phrase of it, which is looked for in the text when a word of it stands there. */
interface Wait {
  readonly list: number;
  readonly phrase?: string;
  /** The last block that such a word stood in. */
  block: number;
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
  const forTerms: Wait = { list: ofTerms, block: 0 };
  const { waits, cores, phrases, bare } = readLists(lists);
  const findCores = createLiterals(cores);
  const readClue = (word: string): readonly Wait[] => {
    const lower = foldCase(word);
    const there = findCores(lower)
      .all()
      .flatMap((i) => waits[i] ?? []);
    if (terms.mayStandWith(lower)) there.push(forTerms);
    return there.length > 0 ? there : none;
  };
  let text = '';
  let folded: string | undefined;
  const lower = () => {
    folded ??= foldCase(text);
    return folded;
  };
  const isThere = (literal: string) => (hasCase(literal) ? lower() : text).includes(literal);
  // A number for each block saves wiping what the one before left.
  let block = 0;
  const foundIn = new Float64Array(lists.length + 1);
  const hintedIn = new Float64Array(lists.length);
  const stands = (wait: Wait) => wait.block === block && wait.phrase !== undefined && isThere(wait.phrase);
  const clues: Clues = {
    has: (list) =>
      lists[list] === undefined ||
      foundIn[list] === block ||
      (hintedIn[list] === block && (phrases[list]?.some(stands) ?? false)) ||
      (bare[list]?.some(isThere) ?? false),
    mayHoldTerm: () => foundIn[ofTerms] === block,
    lower,
  };
  return ({ count, word, vocabulary }, full) => {
    text = full;
    folded = undefined;
    block++;
    const clueOf = vocabulary.column(readClue);
    for (let i = 0; i < count; i++) {
      const clue = clueOf(word[i] ?? 0);
      if (clue === none) continue;
      for (const wait of clue) {
        wait.block = block;
        if (wait.phrase === undefined) foundIn[wait.list] = block;
        else hintedIn[wait.list] = block;
      }
    }
    return clues;
  };
}

const none: readonly never[] = [];

/** Sorts the strings of lists: each wait with the words that end it, the phrases of each list, strings without letters. */
function readLists(lists: readonly (readonly string[] | undefined)[]) {
  const waits: Wait[] = [];
  const cores: string[][] = [];
  const phrases: (Wait[] | undefined)[] = [];
  const bare: (string[] | undefined)[] = [];
  const add = (wait: Wait, words: string[]) => {
    if (words.length === 0) return;
    waits.push(wait);
    cores.push(words);
  };
  lists.forEach((literals = [], list) => {
    const whole: string[] = [];
    for (const literal of literals) {
      const core = coreOf(literal);
      if (core === literal) whole.push(core);
      else if (core) {
        const wait = { list, phrase: literal, block: 0 };
        add(wait, [core]);
        phrases[list] = [...(phrases[list] ?? []), wait];
      } else bare[list] = [...(bare[list] ?? []), literal];
    }
    add({ list, block: 0 }, whole);
  });
  return { waits, cores, phrases, bare };
}

/** The longest run of Latin letters without accents: it stands within one word. */
function coreOf(literal: string): string | undefined {
  const [core] = (literal.match(/[a-z]+/g) ?? []).sort((a, b) => b.length - a.length);
  return core;
}

const hasCase = (literal: string) => literal !== literal.toUpperCase();
