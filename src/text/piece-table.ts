/** Stands for a piece that was not met before. */
export const unmet = -0x80000000;

// A row holds what a piece is, how long it is (0 in an empty row), and its letters, two a number.
const rowLength = 8;
const letters = 2;
const longestInRow = 2 * (rowLength - letters);
const rowBits = 3;

/** Look-ups after which V8 has made the loop over the letters fast, or may: some 400 KB of copy. */
const early = 1 << 16;

/**
 * What the pieces of texts are that stand between two blanks, each a number. Most are short, and looked up while they are read,
 * without being cut out of the text: a row of a table is half a cache line. Others stand in a map. So do all at first: until
 * V8 has made a loop over letters fast, it takes three times as long as its own search for the blank and in the map.
 */
export class PieceTable {
  /** Where the piece ends that was looked up last. */
  end = 0;
  #rows = new Int32Array(rowLength << 10);
  #bits = 10;
  /** How many rows are taken. */
  #count = 0;
  readonly #inMap = new Map<string, number>();
  /** Look-ups until the rows are used; 0 once they are. */
  #left = early;
  /** The letters of the piece that was looked up last, and the row that it has, or would have. */
  readonly #pairs = new Int32Array(rowLength);
  #row = 0;

  /**
   * Looks a piece up that begins at an offset, with a letter that is no blank.
   *
   * @param to where the piece ends if no blank stands before
   * @returns what `keep` was given of the piece; `unmet` for another
   */
  find(text: string, start: number, to: number): number {
    if (this.#left > 0) {
      if (this.#left > 1) {
        this.#left--;
        return this.#findInMap(text, start, start, to);
      }
      this.#useRows();
    }
    const pairs = this.#pairs;
    const most = Math.min(to, start + longestInRow);
    let hash = 0;
    let end = start;
    let count = 0;
    while (end < most) {
      const one = text.charCodeAt(end);
      if (one === 32) break;
      end++;
      const other = end < most ? text.charCodeAt(end) : 32;
      const pair = other === 32 ? one : one | (other << 16);
      pairs[count++] = pair;
      // Turned by five bits, for letters differ in as many: interpreted code multiplies by a call.
      hash = (hash << 5) ^ (hash >>> 27) ^ pair;
      if (other === 32) break;
      end++;
    }
    if (end === most && most < to && text.charCodeAt(end) !== 32) return this.#findInMap(text, start, end, to);
    this.end = end;
    const rows = this.#rows;
    const length = end - start;
    const last = rows.length - 1;
    for (let row = this.#place(hash); ; row = (row + rowLength) & last) {
      const other = rows[row + 1];
      if (other === 0) {
        this.#row = row;
        return unmet;
      }
      if (other !== length) continue;
      let at = 0;
      while (at < count && pairs[at] === rows[row + letters + at]) at++;
      if (at === count) return rows[row] ?? 0;
    }
  }

  /** @param from as far as it is known to have no blank */
  #findInMap(text: string, start: number, from: number, to: number): number {
    const blank = text.indexOf(' ', from);
    this.end = blank === -1 || blank > to ? to : blank;
    return this.#inMap.get(text.slice(start, this.end)) ?? unmet;
  }

  /** Gives rows to the pieces that are short enough. */
  #useRows(): void {
    this.#left = 0;
    for (const [piece, value] of this.#inMap) {
      if (piece.length > longestInRow) continue;
      this.#inMap.delete(piece);
      this.find(piece, 0, piece.length);
      this.keep(piece, value);
    }
  }

  /**
   * Keeps what the piece is that was looked up last, and was not met before.
   *
   * @param piece as written; it is kept, so no slice of a longer text
   */
  keep(piece: string, value: number): void {
    if (this.#left > 0 || piece.length > longestInRow) {
      this.#inMap.set(piece, value);
      return;
    }
    const rows = this.#rows;
    const row = this.#row;
    rows[row] = value;
    rows[row + 1] = piece.length;
    for (let at = 0; 2 * at < piece.length; at++) rows[row + letters + at] = this.#pairs[at] ?? 0;
    if ((++this.#count * 2) << rowBits > rows.length) this.#grow();
  }

  #grow(): void {
    const before = this.#rows;
    const rows = new Int32Array(2 * before.length);
    this.#rows = rows;
    this.#bits++;
    for (let from = 0; from < before.length; from += rowLength) {
      const length = before[from + 1] ?? 0;
      if (length === 0) continue;
      let hash = 0;
      for (let at = 0; 2 * at < length; at++) hash = (hash << 5) ^ (hash >>> 27) ^ (before[from + letters + at] ?? 0);
      let row = this.#place(hash);
      while (rows[row + 1] !== 0) row = (row + rowLength) & (rows.length - 1);
      for (let at = 0; at < rowLength; at++) rows[row + at] = before[from + at] ?? 0;
    }
  }

  /** The first row that a piece may have. */
  #place(hash: number): number {
    return (Math.imul(hash, 0x9e3779b1) >>> (32 - this.#bits)) << rowBits;
  }
}
