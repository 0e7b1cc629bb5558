import { RE2JS } from 're2js';
import type { Said } from '../../text/index.ts';
import { said, saidBy } from '../../text/index.ts';
import { leadWithLetters } from './lead.ts';
import { requiredLiterals } from './literals.ts';
import type { Reading } from './look.ts';
import { findReading, isOdd } from './look.ts';
import type { Marks } from './marks.ts';
import { requiredMarks } from './marks.ts';
import { requiredNeighbours } from './neighbours.ts';
import type { Node } from './node.ts';
import { PatternError } from './node.ts';
import { parsePattern } from './parse.ts';
import { CoreMark, findCores } from './rarity.ts';
import { findBeginning, findRisk, holdsSlowLoop } from './risk.ts';
import { knowsNoOtherLetter, standIn } from './stand-in.ts';
import type { Strings } from './strings.ts';
import type { Dialect } from './write.ts';
import { writePattern } from './write.ts';

/** One match; offsets are UTF-16. */
export interface PatternMatch {
  start: number;
  end: number;
  text: string;
  /** Groups from 1 on, in regexp2's numbering; index 0 is the whole match. */
  groups: readonly (string | undefined)[];
}

/** A pattern ready to run. It never takes more than polynomial time of low degree. */
export interface Pattern {
  readonly source: string;
  /** Strings of which a match and what is around it must hold one; undefined when none is known. */
  readonly literals: Strings | undefined;
  /** Pairs of neighbouring classes of characters of which a match and what is around it must hold one. */
  readonly neighbours: readonly number[] | undefined;
  /** Marks of which a match and what is around it must hold all of one line; undefined when these tell nothing. */
  readonly marks: Marks | undefined;
  /** `linear` when it runs on RE2. */
  readonly engine: 'v8' | 'linear';
  matches(text: string): readonly PatternMatch[];
  /** How many matches there are. */
  count(text: string): number;
  test(text: string): boolean;
}

/** By the degree of a pattern's risk, the length up to which a text is matched whole; more than these are refused. */
const pieceLengths = [8_000, 2_000, 250];

/** Those of a pattern that begins with a loop through words: each place of a text begins it anew. */
const searchPieces = [500, 500, 100];

// One search is linear, but each match begins a new one: the larger the pattern, the shorter the piece of text.
const linear = { largest: 300, work: 30_000 };

/** What a pattern's text says of how it will run. Slow to find, so packs that ship bring it along. */
export interface PatternPlan {
  /** As {@link Pattern.literals}. */
  literals?: Strings;
  /** As {@link Pattern.neighbours}. */
  neighbours?: readonly number[];
  /** As {@link Pattern.marks}. */
  marks?: Marks;
  engine: Pattern['engine'];
  /** The length up to which V8 matches a text whole. */
  piece: number;
  /** How it is written for V8, for copy in Latin letters; for other copy it is parsed when such comes. */
  written?: Readonly<Record<'ascii' | 'latin', Expression>> & {
    /** A stand-in tells whether it matches. */
    standsIn: boolean;
  };
}

/** A regular expression for V8. */
interface Expression {
  source: string;
  flags: string;
  /** It says the same without the flag `u` where a text is read unit by unit; V8 runs that twice as fast. */
  isUnitwise?: true;
  /** The numbers of its groups, as regexp2 counts, in the order in which they open; left out where that is the same. */
  order?: readonly number[];
}

/** Flags in force from a pattern's first character. */
export interface PatternFlags {
  i?: boolean;
  m?: boolean;
}

/** Makes a pattern ready to run; throws PatternError when it is malformed or refused. */
export type CompilePattern = (source: string, flags?: PatternFlags) => Pattern;

/**
 * Compiles a pattern of Vale's flavour. One that could backtrack without end goes to the linear engine, or is refused
 * when it needs look-around or back references.
 *
 * @throws PatternError when it is malformed or refused
 */
export function compilePattern(source: string, flags: PatternFlags = {}): Pattern {
  const root = parsePattern(source, flags);
  const { plan, reason } = makePlan(root);
  const runner = openRunner(() => root, plan, reason);
  // Faulty output would be our own mistake: found here, not in the middle of an article.
  runner.run('', 1);
  return makePattern(source, plan, () => runner);
}

/** A pattern whose plan was made before, and with it all its faults found: it is compiled when it first runs. */
export function recallPattern(source: string, flags: PatternFlags, plan: PatternPlan): Pattern {
  let runner: OpenRunner | undefined;
  return makePattern(source, plan, () => {
    runner ??= openRunner(() => parsePattern(source, flags), plan, said``);
    return runner;
  });
}

/**
 * The plan of a pattern.
 *
 * @throws PatternError when it is malformed or refused
 */
export function planPattern(source: string, flags: PatternFlags = {}): PatternPlan {
  const root = parsePattern(source, flags);
  const { plan: bare, reason } = makePlan(root);
  openRunner(() => root, bare, reason).run('', 1);
  const { literals } = bare;
  const plan = literals ? { ...bare, literals: { ...literals, cores: findCores(literals) ?? null } } : bare;
  if (plan.engine === 'linear') return plan;
  const [ascii, latin] = [express(root, 'ascii'), express(root, 'latin')];
  return { ...plan, written: { ascii, latin, standsIn: knowsNoOtherLetter(root) } };
}

function makePlan(root: Node): { plan: PatternPlan; reason: Said } {
  const risk = findRisk(root);
  const literals = requiredLiterals(root);
  const beginning = findBeginning(root);
  const degree = risk?.degree ?? (beginning === 'signs' || holdsSlowLoop(root) ? 1 : 0);
  const isRefused = degree >= pieceLengths.length;
  const isLinear = isRefused || (degree > 1 && isLinearable(root));
  const piece = (beginning === 'words' ? searchPieces : pieceLengths)[degree] ?? 0;
  const neighbours = requiredNeighbours(root);
  const cores = literals && findCores(literals);
  // A mark alone is looked out for as a string, but for those of nearly every text.
  const marks = requiredMarks(root, cores?.every((one) => !(one.marks & CoreMark.everywhere)) ? 2 : 1);
  const plan: PatternPlan = {
    ...(literals && { literals }),
    ...(neighbours && { neighbours }),
    ...(marks && { marks }),
    engine: isLinear ? 'linear' : 'v8',
    piece,
  };
  return { plan, reason: risk?.reason ?? said`` };
}

function makePattern(
  source: string,
  { literals, neighbours, marks, engine }: PatternPlan,
  open: () => OpenRunner,
): Pattern {
  return {
    source,
    literals,
    neighbours,
    marks,
    engine,
    matches(text) {
      const { run, piece } = open();
      const length = pieceOf(text, piece);
      return text.length > 2 * length ? matchPieces(text, run, length) : run(text, Infinity);
    },
    count(text) {
      const { run, count, piece } = open();
      const length = pieceOf(text, piece);
      if (text.length > 2 * length) return matchPieces(text, run, length).length;
      return count ? count(text) : run(text, Infinity).length;
    },
    test(text) {
      const { run, piece } = open();
      const length = pieceOf(text, piece);
      return (text.length > 2 * length ? matchPieces(text, run, length) : run(text, 1)).length > 0;
    },
  };
}

function openRunner(parse: () => Node, { engine, piece, written }: PatternPlan, reason: Said): OpenRunner {
  return engine === 'linear' ? linearRunner(parse(), reason) : { ...backtrackingRunner(parse, written), piece };
}

function isLinearable(root: Node): boolean {
  try {
    writePattern(root, 're2');
    return true;
  } catch {
    return false;
  }
}

// A block goes through many patterns one after the other; a long one also in pieces.
const last = { text: '', isOdd: false };
const lastPiece = { text: '', reading: findReading(''), standIn: undefined as string | undefined };

/** The length up to which a text is matched whole; less for one as no prose is. */
function pieceOf(text: string, piece: number): number {
  if (text !== last.text) {
    last.isOdd = isOdd(text);
    last.text = text;
  }
  return last.isOdd ? Math.min(piece, Math.max(50, piece / 8)) : piece;
}

function readingOf(text: string): Reading {
  if (text !== lastPiece.text) {
    lastPiece.reading = findReading(text);
    lastPiece.standIn = lastPiece.reading.dialect === 'unicode' ? standIn(text) : undefined;
    lastPiece.text = text;
  }
  return lastPiece.reading;
}

type Runner = (text: string, limit: number) => readonly PatternMatch[];

const none: readonly PatternMatch[] = [];

/** A compiled pattern, and the length up to which a text is matched whole. */
interface OpenRunner {
  run: Runner;
  /** How many matches there are, faster than by all of them. */
  count?: (text: string) => number;
  piece: number;
}

function backtrackingRunner(parse: () => Node, written: PatternPlan['written']): Omit<OpenRunner, 'piece'> {
  const compiled: Partial<Record<Dialect, RegExp>> = {};
  const unitwise: Partial<Record<Dialect, RegExp>> = {};
  let order: readonly number[] | undefined;
  const mayStandIn = written?.standsIn ?? knowsNoOtherLetter(parse());
  return {
    run(text, limit) {
      const regex = choose(text);
      let match = regex?.exec(text);
      // As nearly always.
      if (!regex || !match) return none;
      const found: PatternMatch[] = [];
      for (; match && found.length < limit; match = regex.exec(text)) {
        if (match[0] === '') regex.lastIndex += 1;
        found.push({
          start: match.index,
          end: match.index + match[0].length,
          text: match[0],
          groups: orderGroups(match, order),
        });
      }
      return found;
    },
    count(text) {
      const regex = choose(text);
      return (regex && text.match(regex)?.length) ?? 0;
    },
  };

  /** The expression for a text, to begin at its start; undefined when it does not match. */
  function choose(text: string): RegExp | undefined {
    const reading = readingOf(text);
    const { standIn } = lastPiece;
    if (mayStandIn && standIn !== undefined && !matches(compile(latin), standIn)) return undefined;
    const regex = compile(reading);
    regex.lastIndex = 0;
    return regex;
  }

  function compile({ dialect, isUnitwise }: Reading): RegExp {
    const ready = (isUnitwise ? unitwise : compiled)[dialect];
    if (ready) return ready;
    const known = dialect === 'ascii' || dialect === 'latin' ? written?.[dialect] : undefined;
    const expression = known ?? express(parse(), dialect);
    order = expression.order;
    const { source, flags } = expression;
    const regex = new RegExp(source, isUnitwise && expression.isUnitwise ? flags.replace('u', '') : flags);
    (isUnitwise ? unitwise : compiled)[dialect] = regex;
    return regex;
  }
}

/** Writes a pattern for V8. */
function express(root: Node, dialect: Dialect): Expression {
  const { source, ignoreCase } = writePattern(leadWithLetters(root, dialect), dialect);
  const order = groupOrder(source);
  return {
    source: unnameGroups(source),
    flags: ignoreCase ? 'giu' : 'gu',
    ...(!needsPoints.test(source) && { isUnitwise: true as const }),
    ...(order && { order }),
  };
}

const latin: Reading = { dialect: 'latin', isUnitwise: false };
/** Properties, and characters and small forms that only the flag `u` knows. */
const needsPoints = /\\[pP]|ſ|[^\x00-\uffff]|(?=[^\x00-\u02af])\p{L}/u;

/** Whether an expression that keeps its place matches anywhere. */
function matches(regex: RegExp, text: string): boolean {
  regex.lastIndex = 0;
  return regex.test(text);
}

/** The numbers of a pattern's groups, as regexp2 counts, in the order in which they open; undefined where that is the same. */
function groupOrder(source: string): number[] | undefined {
  const order = [...source.matchAll(/\(\?P?<g(\d+)>/g)].map((match) => Number(match[1]));
  return order.some((index, i) => index !== i + 1) ? order : undefined;
}

/** Puts groups in regexp2's order, where named ones come last. */
function orderGroups(
  groups: readonly (string | undefined)[],
  order: readonly number[] | undefined,
): readonly (string | undefined)[] {
  if (!order) return groups;
  const sorted = [...groups];
  order.forEach((index, i) => {
    sorted[index] = groups[i + 1];
  });
  return sorted;
}

/** Plain groups are faster than named ones, and enough where nothing refers to them by name. */
function unnameGroups(source: string): string {
  return source.includes('\\k<g') ? source : source.replace(/\(\?<g\d+>/g, '(');
}

function linearRunner(root: Node, risk: Said): OpenRunner {
  let compiled: RE2JS;
  let order: readonly number[] | undefined;
  try {
    const { source, ignoreCase } = writePattern(root, 're2');
    order = groupOrder(source);
    compiled = RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    throw new PatternError(
      said`it could take very long (${risk}), and the linear engine cannot run it: ${saidBy(error)}`,
      0,
    );
  }
  const size = compiled.programSize();
  if (size > linear.largest)
    throw new PatternError(said`it could take very long (${risk}), and it is too large for the linear engine`, 0);
  const run: Runner = (text, limit) => {
    const matcher = compiled.matcher(text);
    const found: PatternMatch[] = [];
    while (found.length < limit && matcher.find()) {
      const groups: (string | undefined)[] = [];
      for (let i = 0; i <= matcher.groupCount(); i++) groups.push(matcher.group(i) ?? undefined);
      found.push({
        start: matcher.start(),
        end: matcher.end(),
        text: groups[0] ?? '',
        groups: orderGroups(groups, order),
      });
    }
    return found;
  };
  return { run, piece: Math.ceil(linear.work / size) };
}

/** Cuts at line or sentence ends, so that a quadratic pattern stays quick on a text of any length. */
function matchPieces(text: string, run: Runner, piece: number): PatternMatch[] {
  const found: PatternMatch[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + piece);
    if (end < text.length) {
      // In the piece alone: a search backwards through the whole text would make its length count twice.
      const around = text.slice(start, end + 2);
      const cut = Math.max(around.lastIndexOf('\n', end - start), around.lastIndexOf('. ', end - start));
      const blank = around.lastIndexOf(' ', end - start);
      if (cut > 0 || blank > 0) end = start + (cut > 0 ? cut : blank) + 1;
    }
    for (const match of run(text.slice(start, end), Infinity))
      found.push({ ...match, start: match.start + start, end: match.end + start });
    start = end;
  }
  return found;
}
