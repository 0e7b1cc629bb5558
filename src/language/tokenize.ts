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
  /** Where the cells of a piece met before begin. */
  readonly pieces: Map<string, number>;
  /** For each piece the number of its tokens, and for each of these start and end in the piece, kind and word. */
  cells: Int32Array;
  used: number;
  /** The piece in hand. */
  cut: Cut;
  /** The pieces of the block in hand: where each stands in the text, and where its cells begin. */
  found: Uint32Array;
  count: number;
  /** How many tokens they are. */
  tokens: number;
}

/** Longer ones are addresses, or prose without blanks: they hardly come again. */
const longestPiece = 40;
const mostCells = 1 << 21;
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
      cut: createCut(256),
      found: new Uint32Array(4096),
      count: 0,
      tokens: 0,
    };
    cutters.set(vocabulary, cutter);
  }
  // A letter is a piece at most, with a number for its place and one for its cells.
  if (cutter.found.length < 2 * length) cutter.found = new Uint32Array(3 * length);
  if (cutter.used > mostCells) {
    cutter.pieces.clear();
    cutter.used = 0;
  }
  cutter.count = 0;
  cutter.tokens = 0;
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
    push(cutter, span.start, keepOpaque(cutter, text.slice(span.start, span.end)));
    at = span.end;
  }
  findPieces(cutter, text, at, text.length);
  return layOut(cutter);
}

function push(cutter: Cutter, at: number, cells: number): void {
  cutter.found[cutter.count++] = at;
  cutter.found[cutter.count++] = cells;
  cutter.tokens += cutter.cells[cells] ?? 0;
}

function layOut({ vocabulary, cells, found, count: last, tokens: count }: Cutter): Tokens {
  // One buffer for the four: what is small and many costs most to lay out.
  const buffer = new ArrayBuffer(13 * count);
  const word = new Uint32Array(buffer, 0, count);
  const start = new Uint32Array(buffer, 4 * count, count);
  const end = new Uint32Array(buffer, 8 * count, count);
  const kind = new Uint8Array(buffer, 12 * count, count);
  let token = 0;
  for (let i = 0; i < last; i += 2) {
    const at = found[i] ?? 0;
    let cell = found[i + 1] ?? 0;
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
  for (let at = from; at < to; ) {
    let blank = text.indexOf(' ', at);
    if (blank === -1) blank = text.length;
    if (blank > to) push(cutter, at, cutBefore(cutter, text, at, to, blank));
    else if (blank > at) push(cutter, at, cutter.pieces.get(text.slice(at, blank)) ?? cutAnew(cutter, text, at, blank));
    at = blank + 1;
  }
}

/** Reads a piece letter by letter. */
function cutAnew(cutter: Cutter, text: string, start: number, end: number): number {
  const piece = text.slice(start, end);
  const cut = cutFor(cutter, piece.length);
  cutPiece(piece, piece.length, false, cut);
  const mayCome = !cut.asks && piece.length <= longestPiece;
  if (cut.asks && isFigureNext(text, end)) cutPiece(piece, piece.length, true, cut);
  const cells = keepCut(cutter, piece);
  if (mayCome) cutter.pieces.set(copyText(piece), cells);
  return cells;
}

/** Reads a piece that an opaque stretch cuts short: the last word looks into it. */
function cutBefore(cutter: Cutter, text: string, start: number, end: number, blank: number): number {
  const seen = text.slice(start, Math.min(blank, end + farthestLook));
  cutPiece(seen, end - start, false, cutFor(cutter, seen.length));
  return keepCut(cutter, seen);
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

function keepCut(cutter: Cutter, piece: string): number {
  const { cut, vocabulary } = cutter;
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
  return first;
}

function keepOpaque(cutter: Cutter, stretch: string): number {
  const { cut } = cutter;
  cut.count = 1;
  cut.start[0] = 0;
  cut.end[0] = stretch.length;
  cut.kind[0] = TokenKind.opaque;
  return keepCut(cutter, stretch);
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
