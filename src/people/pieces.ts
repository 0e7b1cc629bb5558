import type { Vocabulary } from '../language/index.ts';
import { copyText, foldWord } from '../text/index.ts';
import type { KnownWord, WordIndex } from './clues.ts';
import { Clue, titleStarts } from './clues.ts';

/** How a piece of a word is written. */
export const Caps = { lower: 0, title: 1, upper: 2, initial: 3, other: 4 } as const;

/**
 * What the words of a vocabulary are cut into under a lexicon. A piece is a number from 1 on; most words are one piece, others
 * are cut at hyphens and stops or have an ending.
 */
export interface Pieces {
  readonly index: WordIndex;
  /**
   * Three numbers a word, side by side in memory: its piece, the piece's `Clue` bits and its `Caps`. The first is 0 for a
   * word not seen before, and for one to be cut less than 0: minus its place in `cuts`.
   */
  words: Int32Array;
  /**
   * From a place on: how many pieces, and of each its number, its start, its end without the word's ending and with it
   * (UTF-16 in the word), its `Clue` bits and its `Caps`.
   */
  readonly cuts: number[];
  /** By piece. */
  readonly folded: string[];
  readonly known: KnownWord[];
  /** Whether it is a given name, once that was asked. */
  readonly given: (boolean | undefined)[];
  /** As written, once it stood in a name; see `nameIn`. */
  readonly names: (string | undefined)[];
  /** What two pieces are with a lost letter between them, as written. */
  readonly joined: Map<string, number>;
}

/** Numbers of a word in `words`. */
export const wordRow = 3;
/** Numbers of a piece in `cuts`. */
export const cutRow = 6;

/** An empty table. */
export function openPieces(index: WordIndex): Pieces {
  // No piece has number 0.
  return {
    index,
    words: new Int32Array(1024 * wordRow),
    cuts: [0],
    folded: [''],
    known: [index('')],
    given: [undefined],
    names: [undefined],
    joined: new Map(),
  };
}

/** Makes room for all words that a vocabulary has now. */
export function makeRoomFor(pieces: Pieces, { size }: Vocabulary): void {
  if (size * wordRow <= pieces.words.length) return;
  const longer = new Int32Array(2 * size * wordRow);
  longer.set(pieces.words);
  pieces.words = longer;
}

// English possessive, and the case endings that Turkish and Azerbaijani set off with an apostrophe.
const ending =
  /['’ʼ](?:s|[nyı]?[ıiuüaeəo]n?|[dt][ae]n?|n?d[ae]n?|l[ae]|yl[ae]|l[ae]r(?:in|ın)?|d[ıiuü]r|n[ıiuü]n|s[ıiuü])?$/u;

/** Cuts a word not seen before; gives what `words` has of it first. */
export function cutWord(pieces: Pieces, id: number, word: string): number {
  const { words, cuts } = pieces;
  const place = cuts.length;
  cuts.push(0);
  for (const match of word.matchAll(/[\p{L}\p{M}\p{N}\uFFFD'’ʼ]+/gu)) {
    const start = match.index;
    const whole = match[0];
    const stem = whole.length > 2 ? whole.replace(ending, '') : whole;
    const bare = stem.replace(/^['’ʼ]+|['’ʼ]+$/g, '');
    if (!bare) continue;
    const caps = readCaps(bare);
    const piece = addPiece(pieces, foldWord(bare).replace('\ufffd', '?'));
    const clues = cluesOf(pieces, piece, caps);
    if (bare.length === word.length) {
      cuts.length = place;
      words.set([piece, clues, caps], id * wordRow);
      return piece;
    }
    const lead = start + stem.indexOf(bare);
    cuts[place] = (cuts[place] ?? 0) + 1;
    cuts.push(piece, lead, lead + bare.length, start + whole.length, clues, caps);
  }
  words[id * wordRow] = -place;
  return -place;
}

/** The piece that two are with a lost letter between them, which is written so. */
export function joinPieces(pieces: Pieces, before: number, behind: number, written: string): number {
  let piece = pieces.joined.get(written);
  if (piece === undefined) {
    piece = addPiece(pieces, `${pieces.folded[before]}?${pieces.folded[behind]}`);
    pieces.joined.set(copyText(written), piece);
  }
  return piece;
}

function addPiece({ index, folded, known, given, names }: Pieces, form: string): number {
  folded.push(form);
  given.push(undefined);
  names.push(undefined);
  return known.push(index(form)) - 1;
}

/** The `Clue` bits of a piece that is written so. */
export function cluesOf({ folded, known }: Pieces, piece: number, caps: number): number {
  const clues = (known[piece]?.clues ?? 0) | ((folded[piece]?.length ?? 0) > 3 ? Clue.long : 0);
  const isStart = (caps !== Caps.lower && caps !== Caps.other) || (clues & (titleStarts | Clue.particle)) !== 0;
  return isStart ? clues | Clue.start : clues;
}

function readCaps(word: string): number {
  if (!/^\p{Lu}/u.test(word)) return /^\p{Ll}[\p{Ll}\p{M}'’ʼ]*$/u.test(word) ? Caps.lower : Caps.other;
  if (/^\p{Lu}\p{M}*$/u.test(word)) return Caps.initial;
  if (/^[\p{Lu}\p{M}]+$/u.test(word)) return Caps.upper;
  return Caps.title;
}
