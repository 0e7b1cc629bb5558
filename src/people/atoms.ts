import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { TokenKind } from '../language/index.ts';
import { foldWord } from '../text/index.ts';

/** How a piece of a word is written. */
export const Caps = { lower: 0, title: 1, upper: 2, initial: 3, other: 4 } as const;

/** What stands between a piece and the one before it. */
export const Gap = { space: 0, hyphen: 1, stopSpace: 2, stopHyphen: 3, stop: 4, comma: 5, dash: 6, break: 7 } as const;

/**
 * A block's words cut at hyphens and stops, so that «Colonel-General», «Maj.-Gen.» and «N.Sadikov» read like their
 * spaced forms. Parallel arrays; offsets are UTF-16 in the block's mended text.
 */
export interface Atoms {
  readonly count: number;
  readonly start: readonly number[];
  /** Without a possessive or case ending. */
  readonly end: readonly number[];
  /** With the ending. */
  readonly rawEnd: readonly number[];
  readonly caps: number[];
  readonly gap: readonly number[];
  /** `Clue` bits. */
  readonly clues: readonly number[];
  readonly folded: readonly string[];
}

/** A piece of a word, offsets in the word. */
interface Piece {
  start: number;
  end: number;
  rawEnd: number;
  caps: number;
  folded: string;
  clue: number;
}

/** What a folded piece may begin or be, as bits; one function a lexicon. */
export type ReadClue = (folded: string) => number;

// What is known of a vocabulary's words under a lexicon; a desk has one of each.
const pieces = new WeakMap<Vocabulary, { readClue: ReadClue; known: (readonly Piece[] | undefined)[] }>();

function knownPieces(vocabulary: Vocabulary, readClue: ReadClue): (readonly Piece[] | undefined)[] {
  let kept = pieces.get(vocabulary);
  if (kept?.readClue !== readClue) {
    kept = { readClue, known: [] };
    pieces.set(vocabulary, kept);
  }
  return kept.known;
}

/** Cuts the words of a block. Linear; what is known of a word is kept with the vocabulary. */
export function readAtoms(parsed: ParsedBlock, vocabulary: Vocabulary, readClue: ReadClue): Atoms {
  const { tokens, text } = parsed;
  const known = knownPieces(vocabulary, readClue);
  let room = 0;
  for (let t = 0; t < tokens.count; t++) {
    const kind = tokens.kind[t];
    if (kind !== TokenKind.word && kind !== TokenKind.number) continue;
    const id = tokens.word[t] ?? 0;
    let list = known[id];
    if (!list) {
      list = cut(vocabulary.word(id), readClue);
      while (known.length <= id) known.push(undefined);
      known[id] = list;
    }
    room += list.length;
  }
  // They live for one block: plain arrays cost less to make than typed ones.
  const start: number[] = new Array(room);
  const end: number[] = new Array(room);
  const rawEnd: number[] = new Array(room);
  const caps: number[] = new Array(room);
  const gap: number[] = new Array(room);
  const clues: number[] = new Array(room);
  const folded: string[] = new Array(room);
  let count = 0;
  let from = 0;
  for (let t = 0; t < tokens.count; t++) {
    const kind = tokens.kind[t];
    if (kind !== TokenKind.word && kind !== TokenKind.number) continue;
    const base = tokens.start[t] ?? 0;
    for (const piece of known[tokens.word[t] ?? 0] ?? []) {
      const at = base + piece.start;
      const last = count - 1;
      // A lost letter inside a word: its halves are one word with a wildcard.
      if (last >= 0 && at === from + 1 && piece.caps === Caps.lower && isLost(text.charCodeAt(from))) {
        end[last] = base + piece.end;
        from = base + piece.rawEnd;
        rawEnd[last] = from;
        const whole = `${folded[last]}?${piece.folded}`;
        folded[last] = whole;
        clues[last] = readClue(whole);
        if (caps[last] === Caps.initial) caps[last] = Caps.title;
        continue;
      }
      gap[count] = last < 0 ? Gap.break : readGap(text, from, at);
      start[count] = at;
      end[count] = base + piece.end;
      from = base + piece.rawEnd;
      rawEnd[count] = from;
      caps[count] = piece.caps;
      clues[count] = piece.clue;
      folded[count] = piece.folded;
      count++;
    }
  }
  // Nothing stands past the end.
  if (count < room) for (const list of [start, end, rawEnd, caps, gap, clues, folded]) list.length = count;
  return { count, start, end, rawEnd, caps, gap, clues, folded };
}

const isLost = (code: number) => code === 0x3f || code === 0xfffd;

// English possessive, and the case endings that Turkish and Azerbaijani set off with an apostrophe.
const ending =
  /['’ʼ](?:s|[nyı]?[ıiuüaeəo]n?|[dt][ae]n?|n?d[ae]n?|l[ae]|yl[ae]|l[ae]r(?:in|ın)?|d[ıiuü]r|n[ıiuü]n|s[ıiuü])?$/u;

function cut(word: string, readClue: ReadClue): Piece[] {
  const list: Piece[] = [];
  for (const match of word.matchAll(/[\p{L}\p{M}\p{N}\uFFFD'’ʼ]+/gu)) {
    const start = match.index;
    const whole = match[0];
    const stem = whole.length > 2 ? whole.replace(ending, '') : whole;
    const bare = stem.replace(/^['’ʼ]+|['’ʼ]+$/g, '');
    if (!bare) continue;
    const lead = stem.indexOf(bare);
    const folded = foldWord(bare).replace('\ufffd', '?');
    list.push({
      start: start + lead,
      end: start + lead + bare.length,
      rawEnd: start + whole.length,
      caps: readCaps(bare),
      folded,
      clue: readClue(folded),
    });
  }
  return list;
}

function readCaps(word: string): number {
  if (!/^\p{Lu}/u.test(word)) return /^\p{Ll}[\p{Ll}\p{M}'’ʼ]*$/u.test(word) ? Caps.lower : Caps.other;
  if (/^\p{Lu}\p{M}*$/u.test(word)) return Caps.initial;
  if (/^[\p{Lu}\p{M}]+$/u.test(word)) return Caps.upper;
  return Caps.title;
}

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
