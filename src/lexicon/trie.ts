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

/** Phrases as sequences of folded words; the longest one from a place is found in one walk. */
export class PhraseTrie<Value> {
  readonly #root = new Node<Value>();

  /** Adds a phrase; the first value given to a phrase stays. */
  add(words: readonly string[], value: Value): void {
    let node = this.#root;
    for (const word of words) {
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

  /** True when some phrase begins with the word. */
  begins(word: string): boolean {
    return this.#root.next?.has(word) ?? false;
  }

  /**
   * The longest phrase from a place.
   *
   * @param part the folded word at a place, or undefined where the run of words ends
   */
  longest(part: (index: number) => string | undefined, from: number): PhraseHit<Value> | undefined {
    let node: Node<Value> | undefined = this.#root;
    let hit: PhraseHit<Value> | undefined;
    for (let i = from; node?.next; i++) {
      const word = part(i);
      if (word === undefined) break;
      node = node.next.get(word);
      if (node?.value !== undefined) hit = { length: i - from + 1, value: node.value };
    }
    return hit;
  }

  /** The longest phrase that stands in a list of folded words from a place on and before an end. */
  longestIn(words: readonly string[], from: number, end: number): PhraseHit<Value> | undefined {
    let node: Node<Value> | undefined = this.#root;
    let value: Value | undefined;
    let length = 0;
    for (let i = from; i < end && node?.next; i++) {
      node = node.next.get(words[i] ?? '');
      if (node?.value === undefined) continue;
      value = node.value;
      length = i - from + 1;
    }
    return value === undefined ? undefined : { length, value };
  }
}
