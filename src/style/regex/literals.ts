import type { Node } from './node.ts';

/**
 * Strings of which every text with a match must hold at least one, in lower case; undefined when none can be named. Used to skip a
 * pattern for a text that cannot match.
 */
export function requiredLiterals(node: Node): readonly string[] | undefined {
  switch (node.kind) {
    case 'char':
    case 'sequence':
      return best(runs(node.kind === 'char' ? [node] : node.nodes));
    case 'choice': {
      const all: string[] = [];
      for (const branch of node.nodes) {
        const literals = requiredLiterals(branch);
        if (!literals) return undefined;
        all.push(...literals);
      }
      return [...new Set(all)];
    }
    case 'group':
      return requiredLiterals(node.node);
    case 'repeat':
      // «X{4,}» is no «x».
      if (node.min > 1 && node.node.kind === 'char') return requiredLiterals(repeatChar(node.node, node.min));
      return node.min > 0 ? requiredLiterals(node.node) : undefined;
    default:
      return undefined;
  }
}

const repeatChar = (node: Node, count: number): Node => ({
  kind: 'sequence',
  nodes: new Array<Node>(Math.min(count, 4)).fill(node),
});

/** The candidates of a sequence: its runs of plain letters, and what its parts require. */
function runs(nodes: readonly Node[]): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  let run = '';
  const close = () => {
    if (run) found.push([run]);
    run = '';
  };
  const read = (list: readonly Node[]): void => {
    for (const node of list) {
      const plain = node.kind === 'group' && node.node.kind !== 'choice' ? node.node : node;
      if (plain.kind === 'char') {
        const letter = String.fromCodePoint(plain.code).toLowerCase();
        if (letter.length === 1) run += letter;
        else close();
      } else if (plain.kind === 'sequence') read(plain.nodes);
      else if (plain.kind === 'look') {
        // What is looked for around a match stands in the text, too.
        const literals = plain.negated ? undefined : requiredLiterals(plain.node);
        if (literals) found.push(literals);
      } else if (plain.kind !== 'edge') {
        close();
        const literals = requiredLiterals(plain);
        if (literals) found.push(literals);
      }
    }
  };
  read(nodes);
  close();
  return found;
}

/** The candidate that rules out most: long strings first, then few. */
function best(candidates: readonly (readonly string[])[]): readonly string[] | undefined {
  let choice: readonly string[] | undefined;
  let length = 0;
  for (const candidate of candidates) {
    const shortest = Math.min(5, ...candidate.map((literal) => literal.length));
    if (shortest > length || (shortest === length && choice && candidate.length < choice.length)) {
      choice = candidate;
      length = shortest;
    }
  }
  return choice;
}
