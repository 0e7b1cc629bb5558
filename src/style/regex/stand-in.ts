import type { Node } from './node.ts';

// A capital, a small letter and one without case, none of which any pattern names.
const capital = 'Ƕ';
const small = 'ƕ';
const other = 'ƻ';

/**
 * A text with Latin letters in the place of all others, unit for unit, for a look whether a pattern matches at all: V8
 * takes up to thirty milliseconds to compile what knows every letter.
 *
 * @returns undefined for a text with figures, marks or letters beyond Latin that none can stand in for
 */
export function standIn(text: string): string | undefined {
  if (/(?=[^\x00-\u02af])[\p{M}\p{N}\p{Pc}]|(?=[^\x00-\uffff])\p{L}/u.test(text)) return undefined;
  return text.replace(/(?=[^\x00-\u02af])\p{L}/gu, (letter) =>
    /\p{Lu}/u.test(letter) ? capital : /\p{Ll}/u.test(letter) ? small : other,
  );
}

const properties = new Set(['L', 'Lu', 'Ll', 'N', 'Nd', 'M']);

/** Whether a pattern matches in a text only where it matches in its stand-in: it names no letter beyond Latin. */
export function knowsNoOtherLetter(node: Node): boolean {
  switch (node.kind) {
    case 'char':
      return node.code <= 0x2af || !/[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(node.code));
    case 'class':
      return node.items.every((item) =>
        item.kind === 'property'
          ? properties.has(item.name)
          : item.kind === 'shorthand' || item.high <= 0x2af || (item.low >= 0x2010 && item.high <= 0x2027),
      );
    case 'look':
      // Two letters may have one stand-in: what must not stand again could seem to.
      return knowsNoOtherLetter(node.node) && !(node.negated && refersBack(node.node));
    default:
      if ('nodes' in node) return node.nodes.every(knowsNoOtherLetter);
      return 'node' in node ? knowsNoOtherLetter(node.node) : true;
  }
}

function refersBack(node: Node): boolean {
  if ('nodes' in node) return node.nodes.some(refersBack);
  return 'node' in node ? refersBack(node.node) : node.kind === 'reference';
}
