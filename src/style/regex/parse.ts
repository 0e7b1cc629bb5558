import { said } from '../../text/index.ts';
import { addBits } from '../bits.ts';
import type { CharSet } from './charset.ts';
import { addAllBeyond, addRange, emptySet, foldSet, invertSet, propertySet, shorthandSet } from './charset.ts';
import type { ClassItem, Node } from './node.ts';
import { PatternError } from './node.ts';

interface Flags {
  i: boolean;
  m: boolean;
  s: boolean;
  x: boolean;
}

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, e: 27 };
const quantifier = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\?|\+)?/;

/**
 * Parses a pattern in the flavour that Vale reads (regexp2, which is .NET's: look-around, named groups, inline flags).
 *
 * @param source the pattern
 * @param given flags in force from its first character
 * @throws PatternError for what is malformed or has no counterpart
 */
export function parsePattern(source: string, given: { i?: boolean; m?: boolean } = {}): Node {
  let at = 0;
  let groups = 0;
  const names: string[] = [];
  let flags: Flags = { i: given.i === true, m: given.m === true, s: false, x: false };

  const node = readChoice();
  if (at < source.length) throw new PatternError(said`“)” without “(”`, at);
  numberNames(node);
  return node;

  function readChoice(): Node {
    const outer = flags;
    const branches: Node[] = [];
    let nodes: Node[] = [];
    const close = () => branches.push(nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'sequence', nodes });
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        close();
        nodes = [];
        at++;
        continue;
      }
      const atom = readAtom();
      if (atom) nodes.push(readQuantifiers(atom));
    }
    close();
    // A flag set inside holds to the end of its group, later branches included, and no further.
    flags = outer;
    return branches.length === 1 && branches[0] ? branches[0] : { kind: 'choice', nodes: branches };
  }

  function readQuantifiers(atom: Node): Node {
    let node = atom;
    for (;;) {
      const match = quantifier.exec(source.slice(at, at + 24));
      if (!match) return node;
      if (match[5] === '+') throw new PatternError(said`possessive quantifiers are not known to this flavour`, at);
      at += match[0].length;
      const [, sign, low, comma, high] = match;
      const min = sign ? (sign === '+' ? 1 : 0) : Number(low);
      const max = sign ? (sign === '?' ? 1 : Infinity) : comma ? (high ? Number(high) : Infinity) : Number(low);
      if (max < min) throw new PatternError(said`a repetition whose numbers are in the wrong order`, at);
      node = { kind: 'repeat', node, min, max, lazy: match[5] === '?' };
    }
  }

  function readAtom(): Node | undefined {
    const letter = source[at];
    switch (letter) {
      case '(':
        return readGroup();
      case '[':
        return readClass();
      case '.':
        at++;
        return { kind: 'any', dotAll: flags.s };
      case '^':
      case '$':
        at++;
        return { kind: 'edge', edge: letter, multiline: flags.m };
      case '\\':
        return readEscape();
      case '*':
      case '+':
      case '?':
        throw new PatternError(said`“${letter}” has nothing to repeat`, at);
    }
    if (flags.x && letter && /\s/.test(letter)) {
      at++;
      return undefined;
    }
    if (flags.x && letter === '#') {
      while (at < source.length && source[at] !== '\n') at++;
      return undefined;
    }
    const code = source.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    return { kind: 'char', code, fold: flags.i };
  }

  function readGroup(): Node | undefined {
    const open = at;
    const rest = source.slice(at);
    const comment = /^\(\?#[^)]*\)/.exec(rest);
    if (comment) {
      at += comment[0].length;
      return undefined;
    }
    const options = /^\(\?([imsxn]*)(?:-([imsxn]*))?([:)])/.exec(rest);
    if (options) {
      const [whole, on = '', off = '', end] = options;
      at += whole.length;
      const changed = { ...flags };
      for (const key of 'imsx') {
        if (on.includes(key)) changed[key as keyof Flags] = true;
        if (off.includes(key)) changed[key as keyof Flags] = false;
      }
      if (end === ')') {
        flags = changed;
        return undefined;
      }
      const before = flags;
      flags = changed;
      const node = readBody(open);
      flags = before;
      return { kind: 'group', node };
    }
    const look = /^\(\?(<?)([=!])/.exec(rest);
    if (look) {
      at += look[0].length;
      return { kind: 'look', behind: look[1] === '<', negated: look[2] === '!', node: readBody(open) };
    }
    const named = /^\(\?P?(?:<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/.exec(rest);
    if (named) {
      at += named[0].length;
      const name = named[1] ?? named[2] ?? '';
      names.push(name);
      return { kind: 'group', node: readBody(open), name };
    }
    if (rest.startsWith('(?>')) throw new PatternError(said`atomic groups “(?>…)” have no counterpart here`, open);
    if (rest.startsWith('(?')) throw new PatternError(said`a kind of group that is not known`, open);
    at++;
    const index = ++groups;
    return { kind: 'group', node: readBody(open), index };
  }

  function readBody(open: number): Node {
    const node = readChoice();
    if (source[at] !== ')') throw new PatternError(said`“(” without “)”`, open);
    at++;
    return node;
  }

  function readEscape(): Node {
    const letter = source[at + 1];
    if (letter === undefined) throw new PatternError(said`a backslash with nothing after it`, at);
    if (/[dDwWsS]/.test(letter)) {
      at += 2;
      return classOf([{ kind: 'shorthand', letter }], false);
    }
    if (/[bBAzZG]/.test(letter)) {
      at += 2;
      return { kind: 'edge', edge: letter === 'G' ? 'A' : (letter as 'b'), multiline: flags.m };
    }
    if (/[pP]/.test(letter)) return classOf([readProperty()], false);
    const named = /^\\k(?:<(\w+)>|'(\w+)'|\{(\w+)\})/.exec(source.slice(at, at + 80));
    if (named) {
      at += named[0].length;
      const to = named[1] ?? named[2] ?? named[3] ?? '';
      return { kind: 'reference', to: /^\d+$/.test(to) ? Number(to) : to, fold: flags.i };
    }
    if (/[1-9]/.test(letter)) {
      at += 2;
      return { kind: 'reference', to: Number(letter), fold: flags.i };
    }
    return { kind: 'char', code: readCode(), fold: flags.i };
  }

  /** The code point of an escape that stands for one character. */
  function readCode(): number {
    const rest = source.slice(at, at + 12);
    const hex = /^\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|[xu]\{([0-9A-Fa-f]{1,6})\})/.exec(rest);
    if (hex) {
      at += hex[0].length;
      return Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '0', 16);
    }
    const octal = /^\\0[0-7]{0,2}/.exec(rest);
    if (octal) {
      at += octal[0].length;
      return Number.parseInt(octal[0].slice(1), 8);
    }
    const letter = source[at + 1] ?? '';
    if (letter in controls) {
      at += 2;
      return controls[letter] ?? 0;
    }
    const code = source.codePointAt(at + 1) ?? 0;
    at += code > 0xffff ? 3 : 2;
    return code;
  }

  function readProperty(): ClassItem {
    const match = /^\\([pP])(?:\{(\^?)([\w=]+)\}|(\w))/.exec(source.slice(at, at + 60));
    if (!match) throw new PatternError(said`“\\p” without a name in braces`, at);
    const name = match[3] ?? match[4] ?? '';
    const known = propertyName(name);
    if (!known) throw new PatternError(said`the character property “${name}” is not known`, at);
    at += match[0].length;
    return { kind: 'property', name: known, negated: (match[1] === 'P') !== (match[2] === '^') };
  }

  function readClass(): Node {
    const open = at;
    at++;
    const negated = source[at] === '^';
    if (negated) at++;
    const items: ClassItem[] = [];
    let first = true;
    for (;;) {
      const letter = source[at];
      if (letter === undefined) throw new PatternError(said`“[” without “]”`, open);
      if (letter === ']' && !first) break;
      first = false;
      if (letter === '-' && source[at + 1] === '[') throw new PatternError(said`classes cannot be subtracted here`, at);
      const item = readMember();
      if (item.kind === 'range' && source[at] === '-' && source[at + 1] !== ']' && source[at + 1] !== undefined) {
        const dash = at;
        at++;
        const end = readMember();
        if (end.kind !== 'range') {
          items.push(item, { kind: 'range', low: 45, high: 45 }, end);
          continue;
        }
        if (end.low < item.low) throw new PatternError(said`a range whose ends are in the wrong order`, dash);
        items.push({ kind: 'range', low: item.low, high: end.low });
      } else items.push(item);
    }
    at++;
    return classOf(items, negated);
  }

  function readMember(): ClassItem {
    const posix = /^\[:(\^?)(\w+):\]/.exec(source.slice(at, at + 14));
    if (posix) {
      const name = { alpha: 'Alphabetic', digit: 'Nd', lower: 'Ll', upper: 'Lu', punct: 'P' }[posix[2] ?? ''];
      if (!name) throw new PatternError(said`the class “${posix[0]}” is not known`, at);
      at += posix[0].length;
      return { kind: 'property', name, negated: posix[1] === '^' };
    }
    if (source[at] === '\\') {
      const letter = source[at + 1] ?? '';
      if (/[dDwWsS]/.test(letter)) {
        at += 2;
        return { kind: 'shorthand', letter };
      }
      if (/[pP]/.test(letter)) return readProperty();
      if (letter === 'b') {
        at += 2;
        return { kind: 'range', low: 8, high: 8 };
      }
      const code = readCode();
      return { kind: 'range', low: code, high: code };
    }
    const code = source.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    return { kind: 'range', low: code, high: code };
  }

  function classOf(items: readonly ClassItem[], negated: boolean): Node {
    const set = emptySet();
    for (const item of items) {
      if (item.kind === 'range') addRange(set, item.low, item.high);
      else if (item.kind === 'shorthand') addBits(set, shorthandSet(item.letter));
      else addBits(set, propertySet(item.name, item.negated));
    }
    const full = flags.i ? foldSet(set) : set;
    return { kind: 'class', items, negated, fold: flags.i, set: negated ? negate(items, full) : full };
  }

  /** A negated class, with more in it rather than less where its members are not known one by one. */
  function negate(items: readonly ClassItem[], set: CharSet): CharSet {
    const inverse = invertSet(set);
    const isPartial = (item: ClassItem) => item.kind === 'property' || (item.kind === 'range' && item.high >= 128);
    if (items.some(isPartial)) addAllBeyond(inverse);
    return inverse;
  }

  /** Named groups come after all unnamed ones, as regexp2 numbers them. */
  function numberNames(root: Node): void {
    const visit = (node: Node): void => {
      if (node.kind === 'group' && node.name !== undefined) node.index = groups + names.indexOf(node.name) + 1;
      if ('nodes' in node) node.nodes.forEach(visit);
      else if ('node' in node) visit(node.node);
    };
    visit(root);
  }
}

/** The name by which JavaScript knows a character property of .NET or Go; undefined for one that it doesn't. */
function propertyName(name: string): string | undefined {
  for (const form of [name, `Script=${name}`, `Script=${name.replace(/^Is/, '')}`]) {
    try {
      new RegExp(`\\p{${form}}`, 'u');
      return form;
    } catch {
      // Tried under its next name.
    }
  }
  return undefined;
}
