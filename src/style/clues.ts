import type { ParsedBlock, Tokens } from '../language/index.ts';
import type { Bits } from './bits.ts';
import { addBit, addBits, createBits, hasBit } from './bits.ts';
import { readCores, standsAt } from './cores.ts';
import type { Strings } from './regex/index.ts';
import { classAt, classCount } from './regex/index.ts';
import type { TermIndex } from './terms.ts';
import type { Clue, WordClues } from './word-clues.ts';
import { clueOf, createWordClues, firstClass, isPlain, lastClass } from './word-clues.ts';

/** What a text must hold for a check to find something; undefined where nothing is known of that. */
export interface Needs {
  literals?: Strings | undefined;
  neighbours?: readonly number[] | undefined;
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
  const create = () => createBits(ofTerms + 1);
  // Those that need nothing.
  const [anyLiteral, anyNeighbours] = [create(), create()];
  addBit(anyNeighbours, ofTerms);
  const awaited = new Array<Bits | undefined>(classCount * classCount).fill(undefined);
  const cores = needs.flatMap(({ literals, neighbours }, check) => {
    if (!neighbours) addBit(anyNeighbours, check);
    for (const pair of neighbours ?? []) {
      const bits = awaited[pair] ?? create();
      addBit(bits, check);
      awaited[pair] = bits;
    }
    const known = literals && readCores(literals, check);
    // What stands everywhere, as full stops do, tells less than neighbours.
    const isKnown = known?.every((core) => !neighbours || !core.isEverywhere);
    if (!isKnown) addBit(anyLiteral, check);
    return (isKnown && known) || [];
  });
  const wordsOf = createWordClues(ofTerms, cores, awaited, terms);
  const [said, near, woken] = [create(), create(), create()];
  const silent: Clue = { literals: create(), neighbours: create(), hinted: create(), phrases: [] };
  // Words that may stand in a phrase: the place of the clue, and where the word begins.
  const hints: number[] = [];

  return {
    ofTerms,
    find(parsed, text, asked) {
      const words = wordsOf(parsed.tokens.vocabulary);
      readTokens(parsed, words);
      if (text !== parsed.text) readMasked(text, parsed.tokens, words);
      for (let i = 0; i < woken.length; i++) woken[i] = (asked[i] ?? 0) & (near[i] ?? 0);
      if (hints.length > 0) readPhrases(parsed.text, words);
      let some = 0;
      for (let i = 0; i < woken.length; i++) {
        const bits = (woken[i] ?? 0) & (said[i] ?? 0);
        woken[i] = bits;
        some |= bits;
      }
      return some === 0 ? undefined : woken;
    },
  };

  function readTokens({ text, tokens }: Pick<ParsedBlock, 'text' | 'tokens'>, words: WordClues) {
    const { count, word, start, end } = tokens;
    said.set(anyLiteral);
    near.set(anyNeighbours);
    hints.length = 0;
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
          meet(left, here);
          left = here;
        }
        meet(left, firstClass(mark));
        const clue = clueOf(mark);
        if (clue !== 0) follow(words, clue, from);
      }
      before = mark;
      to = end[i] ?? 0;
    }
    readNeighbours(text, Math.max(1, to), text.length);
  }

  /** Adds what the clue of a word tells that begins at an offset. */
  function follow({ clues }: WordClues, clue: number, from: number) {
    const { literals, neighbours, phrases } = clues[clue] ?? silent;
    addBits(said, literals);
    addBits(near, neighbours);
    if (phrases.length > 0) hints.push(clue, from);
  }

  /** Adds what a text tells of which something is out of sight: other neighbours, and the rest of words that are cut by it. */
  function readMasked(text: string, { count, word, start, end, vocabulary }: Tokens, words: WordClues) {
    readNeighbours(text, 1, text.length);
    for (let i = 0; i < count; i++) {
      const [from = 0, to = 0] = [start[i], end[i]];
      const rest = text.slice(from, to);
      if (rest === vocabulary.word(word[i] ?? 0)) continue;
      const id = vocabulary.intern(rest);
      follow(words, clueOf(words.marks[id] || words.read(id)), from);
    }
  }

  /** Adds what the characters from one offset to another tell, each with the one before it. */
  function readNeighbours(text: string, from: number, to: number) {
    for (let at = from; at < to; at++) meet(classAt(text, at - 1), classAt(text, at));
  }

  /** Adds the checks that wait for two neighbours. */
  function meet(left: number, right: number) {
    const bits = awaited[left * classCount + right];
    if (bits) addBits(near, bits);
  }

  /** Adds the checks that wait for a phrase of which a word stands there; of `woken` those that need it. */
  function readPhrases(text: string, { clues }: WordClues) {
    for (let at = 0; at < hints.length; at += 2) {
      const { hinted, phrases } = clues[hints[at] ?? 0] ?? silent;
      const start = hints[at + 1] ?? 0;
      let some = 0;
      for (let i = 0; i < hinted.length; i++) some |= (hinted[i] ?? 0) & (woken[i] ?? 0) & ~(said[i] ?? 0);
      if (some === 0) continue;
      for (const { core, from } of phrases)
        if (hasBit(woken, core.list) && !hasBit(said, core.list) && standsAt(text, core, start + from))
          addBit(said, core.list);
    }
  }
}
