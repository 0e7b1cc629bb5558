import { packEdges } from './pack.ts';

/** What is known of a form, shared by many forms. */
export interface WordClass {
  /** How common the word is: 0 unseen, then about a doubling a step. */
  frequency: number;
  /** The variants of the language that have the word; left out where all do. */
  variants?: readonly string[];
  noSuggest?: boolean;
  keepCase?: boolean;
  forbidden?: boolean;
}

/** What the compiler reads: rows in rising code unit order, no word twice. */
export interface AutomatonSource {
  rows: readonly (readonly [word: string, wordClass: number])[];
  classes: readonly WordClass[];
  /** Source of a regular expression for compounds; empty without any. */
  compounds: string;
  /** Tells what the automaton was made from. */
  stamp: string;
  /** A third less to download, some milliseconds more to open. */
  isPacked?: boolean;
}

const tableBits = 22;

/**
 * Compiles words to a minimal acyclic automaton (Daciuk et al. 2000, words in order), in the layout that
 * src/spelling/automaton.ts reads: a JSON head, then 32-bit edges (7 bits letter, last of its node, end of a word,
 * 23 bits first edge of the target) or what `packEdges` makes of them, then one byte an edge for the class of the word that
 * ends there.
 */
export function compileAutomaton({ rows, classes, compounds, stamp, isPacked }: AutomatonSource): Uint8Array {
  if (classes.length > 256) throw new Error(`${classes.length} classes; a byte holds 256`);
  const letters = [...new Set(rows.flatMap(([word]) => word.split('')))].sort();
  if (letters.length > 128) throw new Error(`${letters.length} letters; an edge holds 128`);
  const codes = new Map(letters.map((letter, i) => [letter, i]));
  let edges = new Uint32Array(1 << 16);
  let values = new Uint8Array(1 << 16);
  let count = 1;
  const register = new Int32Array(1 << tableBits);
  // The path of the word before: at each depth the edges of its node, the last one still open.
  const path: { edges: number[]; values: number[] }[] = [{ edges: [], values: [] }];

  const freeze = (node: { edges: number[]; values: number[] }): number => {
    const { length } = node.edges;
    if (length === 0) return 0;
    node.edges[length - 1] = (node.edges[length - 1] ?? 0) | 128;
    let hash = 0;
    for (let i = 0; i < length; i++)
      hash = Math.imul(hash ^ (node.edges[i] ?? 0), 0x9e3779b1) ^ ((node.values[i] ?? 0) + (hash >>> 15));
    let slot = (hash ^ (hash >>> 13)) & (register.length - 1);
    for (;;) {
      const found = register[slot] ?? 0;
      if (found === 0) break;
      let same = true;
      for (let i = 0; i < length && same; i++)
        same = edges[found + i] === (node.edges[i] ?? 0) >>> 0 && values[found + i] === node.values[i];
      if (same) return found;
      slot = (slot + 1) & (register.length - 1);
    }
    if (count + length > edges.length) {
      edges = grow(edges, new Uint32Array(edges.length * 2));
      values = grow(values, new Uint8Array(values.length * 2));
    }
    edges.set(node.edges, count);
    values.set(node.values, count);
    register[slot] = count;
    count += length;
    return count - length;
  };
  const close = (depth: number) => {
    while (path.length > depth + 1) {
      const target = freeze(path.pop() ?? { edges: [], values: [] });
      const parent = path.at(-1);
      if (parent) parent.edges[parent.edges.length - 1] = (parent.edges.at(-1) ?? 0) | (target << 9);
    }
  };

  let before = '';
  for (const [word, wordClass] of rows) {
    let shared = 0;
    while (shared < word.length && word[shared] === before[shared]) shared++;
    close(shared);
    for (let depth = shared; depth < word.length; depth++) {
      const node = path[depth];
      const ends = depth === word.length - 1;
      node?.edges.push((codes.get(word.charAt(depth)) ?? 0) | (ends ? 256 : 0));
      node?.values.push(ends ? wordClass : 0);
      path.push({ edges: [], values: [] });
    }
    before = word;
  }
  close(0);
  const root = freeze(path[0] ?? { edges: [], values: [] });
  if (count >= 1 << 23) throw new Error(`${count} edges; an edge points to at most ${1 << 23}`);
  const made = { edges: edges.subarray(0, count), values: values.subarray(0, classes.length > 1 ? count : 0) };
  const head = { stamp, letters: letters.join(''), classes, compounds, words: rows.length, edges: count, root };
  if (!isPacked) return join(head, toBytes(made.edges), made.values);
  const packed = packEdges(made.edges, root);
  return join(
    { ...head, root: packed.root, references: packed.references },
    packed.bytes,
    classes.length > 1 ? Uint8Array.from(packed.order, (edge) => values[edge] ?? 0) : made.values,
  );
}

function grow<Numbers extends Uint32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

function toBytes({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function join(head: object, edges: Uint8Array, values: Uint8Array): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const start = Math.ceil((4 + json.length) / 4) * 4;
  const bytes = new Uint8Array(start + edges.length + values.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  bytes.set(edges, start);
  bytes.set(values, start + edges.length);
  return bytes;
}

/** The stamp of a compiled automaton. */
export function readStamp(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return (JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as { stamp?: unknown }).stamp;
}
