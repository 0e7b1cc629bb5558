import type { Span } from '../article/index.ts';
import { copyText } from '../text/index.ts';
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
  readonly pieces: Map<string, number>;
  /** For a piece of several tokens their number, and for each of these start and end in the piece, kind and word. */
  cells: Int32Array;
  used: number;
  /** Cells behind these are of pieces that are looked up once, by the block in hand. */
  kept: number;
  /** The piece in hand. */
  cut: Cut;
  /** The pieces of the block in hand: where each begins and ends in the text, and what it is. */
  found: Int32Array;
  count: number;
  /** How many tokens they are. */
  tokens: number;
  /** A blank that was found behind an opaque stretch: it is not looked for again. */
  blank: number;
}

/** Longer ones are addresses, or prose without blanks: they hardly come again. */
const longestPiece = 40;
const mostCells = 1 << 21;
const plainWord = /^[A-Za-z]+$/;
/** How far the last token before an opaque stretch looks into it, at most. */
const farthestLook = 64;

// One a vocabulary, which belongs to one desk.
const cutters = new WeakMap<Vocabulary, Cutter>();

function cutterOf(vocabulary: Vocabulary, length: number): Cutter {
  let cutter = cutters.get(vocabulary);
  if (!cutter) {
    cutter = {
      vocabulary,
      pieces: new Map(),
      cells: new Int32Array(8192),
      used: 0,
      kept: 0,
      cut: createCut(256),
      found: new Int32Array(4096),
      count: 0,
      tokens: 0,
      blank: -1,
    };
    cutters.set(vocabulary, cutter);
  }
  // A piece has a letter at least.
  if (cutter.found.length < 3 * length) cutter.found = new Int32Array(4 * length);
  if (cutter.kept > mostCells) {
    cutter.pieces.clear();
    cutter.kept = 0;
  }
  cutter.used = cutter.kept;
  cutter.count = 0;
  cutter.tokens = 0;
  cutter.blank = -1;
  return cutter;
}

/**
 * Cuts a text into tokens.
 *
 * @param opaque stretches that are one token each, in rising order
 */
export function tokenize(text: string, vocabulary: Vocabulary, opaque: readonly Span[] = []): Tokens {
  const cutter = cutterOf(vocabulary, text.length);
  let at = 0;
  for (const span of opaque) {
    if (span.start < at || span.end > text.length || span.end <= span.start) continue;
    findPieces(cutter, text, at, span.start);
    const stretch = vocabulary.intern(text.slice(span.start, span.end));
    push(cutter, span.start, span.end, oneToken(TokenKind.opaque, stretch));
    at = span.end;
  }
  findPieces(cutter, text, at, text.length);
  return layOut(cutter);
}

const oneToken = (kind: number, word: number) => word * 8 + kind;

function push(cutter: Cutter, start: number, end: number, piece: number): void {
  cutter.found[cutter.count++] = start;
  cutter.found[cutter.count++] = end;
  cutter.found[cutter.count++] = piece;
  cutter.tokens += piece >= 0 ? 1 : (cutter.cells[~piece] ?? 0);
}

function layOut({ vocabulary, cells, found, count: last, tokens: count }: Cutter): Tokens {
  // One buffer for the four: what is small and many costs most to lay out.
  const buffer = new ArrayBuffer(13 * count);
  const word = new Uint32Array(buffer, 0, count);
  const start = new Uint32Array(buffer, 4 * count, count);
  const end = new Uint32Array(buffer, 8 * count, count);
  const kind = new Uint8Array(buffer, 12 * count, count);
  let token = 0;
  for (let i = 0; i < last; i += 3) {
    const at = found[i] ?? 0;
    const piece = found[i + 2] ?? 0;
    if (piece >= 0) {
      start[token] = at;
      end[token] = found[i + 1] ?? 0;
      kind[token] = piece & 7;
      word[token++] = piece >> 3;
      continue;
    }
    let cell = ~piece;
    for (const next = token + (cells[cell++] ?? 0); token < next; token++) {
      start[token] = at + (cells[cell++] ?? 0);
      end[token] = at + (cells[cell++] ?? 0);
      kind[token] = cells[cell++] ?? 0;
      word[token] = cells[cell++] ?? 0;
    }
  }
  return { count, start, end, kind, word, vocabulary };
}

/** Finds the pieces between two opaque stretches. */
function findPieces(cutter: Cutter, text: string, from: number, to: number): void {
  const { pieces } = cutter;
  for (let at = from; at < to; ) {
    let blank = cutter.blank < at ? text.indexOf(' ', at) : cutter.blank;
    if (blank === -1) blank = text.length;
    if (blank > to) {
      push(cutter, at, to, cutBefore(cutter, text, at, to, blank));
      cutter.blank = blank;
    } else if (blank > at)
      push(cutter, at, blank, pieces.get(text.slice(at, blank)) ?? cutAnew(cutter, text, at, blank));
    at = blank + 1;
  }
}

/** Cuts a piece that was not met before: a plain word is one token, the others are read letter by letter. */
function cutAnew(cutter: Cutter, text: string, start: number, end: number): number {
  const piece = text.slice(start, end);
  if (piece.length <= longestPiece && plainWord.test(piece)) {
    const word = cutter.vocabulary.intern(piece);
    const known = oneToken(TokenKind.word, word);
    cutter.pieces.set(cutter.vocabulary.word(word), known);
    return known;
  }
  const cut = cutFor(cutter, piece.length);
  cutPiece(piece, piece.length, false, cut);
  const mayCome = !cut.asks && piece.length <= longestPiece;
  if (cut.asks && isFigureNext(text, end)) cutPiece(piece, piece.length, true, cut);
  const known = keepCut(cutter, piece, piece.length);
  if (mayCome) {
    cutter.pieces.set(copyText(piece), known);
    cutter.kept = cutter.used;
  }
  return known;
}

/** Reads a piece that an opaque stretch cuts short: the last word looks into it. */
function cutBefore(cutter: Cutter, text: string, start: number, end: number, blank: number): number {
  const seen = text.slice(start, Math.min(blank, end + farthestLook));
  cutPiece(seen, end - start, false, cutFor(cutter, seen.length));
  return keepCut(cutter, seen, end - start);
}

function cutFor(cutter: Cutter, length: number): Cut {
  if (length > cutter.cut.kind.length) cutter.cut = createCut(2 * length);
  return cutter.cut;
}

function isFigureNext(text: string, blank: number): boolean {
  let at = blank;
  while (letterAt(text, at) === Letter.space) at++;
  return letterAt(text, at) === Letter.digit;
}

/** What a piece of so many letters was cut into. */
function keepCut(cutter: Cutter, piece: string, length: number): number {
  const { cut, vocabulary } = cutter;
  if (cut.count === 1 && cut.start[0] === 0 && cut.end[0] === length)
    return oneToken(cut.kind[0] ?? 0, vocabulary.intern(piece.slice(0, length)));
  const first = openCells(cutter, cut.count);
  let cell = first;
  for (let i = 0; i < cut.count; i++) {
    const start = cut.start[i] ?? 0;
    const end = cut.end[i] ?? 0;
    cutter.cells[++cell] = start;
    cutter.cells[++cell] = end;
    cutter.cells[++cell] = cut.kind[i] ?? 0;
    cutter.cells[++cell] = vocabulary.intern(piece.slice(start, end));
  }
  return ~first;
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
