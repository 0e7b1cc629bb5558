import type { PackedEdges } from '../../src/spelling/packed-edges.ts';

/** Packs the edges of an automaton for `unpackEdges`. */
export function packEdges(edges: Uint32Array, root: number): PackedEdges {
  const wanted = new Map<number, number>();
  for (const edge of edges.subarray(1)) {
    const target = edge >>> 9;
    if (target !== 0) wanted.set(target, (wanted.get(target) ?? 0) + 1);
  }
  const numbered = [...wanted].filter(([, times]) => times > 1).sort(([a, m], [b, n]) => n - m || a - b);
  if (numbered.length >= 1 << 19)
    throw new Error(`${numbered.length} nodes with a number; three bytes hold ${1 << 19}`);
  const numbers = new Map(numbered.map(([node], i) => [node, i + 2]));
  const letters = [0];
  const targets: number[] = [];
  for (const tree of [...numbered.map(([node]) => node), root]) {
    const open = [tree];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (let at = node, last = 0; last === 0; at++) {
        const edge = edges[at] ?? 128;
        const target = edge >>> 9;
        last = edge & 128;
        letters.push(edge & 255);
        const number = target === 0 ? 1 : (numbers.get(target) ?? 0);
        if (number === 0) open.push(target);
        writeNumber(targets, (number << 1) | ((edge >>> 8) & 1));
      }
    }
  }
  return { letters: Uint8Array.from(letters), targets: Uint8Array.from(targets), numbered: numbered.length };
}

function writeNumber(bytes: number[], number: number): void {
  let rest = number;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}
