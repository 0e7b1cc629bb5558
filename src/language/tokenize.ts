import type { Span } from '../article/index.ts';
import { copyText, PieceTable, unmet } from '../text/index.ts';
import type { Tokens } from './block.ts';
import { TokenKind } from './block.ts';
import type { Cut } from './cut.ts';
import { createCut, cutPiece } from './cut.ts';
import { Letter, letterAt } from './letters.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Cuts texts into tokens. What stands between two blanks is cut the same whatever stands beside it, and has mostly been
 * met before: it is looked up whole, and only a new piece is read letter by letter.
 */
interface Cutter {
  readonly vocabulary: Vocabulary;
  /** What pieces met before are: one token as `oneToken` packs it, or else where their cells begin, inverted. */
  pieces: PieceTable;
  /** For a piece of several tokens their number, and for each of these start and end in the piece, kind and word. */
  cells: Int32Array;
  used: number;
  /** The piece in hand. */
  cut: Cut;
  /** Where the tokens are written of the block in hand, from the first to the one before the last. */
  page: Page;
  first: number;
  last: number;
}

/** Tokens of several blocks, one behind the other: what is small and many costs most to lay out. */
interface Page {
  start: Uint32Array;
  end: Uint32Array;
  kind: Uint8Array;
  word: Uint32Array;
}

/** A block keeps the whole page that it stands on. */
const pageSize = 2048;

function openPage(size: number): Page {
  const buffer = new ArrayBuffer(13 * size);
  return {
    start: new Uint32Array(buffer, 0, size),
    end: new Uint32Array(buffer, 4 * size, size),
    word: new Uint32Array(buffer, 8 * size, size),
    kind: new Uint8Array(buffer, 12 * size, size),
  };
}

/** Longer ones are addresses, or prose without blanks: they hardly come again. */
const longestPiece = 40;
const mostCells = 1 << 21;
const plainWord = /^[A-Za-z]+$/;
/** How far the last token before an opaque stretch looks into it, at most. */
const farthestLook = 64;

// One a vocabulary, which belongs to one desk.
const cutters = new WeakMap<Vocabulary, Cutter>();

function cutterOf(vocabulary: Vocabulary): Cutter {
  let cutter = cutters.get(vocabulary);
  if (!cutter) {
    cutter = {
      vocabulary,
      pieces: new PieceTable(),
      cells: new Int32Array(8192),
      used: 0,
      cut: createCut(256),
      page: openPage(0),
      first: 0,
      last: 0,
    };
    cutters.set(vocabulary, cutter);
  }
  if (cutter.used > mostCells) {
    cutter.pieces = new PieceTable();
    cutter.used = 0;
  }
  return cutter;
}

/**
 * Cuts a text into tokens.
 *
 * @param opaque stretches that are one token each, in rising order
 */
export function tokenize(text: string, vocabulary: Vocabulary, opaque: readonly Span[] = []): Tokens {
  const cutter = cutterOf(vocabulary);
  // A token has a letter at least.
  if (cutter.last + text.length > cutter.page.start.length) {
    cutter.page = openPage(Math.max(pageSize, text.length));
    cutter.last = 0;
  }
  cutter.first = cutter.last;
  let at = 0;
  for (const { start, end } of opaque) {
    if (start < at || end > text.length || end <= start) continue;
    cutPieces(cutter, text, at, start);
    push(cutter, start, end, TokenKind.opaque, vocabulary.intern(text.slice(start, end)));
    at = end;
  }
  cutPieces(cutter, text, at, text.length);
  return layOut(cutter);
}

const oneToken = (kind: number, word: number) => word * 8 + kind;

function push(cutter: Cutter, start: number, end: number, kind: number, word: number): void {
  const { page, last } = cutter;
  page.start[last] = start;
  page.end[last] = end;
  page.kind[last] = kind;
  page.word[last] = word;
  cutter.last = last + 1;
}

function layOut({ vocabulary, page, first, last }: Cutter): Tokens {
  const count = last - first;
  const size = page.start.length;
  const { buffer } = page.start;
  const start = new Uint32Array(buffer, 4 * first, count);
  const end = new Uint32Array(buffer, 4 * (size + first), count);
  const word = new Uint32Array(buffer, 4 * (2 * size + first), count);
  const kind = new Uint8Array(buffer, 12 * size + first, count);
  return { count, start, end, kind, word, vocabulary };
}

/** Cuts what stands between two opaque stretches. */
function cutPieces(cutter: Cutter, text: string, from: number, to: number): void {
  const { pieces } = cutter;
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === blank) continue;
    const piece = pieces.find(text, at, to);
    const { end } = pieces;
    if (end === to && to < text.length && text.charCodeAt(to) !== blank) cutBefore(cutter, text, at, to);
    else if (piece >= 0) push(cutter, at, end, piece & 7, piece >> 3);
    else if (piece !== unmet) pushCells(cutter, at, ~piece);
    else cutAnew(cutter, text, at, end);
    at = end;
  }
}

const blank = 32;

/** Cuts a piece that was not met before: a plain word is one token, the others are read letter by letter. */
function cutAnew(cutter: Cutter, text: string, start: number, end: number): void {
  const { pieces, vocabulary } = cutter;
  const piece = text.slice(start, end);
  const isShort = piece.length <= longestPiece;
  if (isShort && plainWord.test(piece)) {
    const word = vocabulary.intern(piece);
    pieces.keep(vocabulary.word(word), oneToken(TokenKind.word, word));
    push(cutter, start, end, TokenKind.word, word);
    return;
  }
  const cut = cutFor(cutter, piece.length);
  cutPiece(piece, piece.length, false, cut);
  // What follows the piece has a say: it is not the same everywhere.
  if (cut.asks) cutPiece(piece, piece.length, isFigureNext(text, end), cut);
  const first = cutter.last;
  pushCut(cutter, piece, start);
  if (isShort && !cut.asks) pieces.keep(copyText(piece), keepTokens(cutter, first, start, end));
}

/** Cuts a piece that an opaque stretch cuts short: the last word looks into it. */
function cutBefore(cutter: Cutter, text: string, start: number, end: number): void {
  const seen = text.slice(start, end + farthestLook);
  const next = seen.indexOf(' ', end - start);
  const piece = next === -1 ? seen : seen.slice(0, next);
  cutPiece(piece, end - start, false, cutFor(cutter, piece.length));
  pushCut(cutter, piece, start);
}

function cutFor(cutter: Cutter, length: number): Cut {
  if (length > cutter.cut.kind.length) cutter.cut = createCut(2 * length);
  return cutter.cut;
}

function isFigureNext(text: string, from: number): boolean {
  let at = from;
  while (letterAt(text, at) === Letter.space) at++;
  return letterAt(text, at) === Letter.digit;
}

/** Adds the tokens that a piece was cut into which begins at an offset. */
function pushCut(cutter: Cutter, piece: string, at: number): void {
  const { cut, vocabulary } = cutter;
  for (let i = 0; i < cut.count; i++) {
    const start = cut.start[i] ?? 0;
    const end = cut.end[i] ?? 0;
    push(cutter, at + start, at + end, cut.kind[i] ?? 0, vocabulary.intern(piece.slice(start, end)));
  }
}

/** Adds the tokens of a piece met before. */
function pushCells(cutter: Cutter, at: number, first: number): void {
  const { cells } = cutter;
  const behind = first + 1 + 4 * (cells[first] ?? 0);
  for (let cell = first + 1; cell < behind; cell += 4)
    push(cutter, at + (cells[cell] ?? 0), at + (cells[cell + 1] ?? 0), cells[cell + 2] ?? 0, cells[cell + 3] ?? 0);
}

/** What a piece is whose tokens are the last ones. */
function keepTokens(cutter: Cutter, first: number, from: number, to: number): number {
  const { last, page } = cutter;
  const { start, end, kind, word } = page;
  if (last === first + 1 && start[first] === from && end[first] === to)
    return oneToken(kind[first] ?? 0, word[first] ?? 0);
  const opened = openCells(cutter, last - first);
  let cell = opened;
  for (let i = first; i < last; i++) {
    cutter.cells[++cell] = (start[i] ?? 0) - from;
    cutter.cells[++cell] = (end[i] ?? 0) - from;
    cutter.cells[++cell] = kind[i] ?? 0;
    cutter.cells[++cell] = word[i] ?? 0;
  }
  return ~opened;
}

/** Cells for so many tokens. */
function openCells(cutter: Cutter, count: number): number {
  const first = cutter.used;
  cutter.used += 1 + 4 * count;
  if (cutter.used > cutter.cells.length) {
    const longer = new Int32Array(2 * cutter.used);
    longer.set(cutter.cells);
    cutter.cells = longer;
  }
  cutter.cells[first] = count;
  return first;
}
