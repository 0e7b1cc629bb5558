import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { TokenKind } from '../language/index.ts';
import type { WordIndex } from './clues.ts';
import { Clue } from './clues.ts';
import type { Pieces } from './pieces.ts';
import { Caps, cluesOf, cutRow, cutWord, joinPieces, makeRoomFor, openPieces, wordRow } from './pieces.ts';

/** What stands between a piece and the one before it. */
export const Gap = { space: 0, hyphen: 1, stopSpace: 2, stopHyphen: 3, stop: 4, comma: 5, dash: 6, break: 7 } as const;

/**
 * A block's words cut at hyphens and stops, so that «Colonel-General», «Maj.-Gen.» and «N.Sadikov» read like their
 * spaced forms. Parallel columns; offsets are UTF-16 in the block's mended text. Nothing is said of an atom before the
 * first or behind the last. They stand until the next block of the vocabulary is read.
 */
export interface Atoms {
  readonly pieces: Pieces;
  count: number;
  readonly start: Int32Array;
  /** Without a possessive or case ending. */
  readonly end: Int32Array;
  /** With the ending, where the clues tell of one. */
  readonly rawEnd: Int32Array;
  readonly caps: Uint8Array;
  readonly gap: Uint8Array;
  /** `Clue` bits. */
  readonly clues: Int32Array;
  readonly piece: Int32Array;
  /** The clues of all atoms in one. */
  allClues: number;
  /** The atoms with the clue `start`, in rising order, and how many they are. */
  readonly starts: Int32Array;
  startCount: number;
}

/** The folded form of an atom; empty before the first and behind the last. */
export function foldedAt({ pieces, piece }: Atoms, i: number): string {
  return pieces.folded[piece[i] ?? 0] ?? '';
}

/** True for the gaps that a full stop makes. */
export const isStop = (gap: number | undefined): boolean =>
  gap === Gap.stopSpace || gap === Gap.stopHyphen || gap === Gap.stop;

/** True when a space or a hyphen joins an atom to the one before, so that both may be words of one phrase. */
export function isTied({ count, gap, clues }: Atoms, i: number): boolean {
  const tie = gap[i];
  return (
    i < count &&
    (tie === Gap.space || tie === Gap.hyphen || (isStop(tie) && ((clues[i - 1] ?? 0) & Clue.shortened) !== 0)) &&
    !((clues[i - 1] ?? 0) & Clue.ending)
  );
}

// One room a vocabulary, which belongs to one desk.
const rooms = new WeakMap<Vocabulary, Atoms>();

/** How far behind the last atom somebody may read. */
const ahead = 3;

/** Room for the atoms of a text, each a letter long at least; what is known of words stays. */
function roomFor(text: string, vocabulary: Vocabulary, index: WordIndex): Atoms {
  const known = rooms.get(vocabulary);
  const isKnown = known?.pieces.index === index;
  const least = text.length + ahead;
  if (isKnown && known.start.length >= least) return known;
  const room = Math.max(4096, least + (least >>> 2));
  const atoms: Atoms = {
    pieces: isKnown ? known.pieces : openPieces(index),
    count: 0,
    start: new Int32Array(room),
    end: new Int32Array(room),
    rawEnd: new Int32Array(room),
    caps: new Uint8Array(room),
    gap: new Uint8Array(room),
    clues: new Int32Array(room),
    piece: new Int32Array(room),
    allClues: 0,
    starts: new Int32Array(room),
    startCount: 0,
  };
  rooms.set(vocabulary, atoms);
  return atoms;
}

/** Cuts the words of a block. Linear; what is known of a word is kept with the vocabulary. */
export function readAtoms({ tokens, text }: ParsedBlock, vocabulary: Vocabulary, index: WordIndex): Atoms {
  const atoms = roomFor(text, vocabulary, index);
  const { pieces, starts, piece: pieceAt, clues: cluesAt, caps: capsAt, gap: gapAt } = atoms;
  const { start: startAt, end: endAt } = atoms;
  makeRoomFor(pieces, vocabulary);
  const { words, cuts } = pieces;
  // What stands behind most words.
  gapAt.fill(Gap.space, 0, text.length);
  const { count, kind, start, end, word } = tokens;
  atoms.count = 0;
  atoms.allClues = 0;
  atoms.startCount = 0;
  let i = 0;
  let allClues = 0;
  // Where the atom before ends, and the token that nothing but white space parts from it.
  let from = 0;
  let follows = -1;
  for (let t = 0; t < count; t++) {
    if (kind[t] !== TokenKind.word && kind[t] !== TokenKind.number) continue;
    const base = start[t] ?? 0;
    const stop = end[t] ?? 0;
    const id = word[t] ?? 0;
    const row = id * wordRow;
    const piece = words[row] || cutWord(pieces, vocabulary, id);
    if (piece > 0) {
      const clues = words[row + 1] ?? 0;
      const caps = words[row + 2] ?? 0;
      if (t === follows && base > from) {
        // As most words; without a call.
        pieceAt[i] = piece;
        cluesAt[i] = clues;
        capsAt[i] = caps;
        startAt[i] = base;
        endAt[i] = stop;
        allClues |= clues;
        if (clues & Clue.start) starts[atoms.startCount++] = i;
        i++;
      } else {
        atoms.count = i;
        addBehind(atoms, text, from, piece, clues, caps, base, stop, stop);
        i = atoms.count;
      }
      from = stop;
    } else {
      atoms.count = i;
      const behind = -piece + 1 + cutRow * (cuts[-piece] ?? 0);
      for (let at = -piece + 1; at < behind; at += cutRow) {
        const first = base + (cuts[at + 1] ?? 0);
        const last = base + (cuts[at + 2] ?? 0);
        const rawEnd = base + (cuts[at + 3] ?? 0);
        addBehind(atoms, text, from, cuts[at] ?? 0, cuts[at + 4] ?? 0, cuts[at + 5] ?? 0, first, last, rawEnd);
        from = rawEnd;
      }
      i = atoms.count;
    }
    if (from === stop) follows = t + 1;
  }
  atoms.count = i;
  atoms.allClues |= allClues;
  endAtoms(atoms, text.length);
  return atoms;
}

/** Who reads ahead finds no words there, not those of the block before. */
function endAtoms({ count, piece, clues, caps, gap, start, end }: Atoms, at: number): void {
  for (let i = count; i < count + ahead; i++) {
    piece[i] = 0;
    clues[i] = 0;
    caps[i] = Caps.other;
    gap[i] = Gap.break;
    start[i] = at;
    end[i] = at;
  }
}

/** Adds a piece behind an atom that ends at `from`. */
function addBehind(
  atoms: Atoms,
  text: string,
  from: number,
  piece: number,
  clues: number,
  caps: number,
  start: number,
  end: number,
  rawEnd: number,
): void {
  if (atoms.count === 0) add(atoms, piece, clues, caps, Gap.break, start, end, rawEnd);
  // A lost letter inside a word: its halves are one word with a wildcard.
  else if (start === from + 1 && caps === Caps.lower && isLost(text.charCodeAt(from)))
    join(atoms, text, piece, end, rawEnd);
  else add(atoms, piece, clues, caps, readGap(text, from, start), start, end, rawEnd);
}

function add(
  atoms: Atoms,
  piece: number,
  clues: number,
  caps: number,
  gap: number,
  start: number,
  end: number,
  rawEnd: number,
): void {
  const i = atoms.count++;
  atoms.piece[i] = piece;
  atoms.clues[i] = clues;
  atoms.caps[i] = caps;
  atoms.gap[i] = gap;
  atoms.start[i] = start;
  atoms.end[i] = end;
  atoms.rawEnd[i] = rawEnd;
  atoms.allClues |= clues;
  if (clues & Clue.start) atoms.starts[atoms.startCount++] = i;
}

/** Makes one word of the last atom and a piece behind a lost letter. */
function join(atoms: Atoms, text: string, behind: number, end: number, rawEnd: number): void {
  const { pieces } = atoms;
  const last = atoms.count - 1;
  const before = atoms.clues[last] ?? 0;
  const piece = joinPieces(pieces, atoms.piece[last] ?? 0, behind, text.slice(atoms.start[last], end));
  atoms.piece[last] = piece;
  atoms.end[last] = end;
  atoms.rawEnd[last] = rawEnd;
  if (atoms.caps[last] === Caps.initial) atoms.caps[last] = Caps.title;
  const clues = cluesOf(pieces, piece, atoms.caps[last] ?? 0) | (rawEnd > end ? Clue.ending : 0);
  atoms.clues[last] = clues;
  atoms.allClues |= clues;
  if (clues & Clue.start && !(before & Clue.start)) atoms.starts[atoms.startCount++] = last;
}

const isLost = (code: number) => code === 0x3f || code === 0xfffd;

const isWhite = (code: number) => code === 0x20 || (code > 0x08 && code < 0x0e) || (code > 0x9f && isOtherWhite(code));

const isOtherWhite = (code: number) =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code > 0x1fff && code < 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;

const isHyphen = (code: number) => code === 0x2d || code === 0x2010 || code === 0x2011;

/** What stands between two pieces: one mark with white space around it, or a stop with a hyphen. */
function readGap(text: string, from: number, to: number): number {
  if (from === to) return Gap.break;
  // As most that are no blank alone.
  if (to - from === 2 && text.charCodeAt(from) === 0x2c && text.charCodeAt(from + 1) === 0x20) return Gap.comma;
  let at = from;
  while (at < to && isWhite(text.charCodeAt(at))) at++;
  if (at === to) return Gap.space;
  const mark = text.charCodeAt(at);
  const isStop = mark === 0x2e && at === from;
  if (!isStop && mark !== 0x2c && !isHyphen(mark) && mark !== 0x2013 && mark !== 0x2014) return Gap.break;
  if (isStop && to - from === 2 && isHyphen(text.charCodeAt(from + 1))) return Gap.stopHyphen;
  let behind = at + 1;
  while (behind < to && isWhite(text.charCodeAt(behind))) behind++;
  if (behind < to) return Gap.break;
  const isAlone = to - from === 1;
  if (isStop) return isAlone ? Gap.stop : Gap.stopSpace;
  if (mark === 0x2c) return at === from ? Gap.comma : Gap.break;
  return isAlone && isHyphen(mark) ? Gap.hyphen : Gap.dash;
}
