/**
 * A pattern that is two: one for copy in Latin letters, which is small, and the whole one, made when other copy comes. It
 * does what strings and callers ask of a regular expression. The build puts its text into the program, so it stands alone.
 */
export class LatinFirst {
  /** The ranges of what Latin copy can hold of a class of Unicode: by `\p{L}`; by `i\p{L}` where case is ignored. */
  static readonly members: Record<string, string> = {};
  static readonly #beyond = /[^\0-\u036f\u2000-\u206f\u20a0-\u20cf\ufffd]/;
  // Patterns go over one text after the other.
  static #text = '';
  static #isLatin = true;

  lastIndex = 0;
  readonly source: string;
  readonly flags: string;
  readonly #made: { whole?: RegExp; latin?: RegExp };

  constructor(source: string, flags: string, made: { whole?: RegExp; latin?: RegExp } = {}) {
    this.source = source;
    this.flags = flags;
    this.#made = made;
  }

  /** The same pattern with a place of its own, as a literal is made anew each time that it is met. */
  copy(): LatinFirst {
    return new LatinFirst(this.source, this.flags, this.#made);
  }

  get global(): boolean {
    return this.flags.includes('g');
  }

  exec(text: string): RegExpExecArray | null {
    const regex = this.#choose(text);
    const match = regex.exec(text);
    this.lastIndex = regex.lastIndex;
    return match;
  }

  test(text: string): boolean {
    const regex = this.#choose(text);
    const isFound = regex.test(text);
    this.lastIndex = regex.lastIndex;
    return isFound;
  }

  [Symbol.match](text: string): RegExpMatchArray | null {
    const regex = this.#choose(text);
    const match = regex[Symbol.match](text);
    this.lastIndex = regex.lastIndex;
    return match;
  }

  [Symbol.matchAll](text: string): RegExpStringIterator<RegExpMatchArray> {
    return this.#choose(text)[Symbol.matchAll](text);
  }

  [Symbol.replace](text: string, by: string): string {
    const regex = this.#choose(text);
    const replaced = regex[Symbol.replace](text, by);
    this.lastIndex = regex.lastIndex;
    return replaced;
  }

  [Symbol.search](text: string): number {
    return this.#choose(text)[Symbol.search](text);
  }

  [Symbol.split](text: string, limit?: number): string[] {
    return this.#choose(text)[Symbol.split](text, limit);
  }

  /** The expression for a text, at this one's place. */
  #choose(text: string): RegExp {
    const made = this.#made;
    if (LatinFirst.#text !== text) {
      LatinFirst.#isLatin = !LatinFirst.#beyond.test(text);
      LatinFirst.#text = text;
    }
    let regex = LatinFirst.#isLatin ? made.latin : made.whole;
    if (!regex) {
      regex = new RegExp(LatinFirst.#isLatin ? this.#writeLatin() : this.source, this.flags);
      if (LatinFirst.#isLatin) made.latin = regex;
      else made.whole = regex;
    }
    regex.lastIndex = this.lastIndex;
    return regex;
  }

  #writeLatin(): string {
    const fold = this.flags.includes('i') ? 'i' : '';
    let inClass = false;
    return this.source.replace(/\\p\{[^}]*\}|\\.|[[\]]/giu, (part) => {
      const members = LatinFirst.members[fold + part];
      if (members !== undefined) return inClass ? members : `[${members}]`;
      if (part.length === 1) inClass = part === '[';
      return part;
    });
  }
}
