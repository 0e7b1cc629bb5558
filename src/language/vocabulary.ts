import { copyText } from '../text/index.ts';

/**
 * Words seen so far, each with a number; what is known of a word is computed once. Numbers belong to one vocabulary:
 * the desk starts a new one when it has grown past its bound.
 */
export interface Vocabulary {
  /** The id of a word as written. */
  intern(word: string): number;
  /**
   * The id of a stretch of a text: that of its slice, which is only made for a new word.
   *
   * @param codes the text's code units
   */
  internAt(text: string, codes: Uint16Array, start: number, end: number): number;
  /** The word as written. */
  word(id: number): string;
  /** The folded form: lower case, no diacritics, one apostrophe. */
  folded(id: number): string;
  /** The number of the folded form: words that fold alike have one number. */
  foldedId(id: number): number;
  /**
   * A column beside the words: what a function says of each, asked once a word.
   *
   * @param of pure; the function itself is the column's name, so keep one for the life of the program
   */
  column<T>(of: (word: string, folded: string, id: number) => T): (id: number) => T;
  readonly size: number;
}

/** An empty vocabulary. */
export function createVocabulary(fold: (word: string) => string): Vocabulary {
  const words: string[] = [];
  const folds: (string | undefined)[] = [];
  const foldIds: (number | undefined)[] = [];
  const forms = new Map<string, number>();
  const columns = new Map<unknown, (id: number) => unknown>();
  // The letters of all words, one after the other, and where each begins.
  let letters = new Uint16Array(8192);
  let begins = new Uint32Array(1024);
  // Open addressing: id + 1 and the hash, side by side in memory; 0 for a free slot. Three slots of four stay free or more.
  let slots = new Int32Array(8192);

  const add = (word: string, codes: Uint16Array, hash: number): number => {
    const id = words.length;
    const begin = begins[id] ?? 0;
    const next = begin + codes.length;
    words.push(copyText(word));
    folds.push(undefined);
    foldIds.push(undefined);
    if (next > letters.length) letters = lengthen(letters, 2 * next);
    letters.set(codes, begin);
    if (id + 2 > begins.length) begins = lengthen(begins, 2 * begins.length);
    begins[id + 1] = next;
    if (id * 8 >= slots.length) {
      const before = slots;
      slots = new Int32Array(before.length * 2);
      for (let at = 0; at < before.length; at += 2) if (before[at] !== 0) place(before[at + 1] ?? 0, before[at] ?? 0);
    }
    place(hash, id + 1);
    return id;
  };
  const place = (hash: number, mark: number) => {
    const mask = slots.length - 1;
    let at = (2 * hash) & mask;
    while (slots[at] !== 0) at = (at + 2) & mask;
    slots[at] = mark;
    slots[at + 1] = hash;
  };
  const isAt = (id: number, codes: Uint16Array, start: number, end: number): boolean => {
    const begin = begins[id] ?? 0;
    if ((begins[id + 1] ?? 0) - begin !== end - start) return false;
    for (let i = start, at = begin; i < end; i++, at++) if (letters[at] !== codes[i]) return false;
    return true;
  };
  const internAt = (text: string, codes: Uint16Array, start: number, end: number): number => {
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (codes[i] ?? 0)) | 0;
    // The low bits choose the slot; the high ones must have a say in them.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    const mask = slots.length - 1;
    for (let at = (2 * hash) & mask; ; at = (at + 2) & mask) {
      const id = (slots[at] ?? 0) - 1;
      if (id < 0) return add(text.slice(start, end), codes.subarray(start, end), hash);
      if (slots[at + 1] === hash && isAt(id, codes, start, end)) return id;
    }
  };
  const folded = (id: number) => {
    const known = folds[id];
    if (known !== undefined) return known;
    const form = fold(words[id] ?? '');
    folds[id] = form;
    return form;
  };
  return {
    intern(word) {
      const codes = new Uint16Array(word.length);
      for (let i = 0; i < word.length; i++) codes[i] = word.charCodeAt(i);
      return internAt(word, codes, 0, word.length);
    },
    internAt,
    word: (id) => words[id] ?? '',
    folded,
    foldedId(id) {
      const known = foldIds[id];
      if (known !== undefined) return known;
      const form = folded(id);
      const own = forms.get(form) ?? forms.size;
      forms.set(form, own);
      foldIds[id] = own;
      return own;
    },
    column<T>(of: (word: string, folded: string, id: number) => T) {
      const known = columns.get(of) as ((id: number) => T) | undefined;
      if (known) return known;
      const cells: (T | undefined)[] = [];
      const column = (id: number): T => {
        const cell = cells[id];
        if (cell !== undefined) return cell;
        // An array without holes far from its end stays an array.
        while (cells.length <= id) cells.push(undefined);
        const value = of(words[id] ?? '', folded(id), id);
        cells[id] = value;
        return value;
      };
      columns.set(of, column);
      return column;
    },
    get size() {
      return words.length;
    },
  };
}

function lengthen<T extends Uint16Array | Uint32Array | Int32Array>(array: T, length: number): T {
  const longer = new (array.constructor as new (length: number) => T)(length);
  longer.set(array);
  return longer;
}
