import type { Vocabulary } from '../language/index.ts';
import type { Bits } from './bits.ts';
import { addBit, createBits } from './bits.ts';
import type { AwaitedCore } from './cores.ts';
import { isWhole, standsIn } from './cores.ts';
import { foldCase } from './fold-case.ts';
import { createLiteralSearch } from './literal-search.ts';
import type { AwaitedPairs } from './pairs.ts';
import { classAt, classCount, isAlphanumericClass } from './regex/index.ts';
import type { TermIndex } from './terms.ts';

/** A core with phrases, and where it begins, seen from the beginning of a word. */
export interface Hint {
  core: AwaitedCore;
  at: number;
}

/** What the words of a vocabulary tell. */
export interface WordClues {
  /** By the word's number, as `firstClass`, `lastClass`, `isPlain` and `clueOf` read it; 0 for a word that was not read yet. */
  marks: Int32Array;
  /**
   * What a word tells of the text that it stands in, two sets of bits a clue: the checks that wait for it, and those that
   * wait for two neighbouring characters in it.
   */
  bits: Bits;
  /** By the number of a clue: phrases that the word may stand in. */
  hints: readonly (readonly Hint[])[];
  /** Reads a word, and returns its mark. */
  read(id: number): number;
}

// A mark holds two classes, which are below 64, whether the word is plain, and the number of its clue, 0 for one that tells
// nothing.
const classBits = 6;
const plainBit = 1 << (2 * classBits);

export const firstClass = (mark: number): number => mark & (classCount - 1);
export const lastClass = (mark: number): number => (mark >>> classBits) & (classCount - 1);
export const clueOf = (mark: number): number => mark >>> (2 * classBits + 1);

/** Whether a word tells nothing, and neither does a blank beside it. */
export const isPlain = (mark: number): boolean => (mark & plainBit) !== 0;

const blank = classAt(' ', 0);
const none: readonly never[] = [];

/**
 * Reads each word of a vocabulary once for what it tells.
 *
 * @param count of the checks; the lists of terms are the one after them
 */
export function createWordClues(
  count: number,
  cores: readonly AwaitedCore[],
  pairs: AwaitedPairs,
  terms: TermIndex,
): (vocabulary: Vocabulary) => WordClues {
  // Most cores are words of letters and figures, or marks: these are looked up. The others may stand in a word.
  const wholes = new Map<string, AwaitedCore[]>();
  const parts: AwaitedCore[] = [];
  for (const one of cores) {
    const text = foldCase(one.core.text);
    if (!isWhole(one)) parts.push(one);
    else if (!wholes.get(text)?.push(one)) wholes.set(text, [one]);
  }
  const findParts = createLiteralSearch(parts.map(({ core }) => foldCase(core.text)));
  const ofVocabulary = new WeakMap<Vocabulary, WordClues>();
  // Of the word in hand.
  const [literals, neighbours] = [createBits(count + 1), createBits(count + 1)];
  const size = literals.length;
  let hints: readonly Hint[] = none;

  return (vocabulary) => {
    let words = ofVocabulary.get(vocabulary);
    if (!words) {
      words = open(vocabulary);
      ofVocabulary.set(vocabulary, words);
    }
    return words;
  };

  /** Reads a word; what was found of the one before is forgotten. */
  function readWord(word: string) {
    literals.fill(0);
    neighbours.fill(0);
    hints = none;
    const lower = foldCase(word);
    let left = 0;
    let from = 0;
    for (let at = 0; at < word.length; at++) {
      const right = classAt(word, at);
      pairs.add(left, right, neighbours, 0);
      left = right;
      if (isAlphanumericClass(right)) continue;
      if (at > from) readRun(word, lower, from, at);
      readRun(word, lower, at, at + 1);
      from = at + 1;
    }
    if (word.length > from) readRun(word, lower, from, word.length);
    findParts(lower, (place, at) => {
      const core = parts[place];
      if (core && standsIn(word, core, at)) wake(core, at);
    });
  }

  /** Reads letters and figures of ASCII that stand together, or another character. */
  function readRun(word: string, lower: string, from: number, to: number) {
    const run = lower.slice(from, to);
    if (terms.isKey(run)) addBit(literals, count);
    for (const core of wholes.get(run) ?? none)
      if (core.ignoreCase || word.startsWith(core.core.text, from)) wake(core, from);
  }

  function wake(core: AwaitedCore, at: number) {
    if (core.core.phrases) hints = [...hints, { core, at }];
    else addBit(literals, core.check);
  }

  function open(vocabulary: Vocabulary): WordClues {
    // The first clue tells nothing.
    const all: (readonly Hint[])[] = [none];
    // Most clues are those of other words, too.
    const known = new Map<string, number>();
    const words: WordClues = { marks: new Int32Array(1 << 12), bits: new Uint32Array(2 * size), hints: all, read };
    return words;

    /** The number of what was found of a word. */
    function keep(): number {
      let key = '';
      for (let i = 0; i < size; i++) if (literals[i] || neighbours[i]) key += `${i} ${literals[i]} ${neighbours[i]} `;
      for (const { core, at } of hints) key += `${cores.indexOf(core)}@${at} `;
      if (key === '') return 0;
      const there = known.get(key);
      if (there !== undefined) return there;
      const clue = all.push(hints) - 1;
      known.set(key, clue);
      words.bits = fit(words.bits, 2 * size * (clue + 1));
      words.bits.set(literals, 2 * size * clue);
      words.bits.set(neighbours, 2 * size * clue + size);
      return clue;
    }

    function read(id: number): number {
      const word = vocabulary.word(id);
      readWord(word);
      const clue = keep();
      const [first, last] = [classAt(word, 0), classAt(word, word.length - 1)];
      const plain = clue === 0 && !pairs.has(blank, first) && !pairs.has(last, blank);
      const mark = (clue << (2 * classBits + 1)) | (plain ? plainBit : 0) | (last << classBits) | first;
      words.marks = fit(words.marks, id + 1);
      words.marks[id] = mark;
      return mark;
    }
  }
}

/** The numbers, with room for so many. */
function fit<T extends Int32Array | Uint32Array>(numbers: T, count: number): T {
  if (count <= numbers.length) return numbers;
  const longer = numbers instanceof Int32Array ? new Int32Array(2 * count) : new Uint32Array(2 * count);
  longer.set(numbers);
  return longer as T;
}
