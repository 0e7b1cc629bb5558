/**
 * Puts the edges of a packed automaton together (scripts/spelling/pack.ts), in the layout of `Automaton.edges`. The
 * streams, one after the other: of each edge its letter and whether it is the last of its node; of each edge its way (1 ends
 * a word, 2 leads to the next node behind the root that no edge led to yet, 4 to one that is named); low and high byte of
 * the first edge of each named node; for each way of 2 the step from the node before, the root at first.
 *
 * A million steps without a branch: the processor could not foresee any of them. What is read behind a stream's end is
 * undefined, which counts as 0; to ask for that took half of the time.
 *
 * @param count edges, edge 0 included, which belongs to no node
 * @param references edges that name their node
 */
export function unpackEdges(bytes: Uint8Array, count: number, root: number, references: number): Uint32Array {
  const own = count - 1;
  const ways = bytes.subarray(own);
  const low = bytes.subarray(own * 2);
  const high = bytes.subarray(own * 2 + references);
  const steps = bytes.subarray(own * 2 + references * 2);
  const edges = new Uint32Array(count);
  let reference = 0;
  let step = 0;
  let next = root;
  for (let i = 0; i < own; i++) {
    const way = ways[i] as number;
    const isNext = (way >> 1) & 1;
    const isNamed = way >> 2;
    next += (steps[step] as number) & -isNext;
    step += isNext;
    const named = (low[reference] as number) | ((high[reference] as number) << 8);
    reference += isNamed;
    edges[i + 1] = (bytes[i] as number) | ((way & 1) << 8) | (((named & -isNamed) | (next & -isNext)) << 9);
  }
  return edges;
}
