import { copyText } from '../text/index.ts';

/**
 * Words seen so far, each with a number; what is known of a word is computed once. Numbers belong to one vocabulary:
 * the desk starts a new one when it has grown past its bound.
 */
export interface Vocabulary {
  /** The id of a word as written. */
  intern(word: string): number;
  /** The word as written. */
  word(id: number): string;
  /** The folded form: lower case, no diacritics, one apostrophe. */
  folded(id: number): string;
  /**
   * A column beside the words: what a function says of each, asked once a word.
   *
   * @param of pure; the function itself is the column's name, so keep one for the life of the program
   */
  column<T>(of: (word: string, folded: string, id: number) => T): (id: number) => T;
  /**
   * The same of whole numbers, for walks over all tokens: what a function says of every word seen so far, by id.
   *
   * @param of as in `column`
   */
  numbers(of: (word: string) => number): Int32Array;
  readonly size: number;
}

interface Numbers {
  cells: Int32Array;
  /** How many words were asked. */
  asked: number;
}

/** An empty vocabulary. */
export function createVocabulary(fold: (word: string) => string): Vocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const folds: (string | undefined)[] = [];
  const columns = new Map<unknown, (id: number) => unknown>();
  const numbers = new Map<unknown, Numbers>();
  const folded = (id: number) => {
    const known = folds[id];
    if (known !== undefined) return known;
    const form = fold(words[id] ?? '');
    folds[id] = form;
    return form;
  };
  return {
    intern(word) {
      const known = ids.get(word);
      if (known !== undefined) return known;
      const id = words.length;
      const own = copyText(word);
      ids.set(own, id);
      words.push(own);
      folds.push(undefined);
      return id;
    },
    word: (id) => words[id] ?? '',
    folded,
    column<T>(of: (word: string, folded: string, id: number) => T) {
      const known = columns.get(of) as ((id: number) => T) | undefined;
      if (known) return known;
      let cells: (T | undefined)[] = [];
      const column = (id: number): T => {
        const cell = cells[id];
        if (cell !== undefined) return cell;
        // An array without holes far from its end stays an array.
        if (id >= cells.length) cells = cells.concat(new Array(Math.max(1024, id + 1, cells.length)).fill(undefined));
        const value = of(words[id] ?? '', folded(id), id);
        cells[id] = value;
        return value;
      };
      columns.set(of, column);
      return column;
    },
    numbers(of) {
      const column = numbers.get(of) ?? { cells: new Int32Array(1024), asked: 0 };
      if (column.asked === 0) numbers.set(of, column);
      if (column.cells.length < words.length) {
        const longer = new Int32Array(2 * words.length);
        longer.set(column.cells);
        column.cells = longer;
      }
      for (; column.asked < words.length; column.asked++) column.cells[column.asked] = of(words[column.asked] ?? '');
      return column.cells;
    },
    get size() {
      return words.length;
    },
  };
}
