import { hasBit } from '../bits.ts';
import type { ClassItem, Node } from './node.ts';
import { costOf } from './rarity.ts';
import type { Strings } from './strings.ts';
import { cross, edge, empty, isFew, needed, spellCode, unite } from './strings.ts';

/** What is known of a node's matches. */
interface Seen {
  /** All that it can match; undefined when that is too much to list. */
  whole: Strings | undefined;
  /** What each match begins with; the same as `whole` where that is known. */
  begin: Strings | undefined;
  /** What each ends with. */
  end: Strings | undefined;
  /** Strings of which every text that it matches in holds one. */
  held: Strings | undefined;
}

/**
 * Strings of which every text with a match must hold at least one, edges of words in them written as `\b`; undefined when
 * none can be named. Used to skip a pattern for a text that cannot match.
 */
export function requiredLiterals(root: Node): Strings | undefined {
  return look(root).held;
}

function look(node: Node): Seen {
  switch (node.kind) {
    case 'char':
      return listed(spellCode(node.code, node.fold));
    case 'class':
      return listed(node.negated ? undefined : spellClass(node.items, node.fold));
    case 'edge':
      return listed(node.edge === 'b' ? edges : empty);
    case 'group':
      return look(node.node);
    case 'choice':
      return lookChoice(node.nodes.map(look));
    case 'repeat':
      return lookRepeat(look(node.node), node.min, node.max);
    case 'sequence':
    case 'look':
      return lookSequence(flatten(node));
    default:
      return unknown;
  }
}

const unknown: Seen = { whole: undefined, begin: undefined, end: undefined, held: undefined };

const listed = (whole: Strings | undefined): Seen =>
  whole ? { whole, begin: whole, end: whole, held: needed(whole) } : unknown;

const rarer = (a: Strings | undefined, b: Strings | undefined) => (a && b ? (costOf(b) < costOf(a) ? b : a) : (a ?? b));

/** The characters of a class, when they are few. */
function spellClass(items: readonly ClassItem[], fold: boolean): Strings | undefined {
  const codes: number[] = [];
  for (const item of items) {
    if (item.kind !== 'range' || item.high - item.low + codes.length >= 8) return undefined;
    for (let code = item.low; code <= item.high; code++) codes.push(code);
  }
  return unite(codes.map((code) => spellCode(code, fold)));
}

function lookChoice(branches: readonly Seen[]): Seen {
  const join = (part: 'whole' | 'begin' | 'end') => {
    const all = unite(branches.map((branch) => branch[part]));
    return all && isFew(all) ? all : undefined;
  };
  return {
    whole: join('whole'),
    begin: join('begin'),
    end: join('end'),
    held: unite(branches.map(({ held }) => held)),
  };
}

function lookRepeat({ whole, begin, end, held }: Seen, min: number, max: number): Seen {
  if (max === 0) return listed(empty);
  if (min === 0) return max === 1 && whole ? listed(unite([whole, empty])) : unknown;
  let copies = whole;
  let count = 1;
  // «X{4,}» is no «x».
  for (; whole && copies && count < Math.min(min, 4); count++) copies = cross(copies, whole);
  if (copies && count === max) return listed(copies);
  return { whole: undefined, begin: copies ?? begin, end: copies ?? end, held: rarer(held, copies && needed(copies)) };
}

/** The nodes of a sequence and of those in it. */
function flatten(node: Node): readonly Node[] {
  if (node.kind === 'sequence') return node.nodes.flatMap(flatten);
  return node.kind === 'group' && node.node.kind === 'sequence' ? flatten(node.node) : [node];
}

function lookSequence(nodes: readonly Node[]): Seen {
  let whole: Strings | undefined = empty;
  let begin = empty;
  let end = empty;
  let held: Strings | undefined;
  // What the text ends with before the place reached: with what was looked for behind it.
  let before = empty;
  const meet = (strings: Strings | undefined) => {
    held = rarer(held, strings && needed(strings));
  };
  for (const node of nodes) {
    if (node.kind === 'look' && !node.negated) {
      // What is looked for around a match stands in the text, too.
      const seen = look(node.node);
      held = rarer(held, seen.held);
      if (!node.behind) meet(seen.begin && cross(before, seen.begin));
      else if (before === empty) before = seen.end ?? empty;
      continue;
    }
    const seen = node.kind === 'look' ? lookAgainst(node.node) : look(node);
    if (!seen) continue;
    held = rarer(held, seen.held);
    const next = seen.begin ?? empty;
    if (whole) begin = cross(whole, next) ?? whole;
    whole = whole && seen.whole && cross(whole, seen.whole);
    const joined = seen.whole && cross(before, seen.whole);
    if (!joined) {
      meet(before);
      meet(end);
      meet(cross(before, next));
    }
    before = joined ?? seen.end ?? empty;
    end = (seen.whole && cross(end, seen.whole)) ?? seen.end ?? empty;
  }
  meet(before);
  meet(end);
  return { whole, begin, end, held };
}

/** What follows from that something does not stand there: where no letter or figure does, a word has its edge. */
const lookAgainst = (node: Node): Seen | undefined =>
  node.kind === 'class' && alphanumerics.every((code) => hasBit(node.set, code)) ? listed(edges) : undefined;

const edges: Strings = { texts: [edge], ignoreCase: false };
const alphanumerics = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', (letter) =>
  letter.charCodeAt(0),
);
