import { hasBit } from '../bits.ts';
import type { CharSet } from './charset.ts';
import { addCode, emptySet, kinds } from './charset.ts';
import type { ClassItem, Node } from './node.ts';

/** How many classes of characters there may be. */
export const classCount = 64;

// Letters of one case are one class, so are digits; each mark is its own. Beyond ASCII: letters, figures, blanks, marks.
const marksBeyond = '“”‘’…–—«»';
const classes = {
  lower: 1,
  upper: 2,
  digit: 3,
  blank: 4,
  word: 5,
  figure: 6,
  space: 7,
  other: 8,
  surrogate: 9,
  ascii: 10,
};
const firstMark = classes.ascii + 33;

/** Whether a class is of letters or digits of ASCII. */
export const isAlphanumericClass = (one: number): boolean => one > 0 && one <= classes.digit;

/** The class of a UTF-16 code unit. */
export function classOf(code: number): number {
  if (code < 128) {
    if (code >= 97 && code <= 122) return classes.lower;
    if (code >= 65 && code <= 90) return classes.upper;
    if (code >= 48 && code <= 57) return classes.digit;
    if (code < 32 || code === 127) return classes.blank;
    return classes.ascii + asciiMark(code);
  }
  if (code >= 0xd800 && code <= 0xdfff) return classes.surrogate;
  const letter = String.fromCharCode(code);
  const mark = marksBeyond.indexOf(letter);
  if (mark >= 0) return firstMark + mark;
  const set = emptySet();
  addCode(set, code);
  if (hasBit(set, kinds.word)) return /\p{N}/u.test(letter) ? classes.figure : classes.word;
  return hasBit(set, kinds.space) ? classes.space : classes.other;
}

// Filled as characters are met: no expression runs twice for one.
const known = new Uint8Array(0x10000);

/** The class of the code unit at an offset. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const there = known[code];
  if (there) return there;
  const one = classOf(code);
  known[code] = one;
  return one;
}

/** The number of a mark among the 33 of ASCII that are neither letters nor digits. */
function asciiMark(code: number): number {
  if (code < 48) return code - 32;
  if (code < 65) return code - 42;
  if (code < 97) return code - 68;
  return code - 94;
}

type Classes = ReadonlySet<number>;

/** What is known of a node's matches. */
interface Seen {
  /** Classes of the first and last character that is not empty. */
  first: Classes;
  last: Classes;
  /** It may match nothing. */
  nullable: boolean;
  /** Pairs of neighbours of which every text that it matches in must hold one. */
  pairs: Classes | undefined;
}

/**
 * Pairs of neighbouring classes, `left * classCount + right`, of which a text must hold one for a pattern to match
 * anywhere in it; undefined when none can be named that most texts lack.
 */
export function requiredNeighbours(root: Node): readonly number[] | undefined {
  const { pairs } = look(root);
  return pairs && cost(pairs) < tooCommon ? [...pairs] : undefined;
}

const tooCommon = 250;
const [blank, comma, stop] = [32, 44, 46].map((code) => classOf(code));
const common = new Set([classes.lower, classes.upper, classes.word, classes.blank, blank]);

/** About how often in a thousand texts a pair of neighbours stands. */
function cost(pairs: Classes): number {
  let sum = 0;
  for (const pair of pairs) {
    const [left, right] = [Math.floor(pair / classCount), pair % classCount];
    const isLetter = left === classes.lower || left === classes.word;
    if (left === classes.upper && right === classes.upper) sum += 150;
    else if (common.has(left) && common.has(right)) sum += 400;
    else if (isLetter && (right === comma || right === stop)) sum += 300;
    else if (right === blank && (left === comma || left === stop)) sum += 300;
    else if (right === blank) sum += 40;
    else if (left === blank) sum += right === classes.digit ? 200 : 20;
    else if (left === classes.digit && right === classes.digit) sum += 100;
    else sum += 1;
  }
  return sum;
}

const cheaper = (a: Classes | undefined, b: Classes | undefined) => (!a ? b : !b ? a : cost(b) < cost(a) ? b : a);
const union = (a: Classes, b: Classes): Classes => new Set([...a, ...b]);
const none: Classes = new Set();

function pairsOf(left: Classes, right: Classes): Classes {
  const pairs = new Set<number>();
  for (const a of left) for (const b of right) pairs.add(a * classCount + b);
  return pairs;
}

function look(node: Node): Seen {
  switch (node.kind) {
    case 'char': {
      const set = emptySet();
      addCode(set, node.code);
      return one(
        classesOf(set, node.fold, listBeyond([{ kind: 'range', low: node.code, high: node.code }], node.fold)),
      );
    }
    case 'class':
      return one(classesOf(node.set, node.fold, node.negated ? undefined : listBeyond(node.items, node.fold)));
    case 'any':
      return one(every);
    case 'group':
      return look(node.node);
    case 'choice':
      return lookChoice(node.nodes.map(look));
    case 'repeat': {
      const inner = look(node.node);
      if (node.max === 0) return { first: none, last: none, nullable: true, pairs: undefined };
      if (node.min === 0) return { ...inner, nullable: true, pairs: undefined };
      const again = node.min > 1 && !inner.nullable ? pairsOf(inner.last, inner.first) : undefined;
      return { ...inner, pairs: cheaper(inner.pairs, again) };
    }
    case 'sequence':
      return lookSequence(node.nodes);
    case 'look':
      // Matches nothing itself.
      return lookSequence([node]);
    case 'reference':
      return { first: every, last: every, nullable: true, pairs: undefined };
    default:
      return { first: none, last: none, nullable: true, pairs: undefined };
  }
}

const one = (set: Classes): Seen => ({ first: set, last: set, nullable: false, pairs: undefined });

function lookChoice(branches: readonly Seen[]): Seen {
  let pairs: Classes | undefined = none;
  for (const branch of branches) pairs = pairs && branch.pairs && union(pairs, branch.pairs);
  return {
    first: branches.reduce((all, { first }) => union(all, first), none),
    last: branches.reduce((all, { last }) => union(all, last), none),
    nullable: branches.some(({ nullable }) => nullable),
    pairs: branches.length > 0 ? pairs : undefined,
  };
}

function lookSequence(nodes: readonly Node[]): Seen {
  let first: Classes = none;
  let last: Classes = none;
  let nullable = true;
  let pairs: Classes | undefined;
  // What may stand before the place reached; undefined where that is unknown.
  let before: Classes | undefined;
  for (const node of nodes) {
    if (node.kind === 'edge') continue;
    if (node.kind === 'look') {
      if (node.negated) continue;
      const seen = look(node.node);
      pairs = cheaper(pairs, seen.pairs);
      if (seen.nullable) continue;
      if (node.behind) before ??= seen.last;
      else if (before) pairs = cheaper(pairs, pairsOf(before, seen.first));
      continue;
    }
    const seen = look(node);
    pairs = cheaper(pairs, seen.pairs);
    if (nullable) first = union(first, seen.first);
    if (seen.nullable) {
      last = union(last, seen.last);
      before = before && union(before, seen.last);
      continue;
    }
    if (before) pairs = cheaper(pairs, pairsOf(before, seen.first));
    last = seen.last;
    before = seen.last;
    nullable = false;
  }
  return { first, last, nullable, pairs };
}

const asciiClasses: readonly number[] = Array.from({ length: 128 }, (_, code) => classOf(code));
const every: Classes = new Set([
  ...asciiClasses,
  classes.word,
  classes.figure,
  classes.space,
  classes.other,
  classes.surrogate,
  ...Array.from(marksBeyond, (mark) => classOf(mark.charCodeAt(0))),
]);

/** The classes of those of the characters that are beyond ASCII; undefined where they are not known one by one. */
function listBeyond(items: readonly ClassItem[], fold: boolean): Classes | undefined {
  const found = new Set<number>();
  for (const item of items) {
    if (item.kind === 'range' && item.high < 128) continue;
    const own = beyondOf(item);
    if (!own) return undefined;
    for (const one of own) found.add(one);
  }
  // «K», the sign of the kelvin, is a «k».
  if (fold && found.has(classes.word)) found.add(classes.lower).add(classes.upper);
  return found;
}

function beyondOf(item: ClassItem): readonly number[] | undefined {
  if (item.kind === 'range') return item.low === item.high && item.low <= 0xffff ? [classOf(item.low)] : undefined;
  if (item.kind === 'shorthand') return item.letter === 'd' ? [classes.figure, classes.surrogate] : undefined;
  const kind = item.negated ? undefined : ({ L: classes.word, N: classes.figure } as const)[item.name.charAt(0)];
  return kind && item.name.length <= 2 ? [kind, classes.surrogate] : undefined;
}

/** @param beyond the classes beyond ASCII, when they are known better than by the set */
function classesOf(set: CharSet, fold: boolean, beyond?: Classes): Classes {
  const found = new Set<number>(beyond);
  for (let at = 0; at < 128; at++) if (hasBit(set, at)) found.add(asciiClasses[at] ?? 0);
  if (fold && (found.has(classes.lower) || found.has(classes.upper)))
    // «K» has a third case: the sign of the kelvin.
    for (const letters of [classes.lower, classes.upper, classes.word]) found.add(letters);
  if (beyond) return found;
  if (hasBit(set, kinds.word)) for (const one of [classes.word, classes.figure, classes.surrogate]) found.add(one);
  if (hasBit(set, kinds.word) && fold) for (const one of [classes.lower, classes.upper]) found.add(one);
  if (hasBit(set, kinds.space)) found.add(classes.space);
  if (hasBit(set, kinds.other)) {
    for (const mark of marksBeyond) found.add(classOf(mark.charCodeAt(0)));
    found.add(classes.other).add(classes.surrogate);
  }
  return found;
}
