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
   * Two numbers a word, side by side in memory: its piece, and the piece's `Clue` bits with its `Caps` in the upper three. The
   * first is 0 for a word not seen before, and for one to be cut less than 0: minus its place in `cuts`.
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
export const wordRow = 2;
/** Where the `Caps` begin in the second. */
export const capsShift = 29;
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
export function cutWord(pieces: Pieces, vocabulary: Vocabulary, id: number): number {
  const word = vocabulary.word(id);
  const plain = readPlainCaps(word);
  return plain < 0 ? cutAtMarks(pieces, id, word) : keepWhole(pieces, id, vocabulary.folded(id), plain);
}

/** Keeps a word that is one piece. */
function keepWhole(pieces: Pieces, id: number, folded: string, caps: number): number {
  const piece = addPiece(pieces, folded);
  const row = id * wordRow;
  pieces.words[row] = piece;
  pieces.words[row + 1] = cluesOf(pieces, piece, caps) | (caps << capsShift);
  return piece;
}

function cutAtMarks(pieces: Pieces, id: number, word: string): number {
  const { words, cuts } = pieces;
  const place = cuts.length;
  cuts.push(0);
  for (const match of word.matchAll(/[\p{L}\p{M}\p{N}\uFFFD'’ʼ]+/gu)) {
    const start = match.index;
    const whole = match[0];
    const stem = whole.length > 2 ? whole.replace(ending, '') : whole;
    const bare = stem.replace(/^['’ʼ]+|['’ʼ]+$/g, '');
    if (!bare) continue;
    const folded = foldWord(bare).replace('\ufffd', '?');
    const caps = readCaps(bare);
    if (bare.length === word.length) {
      cuts.length = place;
      return keepWhole(pieces, id, folded, caps);
    }
    const piece = addPiece(pieces, folded);
    const lead = start + stem.indexOf(bare);
    cuts[place] = (cuts[place] ?? 0) + 1;
    const [end, rawEnd] = [lead + bare.length, start + whole.length];
    const clues = cluesOf(pieces, piece, caps) | (rawEnd > end ? Clue.ending : 0);
    cuts.push(piece, lead, end, rawEnd, clues, caps);
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
  let clues = known[piece]?.clues ?? 0;
  if ((folded[piece]?.length ?? 0) > 3) clues |= caps === Caps.upper ? Clue.long | Clue.capitals : Clue.long;
  const isStart = (caps !== Caps.lower && caps !== Caps.other) || (clues & (titleStarts | Clue.particle)) !== 0;
  return isStart ? clues | Clue.start : clues;
}

/** `readCaps` of plain letters and digits, as most words are of; -1 for others. */
function readPlainCaps(word: string): number {
  let lower = 0;
  let upper = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 96 && code < 123) lower++;
    else if (code > 64 && code < 91) upper++;
    else if (code < 48 || code > 57) return -1;
  }
  if (lower === word.length) return Caps.lower;
  if (upper === word.length) return upper === 1 ? Caps.initial : Caps.upper;
  return word.charCodeAt(0) > 64 && word.charCodeAt(0) < 91 ? Caps.title : Caps.other;
}

function readCaps(word: string): number {
  if (!/^\p{Lu}/u.test(word)) return /^\p{Ll}[\p{Ll}\p{M}'’ʼ]*$/u.test(word) ? Caps.lower : Caps.other;
  if (/^\p{Lu}\p{M}*$/u.test(word)) return Caps.initial;
  if (/^[\p{Lu}\p{M}]+$/u.test(word)) return Caps.upper;
  return Caps.title;
}
