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
  readonly start: Uint32Array;
  /** Without a possessive or case ending. */
  readonly end: Uint32Array;
  /** With the ending. */
  readonly rawEnd: Uint32Array;
  readonly caps: Uint8Array;
  readonly gap: Uint8Array;
  readonly folded: readonly string[];
}

interface Piece {
  start: number;
  end: number;
  rawEnd: number;
  caps: number;
  folded: string;
}

const pieces = new WeakMap<Vocabulary, (readonly Piece[] | undefined)[]>();

/** Cuts the words of a block. Linear; what is known of a word is kept with the vocabulary. */
export function readAtoms(parsed: ParsedBlock, vocabulary: Vocabulary): Atoms {
  const { tokens, text } = parsed;
  let known = pieces.get(vocabulary);
  if (!known) {
    known = [];
    pieces.set(vocabulary, known);
  }
  const start: number[] = [];
  const end: number[] = [];
  const rawEnd: number[] = [];
  const caps: number[] = [];
  const gap: number[] = [];
  const folded: string[] = [];
  for (let t = 0; t < tokens.count; t++) {
    const kind = tokens.kind[t];
    if (kind !== TokenKind.word && kind !== TokenKind.number) continue;
    const id = tokens.word[t] ?? 0;
    let list = known[id];
    if (!list) {
      list = cut(vocabulary.word(id));
      known[id] = list;
    }
    const base = tokens.start[t] ?? 0;
    for (const piece of list) {
      const last = end.length - 1;
      const from = last < 0 ? 0 : (rawEnd[last] ?? 0);
      const at = base + piece.start;
      // A lost letter inside a word: its halves are one word with a wildcard.
      if (last >= 0 && at === from + 1 && piece.caps === Caps.lower && isLost(text.charCodeAt(from))) {
        end[last] = base + piece.end;
        rawEnd[last] = base + piece.rawEnd;
        folded[last] = `${folded[last]}?${piece.folded}`;
        if (caps[last] === Caps.initial) caps[last] = Caps.title;
        continue;
      }
      gap.push(last < 0 ? Gap.break : readGap(text, from, at));
      start.push(at);
      end.push(base + piece.end);
      rawEnd.push(base + piece.rawEnd);
      caps.push(piece.caps);
      folded.push(piece.folded);
    }
  }
  return {
    count: start.length,
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    rawEnd: Uint32Array.from(rawEnd),
    caps: Uint8Array.from(caps),
    gap: Uint8Array.from(gap),
    folded,
  };
}

const isLost = (code: number) => code === 0x3f || code === 0xfffd;

// English possessive, and the case endings that Turkish and Azerbaijani set off with an apostrophe.
const ending =
  /['’ʼ](?:s|[nyı]?[ıiuüaeəo]n?|[dt][ae]n?|n?d[ae]n?|l[ae]|yl[ae]|l[ae]r(?:in|ın)?|d[ıiuü]r|n[ıiuü]n|s[ıiuü])?$/u;

function cut(word: string): Piece[] {
  const list: Piece[] = [];
  for (const match of word.matchAll(/[\p{L}\p{M}\p{N}\uFFFD'’ʼ]+/gu)) {
    const start = match.index;
    const whole = match[0];
    const stem = whole.length > 2 ? whole.replace(ending, '') : whole;
    const bare = stem.replace(/^['’ʼ]+|['’ʼ]+$/g, '');
    if (!bare) continue;
    const lead = stem.indexOf(bare);
    list.push({
      start: start + lead,
      end: start + lead + bare.length,
      rawEnd: start + whole.length,
      caps: readCaps(bare),
      folded: foldWord(bare).replace('\ufffd', '?'),
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
