import { said } from '../../text/index.ts';
import type { ClassItem, Node } from './node.ts';
import { PatternError } from './node.ts';

/**
 * `ascii` for texts whose letters are all ASCII (V8 runs it fastest), `latin` for those in Latin letters up to U+02AF,
 * `unicode` for others (`\w` and `\b` know every letter, as in .NET), `re2` for the linear engine. V8 takes up to sixty
 * times longer to compile `\p{L}` than the ranges of `latin`.
 */
export type Dialect = 'ascii' | 'latin' | 'unicode' | 're2';

const word = '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}';
// Their members below U+02B0.
const latinWord = '0-9A-Z_a-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02af';
// What a dialect's texts can hold of a property; the engine knows the others by name alone.
const members: Readonly<Partial<Record<Dialect, Readonly<Record<string, string>>>>> = {
  ascii: { L: 'A-Za-z', Lu: 'A-Z', Ll: 'a-z', N: '0-9', Nd: '0-9', M: '', Mn: '' },
  latin: {
    L: 'A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02af',
    N: '0-9\\xb2\\xb3\\xb9\\xbc-\\xbe',
    Nd: '0-9',
    M: '',
    Mn: '',
  },
};
const edgesOf = (letters: string) => ({
  b: `(?:(?<=[${letters}])(?![${letters}])|(?<![${letters}])(?=[${letters}]))`,
  B: `(?:(?<=[${letters}])(?=[${letters}])|(?<![${letters}])(?![${letters}]))`,
});
const edges: Readonly<Record<Dialect, Readonly<Record<'b' | 'B', string>>>> = {
  ascii: { b: '\\b', B: '\\B' },
  re2: { b: '\\b', B: '\\B' },
  latin: edgesOf(latinWord),
  unicode: edgesOf(word),
};

/** A pattern written for an engine. */
export interface Written {
  source: string;
  /** Whether the whole is to ignore case. */
  ignoreCase: boolean;
}

/** Writes a parsed pattern for an engine. Line edges are written out, so no `m` or `s` flag is needed. */
export function writePattern(root: Node, dialect: Dialect): Written {
  const ignoreCase = everyFold(root);
  let groups: ReadonlyMap<number | string, number> | undefined;
  const indexOf = (to: number | string): number => {
    groups ??= indexGroups(root);
    const index = groups.get(to);
    if (index === undefined) throw new PatternError(said`there is no group ${to} to refer to`, 0);
    return index;
  };
  const write = (node: Node): string => {
    switch (node.kind) {
      case 'char':
        return node.fold && !ignoreCase ? bothCases(node.code) : escapeCode(node.code, dialect);
      case 'class':
        return writeClass(node.items, node.negated, node.fold && !ignoreCase, dialect);
      case 'any':
        return node.dotAll ? '[\\s\\S]' : '[^\\n]';
      case 'sequence':
        return node.nodes.map((part) => (part.kind === 'choice' ? `(?:${write(part)})` : write(part))).join('');
      case 'choice':
        return node.nodes.map(write).join('|');
      case 'group':
        return node.index === undefined
          ? `(?:${write(node.node)})`
          : `(${dialect === 're2' ? '?P' : '?'}<g${node.index}>${write(node.node)})`;
      case 'look':
        if (dialect === 're2') throw new PatternError(said`look-around cannot run on the linear engine`, 0);
        return `(?${node.behind ? '<' : ''}${node.negated ? '!' : '='}${write(node.node)})`;
      case 'repeat':
        return writeRepeat(node, write(node.node));
      case 'edge':
        return writeEdge(node.edge, node.multiline, dialect);
      case 'reference':
        if (dialect === 're2') throw new PatternError(said`a back reference cannot run on the linear engine`, 0);
        return `\\k<g${indexOf(node.to)}>`;
    }
  };
  return { source: write(root), ignoreCase };
}

function writeRepeat(node: Extract<Node, { kind: 'repeat' }>, inner: string): string {
  const { min, max, lazy } = node;
  const body = ['char', 'class', 'any', 'group'].includes(node.node.kind) ? inner : `(?:${inner})`;
  const sign =
    max === Infinity
      ? min === 0
        ? '*'
        : min === 1
          ? '+'
          : `{${min},}`
      : min === 0 && max === 1
        ? '?'
        : min === max
          ? `{${min}}`
          : `{${min},${max}}`;
  return body + sign + (lazy ? '?' : '');
}

function writeEdge(edge: string, multiline: boolean, dialect: Dialect): string {
  if (edge === 'b' || edge === 'B') return edges[dialect][edge];
  if (dialect === 're2') {
    if (edge === '^' || edge === '$') return multiline ? `(?m:${edge})` : edge === '^' ? '\\A' : '\\z';
    return edge === 'A' ? '\\A' : '\\z';
  }
  const isStart = edge === '^' || edge === 'A';
  if (isStart) return multiline && edge === '^' ? '(?<=^|\\n)' : '^';
  if (edge === '$' && multiline) return '(?=\\n|$)';
  return edge === 'z' ? '(?![\\s\\S])' : '(?=\\n?(?![\\s\\S]))';
}

function writeClass(items: readonly ClassItem[], negated: boolean, expand: boolean, dialect: Dialect): string {
  const parts = items.map((item) => {
    if (item.kind === 'property') return writeProperty(item.name, item.negated, dialect);
    if (item.kind === 'shorthand') return writeShorthand(item.letter, dialect);
    const { low, high } = item;
    const span = (from: number, to: number) =>
      from === to ? escapeCode(from, dialect) : `${escapeCode(from, dialect)}-${escapeCode(to, dialect)}`;
    let text = span(low, high);
    if (expand) {
      const up = [Math.max(low, 97), Math.min(high, 122)] as const;
      const down = [Math.max(low, 65), Math.min(high, 90)] as const;
      if (up[0] <= up[1]) text += span(up[0] - 32, up[1] - 32);
      if (down[0] <= down[1]) text += span(down[0] + 32, down[1] + 32);
    }
    return text;
  });
  if (items.length === 1 && !negated && items[0]?.kind === 'shorthand' && items[0].letter === 'W') {
    if (dialect === 'latin') return `[^${latinWord}]`;
    if (dialect === 'unicode') return `[^${word}]`;
  }
  return `[${negated ? '^' : ''}${parts.join('')}]`;
}

function writeProperty(name: string, negated: boolean, dialect: Dialect): string {
  const known = negated ? undefined : members[dialect]?.[name];
  return known ?? `\\${negated ? 'P' : 'p'}{${name}}`;
}

function writeShorthand(letter: string, dialect: Dialect): string {
  if (dialect === 'latin' && letter === 'w') return latinWord;
  if (dialect !== 'unicode') return `\\${letter}`;
  if (letter === 'w') return word;
  if (letter === 'd') return '\\p{Nd}';
  return letter === 'D' ? '\\P{Nd}' : `\\${letter}`;
}

function escapeCode(code: number, dialect: Dialect): string {
  const text = String.fromCodePoint(code);
  if (/[\^$\\.*+?()[\]{}|/]/.test(text)) return `\\${text}`;
  if (text === '-') return dialect === 're2' ? '\\-' : '\\x2d';
  if (code < 32) return `\\x${code.toString(16).padStart(2, '0')}`;
  return text;
}

function bothCases(code: number): string {
  const text = String.fromCodePoint(code);
  const forms = [...new Set([text, text.toLowerCase(), text.toUpperCase()])].filter((form) => [...form].length === 1);
  return forms.length === 1 ? escapeCode(code, 'unicode') : `[${forms.join('')}]`;
}

function everyFold(root: Node): boolean {
  let all = true;
  let any = false;
  const visit = (node: Node): void => {
    if (node.kind === 'char' || node.kind === 'class' || node.kind === 'reference') {
      any ||= node.fold;
      all &&= node.fold || (node.kind === 'char' && !isCased(node.code));
    }
    if ('nodes' in node) node.nodes.forEach(visit);
    else if ('node' in node) visit(node.node);
  };
  visit(root);
  return any && all;
}

function isCased(code: number): boolean {
  const text = String.fromCodePoint(code);
  return text.toLowerCase() !== text.toUpperCase();
}

/** The index of each group, by its name and by itself. */
function indexGroups(root: Node): Map<number | string, number> {
  const groups = new Map<number | string, number>();
  const visit = (node: Node): void => {
    if (node.kind === 'group' && node.index !== undefined) {
      groups.set(node.index, node.index);
      if (node.name !== undefined) groups.set(node.name, node.index);
    }
    if ('nodes' in node) node.nodes.forEach(visit);
    else if ('node' in node) visit(node.node);
  };
  visit(root);
  return groups;
}
