import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { TokenKind } from '../language/index.ts';
import { foldWord } from '../text/index.ts';

/** How a piece of a word is written. */
export const Caps = { lower: 0, title: 1, upper: 2, initial: 3, other: 4 } as const;

/** What stands between a piece and the one before it. */
export const Gap = { space: 0, hyphen: 1, stopSpace: 2, stopHyphen: 3, stop: 4, comma: 5, dash: 6, break: 7 } as const;

/**
 * A block's words cut at hyphens and stops, so that «Colonel-General», «Maj.-Gen.» and «N.Sadikov» read like their
 * spaced forms. Parallel columns; offsets are UTF-16 in the block's mended text. Nothing is said of an atom before the
 * first or behind the last. They stand until the next block of the vocabulary is read.
 */
export interface Atoms {
  count: number;
  readonly start: Int32Array;
  /** Without a possessive or case ending. */
  readonly end: Int32Array;
  /** With the ending. */
  readonly rawEnd: Int32Array;
  readonly caps: Uint8Array;
  readonly gap: Uint8Array;
  /** `Clue` bits. */
  readonly clues: Uint16Array;
  readonly folded: string[];
  /** The atom that ends the run of words, tied by spaces and hyphens, that each stands in. */
  readonly runEnd: Int32Array;
  /** How many have four letters or more, and how many of these are in small letters, in capitals. */
  long: number;
  lower: number;
  upper: number;
}

/** The pieces of the words of a vocabulary. */
interface Pieces {
  /** Five numbers a piece, side by side in memory: start, end, rawEnd (offsets in the word), caps, clue. */
  rows: Int32Array;
  folded: string[];
  /** Two numbers a word: one more than its first piece, 0 for a word not seen before; and how many pieces it has. */
  words: Int32Array;
}

const rowLength = 5;

/** What a folded piece may begin or be, as bits; one function a lexicon. */
export type ReadClue = (folded: string) => number;

/** What is known of a vocabulary's words under a lexicon, and the room that each block is read into. */
interface Desk {
  readClue: ReadClue;
  pieces: Pieces;
  atoms: Atoms;
}

// A desk has one of each.
const desks = new WeakMap<Vocabulary, Desk>();

function deskOf(vocabulary: Vocabulary, readClue: ReadClue): Desk {
  let desk = desks.get(vocabulary);
  if (desk?.readClue !== readClue) {
    const pieces = { rows: new Int32Array(1024 * rowLength), folded: [], words: new Int32Array(2048) };
    desk = { readClue, pieces, atoms: makeRoom(512) };
    desks.set(vocabulary, desk);
  }
  return desk;
}

/** Who reads ahead finds no words there, not those of the block before. */
export const ahead = 8;

function makeRoom(room: number, before?: Atoms): Atoms {
  const atoms: Atoms = {
    count: before?.count ?? 0,
    start: new Int32Array(room),
    end: new Int32Array(room),
    rawEnd: new Int32Array(room),
    caps: new Uint8Array(room),
    gap: new Uint8Array(room),
    clues: new Uint16Array(room),
    folded: before?.folded ?? [],
    runEnd: new Int32Array(room),
    long: 0,
    lower: 0,
    upper: 0,
  };
  if (!before) return atoms;
  atoms.start.set(before.start);
  atoms.end.set(before.end);
  atoms.rawEnd.set(before.rawEnd);
  atoms.caps.set(before.caps);
  atoms.gap.set(before.gap);
  atoms.clues.set(before.clues);
  return atoms;
}

/** Cuts the words of a block. Linear; what is known of a word is kept with the vocabulary. */
export function readAtoms(parsed: ParsedBlock, vocabulary: Vocabulary, readClue: ReadClue): Atoms {
  const { tokens, text } = parsed;
  const desk = deskOf(vocabulary, readClue);
  const { pieces } = desk;
  let { atoms } = desk;
  let { start, end, rawEnd, caps, gap, clues, folded } = atoms;
  let count = 0;
  let from = 0;
  let long = 0;
  let lower = 0;
  let upper = 0;
  for (let t = 0; t < tokens.count; t++) {
    const kind = tokens.kind[t];
    if (kind !== TokenKind.word && kind !== TokenKind.number) continue;
    const base = tokens.start[t] ?? 0;
    const id = tokens.word[t] ?? 0;
    const first = (pieces.words[2 * id] || learn(pieces, id, vocabulary.word(id), readClue)) - 1;
    const behind = first + (pieces.words[2 * id + 1] ?? 0);
    const { rows } = pieces;
    if (count + behind - first + ahead > start.length) {
      atoms = makeRoom(2 * (count + behind - first + ahead), atoms);
      desk.atoms = atoms;
      ({ start, end, rawEnd, caps, gap, clues, folded } = atoms);
    }
    for (let piece = first; piece < behind; piece++) {
      const row = piece * rowLength;
      const at = base + (rows[row] ?? 0);
      const stop = base + (rows[row + 1] ?? 0);
      const behindEnding = base + (rows[row + 2] ?? 0);
      const written = rows[row + 3] ?? 0;
      const word = pieces.folded[piece] ?? '';
      const last = count - 1;
      // A lost letter inside a word: its halves are one word with a wildcard.
      if (last >= 0 && at === from + 1 && written === Caps.lower && isLost(text.charCodeAt(from))) {
        end[last] = stop;
        from = behindEnding;
        rawEnd[last] = from;
        const whole = `${folded[last]}?${word}`;
        folded[last] = whole;
        clues[last] = readClue(whole);
        if (caps[last] === Caps.initial) caps[last] = Caps.title;
        continue;
      }
      if (last < 0) gap[count] = Gap.break;
      else gap[count] = at === from + 1 && text.charCodeAt(from) === 0x20 ? Gap.space : readGap(text, from, at);
      start[count] = at;
      end[count] = stop;
      from = behindEnding;
      rawEnd[count] = from;
      caps[count] = written;
      clues[count] = rows[row + 4] ?? 0;
      folded[count] = word;
      count++;
      if (word.length < 4) continue;
      long++;
      if (written === Caps.lower) lower++;
      else if (written === Caps.upper) upper++;
    }
  }
  Object.assign(atoms, { count, long, lower, upper });
  for (let i = count; i < count + ahead; i++) {
    gap[i] = Gap.break;
    caps[i] = Caps.other;
    clues[i] = 0;
    folded[i] = '';
    start[i] = text.length;
    end[i] = text.length;
    rawEnd[i] = text.length;
  }
  return atoms;
}

const isLost = (code: number) => code === 0x3f || code === 0xfffd;

// English possessive, and the case endings that Turkish and Azerbaijani set off with an apostrophe.
const ending =
  /['’ʼ](?:s|[nyı]?[ıiuüaeəo]n?|[dt][ae]n?|n?d[ae]n?|l[ae]|yl[ae]|l[ae]r(?:in|ın)?|d[ıiuü]r|n[ıiuü]n|s[ıiuü])?$/u;

/** Cuts a word not seen before; gives one more than its first piece. */
function learn(pieces: Pieces, id: number, word: string, readClue: ReadClue): number {
  const first = pieces.folded.length;
  for (const match of word.matchAll(/[\p{L}\p{M}\p{N}\uFFFD'’ʼ]+/gu)) {
    const start = match.index;
    const whole = match[0];
    const stem = whole.length > 2 ? whole.replace(ending, '') : whole;
    const bare = stem.replace(/^['’ʼ]+|['’ʼ]+$/g, '');
    if (!bare) continue;
    const lead = stem.indexOf(bare);
    const folded = foldWord(bare).replace('\ufffd', '?');
    const at = pieces.folded.length * rowLength;
    pieces.rows = withRoom(pieces.rows, at + rowLength);
    pieces.rows.set(
      [start + lead, start + lead + bare.length, start + whole.length, readCaps(bare), readClue(folded)],
      at,
    );
    pieces.folded.push(folded);
  }
  pieces.words = withRoom(pieces.words, 2 * id + 2);
  pieces.words[2 * id] = first + 1;
  pieces.words[2 * id + 1] = pieces.folded.length - first;
  return first + 1;
}

/** The same numbers with room for so many. */
function withRoom(numbers: Int32Array, length: number): Int32Array {
  if (length <= numbers.length) return numbers;
  const longer = new Int32Array(2 * length);
  longer.set(numbers);
  return longer;
}

function readCaps(word: string): number {
  if (!/^\p{Lu}/u.test(word)) return /^\p{Ll}[\p{Ll}\p{M}'’ʼ]*$/u.test(word) ? Caps.lower : Caps.other;
  if (/^\p{Lu}\p{M}*$/u.test(word)) return Caps.initial;
  if (/^[\p{Lu}\p{M}]+$/u.test(word)) return Caps.upper;
  return Caps.title;
}

/** White space, a hyphen or dash, a full stop, a comma. */
const opensGap = (code: number) =>
  code === 0x2e ||
  code === 0x2c ||
  code === 0x2d ||
  code <= 0x20 ||
  code === 0xa0 ||
  (code >= 0x1680 && code < 0x3001) ||
  code === 0xfeff;

function readGap(text: string, from: number, to: number): number {
  if (to - from === 1) {
    const code = text.charCodeAt(from);
    if (code === 0x20 || code === 0x0a || code === 0xa0) return Gap.space;
    if (code === 0x2d) return Gap.hyphen;
    if (code === 0x2e) return Gap.stop;
  } else if (to - from === 2 && text.charCodeAt(from + 1) === 0x20) {
    const code = text.charCodeAt(from);
    if (code === 0x2c) return Gap.comma;
    if (code === 0x2e) return Gap.stopSpace;
  }
  // As most marks: quotation marks, brackets, colons.
  if (!opensGap(text.charCodeAt(from))) return Gap.break;
  const between = text.slice(from, to);
  if (/^\s+$/.test(between)) return Gap.space;
  if (/^[-‐‑]$/.test(between)) return Gap.hyphen;
  if (/^\.\s+$/.test(between)) return Gap.stopSpace;
  if (/^\.[-‐‑]$/.test(between)) return Gap.stopHyphen;
  if (between === '.') return Gap.stop;
  if (/^,\s*$/.test(between)) return Gap.comma;
  if (/^\s*[-‐‑–—]\s*$/.test(between)) return Gap.dash;
  return Gap.break;
}
