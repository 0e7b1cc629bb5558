/** Words with a number each, found in a text without cutting them out. */
export interface WordTable {
  /** The number of the word that stands there, given one if it has none. */
  add(text: string, start: number, end: number, hash: number): number;
  /** The number of the word that stands there; −1 when it has none. */
  find(text: string, start: number, end: number, hash: number): number;
}

/** The next state of a word's hash; begin with 0. */
export const nextHash = (hash: number, code: number) => (Math.imul(hash, 31) + code) | 0;

/** An empty table, open addressing over arrays of numbers. */
export function createWordTable(): WordTable {
  const words: string[] = [];
  const hashes: number[] = [];
  let slots = new Int32Array(1 << 10).fill(-1);

  const place = (hash: number, size: number) => (hash ^ (hash >>> 15)) & (size - 1);
  const isAt = (id: number, text: string, start: number, end: number, hash: number) => {
    const word = words[id];
    return hashes[id] === hash && word !== undefined && word.length === end - start && text.startsWith(word, start);
  };
  const grow = () => {
    const larger = new Int32Array(slots.length * 4).fill(-1);
    for (let id = 0; id < words.length; id++) {
      let at = place(hashes[id] ?? 0, larger.length);
      while (larger[at] !== -1) at = (at + 1) & (larger.length - 1);
      larger[at] = id;
    }
    slots = larger;
  };
  return {
    add(text, start, end, hash) {
      let at = place(hash, slots.length);
      for (let id = slots[at] ?? -1; id !== -1; id = slots[at] ?? -1) {
        if (isAt(id, text, start, end, hash)) return id;
        at = (at + 1) & (slots.length - 1);
      }
      const id = words.length;
      words.push(text.slice(start, end));
      hashes.push(hash);
      slots[at] = id;
      if (words.length * 2 > slots.length) grow();
      return id;
    },
    find(text, start, end, hash) {
      let at = place(hash, slots.length);
      for (let id = slots[at] ?? -1; id !== -1; id = slots[at] ?? -1) {
        if (isAt(id, text, start, end, hash)) return id;
        at = (at + 1) & (slots.length - 1);
      }
      return -1;
    },
  };
}

/** Edges of a trie: from a node by a word to a node. */
export interface EdgeTable {
  /** The node behind the edge; −1 without one. */
  find(node: number, word: number): number;
  /** Adds an edge that is not there yet. */
  add(node: number, word: number, to: number): void;
}

/** No edges yet. */
export function createEdgeTable(): EdgeTable {
  let size = 1 << 10;
  let count = 0;
  // Three numbers a slot: node, word, target; a target of 0 is an empty slot, for nothing leads back to the root.
  let slots = new Int32Array(size * 3);
  const place = (node: number, word: number, of: number) => {
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & (of - 1);
  };
  const put = (into: Int32Array, of: number, node: number, word: number, to: number) => {
    let at = place(node, word, of);
    while (into[at * 3 + 2] !== 0) at = (at + 1) & (of - 1);
    into[at * 3] = node;
    into[at * 3 + 1] = word;
    into[at * 3 + 2] = to;
  };
  return {
    find(node, word) {
      let at = place(node, word, size);
      for (let to = slots[at * 3 + 2] ?? 0; to !== 0; to = slots[at * 3 + 2] ?? 0) {
        if (slots[at * 3] === node && slots[at * 3 + 1] === word) return to;
        at = (at + 1) & (size - 1);
      }
      return -1;
    },
    add(node, word, to) {
      if (++count * 2 > size) {
        const larger = new Int32Array(size * 4 * 3);
        for (let at = 0; at < size; at++)
          if (slots[at * 3 + 2])
            put(larger, size * 4, slots[at * 3] ?? 0, slots[at * 3 + 1] ?? 0, slots[at * 3 + 2] ?? 0);
        slots = larger;
        size *= 4;
      }
      put(slots, size, node, word, to);
    },
  };
}
