import type { Said } from '../../text/index.ts';
import { said } from '../../text/index.ts';
import { hasBit } from '../bits.ts';
import type { CharSet } from './charset.ts';
import { addCode, addRange, emptySet, foldSet, overlaps } from './charset.ts';
import type { Node } from './node.ts';

const maxPositions = 600;
const maxCopies = 8;
const longLoop = 100;
const endlessLoop = 1000;

/** Why a backtracking engine could take very long on a pattern. */
export interface Risk {
  reason: Said;
  /** Loops that can read one and the same stretch: the time grows with the text's length to the power of one more. */
  degree: number;
}

/** Finds what could make a backtracking engine take very long; undefined when nothing can. */
export function findRisk(root: Node): Risk | undefined {
  let reason: Said | undefined;
  const visit = (node: Node): void => {
    if (reason) return;
    if (node.kind === 'repeat' && node.max > maxCopies && holdsLoopOrChoice(node.node)) {
      reason = ambiguousLoop(node);
      if (reason) return;
    }
    if ('nodes' in node) node.nodes.forEach(visit);
    else if ('node' in node) visit(node.node);
  };
  visit(root);
  if (reason) return { reason, degree: Infinity };
  const degree = loopChain(root);
  if (degree < 2) return undefined;
  return { reason: said`${degree} loops in a row can read the same characters`, degree };
}

/** Whether a loop takes more than one sign a round: begun anew at each place of a text, it is some ten times as slow. */
export function holdsSlowLoop(node: Node): boolean {
  if (node.kind === 'repeat' && node.max > longLoop && holdsLoopOrChoice(node.node)) return true;
  if ('nodes' in node) return node.nodes.some(holdsSlowLoop);
  return 'node' in node && holdsSlowLoop(node.node);
}

/** How a search begins: `words` with a loop that reads on from word to word, `signs` with one that does not. */
export type Beginning = 'words' | 'signs' | undefined;

/**
 * Finds the loop that a match begins with, or comes to over signs of many kinds: where it fails, a search begins it anew
 * at the next sign, so that its time grows with the square of what the loop can read.
 */
export function findBeginning(root: Node): Beginning {
  return begin(root).loop;
}

function begin(node: Node): { loop: Beginning; passes: boolean } {
  switch (node.kind) {
    case 'group':
      return begin(node.node);
    case 'repeat': {
      if (isEndless(node)) return { loop: readsWords(node.node) ? 'words' : 'signs', passes: true };
      const { loop, passes } = begin(node.node);
      return { loop, passes: passes || node.min === 0 };
    }
    case 'choice': {
      const branches = node.nodes.map(begin);
      return { loop: worst(branches), passes: branches.some(({ passes }) => passes) };
    }
    case 'sequence': {
      const parts: { loop: Beginning }[] = [];
      for (const part of node.nodes) {
        const found = begin(part);
        parts.push(found);
        if (!found.passes) return { loop: worst(parts), passes: false };
      }
      return { loop: worst(parts), passes: true };
    }
    case 'look':
      // What must not be there would be missing at the edge of a piece.
      return { loop: node.negated ? undefined : endlessIn(node.node), passes: true };
    case 'edge':
      // A line begins but once.
      return { loop: undefined, passes: node.edge === 'b' || node.edge === 'B' };
    case 'char':
      return { loop: undefined, passes: false };
    default:
      return { loop: undefined, passes: readsMany(node) };
  }
}

const isEndless = (node: Node) => node.kind === 'repeat' && node.max > endlessLoop;

function endlessIn(node: Node): Beginning {
  if (node.kind === 'repeat' && isEndless(node)) return readsWords(node.node) ? 'words' : 'signs';
  if ('nodes' in node) return worst(node.nodes.map((part) => ({ loop: endlessIn(part) })));
  return 'node' in node ? endlessIn(node.node) : undefined;
}

const worst = (parts: readonly { loop: Beginning }[]): Beginning =>
  parts.some(({ loop }) => loop === 'words') ? 'words' : parts.find(({ loop }) => loop)?.loop;

function readsWords(node: Node): boolean {
  const set = readable(node);
  return hasBit(set, 0x20) && hasBit(set, 0x65) && hasBit(set, 0x74);
}

/** Whether a sign of the kind stands nearly everywhere: some five of the commonest letters, or all that are none. */
function readsMany(node: Node): boolean {
  const set = readable(node);
  return [...'etaoins'].filter((letter) => hasBit(set, letter.charCodeAt(0))).length > 4 || hasBit(set, 0x20);
}

function holdsLoopOrChoice(node: Node): boolean {
  if (node.kind === 'repeat' || node.kind === 'choice' || node.kind === 'reference') return true;
  if ('nodes' in node) return node.nodes.some(holdsLoopOrChoice);
  return 'node' in node && holdsLoopOrChoice(node.node);
}

interface Part {
  first: readonly number[];
  last: readonly number[];
  nullable: boolean;
}

/**
 * Looks for exponential ambiguity in one loop: two different ways through it that read the same text and meet again.
 * The loop becomes a position automaton (Glushkov 1961); a pair of its states that leaves the diagonal and comes back
 * is the proof (Weber and Seidl 1991). Edges made twice are two ways as well.
 */
function ambiguousLoop(loop: Extract<Node, { kind: 'repeat' }>): Said | undefined {
  const sets: CharSet[] = [];
  const follow: Map<number, number>[] = [];
  let tooLarge = false;

  const connect = (from: readonly number[], to: readonly number[]) => {
    for (const p of from) for (const q of to) follow[p]?.set(q, (follow[p]?.get(q) ?? 0) + 1);
  };
  const place = (set: CharSet): Part => {
    if (sets.length >= maxPositions) tooLarge = true;
    else {
      sets.push(set);
      follow.push(new Map());
    }
    const position = sets.length - 1;
    return { first: [position], last: [position], nullable: false };
  };
  const join = (a: Part, b: Part): Part => {
    connect(a.last, b.first);
    return {
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
      nullable: a.nullable && b.nullable,
    };
  };
  const nothing: Part = { first: [], last: [], nullable: true };
  const build = (node: Node): Part => {
    if (tooLarge) return nothing;
    switch (node.kind) {
      case 'sequence':
        return node.nodes.map(build).reduce(join, nothing);
      case 'choice': {
        const parts = node.nodes.map(build);
        return {
          first: parts.flatMap(({ first }) => first),
          last: parts.flatMap(({ last }) => last),
          nullable: parts.some(({ nullable }) => nullable),
        };
      }
      case 'group':
        return build(node.node);
      case 'repeat': {
        let part = nothing;
        const copies = Math.min(node.min, maxCopies);
        for (let i = 0; i < copies; i++) part = join(part, build(node.node));
        if (node.max > maxCopies) {
          const tail = build(node.node);
          connect(tail.last, tail.first);
          return join(part, { ...tail, nullable: true });
        }
        for (let i = copies; i < node.max; i++) part = join(part, { ...build(node.node), nullable: true });
        return part;
      }
      case 'reference':
        return { ...place(readable(node)), nullable: true };
      case 'look':
      case 'edge':
        return nothing;
      default:
        return place(readable(node));
    }
  };

  const body = build(loop.node);
  connect(body.last, body.first);
  if (tooLarge) return said`a loop too large to be proved harmless`;
  // The loop's own body may be empty only when nothing inside it loops: V8 leaves an empty round at once.
  const size = sets.length;
  const inCycle = (p: number, q: number) => reach(q, (s) => [...(follow[s]?.keys() ?? [])]).has(p);
  for (let p = 0; p < size; p++)
    for (const [q, ways] of follow[p] ?? [])
      if (ways > 1 && inCycle(p, q)) return said`a loop inside a loop reads the same text in two ways`;
  const step = (pair: number): number[] => {
    const a = Math.floor(pair / size);
    const b = pair % size;
    const next: number[] = [];
    for (const p of follow[a]?.keys() ?? [])
      for (const q of follow[b]?.keys() ?? []) {
        const [one, two] = [sets[p], sets[q]];
        if (one && two && overlaps(one, two)) next.push(p * size + q);
      }
    return next;
  };
  for (let p = 0; p < size; p++) {
    const diagonal = p * size + p;
    const apart = step(diagonal).filter((pair) => Math.floor(pair / size) !== pair % size);
    for (const pair of apart)
      if (reach(pair, step).has(diagonal)) return said`a loop whose branches read the same text`;
  }
  return undefined;
}

function reach(from: number, step: (state: number) => readonly number[]): Set<number> {
  const seen = new Set([from]);
  const open = [from];
  for (let state = open.pop(); state !== undefined; state = open.pop())
    for (const next of step(state))
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
  return seen;
}

/** How many loops in a row can read one and the same character: each is one more power of the text's length. */
function loopChain(root: Node): number {
  // Fewer are no risk, whatever they read: most patterns are told at once.
  const loops = listLoops(root);
  const most = loops.reduce((sum, [, times]) => sum + times, 0);
  if (most < 2) return most;
  const reads = new Map<Node, CharSet>();
  const readsOne = (node: Node, { code, set: only }: Single) => {
    if (code >= 128 && node.kind === 'char') return node.code === code;
    if (code >= 128 && node.kind === 'class' && node.items.every(({ kind }) => kind === 'range'))
      return node.negated !== node.items.some((item) => item.kind === 'range' && item.low <= code && code <= item.high);
    const set = reads.get(node) ?? readable(node);
    reads.set(node, set);
    return overlaps(set, only);
  };
  let longest = 0;
  for (const only of singles(root)) {
    // The chain is no longer than there are loops that can read the character: mostly fewer than two.
    let bound = 0;
    for (const [loop, times] of loops) if (readsOne(loop, only)) bound += times;
    if (bound <= Math.max(1, longest)) continue;
    const end = follow(root, 0, only);
    longest = Math.max(longest, end);
  }
  return longest;

  /** The chain after a node that began with so many; what must read another character breaks it. */
  function follow(node: Node, before: number, only: Single): number {
    longest = Math.max(longest, before);
    switch (node.kind) {
      case 'group':
        return follow(node.node, before, only);
      case 'sequence':
        return node.nodes.reduce((count, part) => follow(part, count, only), before);
      case 'choice':
        return Math.max(0, ...node.nodes.map((branch) => follow(branch, before, only)));
      case 'look': {
        // It is tried at each of the ways that lead to it.
        const outside = longest;
        longest = 0;
        follow(node.node, 0, only);
        const both = before + longest;
        longest = Math.max(outside, both);
        return both;
      }
      case 'edge':
        return before;
      case 'repeat':
        return followRepeat(node, before, only);
      default:
        return readsOne(node, only) ? before : 0;
    }
  }

  /** Whether a node can be passed in a stretch of the character. */
  function canStay(node: Node, only: Single): boolean {
    switch (node.kind) {
      case 'group':
        return canStay(node.node, only);
      case 'sequence':
        return node.nodes.every((part) => canStay(part, only));
      case 'choice':
        return node.nodes.some((branch) => canStay(branch, only));
      case 'repeat':
        return node.min === 0 || canStay(node.node, only);
      case 'look':
      case 'edge':
        return true;
      default:
        return readsOne(node, only);
    }
  }

  function followRepeat(node: Extract<Node, { kind: 'repeat' }>, before: number, only: Single): number {
    const skipped = node.min === 0 ? before : 0;
    if (node.max > maxCopies) {
      // A round that must read something else is at most at its edge in such a stretch.
      const after = follow(node.node, before, only);
      return canStay(node.node, only) && readsOne(node.node, only) ? before + 1 : Math.max(skipped, after);
    }
    let after = before;
    let best = skipped;
    for (let taken = 1; taken <= node.max; taken++) {
      after = follow(node.node, after, only);
      if (taken >= node.min) best = Math.max(best, after);
    }
    return best;
  }
}

/** What the loops of a pattern repeat, and how often each loop is repeated itself in a short repetition. */
function listLoops(node: Node, times = 1): (readonly [node: Node, times: number])[] {
  if (node.kind === 'repeat') {
    const isLoop = node.max > maxCopies;
    const inside = listLoops(node.node, isLoop ? times : times * node.max);
    return isLoop ? [[node.node, times], ...inside] : inside;
  }
  if ('nodes' in node) return node.nodes.flatMap((part) => listLoops(part, times));
  return 'node' in node ? listLoops(node.node, times) : [];
}

/** A character whose stretches are looked at. */
interface Single {
  code: number;
  set: CharSet;
}

/** Each ASCII character; a letter, a blank and a mark beyond; and the marks beyond that the pattern names. */
function singles(root: Node): Single[] {
  const named = new Set<number>([0xe9, 0xa0, 0x2014]);
  const visit = (node: Node): void => {
    if (node.kind === 'char' && node.code >= 128) named.add(node.code);
    if ('nodes' in node) node.nodes.forEach(visit);
    else if ('node' in node) visit(node.node);
  };
  visit(root);
  return [...Array(128).keys(), ...named].map((code) => {
    const set = emptySet();
    addCode(set, code);
    return { code, set };
  });
}

/** Every character that a node can read. */
function readable(node: Node): CharSet {
  const set = emptySet();
  switch (node.kind) {
    case 'char':
      addCode(set, node.code);
      return node.fold ? foldSet(set) : set;
    case 'class':
      return node.set;
    case 'sequence':
    case 'choice':
      for (const part of node.nodes)
        readable(part).forEach((bits, i) => {
          set[i] = (set[i] ?? 0) | bits;
        });
      return set;
    case 'group':
    case 'repeat':
      return readable(node.node);
    case 'look':
    case 'edge':
      return set;
    default:
      addRange(set, 0, 0x10ffff);
      return set;
  }
}
