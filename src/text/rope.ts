import { firstIndex } from './bisect.ts';
import type { Change } from './change.ts';
import { findChange } from './change.ts';

/** What a text is asked while it is read: a string is one, and so is a rope. */
export interface Letters {
  readonly length: number;
  charCodeAt(at: number): number;
  /** Offsets within the text, the end not before the start. */
  slice(start: number, end: number): string;
  includes(what: string): boolean;
  toString(): string;
}

/** A stretch of a rope; one object for as long as no edit touches it. */
class Piece {
  readonly text: string;
  /** Letters of which it is known that none stands here. */
  #lacks = '';

  constructor(text: string) {
    this.text = text;
  }

  has(letter: string): boolean {
    if (this.#lacks.includes(letter)) return false;
    if (this.text.includes(letter)) return true;
    this.#lacks += letter;
    return false;
  }
}

// UTF-16 units. Short enough to be written anew at each keystroke, long enough that a megabyte has few.
const usual = 4096;

/**
 * A text that is edited. As a string a long one is written out anew after each keystroke, by whoever looks at it first; in
 * pieces, only the one that was typed in. A rope never changes: an edit makes another that shares its other pieces.
 */
export class Rope implements Letters {
  readonly length: number;
  readonly #pieces: readonly Piece[];
  /** Where each begins. */
  readonly #starts: readonly number[];
  #last = 0;
  #whole: string | undefined;

  /** @param text or the pieces of it */
  constructor(text: string | readonly Piece[]) {
    this.#pieces = typeof text === 'string' ? cut(text) : text;
    if (typeof text === 'string') this.#whole = text;
    const starts: number[] = [];
    let length = 0;
    for (const piece of this.#pieces) {
      starts.push(length);
      length += piece.text.length;
    }
    this.#starts = starts;
    this.length = length;
  }

  /** The text with a stretch of it replaced (UTF-16 offsets, half-open). */
  replace(start: number, end: number, text: string): Rope {
    const pieces = this.#pieces;
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(end);
    const head = pieces[first]?.text.slice(0, start - (this.#starts[first] ?? 0)) ?? '';
    const tail = pieces[last]?.text.slice(end - (this.#starts[last] ?? 0)) ?? '';
    return new Rope(pieces.slice(0, first).concat(cut(head + text + tail), pieces.slice(last + 1)));
  }

  charCodeAt(at: number): number {
    const k = this.#pieceAt(at);
    return this.#pieces[k]?.text.charCodeAt(at - (this.#starts[k] ?? 0)) ?? Number.NaN;
  }

  slice(start: number, end: number): string {
    let text = '';
    for (let k = this.#pieceAt(start); k < this.#pieces.length; k++) {
      const from = this.#starts[k] ?? 0;
      if (k > 0 && from >= end) break;
      text += this.#pieces[k]?.text.slice(Math.max(0, start - from), Math.max(0, end - from)) ?? '';
    }
    return text;
  }

  /** Quick where the first letter stands nowhere: each piece is looked through for it once. */
  includes(what: string): boolean {
    const letter = what.charAt(0);
    return this.#pieces.some((piece) => piece.has(letter)) && this.toString().includes(what);
  }

  toString(): string {
    this.#whole ??= this.#pieces.map(({ text }) => text).join('');
    return this.#whole;
  }

  /** Where this text differs from another: looks at the pieces that the two do not share. */
  changeFrom(before: Rope): Change {
    const [a, b] = [before.#pieces, this.#pieces];
    const shorter = Math.min(a.length, b.length);
    let head = 0;
    while (head < shorter && a[head] === b[head]) head++;
    let tail = 0;
    while (tail < shorter - head && a[a.length - tail - 1] === b[b.length - tail - 1]) tail++;
    const from = this.#starts[head] ?? this.length;
    const endOf = (rope: Rope) => rope.#starts[rope.#pieces.length - tail] ?? rope.length;
    const { start, beforeEnd, afterEnd } = findChange(before.slice(from, endOf(before)), this.slice(from, endOf(this)));
    return { start: from + start, beforeEnd: from + beforeEnd, afterEnd: from + afterEnd };
  }

  /** The piece that holds an offset; the last one for the end of the text. */
  #pieceAt(offset: number): number {
    const starts = this.#starts;
    const isIn = (k: number) => offset >= (starts[k] ?? 0) && offset < (starts[k + 1] ?? Number.POSITIVE_INFINITY);
    // Whoever reads goes on where he was.
    if (isIn(this.#last)) return this.#last;
    this.#last = Math.max(0, firstIndex(starts.length, (k) => (starts[k] ?? 0) > offset) - 1);
    return this.#last;
  }
}

function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  // What is little longer stays whole: typing would part it again and again.
  const step = text.length < 2 * usual ? Math.max(1, text.length) : usual;
  for (let at = 0; at < text.length; at += step) pieces.push(new Piece(text.slice(at, at + step)));
  return pieces;
}
