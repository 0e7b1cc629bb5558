import type { ClassItem, Node } from './node.ts';

/**
 * Marks of which a text must hold all of one line, each as often as it stands there, to hold a match: `"“”`. Where every
 * paragraph with a quotation has one of the strings that are looked out for, these tell that there is nothing to search.
 */
export type Marks = readonly string[];

const mostLines = 6;
/** Those that most quotations have are asked for last. */
const common = '”“’,.';
const nothing: Marks = [''];

/** The marks that a pattern cannot do without; undefined where these are fewer than so many. */
export function requiredMarks(root: Node, fewest: number): Marks | undefined {
  const lines = look(root, true);
  return lines.every((line) => line.length >= fewest) ? lines.map(sortMarks) : undefined;
}

/** Whether a text holds all the marks of a line. */
export function holdsMarks(text: string, lines: Marks): boolean {
  return lines.some((line) => {
    let at = -1;
    for (let i = 0; i < line.length; i++) {
      const mark = line.charAt(i);
      at = text.indexOf(mark, mark === line.charAt(i - 1) ? at + 1 : 0);
      if (at < 0) return false;
    }
    return true;
  });
}

const sortMarks = (line: string): string =>
  [...line].sort((a, b) => common.indexOf(a) - common.indexOf(b) || (a < b ? -1 : 1)).join('');

/** @param isWhole the node is all of the pattern, or all of one of its choices */
function look(node: Node, isWhole: boolean): Marks {
  switch (node.kind) {
    case 'char':
      return isMark(node.code) ? [String.fromCharCode(node.code)] : nothing;
    case 'class':
      return node.negated ? nothing : (marksOf(node.items) ?? nothing);
    case 'group':
      return look(node.node, isWhole);
    case 'choice': {
      const lines = [...new Set(node.nodes.flatMap((one) => look(one, isWhole)))];
      return lines.length > mostLines ? nothing : lines;
    }
    case 'repeat':
      return node.min > 0 ? look(node.node, false) : nothing;
    case 'sequence':
      return lookSequence(node.nodes, isWhole);
    default:
      return nothing;
  }
}

function lookSequence(all: readonly Node[], isWhole: boolean): Marks {
  const nodes = all.filter((node) => node.kind !== 'edge' && !(node.kind === 'look' && node.negated));
  const last = nodes.length - 1;
  if (last === 0 && nodes[0]?.kind !== 'look') return look(nodes[0] as Node, isWhole);
  let lines = nothing;
  nodes.forEach((node, i) => {
    if (node.kind !== 'look') lines = join(lines, look(node, false));
    // What stands before all of the match, and what behind: elsewhere it may be part of it.
    else if (isWhole && i === (node.behind ? 0 : last)) lines = join(lines, look(node.node, false));
  });
  return lines;
}

/** What one of the first lines and one of the second make; of too many the better ones. */
function join(first: Marks, second: Marks): Marks {
  if (first.length * second.length <= mostLines)
    return [...new Set(first.flatMap((one) => second.map((other) => one + other)))];
  const least = (lines: Marks) => Math.min(...lines.map(({ length }) => length));
  return least(first) < least(second) ? second : first;
}

/** The marks of a class, when they are few and nothing else is in it. */
function marksOf(items: readonly ClassItem[]): Marks | undefined {
  if (items.length > 3) return undefined;
  const marks: string[] = [];
  for (const item of items) {
    if (item.kind !== 'range' || item.low !== item.high || !isMark(item.low)) return undefined;
    marks.push(String.fromCharCode(item.low));
  }
  return marks.length > 0 ? marks : undefined;
}

/** What is put out of sight is written in asterisks. */
const isMark = (code: number): boolean =>
  code <= 0xffff && code !== 42 && /[^\s\p{L}\p{M}\p{N}\p{C}]/u.test(String.fromCharCode(code));
