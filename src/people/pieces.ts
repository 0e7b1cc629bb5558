import type { Vocabulary } from '../language/index.ts';
import { copyText, foldWord, isAlphanumeric } from '../text/index.ts';
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
   * Three numbers a word, side by side in memory: its piece, and the piece's `Clue` bits and `Caps`. The first is 0 for a word
   * not seen before, and for one to be cut less than 0: minus its place in `cuts`.
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
  /^['’ʼ](?:s|[nyı]?[ıiuüaeəo]n?|[dt][ae]n?|n?d[ae]n?|l[ae]|yl[ae]|l[ae]r(?:in|ın)?|d[ıiuü]r|n[ıiuü]n|s[ıiuü])?$/u;

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
  pieces.words[row + 1] = cluesOf(pieces, piece, caps);
  pieces.words[row + 2] = caps;
  return piece;
}

function cutAtMarks(pieces: Pieces, id: number, word: string): number {
  const { words, cuts } = pieces;
  const place = cuts.length;
  cuts.push(0);
  for (let start = 0, next = 0; start < word.length; start = next) {
    next = endOfPart(word, start);
    if (next === start) {
      next++;
      continue;
    }
    const whole = word.slice(start, next);
    const stem = whole.length > 2 ? whole.slice(0, endOfStem(whole)) : whole;
    let from = 0;
    let to = stem.length;
    while (from < to && isApostrophe(stem.charCodeAt(from))) from++;
    while (from < to && isApostrophe(stem.charCodeAt(to - 1))) to--;
    if (from === to) continue;
    const bare = stem.slice(from, to);
    const folded = foldWord(bare).replace('\ufffd', '?');
    const caps = readCaps(bare);
    if (bare.length === word.length) {
      cuts.length = place;
      return keepWhole(pieces, id, folded, caps);
    }
    const piece = addPiece(pieces, folded);
    cuts[place] = (cuts[place] ?? 0) + 1;
    const [end, rawEnd] = [start + to, next];
    const clues = cluesOf(pieces, piece, caps) | (rawEnd > end ? Clue.ending : 0);
    cuts.push(piece, start + from, end, rawEnd, clues, caps);
  }
  words[id * wordRow] = -place;
  return -place;
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc;

/** The end of the letters, figures and apostrophes that stand together from a place on. */
function endOfPart(word: string, from: number): number {
  let at = from;
  while (at < word.length) {
    const code = word.charCodeAt(at);
    if (isLetterOrFigure(code) || isApostrophe(code)) at++;
    else if (code > 127 && others.test(String.fromCodePoint(word.codePointAt(at) ?? 0)))
      at += code > 0xd7ff && code < 0xdc00 ? 2 : 1;
    else break;
  }
  return at;
}

const others = /[\p{L}\p{M}\p{N}\uFFFD]/u;

/** Where the ending of a part begins, or the part’s end. */
function endOfStem(part: string): number {
  let at = part.length - 1;
  while (at >= 0 && !isApostrophe(part.charCodeAt(at))) at--;
  if (at < 0) return part.length;
  const isPlain = at === part.length - 1 || (at === part.length - 2 && part.endsWith('s'));
  return isPlain || ending.test(part.slice(at)) ? at : part.length;
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

// As most words are: V8 runs an expression fast from the first word on, a loop over letters only once it has run for long.
const small = /^[a-z]+$/;
const capitalised = /^[A-Z][a-z]+$/;

/** `readCaps` of letters and figures, as nearly all words are of; -1 for others. */
function readPlainCaps(word: string): number {
  if (small.test(word)) return Caps.lower;
  if (capitalised.test(word)) return Caps.title;
  for (let i = 0; i < word.length; i++) if (!isLetterOrFigure(word.charCodeAt(i))) return -1;
  return countCaps(word);
}

function readCaps(word: string): number {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (!isLetterOrFigure(code) && !isApostrophe(code)) return readOtherCaps(word);
  }
  return countCaps(word);
}

/** `readOtherCaps` of letters, figures and apostrophes. */
function countCaps(word: string): number {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (isUpper(code)) upper++;
    else if (code > 57) lower++;
    else if (code === 0x27) lower++;
  }
  if (isUpper(word.charCodeAt(0))) {
    if (upper < word.length) return Caps.title;
    return upper === 1 ? Caps.initial : Caps.upper;
  }
  return lower === word.length ? Caps.lower : Caps.other;
}

function readOtherCaps(word: string): number {
  if (!/^\p{Lu}/u.test(word)) return /^\p{Ll}[\p{Ll}\p{M}'’ʼ]*$/u.test(word) ? Caps.lower : Caps.other;
  if (/^\p{Lu}\p{M}*$/u.test(word)) return Caps.initial;
  if (/^[\p{Lu}\p{M}]+$/u.test(word)) return Caps.upper;
  return Caps.title;
}

/** Of ASCII, Latin-1 and Latin Extended-A, all of whose letters are small or capitals; and ə. */
const isLetterOrFigure = (code: number): boolean =>
  code < 128
    ? isAlphanumeric(code)
    : (code > 0xbf && code < 0x180 && code !== 0xd7 && code !== 0xf7) || code === 0x259 || code === 0x18f;

function isUpper(code: number): boolean {
  if (code < 128) return code > 64 && code < 91;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}
