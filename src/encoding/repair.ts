import type { Span } from '../article/index.ts';
import { isAlphanumeric } from '../text/index.ts';

/**
 * How sure a repair is: `proved` by a code page round trip or a fixed rule, `single` when one reading remains,
 * `choices` when several do. Only the first two are ever safe.
 */
export type Certainty = 'proved' | 'single' | 'choices';

/** Why a reading was chosen, for the message; `at` points to another mention of the word. */
export interface Evidence {
  kind:
    | 'round-trip'
    | 'rule'
    | 'mention'
    | 'folded-mention'
    | 'team'
    | 'folder'
    | 'lexicon'
    | 'common'
    | 'ending'
    | 'model';
  /** A block and offsets in its mended text. */
  at?: { block: number; start: number; end: number };
  /** What was seen: the ending, the list. */
  detail?: string;
}

/** A stretch of a block's text and what it should read. */
export interface Repair extends Span {
  /** Rule id of the kind of damage. */
  kind: string;
  /** Best first; an empty string deletes the stretch. */
  readings: readonly string[];
  certainty: Certainty;
  evidence: Evidence;
  story: string;
  /** Ids of the one-byte pages that the word was written with and read with, where that is what happened. */
  pages?: readonly [from: string, to: string];
}

/** A stretch of a text and what stands for it. */
export interface Hit extends Span {
  text: string;
}

const word = /[\p{L}\p{M}\p{N}]/u;

/** True for what a lost letter leaves: a question mark or U+FFFD. */
export function isHole(code: number): boolean {
  return code === 0x3f || code === 0xfffd;
}

/** True when the code unit at an offset belongs to a letter, mark or digit. */
export function isWordAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 128) return isAlphanumeric(code);
  return offset >= 0 && offset < text.length && word.test(String.fromCodePoint(text.codePointAt(offset) ?? 0));
}

/** Grows a range over the letters on both sides, so that a message shows a whole word. */
export function growToWord(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from > 0 && isWordAt(text, from - 1)) from--;
  while (to < text.length && isWordAt(text, to)) to++;
  return { start: from, end: to };
}

/** A deletion takes a neighbour along, so that it has a place in the mended text. */
function withNeighbour(
  text: string,
  { start, end, reading }: Span & { reading: string },
): Span & { readings: string[] } {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (reading !== '') return { start, end, readings: [reading] };
  if (before && before < '\u0080') return { start: start - 1, end, readings: [before] };
  if (after && after < '\u0080' && after !== '?') return { start, end: end + 1, readings: [after] };
  return { start, end, readings: [''] };
}

/**
 * Repairs of single characters gathered into words: neighbours that share a word become one repair of the whole word.
 *
 * @param hits in rising order, not overlapping
 */
export function gatherWords(
  text: string,
  hits: readonly (Span & { text: string })[],
  about: Omit<Repair, 'start' | 'end' | 'readings'>,
): Repair[] {
  const repairs: Repair[] = [];
  let open: { start: number; end: number; hits: (Span & { text: string })[] } | undefined;
  const close = () => {
    if (!open) return;
    const { start, end } = open;
    let reading = '';
    let taken = start;
    for (const hit of open.hits) {
      reading += text.slice(taken, hit.start) + hit.text;
      taken = hit.end;
    }
    reading += text.slice(taken, end);
    repairs.push({ ...about, ...withNeighbour(text, { start, end, reading }) });
  };
  for (const hit of hits) {
    const { start, end } = growToWord(text, hit.start, hit.end);
    if (open && start <= open.end) {
      open.end = Math.max(open.end, end);
      open.hits.push(hit);
    } else {
      close();
      open = { start, end, hits: [hit] };
    }
  }
  close();
  return repairs;
}
