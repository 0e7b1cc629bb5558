import type { Vocabulary } from '../language/index.ts';
import type { Bits } from './bits.ts';
import { addBit, addBits, createBits } from './bits.ts';
import type { Core } from './cores.ts';
import { standsIn } from './cores.ts';
import { foldCase } from './fold-case.ts';
import { createLiteralSearch } from './literal-search.ts';
import { classAt, classCount } from './regex/index.ts';
import type { TermIndex } from './terms.ts';

/** What a word tells of the text that it stands in. */
export interface Clue {
  /** The checks that wait for it, */
  literals: Bits;
  /** and for two neighbouring characters in it, */
  neighbours: Bits;
  /** and for a phrase that it may stand in. */
  hinted: Bits;
  phrases: readonly Hint[];
}

/** A phrase, and where it would begin, seen from the beginning of the word. */
export interface Hint {
  core: Core;
  from: number;
}

/** What the words of a vocabulary tell. */
export interface WordClues {
  /** By the word's number, as `firstClass`, `lastClass`, `isPlain` and `clueOf` read it; 0 for a word that was not read yet. */
  marks: Int32Array;
  clues: readonly Clue[];
  /** Reads a word, and returns its mark. */
  read(id: number): number;
}

// A mark holds two classes, which are below 64, whether the word is plain, and the place of its clue, 0 for one that tells
// nothing.
const classBits = 6;
const plainBit = 1 << (2 * classBits);

export const firstClass = (mark: number): number => mark & (classCount - 1);
export const lastClass = (mark: number): number => (mark >>> classBits) & (classCount - 1);
export const clueOf = (mark: number): number => mark >>> (2 * classBits + 1);

/** Whether a word tells nothing, and neither does a blank beside it. */
export const isPlain = (mark: number): boolean => (mark & plainBit) !== 0;

const blank = classAt(' ', 0);

/** Which checks wait for which two neighbours, by `left * classCount + right`. */
export type Awaited = readonly (Bits | undefined)[];

/**
 * Reads each word of a vocabulary once for what it tells.
 *
 * @param count of the checks; the lists of terms are the one after them
 */
export function createWordClues(
  count: number,
  cores: readonly Core[],
  awaited: Awaited,
  terms: TermIndex,
): (vocabulary: Vocabulary) => WordClues {
  const findCores = createLiteralSearch(cores.map(({ text }) => foldCase(text)));
  const create = () => createBits(count + 1);
  const ofVocabulary = new WeakMap<Vocabulary, WordClues>();
  const readWord = (word: string): Clue => {
    const [literals, neighbours, hinted] = [create(), create(), create()];
    const phrases: Hint[] = [];
    const lower = foldCase(word);
    if (terms.mayStandWith(lower)) addBit(literals, count);
    findCores(lower, (place, at) => {
      const core = cores[place];
      if (!core || !standsIn(word, core, at)) return;
      if (core.phrase === undefined) addBit(literals, core.list);
      else {
        addBit(hinted, core.list);
        phrases.push({ core, from: at - core.at });
      }
    });
    for (let at = 1; at < word.length; at++) {
      const bits = awaited[classAt(word, at - 1) * classCount + classAt(word, at)];
      if (bits) addBits(neighbours, bits);
    }
    return { literals, neighbours, hinted, phrases };
  };
  const open = (vocabulary: Vocabulary): WordClues => {
    const clues = [readWord('')];
    // Most clues are those of other words, too.
    const places = new Map<string, number>();
    const keep = (clue: Clue): number => {
      const { literals, neighbours, phrases } = clue;
      if (phrases.length === 0 && !literals.some(Boolean) && !neighbours.some(Boolean)) return 0;
      const key = `${literals} ${neighbours} ${phrases.map(({ core, from }) => `${core.list} ${core.phrase} ${from}`)}`;
      const place = places.get(key) ?? clues.push(clue) - 1;
      places.set(key, place);
      return place;
    };
    const words: WordClues = {
      marks: new Int32Array(1 << 12),
      clues,
      read(id) {
        const word = vocabulary.word(id);
        const [first, last] = [classAt(word, 0), classAt(word, word.length - 1)];
        const clue = keep(readWord(word));
        const plain = clue === 0 && !awaited[blank * classCount + first] && !awaited[last * classCount + blank];
        const mark = (clue << (2 * classBits + 1)) | (plain ? plainBit : 0) | (last << classBits) | first;
        if (id >= words.marks.length) {
          const longer = new Int32Array(Math.max(2 * words.marks.length, id + 1));
          longer.set(words.marks);
          words.marks = longer;
        }
        words.marks[id] = mark;
        return mark;
      },
    };
    return words;
  };
  return (vocabulary) => {
    let words = ofVocabulary.get(vocabulary);
    if (!words) {
      words = open(vocabulary);
      ofVocabulary.set(vocabulary, words);
    }
    return words;
  };
}
