import type { PackedPhrases } from './rows.ts';

/** A phrase found at some place: how many parts it took and what it stands for. */
export interface PhraseHit<Value> {
  length: number;
  value: Value;
}

/** A class, so that V8 finds all of them laid out alike. */
class Node<Value> {
  next: Map<string, Node<Value>> | undefined = undefined;
  value: Value | undefined = undefined;
}

/**
 * Phrases as sequences of folded words; the longest one from a place is found in one walk. Of thousands an article meets
 * few: those with one first word are taken apart when it is first met.
 */
export class PhraseTrie<Value> {
  /** By first words; those that nobody has met yet as they were packed. */
  readonly #phrases = new Map<string, { phrase: string; value: Value }[] | string>();
  readonly #nodes = new Map<string, Node<Value>>();
  readonly #seconds: readonly string[];
  readonly #read: (says: readonly string[]) => Value;

  /** @param read makes the value of what is said of a packed phrase */
  constructor(packed: PackedPhrases = none, read: (says: readonly string[]) => Value = refuse) {
    const { firsts, lines, seconds } = packed;
    for (let i = 0; i < firsts.length; i++) this.#phrases.set(firsts[i] ?? '', lines[i] ?? '');
    this.#seconds = seconds;
    this.#read = read;
  }

  /**
   * Adds a phrase; the first value given to a phrase stays.
   *
   * @param phrase folded words, parted by a blank
   */
  add(phrase: string, value: Value): void {
    const blank = phrase.indexOf(' ');
    const first = blank < 0 ? phrase : phrase.slice(0, blank);
    const there = this.#beginning(first);
    if (there) there.push({ phrase, value });
    else this.#phrases.set(first, [{ phrase, value }]);
    this.#nodes.delete(first);
  }

  /** True when some phrase begins with the word. */
  begins(word: string): boolean {
    return this.#phrases.has(word);
  }

  /** True when the word is a phrase. */
  holds(word: string): boolean {
    const there = this.#phrases.get(word);
    if (typeof there === 'string') return there.startsWith(`${word}|`) || there.includes(`\n${word}|`);
    return there?.some(({ phrase }) => phrase === word) ?? false;
  }

  /** True when a phrase goes on from the word. */
  goesOn(word: string): boolean {
    const there = this.#phrases.get(word);
    if (typeof there === 'string') return there.startsWith(`${word} `) || there.includes(`\n${word} `);
    return there?.some(({ phrase }) => phrase !== word) ?? false;
  }

  /** The words that phrases begin with. */
  firstWords(): Iterable<string> {
    return this.#phrases.keys();
  }

  /** The second words of phrases, one after the other. */
  secondWords(): readonly string[] {
    const words = [...this.#seconds];
    for (const phrases of this.#phrases.values())
      for (const { phrase } of typeof phrases === 'string' ? [] : phrases) {
        const from = phrase.indexOf(' ') + 1;
        if (from === 0) continue;
        const to = phrase.indexOf(' ', from);
        words.push(to < 0 ? phrase.slice(from) : phrase.slice(from, to));
      }
    return words;
  }

  /** The phrases that begin with a word, in the order in which they were added. */
  beginningWith(word: string): readonly { phrase: string; value: Value }[] {
    return this.#beginning(word) ?? [];
  }

  /**
   * The longest phrase from a place.
   *
   * @param part the folded word at a place, or undefined where the run of words ends
   */
  longest(part: (index: number) => string | undefined, from: number): PhraseHit<Value> | undefined {
    let hit: PhraseHit<Value> | undefined;
    let word = part(from);
    let node = word === undefined ? undefined : this.#open(word);
    for (let i = from; node; ) {
      if (node.value !== undefined) hit = { length: i - from + 1, value: node.value };
      word = node.next && part(++i);
      node = word === undefined ? undefined : node.next?.get(word);
    }
    return hit;
  }

  /** The phrases that begin with a word, unpacked. */
  #beginning(first: string): { phrase: string; value: Value }[] | undefined {
    const there = this.#phrases.get(first);
    if (typeof there !== 'string') return there;
    const phrases = there.split('\n').map((line) => {
      const [phrase = '', ...says] = line.split('|');
      return { phrase, value: this.#read(says) };
    });
    this.#phrases.set(first, phrases);
    return phrases;
  }

  /** What goes on from a first word; undefined where no phrase begins with it. */
  #open(first: string): Node<Value> | undefined {
    const known = this.#nodes.get(first);
    if (known) return known;
    const phrases = this.#beginning(first);
    if (!phrases) return undefined;
    const root = new Node<Value>();
    for (const { phrase, value } of phrases) {
      let node = root;
      for (const word of phrase.split(' ').slice(1)) {
        node.next ??= new Map();
        let child = node.next.get(word);
        if (!child) {
          child = new Node();
          node.next.set(word, child);
        }
        node = child;
      }
      node.value ??= value;
    }
    this.#nodes.set(first, root);
    return root;
  }
}

const none: PackedPhrases = { firsts: [], lines: [], seconds: [] };

function refuse(): never {
  throw new Error('nothing reads what is packed');
}
