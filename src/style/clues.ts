import type { ParsedBlock, Tokens } from '../language/index.ts';
import type { Bits } from './bits.ts';
import { addBit, createBits, hasBit } from './bits.ts';
import { readCores, standsAt } from './cores.ts';
import { awaitPairs } from './pairs.ts';
import type { Marks, Strings } from './regex/index.ts';
import { classAt, holdsMarks } from './regex/index.ts';
import type { TermIndex } from './terms.ts';
import type { WordClues } from './word-clues.ts';
import { clueOf, createWordClues, firstClass, isPlain, lastClass } from './word-clues.ts';

/** What a text must hold for a check to find something; undefined where nothing is known of that. */
export interface Needs {
  literals?: Strings | undefined;
  neighbours?: readonly number[] | undefined;
  marks?: Marks | undefined;
}

/** Tells which checks may find something in a block. */
export interface Clues {
  /** The number of the lists of terms: the one after those of the checks. */
  readonly ofTerms: number;
  /**
   * Those of the checks asked that may find something: too many perhaps, never too few. The set is forgotten with the next.
   *
   * @param text the block's, with what no rule reads out of sight
   * @returns undefined when it is none
   */
  find(parsed: Pick<ParsedBlock, 'text' | 'tokens'>, text: string, asked: Bits): Bits | undefined;
}

/** Sets up what checks wait for. Words tell it, and what stands between them: a block is not searched, its tokens are looked up. */
export function createClues(needs: readonly Needs[], terms: TermIndex): Clues {
  const ofTerms = needs.length;
  const woken = createBits(ofTerms + 1);
  const size = woken.length;
  // Two sets: the checks that need no literal, or one that was met; and those that need no neighbours, or some that were.
  const [met, anyway] = [new Uint32Array(2 * size), new Uint32Array(2 * size)];
  if (terms.isKeyless) addBit(anyway, ofTerms);
  addBit(anyway, 32 * size + ofTerms);
  const cores = needs.flatMap(({ literals, neighbours }, check) => {
    if (!neighbours) addBit(anyway, 32 * size + check);
    const known = literals && readCores(literals, check);
    if (!known) addBit(anyway, check);
    return known ?? [];
  });
  const pairs = awaitPairs(
    ofTerms + 1,
    needs.map(({ neighbours }) => neighbours),
  );
  const wordsOf = createWordClues(ofTerms, cores, pairs, terms);
  const needMarks = createBits(ofTerms + 1);
  needs.forEach(({ marks }, check) => {
    if (marks) addBit(needMarks, check);
  });
  // Words that may stand in a phrase: the number of the clue, and where the word begins.
  const hinted: number[] = [];

  return {
    ofTerms,
    find(parsed, text, asked) {
      const words = wordsOf(parsed.tokens.vocabulary);
      met.set(anyway);
      hinted.length = 0;
      readTokens(parsed, words);
      if (text !== parsed.text) readMasked(text, parsed.tokens, words);
      for (let i = 0; i < size; i++) woken[i] = (asked[i] ?? 0) & (met[size + i] ?? 0);
      readPhrases(parsed.text, words);
      let some = 0;
      for (let i = 0; i < size; i++) {
        let bits = (woken[i] ?? 0) & (met[i] ?? 0);
        // What is out of sight holds no mark that is not there.
        for (let rest = bits & (needMarks[i] ?? 0); rest !== 0; rest &= rest - 1) {
          const at = 31 - Math.clz32(rest & -rest);
          if (!holdsMarks(parsed.text, needs[32 * i + at]?.marks ?? [])) bits &= ~(1 << at);
        }
        woken[i] = bits;
        some |= bits;
      }
      return some === 0 ? undefined : woken;
    },
  };

  function readTokens({ text, tokens }: Pick<ParsedBlock, 'text' | 'tokens'>, words: WordClues) {
    const { count, word, start, end } = tokens;
    let { marks } = words;
    let before = 0;
    let to = 0;
    for (let i = 0; i < count; i++) {
      const id = word[i] ?? 0;
      let mark = marks[id] ?? 0;
      if (mark === 0) {
        mark = words.read(id);
        marks = words.marks;
      }
      const from = start[i] ?? 0;
      // As most: a word after a word, and a blank between them.
      const isQuiet = isPlain(before & mark) && from - to === 1 && text.charCodeAt(to) === 32;
      if (!isQuiet) {
        let left = lastClass(before);
        for (; to < from; to++) {
          const here = classAt(text, to);
          pairs.add(left, here, met, size);
          left = here;
        }
        pairs.add(left, firstClass(mark), met, size);
        const clue = clueOf(mark);
        if (clue !== 0) follow(words, clue, from);
      }
      before = mark;
      to = end[i] ?? 0;
    }
    readNeighbours(text, Math.max(1, to), text.length);
  }

  /** Adds what the clue of a word tells that begins at an offset. */
  function follow({ bits, hints }: WordClues, clue: number, from: number) {
    const first = 2 * size * clue;
    for (let i = 0; i < 2 * size; i++) met[i] = (met[i] ?? 0) | (bits[first + i] ?? 0);
    if (hints[clue] !== hints[0]) hinted.push(clue, from);
  }

  /** Adds what a text tells of which something is out of sight: other neighbours, and the rest of words that are cut by it. */
  function readMasked(text: string, { count, word, start, end, vocabulary }: Tokens, words: WordClues) {
    readNeighbours(text, 1, text.length);
    for (let i = 0; i < count; i++) {
      const [from = 0, to = 0] = [start[i], end[i]];
      const rest = text.slice(from, to);
      if (rest === vocabulary.word(word[i] ?? 0)) continue;
      const id = vocabulary.intern(rest);
      const clue = clueOf(words.marks[id] || words.read(id));
      if (clue !== 0) follow(words, clue, from);
    }
  }

  /** Adds what the characters from one offset to another tell, each with the one before it. */
  function readNeighbours(text: string, from: number, to: number) {
    for (let at = from; at < to; at++) pairs.add(classAt(text, at - 1), classAt(text, at), met, size);
  }

  /** Adds the checks that wait for a phrase of which a word stands there; of `woken` those that need it. */
  function readPhrases(text: string, { hints }: WordClues) {
    for (let i = 0; i < hinted.length; i += 2) {
      const from = hinted[i + 1] ?? 0;
      for (const { core, at } of hints[hinted[i] ?? 0] ?? [])
        if (hasBit(woken, core.check) && !hasBit(met, core.check) && standsAt(text, core, from + at))
          addBit(met, core.check);
    }
  }
}
