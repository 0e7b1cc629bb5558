import type { Span } from '../article/index.ts';
import type { Tables } from './tables.ts';

/** A word with holes where letters were lost. */
export interface LostWord extends Span {
  /** As it stands, holes and all. */
  text: string;
  /** A hole at the end that may be the sentence's own question mark. */
  openEnd: boolean;
}

/** A quotation mark, apostrophe, dash or currency sign that became a question mark. */
export interface LostMark extends Span {
  reading: string;
}

const hole = /[?\ufffd]/;
const piece = /[\p{L}\p{M}?\ufffd]*[?\ufffd][\p{L}\p{M}?\ufffd]*/gu;
/** Addresses, code, queries, encoded words, patterns: a question mark there is itself. */
const technical = /:\/\/|www\.|[=<>{}|\\^*+$#~]|\?[&.:(]|\(\?|\w@\w|\?\/|\.\w{2,4}\?|[\])]\?|\w:\w/;

/** Finds words that have lost letters. Only what the word and its neighbours show is weighed here. */
export function findLost(text: string, tables: Tables): { words: LostWord[]; marks: LostMark[] } {
  const words: LostWord[] = [];
  const marks: LostMark[] = [];
  for (const chunk of text.matchAll(/\S*[?\ufffd]\S*/g)) {
    const replaced = chunk[0].includes('\ufffd');
    if (!replaced && technical.test(chunk[0])) continue;
    for (const match of chunk[0].matchAll(piece)) {
      if (!/\p{L}/u.test(match[0])) continue;
      const start = chunk.index + match.index;
      readPiece(text, start, match[0], tables, words, marks);
    }
  }
  return { words, marks };
}

function readPiece(
  text: string,
  start: number,
  piece: string,
  tables: Tables,
  words: LostWord[],
  marks: LostMark[],
): void {
  const head = /^[?\ufffd]*/.exec(piece)?.[0].length ?? 0;
  const tail = /[?\ufffd]*$/.exec(piece)?.[0].length ?? 0;
  const core = piece.slice(head, piece.length - tail);
  const possessive = /^(\p{L}{2,})[?\ufffd](s|t|re|ve|ll|d|m)$/u.exec(core);
  if (possessive && head === 0 && isEnglishTail(possessive[1] ?? '', possessive[2] ?? '')) {
    const at = start + (possessive[1]?.length ?? 0);
    marks.push({ start: at, end: at + 1, reading: '’' });
    return;
  }
  const inner = hole.test(core);
  if (inner) {
    const parts = core.split(/[?\ufffd]+/);
    // «really?yes»: whole words of a language on both sides are a missing space.
    if (!core.includes('\ufffd') && parts.every((part) => tables.common.has(part.toLowerCase()))) return;
    // «what?He»: a capital after small letters begins a sentence.
    if (
      parts.slice(1).some((part, i) => /^\p{Lu}\p{Ll}/u.test(part) && /\p{Ll}$/u.test(parts[i] ?? '')) &&
      tables.common.has((parts[1] ?? '').toLowerCase())
    )
      return;
  }
  const before = text.charAt(start - 1);
  const openHead = head === 1 && core.length > 1 && !/[\p{L}\p{N}.!,;]/u.test(before);
  if (!inner && !openHead && !piece.includes('\ufffd')) {
    if (tail !== 1 || head > 0 || !endsInside(text, start + piece.length, core, tables)) return;
    words.push({ start, end: start + piece.length, text: piece, openEnd: true });
    return;
  }
  const from = openHead || piece.startsWith('\ufffd') ? start : start + head;
  const keepTail = tail > 0 && (inner || openHead || piece.endsWith('\ufffd'));
  const to = keepTail ? start + piece.length : start + piece.length - tail;
  words.push({ start: from, end: to, text: text.slice(from, to), openEnd: keepTail && !piece.endsWith('\ufffd') });
}

/** `Trump?s`, `can?t`: an English ending after an apostrophe. */
function isEnglishTail(stem: string, tail: string): boolean {
  if (tail === 't') return /n$/i.test(stem);
  if (tail === 's') return true;
  return /^(I|you|we|they|he|she|it|who|that|there|what)$/i.test(stem);
}

/** True when the sentence goes on after a question mark: then it isn't the sentence's end. */
function endsInside(text: string, end: number, core: string, tables: Tables): boolean {
  if (tables.common.has(core.toLowerCase()) || !/^\p{Lu}/u.test(core)) return false;
  return /^(?: \p{Ll}{2,}|,|['’]s\b)/u.test(text.slice(end, end + 12)) && !/^ (?:diye|dedi|deyə)/.test(text.slice(end));
}
