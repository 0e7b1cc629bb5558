import type { Letters } from '../text/index.ts';
import { firstIndex, indexLines, shiftMap } from '../text/index.ts';
import type { Article, Block, Kept, Reader } from './article.ts';
import { keepBlocks, keptOf, lettersOf, startOf, Updated } from './kept.ts';
import type { Phase, RoleReading } from './roles.ts';
import { findDatelineEnd, readRole } from './roles.ts';

/** What the paragraphs before one say of it. */
interface State {
  phase: Phase;
  headlineSeen: boolean;
  /** Body paragraphs so far; datelines stand in the first two. */
  paragraphs: number;
}

const opening = (): State => ({ phase: 'head', headlineSeen: false, paragraphs: 0 });

/** Plain text: one paragraph a line, or hard-wrapped paragraphs between blank lines. */
export const plain: Reader = {
  format: 'plain',
  extensions: ['.txt', '.article', '.story'],
  read(source) {
    const blocks: Block[] = [];
    readGroups(source, 0, opening(), blocks);
    return wrap(source, blocks);
  },
  update(before, source, change) {
    // From the blank line before the change to the first one after it from which the roles are settled.
    const from = groupStart(source, change.start);
    const known = keptOf(before);
    if (from <= settledFrom(known)) return plain.read(source.toString());
    const shift = change.afterEnd - change.beforeEnd;
    const to = groupEnd(source, change.afterEnd);
    const first = lowerBound(known, from);
    const rest = lowerBound(known, to - shift);
    const between: Block[] = [];
    readGroups(source.slice(from, to), from, { phase: 'body', headlineSeen: true, paragraphs: 2 }, between);
    const blocks = known.blocks.slice(0, first).concat(between, known.blocks.slice(rest));
    const behind = known.moved.slice(rest);
    for (let i = 0; i < behind.length; i++) behind[i] = (behind[i] ?? 0) + shift;
    const moved = known.moved.slice(0, first).concat(Array<number>(between.length).fill(0), behind);
    const kept = keepBlocks({ source: lettersOf(before), ...known }, { source, blocks, moved });
    return new Updated('plain', source, kept, [], {});
  },
};

function wrap(source: string, blocks: Block[]): Article {
  return { format: 'plain', source, blocks, stets: [], fields: {} };
}

/** Where the second paragraph ends: from there on roles are settled. */
function settledFrom({ blocks, moved }: Kept): number {
  let paragraphs = 0;
  for (let i = 0; i < blocks.length; i++)
    if (blocks[i]?.role === 'paragraph' && ++paragraphs === 2) return (blocks[i]?.end ?? 0) + (moved[i] ?? 0);
  return Number.POSITIVE_INFINITY;
}

/** The first block that starts at or after an offset. */
function lowerBound(kept: Kept, offset: number): number {
  return firstIndex(kept.blocks.length, (i) => startOf(kept, i) >= offset);
}

const isBreak = (code: number) => code === 10 || code === 13;
const isBlank = (code: number) =>
  code === 32 || code === 9 || code === 0xa0 || code === 0xfeff || code === 0x0b || code === 0x0c;

/** True when the line that holds the offset is blank. */
function onBlankLine(source: Letters, offset: number): boolean {
  for (let at = offset - 1; at >= 0 && !isBreak(source.charCodeAt(at)); at--)
    if (!isBlank(source.charCodeAt(at))) return false;
  for (let at = offset; at < source.length && !isBreak(source.charCodeAt(at)); at++)
    if (!isBlank(source.charCodeAt(at))) return false;
  return true;
}

function lineStart(source: Letters, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(source.charCodeAt(at - 1))) at--;
  return at;
}

function lineEnd(source: Letters, offset: number): number {
  let at = offset;
  while (at < source.length && !isBreak(source.charCodeAt(at))) at++;
  return at;
}

function nextLine(source: Letters, end: number): number {
  return source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

/** The start of a line before the offset with a blank line before it; 0 when there is none. */
function groupStart(source: Letters, offset: number): number {
  let at = lineStart(source, offset);
  while (at > 0) {
    const before = lineStart(source, at - 1);
    const crlf = source.charCodeAt(at - 1) === 10 && source.charCodeAt(at - 2) === 13;
    const previous = crlf ? lineStart(source, at - 2) : before;
    if (at < offset && !onBlankLine(source, at) && onBlankLine(source, previous)) return at;
    at = previous;
  }
  return 0;
}

/** The end of the lines that hold or follow the offset up to a blank one. */
function groupEnd(source: Letters, offset: number): number {
  let at = lineEnd(source, offset);
  let blanks = 0;
  while (at < source.length) {
    const next = nextLine(source, at);
    if (onBlankLine(source, next)) blanks++;
    else if (blanks > 0) return next;
    at = lineEnd(source, next);
  }
  return source.length;
}

/**
 * Reads the paragraphs of a stretch of the source that begins and ends between paragraphs.
 *
 * @param base where it begins
 */
function readGroups(text: string, base: number, state: State, blocks: Block[]): void {
  const starts = indexLines(text);
  const lines: number[] = [];
  let count = 0;
  for (let i = 0; i < starts.length; i++) {
    let left = starts[i] ?? 0;
    let right = starts[i + 1] ?? text.length;
    while (right > left && isBreak(text.charCodeAt(right - 1))) right--;
    while (left < right && isBlank(text.charCodeAt(left))) left++;
    while (right > left && isBlank(text.charCodeAt(right - 1))) right--;
    // A byte-order mark behind the text is damage, not space.
    if (left < right && text.charCodeAt(right) === 0xfeff) right++;
    if (left < right) {
      lines[2 * count] = left;
      lines[2 * count++ + 1] = right;
    } else if (count > 0) {
      pushGroup(text, base, lines, count, state, blocks);
      count = 0;
    }
  }
  pushGroup(text, base, lines, count, state, blocks);
}

/** @param lines where the lines of a paragraph begin and end, one behind the other; what stands behind so many is of no account */
function pushGroup(
  text: string,
  base: number,
  lines: readonly number[],
  count: number,
  state: State,
  blocks: Block[],
): void {
  const widths = count > 1 ? widestFrom(lines, count) : none;
  for (let i = 0; i < count; i++) {
    const start = lines[2 * i] ?? 0;
    const end = lines[2 * i + 1] ?? 0;
    // A byline or slug can stand right above the text; what follows may still be wrapped.
    if (
      isWrapped(text, lines, count, i, widths[i] ?? 0) &&
      mayWrap(readRole(text.slice(start, end), state.phase, state.headlineSeen))
    ) {
      pushBlock(text.slice(start, lines[2 * count - 1]), base + start, state, blocks);
      return;
    }
    pushBlock(text.slice(start, end), base + start, state, blocks);
  }
}

const none: readonly never[] = [];

const mayWrap = ({ role }: RoleReading) =>
  role === 'paragraph' || role === 'headline' || role === 'subhead' || role === 'list-item';

/** For each line the width of the widest from there on. */
function widestFrom(lines: readonly number[], count: number): number[] {
  const widths = new Array<number>(count);
  let width = 0;
  for (let i = count - 1; i >= 0; i--) {
    width = Math.max(width, (lines[2 * i + 1] ?? 0) - (lines[2 * i] ?? 0));
    widths[i] = width;
  }
  return widths;
}

/**
 * Whether the lines from one on are one paragraph broken at a fixed width: none has room for the first word of the next,
 * and not all end as sentences do.
 *
 * @param width of the widest of them
 */
function isWrapped(text: string, lines: readonly number[], count: number, from: number, width: number): boolean {
  if (width < 50 || width > 120) return false;
  let stops = 0;
  for (let i = from; i + 1 < count; i++) {
    const start = lines[2 * i] ?? 0;
    const end = lines[2 * i + 1] ?? 0;
    const nextStart = lines[2 * i + 2] ?? 0;
    const nextEnd = lines[2 * i + 3] ?? 0;
    const space = text.indexOf(' ', nextStart);
    const word = (space === -1 || space > nextEnd ? nextEnd : space) - nextStart;
    // A word or two of slack: copy is wrapped by hand too.
    if (end - start + 1 + word < width - 12) return false;
    if ('.!?:'.includes(text.charAt(end - 1))) stops++;
  }
  return stops < count - from - 1;
}

function pushBlock(whole: string, start: number, state: State, blocks: Block[]): void {
  const { role, prose, phase } = readRole(whole, state.phase, state.headlineSeen);
  const text = prose > 0 ? whole.slice(prose) : whole;
  const isParagraph = role === 'paragraph';
  const block: Block = {
    role,
    text,
    map: shiftMap(start + prose),
    start,
    end: start + whole.length,
    datelineEnd: isParagraph && state.paragraphs < 2 ? findDatelineEnd(text) : 0,
    opaque: none,
  };
  if (role === 'headline') {
    block.depth = 1;
    state.headlineSeen = true;
  } else if (role === 'subhead') block.depth = 2;
  if (isParagraph) state.paragraphs++;
  state.phase = phase;
  blocks.push(block);
}
