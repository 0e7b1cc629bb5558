import type { Node } from './node.ts';
import { PatternError } from './node.ts';
import { parsePattern } from './parse.ts';

const most = 64;

/** Every text that a pattern can match, in order; undefined when they are too many to list. */
export function listSpellings(pattern: string): readonly string[] | undefined {
  try {
    return spell(parsePattern(pattern));
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

function spell(node: Node): readonly string[] | undefined {
  switch (node.kind) {
    case 'char':
      return [String.fromCodePoint(node.code)];
    case 'group':
      return spell(node.node);
    case 'choice': {
      const all = node.nodes.map(spell);
      return all.every((one) => one !== undefined) ? all.flat().slice(0, most + 1) : undefined;
    }
    case 'repeat': {
      const inner = node.min === 0 && node.max === 1 ? spell(node.node) : undefined;
      return inner && [...inner, ''];
    }
    case 'sequence': {
      let texts: readonly string[] = [''];
      for (const part of node.nodes) {
        const next = spell(part);
        if (!next || texts.length * next.length > most) return undefined;
        texts = texts.flatMap((text) => next.map((more) => text + more));
      }
      return texts;
    }
    default:
      return undefined;
  }
}
