/** An automaton's edges in another order, in streams that deflate well; src/spelling/unpack.ts puts them together again. */
export interface Packed {
  /** Of each stream one byte after the other, in the order in which they are listed in `unpack.ts`. */
  bytes: Uint8Array;
  /** For each edge in the new order, which it was. */
  order: Uint32Array;
  root: number;
  references: number;
}

/**
 * Packs the edges of an automaton. Nodes that several edges lead to come first, those with most before those with few, so
 * that edges to them hold small numbers again and again. The root follows, and then every other node in the order of the
 * one edge that leads to it: such an edge need not say where it leads.
 *
 * @param edges as `compileAutomaton` lays them out; edge 0 belongs to no node
 * @throws Error when the shared nodes have more edges than two bytes can number
 */
export function packEdges(edges: Uint32Array, root: number): Packed {
  const leading = new Uint32Array(edges.length);
  for (const edge of edges.subarray(1)) if (edge >>> 9) leading[edge >>> 9] = (leading[edge >>> 9] ?? 0) + 1;
  const isShared = (node: number) => (leading[node] ?? 0) > 1;
  const nodes = [...leading.keys()].filter(isShared).sort((a, b) => (leading[b] ?? 0) - (leading[a] ?? 0));
  nodes.push(root);
  const order = new Uint32Array(edges.length);
  const places = new Map<number, number>();
  let count = 1;
  for (const node of nodes) {
    places.set(node, count);
    for (let edge = node; ; edge++) {
      const entry = edges[edge] ?? 128;
      order[count++] = edge;
      if (entry >>> 9 && !isShared(entry >>> 9)) nodes.push(entry >>> 9);
      if (entry & 128) break;
    }
  }
  const newRoot = places.get(root) ?? 0;
  if (newRoot > 0xffff) throw new Error(`shared nodes have ${newRoot} edges; a reference numbers ${0xffff}`);

  const letters: number[] = [];
  const ways: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const steps: number[] = [];
  let last = newRoot;
  for (const edge of order.subarray(1)) {
    const entry = edges[edge] ?? 0;
    const target = places.get(entry >>> 9) ?? 0;
    letters.push(entry & 255);
    const ends = (entry >>> 8) & 1;
    if (target === 0) {
      ways.push(ends);
    } else if (isShared(entry >>> 9)) {
      ways.push(ends | 4);
      low.push(target & 255);
      high.push(target >>> 8);
    } else {
      ways.push(ends | 2);
      steps.push(target - last);
      last = target;
    }
  }
  const bytes = Uint8Array.from([letters, ways, low, high, steps].flat());
  return { bytes, order, root: newRoot, references: low.length };
}
