import type { Change } from './change.ts';
import type { Letters } from './rope.ts';

/** A place in a text: 1-based line and column (UTF-16), 0-based offset, as unist has it. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** Start offsets of all lines; CRLF, LF and CR each end one line. */
export type LineIndex = readonly number[];

/** Finds where each line of a text begins. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  if (!text.includes('\r') || !/\r(?!\n)/.test(text)) {
    // Without a lone CR each line ends in LF; `indexOf` finds these many times faster than a loop.
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The lines of a text that came of another by one change. */
export function updateLines(before: LineIndex, { start, beforeEnd, afterEnd }: Change, text: Letters): LineIndex {
  // Where a line begins is seen by the two code units around: both stand before the change, or both behind it.
  const kept = Math.max(1, countUpTo(before, start - 1));
  const lines = before.slice(0, kept);
  for (let at = Math.max(1, start); at <= afterEnd; at++) {
    const code = text.charCodeAt(at - 1);
    if (code === 10 || (code === 13 && text.charCodeAt(at) !== 10)) lines.push(at);
  }
  const shift = afterEnd - beforeEnd;
  for (let i = Math.max(1, countUpTo(before, beforeEnd)); i < before.length; i++) lines.push((before[i] ?? 0) + shift);
  return lines;
}

/**
 * The point of an offset.
 *
 * @param guess the line that it most likely stands on
 */
export function pointAt(lines: LineIndex, offset: number, guess = 0): Point {
  const isThere = (lines[guess - 1] ?? Infinity) <= offset && offset < (lines[guess] ?? Infinity);
  const line = isThere ? guess : countUpTo(lines, offset);
  return { line, column: offset - (lines[line - 1] ?? 0) + 1, offset };
}

/** How many lines begin at an offset or before it. */
function countUpTo(lines: LineIndex, offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
