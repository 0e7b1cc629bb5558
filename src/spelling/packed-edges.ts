/*
 * Edges of an automaton for the way: without the 23 bits of a target, which compress badly. Nine of ten nodes are the
 * target of one edge alone; such a node stands where a walk over the tree comes to it, so that its edge need not say so.
 * Nodes that several edges lead to have a number, the most wanted first. `scripts/spelling/pack-edges.ts` writes it.
 */
export interface PackedEdges {
  /** Of each edge: 7 bits letter, then whether it is the last of its node. The first is no edge. */
  letters: Uint8Array;
  /**
   * Of each edge a number of at most 21 bits, the lowest 7 bits first, with the 8th bit set where more follow: the end of a
   * word, then 0 for a node of its own, 1 for none, 2 and up for the numbered nodes.
   */
  targets: Uint8Array;
  /** How many nodes have a number. Their trees stand first, then the root's. */
  numbered: number;
}

/** Lays edges out as {@link Automaton} has them. */
export function unpackEdges({ letters, targets, numbered }: PackedEdges): { edges: Uint32Array; root: number } {
  const edges = new Uint32Array(letters.length);
  const starts = new Uint32Array(numbered + 2);
  // Edges to nodes that come later, of their own and numbered ones.
  const open = new Uint32Array(letters.length);
  const ahead = new Uint32Array(letters.length);
  let opened = 0;
  let aheads = 0;
  let at = 1;
  let byte = 0;
  for (let number = 1; number <= numbered + 1; number++) {
    starts[number] = at;
    for (;;) {
      let letter = 0;
      do {
        letter = letters[at] ?? 128;
        let target = targets[byte++] ?? 0;
        if (target > 127) target = (target & 127) | ((targets[byte++] ?? 0) << 7);
        if (target > 16383) target = (target & 16383) | ((targets[byte++] ?? 0) << 14);
        const node = target >> 1;
        let first = 0;
        if (node === 0) open[opened++] = at;
        else if (node <= number + 1) first = node > 1 ? (starts[node - 1] ?? 0) : 0;
        else {
          first = node - 1;
          ahead[aheads++] = at;
        }
        edges[at++] = letter | ((target & 1) << 8) | (first << 9);
      } while (letter < 128);
      if (opened === 0) break;
      const edge = open[--opened] ?? 0;
      edges[edge] = (edges[edge] ?? 0) | (at << 9);
    }
  }
  for (let i = 0; i < aheads; i++) {
    const edge = ahead[i] ?? 0;
    const entry = edges[edge] ?? 0;
    edges[edge] = (entry & 511) | ((starts[entry >>> 9] ?? 0) << 9);
  }
  return { edges, root: starts[numbered + 1] ?? 0 };
}
