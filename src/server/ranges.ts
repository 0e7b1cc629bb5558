import type { Position, Range } from 'vscode-languageserver';
import type { Place } from '../desk/index.ts';

/** The range of a place: both count UTF-16 units, the protocol from 0. */
export function toRange({ start, end }: Place): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

/** A range so many lines further down. */
export function moveRange({ start, end }: Range, lines: number): Range {
  return { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
}

/** Rising, falling or equal: -1, 1, 0. */
export function comparePositions(a: Position, b: Position): number {
  return Math.sign(a.line - b.line || a.character - b.character);
}

/** True when two ranges share a place; touching ends count. */
export function touches(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

/** True when the position lies in the range, its ends counted. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}
