import { unpackEdges } from './unpack.ts';

/** What is known of a word. */
export interface WordClass {
  /** How common it is: 0 not seen, 10 the commonest; a step is a factor of four. */
  frequency: number;
  /** The variants of the language that have it, as in `en-US`; left out where all do. */
  variants?: readonly string[];
  noSuggest?: boolean;
  /** Capitals must stand as they are. */
  keepCase?: boolean;
  forbidden?: boolean;
}

/** A dictionary as scripts/spelling/automaton.ts compiles it. Letters are numbers below 128. */
export interface Automaton {
  /** 7 bits letter, then: last edge of its node, end of a word, 23 bits first edge of the target (0: none). */
  readonly edges: Uint32Array;
  readonly root: number;
  readonly letters: string;
  /** The number of a UTF-16 unit; -1 for one that no word has. */
  letter(unit: number): number;
  /** The class of the word that ends at an edge. */
  classAt(edge: number): WordClass;
  find(word: string): WordClass | undefined;
  /** Words that are built by rule (ordinal numbers); matches whole words. */
  readonly compounds: RegExp | undefined;
}

interface Head {
  letters: string;
  classes: WordClass[];
  compounds: string;
  edges: number;
  root: number;
  /** Of a packed automaton: how many edges name their node. */
  references?: number;
}

/**
 * Opens a compiled dictionary: in place, or unpacked when it ships packed.
 *
 * @param bytes an asset `spelling-NAME.bin`
 */
export function openAutomaton(bytes: Uint8Array): Automaton {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
  const { edges, values } = readEdges(bytes, Math.ceil((4 + length) / 4) * 4, head);
  const { classes, letters, root } = head;
  const numbers = new Int8Array(0x10000 >> 4).fill(-1);
  for (let i = 0; i < letters.length; i++) numbers[letters.charCodeAt(i)] = i;
  const plain: WordClass = classes[0] ?? { frequency: 0 };
  const letter = (unit: number) => numbers[unit] ?? -1;
  const classAt = (edge: number) => classes[values[edge] ?? 0] ?? plain;
  return {
    edges,
    root,
    letters,
    letter,
    classAt,
    compounds: head.compounds ? new RegExp(`^(?:${head.compounds})$`, 'i') : undefined,
    find(word) {
      let node = root;
      let edge = 0;
      for (let i = 0; i < word.length; i++) {
        const wanted = numbers[word.charCodeAt(i)] ?? -1;
        if (wanted < 0 || node === 0) return undefined;
        edge = node;
        let entry = edges[edge] ?? 0;
        while ((entry & 127) !== wanted) {
          if (entry & 128) return undefined;
          entry = edges[++edge] ?? 128;
        }
        node = entry >>> 9;
      }
      return word && (edges[edge] ?? 0) & 256 ? classAt(edge) : undefined;
    },
  };
}

/** A copy of what is needed of the bytes, or a view of them all. */
function readEdges(bytes: Uint8Array, start: number, head: Head): { edges: Uint32Array; values: Uint8Array } {
  const hasValues = head.classes.length > 1;
  if (head.references !== undefined) {
    const edges = unpackEdges(bytes.subarray(start), head.edges, head.root, head.references);
    return { edges, values: hasValues ? bytes.slice(-head.edges) : new Uint8Array() };
  }
  // A view needs an aligned start; a port may hand out a slice of something larger.
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const edges = new Uint32Array(own.buffer, own.byteOffset + start, head.edges);
  return { edges, values: own.subarray(start + head.edges * 4) };
}
