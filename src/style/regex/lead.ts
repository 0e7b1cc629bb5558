import { addAllBeyond, emptySet } from './charset.ts';
import type { ClassItem, Node } from './node.ts';
import type { Dialect } from './write.ts';

type Look = Extract<Node, { kind: 'look' }>;

/**
 * The same pattern in a form that an engine searches for faster. Letters stand before what looks behind them (`(?<=a)b` is
 * `b(?<=ab)`): an engine skips to the letters that a match can begin with, but asks what lies behind at every place of a
 * text. The edge of a word says which edge it is, where V8 doesn't know the dialect's letters itself.
 */
export function leadWithLetters(node: Node, dialect: Dialect): Node {
  if (node.kind === 'sequence') {
    const nodes = node.nodes.map((part) => leadWithLetters(part, dialect));
    return { kind: 'sequence', nodes: reorder(dialect === 'ascii' ? nodes : nodes.map(tellEdge)) };
  }
  // An engine searches no further for what must begin the text.
  if (isStart(node)) return { kind: 'edge', edge: 'A', multiline: false };
  // What looks behind is read backwards.
  if (node.kind === 'look' && node.behind) return node;
  if (node.kind === 'choice') return { ...node, nodes: node.nodes.map((part) => leadWithLetters(part, dialect)) };
  return 'node' in node ? { ...node, node: leadWithLetters(node.node, dialect) } : node;
}

function reorder(nodes: readonly Node[]): Node[] {
  const led: Node[] = [];
  let behind: Look[] = [];
  for (const node of nodes) {
    const parts = behind.length > 0 ? takeLetter(node) : undefined;
    if (parts) {
      const [letter, rest] = parts;
      led.push(letter);
      for (const look of behind) led.push({ ...look, node: { kind: 'sequence', nodes: [look.node, letter] } });
      if (rest) led.push(rest);
      behind = [];
    } else if (node.kind === 'look' && node.behind) {
      behind.push(node);
    } else {
      led.push(...behind, node);
      behind = [];
    }
  }
  return [...led, ...behind];
}

/** The one letter that a node begins with, and what is left of it. */
function takeLetter(node: Node): [Node, Node?] | undefined {
  if (isLetter(node)) return [node];
  if (node.kind !== 'repeat' || node.min < 1 || !isLetter(node.node)) return undefined;
  const { min, max } = node;
  return max === 1 ? [node.node] : [node.node, { ...node, min: min - 1, max: max - 1 }];
}

/** `(?<![\s\S])`: nothing stands before it. */
const isStart = (node: Node) =>
  node.kind === 'look' && node.behind && node.negated && node.node.kind === 'class' && readsAll(node.node);

const readsAll = ({ items, negated }: Extract<Node, { kind: 'class' }>) =>
  !negated && ['s', 'S'].every((letter) => items.some((item) => item.kind === 'shorthand' && item.letter === letter));

const isLetter = (node: Node) => node.kind === 'char' || (node.kind === 'class' && !node.negated);

/** `\b` before a letter is no letter behind it; after one, none ahead. */
function tellEdge(node: Node, i: number, nodes: readonly Node[]): Node {
  if (node.kind !== 'edge' || node.edge !== 'b') return node;
  const [before, after] = [nodes[i - 1], nodes[i + 1]];
  if (after && isWordAt('first', after)) return { kind: 'look', behind: true, negated: true, node: wordLetter };
  if (before && isWordAt('last', before)) return { kind: 'look', behind: false, negated: true, node: wordLetter };
  return node;
}

const wordItem: ClassItem = { kind: 'shorthand', letter: 'w' };
const wordSet = emptySet();
addAllBeyond(wordSet);
const wordLetter: Node = { kind: 'class', items: [wordItem], negated: false, fold: true, set: wordSet };

/** Whether whatever a node matches begins or ends with a letter or figure. */
function isWordAt(end: 'first' | 'last', node: Node): boolean {
  switch (node.kind) {
    case 'char':
      return /[\p{L}\p{Mn}\p{Nd}\p{Pc}]/u.test(String.fromCodePoint(node.code));
    case 'class':
      return !node.negated && node.items.every(isWordItem);
    case 'group':
      return isWordAt(end, node.node);
    case 'repeat':
      return node.min > 0 && isWordAt(end, node.node);
    case 'choice':
      return node.nodes.every((part) => isWordAt(end, part));
    case 'sequence': {
      const parts = node.nodes.filter(({ kind }) => kind !== 'look' && kind !== 'edge');
      const part = parts.at(end === 'first' ? 0 : -1);
      return part !== undefined && isWordAt(end, part);
    }
    default:
      return false;
  }
}

function isWordItem(item: ClassItem): boolean {
  if (item.kind === 'shorthand') return item.letter === 'w' || item.letter === 'd';
  if (item.kind === 'property') return !item.negated && ['L', 'Lu', 'Ll', 'Nd'].includes(item.name);
  const { low, high } = item;
  return low === high
    ? /[\p{L}\p{Mn}\p{Nd}\p{Pc}]/u.test(String.fromCodePoint(low))
    : [
        [48, 57],
        [65, 90],
        [97, 122],
      ].some(([from = 0, to = 0]) => low >= from && high <= to);
}
